/** What the timeline says of payment plans and settlements. */
import type { Catalogue } from '#kernel/words.ts';

export const planActivityWords = {
  'activity.plan_offered': {
    en: 'Payment plan offered to {who}: {amount} in {count, plural, one {# payment} other {# payments}}',
    es: 'Plan de pagos ofrecido a {who}: {amount} en {count, plural, one {# pago} other {# pagos}}',
  },
  'activity.plan_signed': {
    en: 'Payment plan signed by {who}{how, select, wet { on paper} other {}}',
    es: 'Plan de pagos firmado por {who}{how, select, wet { en papel} other {}}',
  },
  'activity.plan_active': { en: 'Payment plan in good standing', es: 'Plan de pagos al día' },
  'activity.plan_late': {
    en: 'Payment plan late: {pastDue} past due',
    es: 'Plan de pagos atrasado: {pastDue} vencidos',
  },
  'activity.plan_breached': {
    en: 'Payment plan broken: {pastDue} past due',
    es: 'Plan de pagos incumplido: {pastDue} vencidos',
  },
  'activity.plan_completed': {
    en: 'Payment plan paid in full',
    es: 'Plan de pagos pagado por completo',
  },
  'activity.plan_cancelled': { en: 'Payment plan cancelled', es: 'Plan de pagos cancelado' },
  'activity.plan_amendment': {
    en: 'Payment plan amended (version {version}), until {until}',
    es: 'Plan de pagos modificado (versión {version}), hasta el {until}',
  },
  'activity.plan_catch_up': {
    en: 'What was missed spread over the rest of the plan (version {version}), until {until}',
    es: 'Lo atrasado repartido en el resto del plan (versión {version}), hasta el {until}',
  },
  'activity.plan_reaged': {
    en: 'Debts of the payment plan aged anew from {from}',
    es: 'Deudas del plan de pagos con antigüedad nueva desde el {from}',
  },
  'activity.settlement_asked': {
    en: 'Settlement asked for: {offer} of {balance} by {payBy}',
    es: 'Arreglo solicitado: {offer} de {balance} hasta el {payBy}',
  },
  'activity.settlement_open': {
    en: 'Settlement offered to {who}: {offer} of {balance} by {payBy}',
    es: 'Arreglo ofrecido a {who}: {offer} de {balance} hasta el {payBy}',
  },
  'activity.settlement_fulfilled': {
    en: 'Settled: {offer} of {balance} came in time, the rest is waived',
    es: 'Arreglado: {offer} de {balance} llegaron a tiempo, se perdona el resto',
  },
  'activity.settlement_void_late': {
    en: 'Settlement void: {offer} did not come by {payBy}',
    es: 'Arreglo sin efecto: {offer} no llegaron para el {payBy}',
  },
  'activity.settlement_withdrawn': {
    en: 'Settlement offer of {offer} taken back',
    es: 'Oferta de arreglo de {offer} retirada',
  },
  'activity.settlement_refused': {
    en: 'Settlement of {offer} not approved',
    es: 'Arreglo de {offer} no aprobado',
  },
} satisfies Catalogue;
