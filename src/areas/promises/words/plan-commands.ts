/** What the commands of plans and settlements say. */
import type { Catalogue } from '#kernel/words.ts';

export const planCommandWords = {
  'command.plans': {
    en: 'lists payment plans: the broken and late ones first',
    es: 'lista los planes de pago: primero los incumplidos y atrasados',
  },
  'command.plan': {
    en: 'draws up a payment plan for an account, and offers it with --offer',
    es: 'prepara un plan de pagos de una cuenta y lo ofrece con --offer',
  },
  'command.settlements': {
    en: 'lists settlements: what is taken for all of it, by when',
    es: 'lista los arreglos: cuánto se acepta por el total y hasta cuándo',
  },
  'plans.none': { en: 'No payment plans.', es: 'No hay planes de pago.' },
  'settlements.none': { en: 'No settlements.', es: 'No hay arreglos.' },
  'plans.offered': {
    en: 'Payment plan offered to {who}.',
    es: 'Plan de pagos ofrecido a {who}.',
  },
  'plans.no': { en: 'No.', es: 'N.º' },
  'plans.interest': { en: 'Interest', es: 'Intereses' },
  'plans.next': { en: 'Next due', es: 'Próximo' },
  'plans.next_amount': { en: 'Next', es: 'Cuota' },
  'plans.past_due': { en: 'Past due', es: 'Vencido' },
  'plans.paid': { en: 'Paid', es: 'Pagado' },
  'plans.total': { en: 'Total', es: 'Total' },
  'plans.pay_by': { en: 'Pay by', es: 'Pagar hasta' },
  'plans.offer': { en: 'Offer', es: 'Oferta' },
  'plans.balance': { en: 'Debt', es: 'Deuda' },
  'plans.waived': { en: 'Waived', es: 'Perdonado' },
  'plans.state_offered': { en: 'offered', es: 'ofrecido' },
  'plans.state_signed': { en: 'signed', es: 'firmado' },
  'plans.state_active': { en: 'in good standing', es: 'al día' },
  'plans.state_late': { en: 'late', es: 'atrasado' },
  'plans.state_breached': { en: 'broken', es: 'incumplido' },
  'plans.state_completed': { en: 'paid', es: 'pagado' },
  'plans.state_cancelled': { en: 'cancelled', es: 'cancelado' },
  'settlements.state_asked': { en: 'waits for approval', es: 'espera aprobación' },
  'settlements.state_open': { en: 'open', es: 'vigente' },
  'settlements.state_fulfilled': { en: 'settled', es: 'arreglado' },
  'settlements.state_void_late': { en: 'void, late', es: 'sin efecto, tarde' },
  'settlements.state_withdrawn': { en: 'taken back', es: 'retirado' },
  'settlements.state_refused': { en: 'not approved', es: 'no aprobado' },
} satisfies Catalogue;
