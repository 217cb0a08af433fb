/** The rules of a credit policy as people read them, one sentence a rule. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { SayingCode } from '../rules/policy-sayings.ts';

const where = {
  en: '{at, select, nowhere {stops nothing} order {stops an order} delivery {stops a delivery} invoice {stops an invoice} order_delivery {stops an order and a delivery} order_invoice {stops an order and an invoice} delivery_invoice {stops a delivery and an invoice} other {stops an order, a delivery and an invoice}}',
  es: '{at, select, nowhere {no detiene nada} order {detiene un pedido} delivery {detiene una entrega} invoice {detiene una factura} order_delivery {detiene un pedido y una entrega} order_invoice {detiene un pedido y una factura} delivery_invoice {detiene una entrega y una factura} other {detiene un pedido, una entrega y una factura}}',
};

const reason = {
  en: '{reason, select, forced {A hold by a person} account_hold {A hold of the account} account_status {The status of the account} over_limit {Going over the limit} group_over_limit {Going over the common limit} limit_expired {An expired limit} no_limit {Having no limit} past_due {Debt past due} broken_promise {A broken promise} no_rate {A missing exchange rate} other {{reason}}}',
  es: '{reason, select, forced {La retención por una persona} account_hold {La retención de la cuenta} account_status {El estado de la cuenta} over_limit {Superar el límite} group_over_limit {Superar el límite común} limit_expired {Un límite vencido} no_limit {No tener límite} past_due {La deuda vencida} broken_promise {Una promesa incumplida} no_rate {La falta de tipo de cambio} other {{reason}}}',
};

export const sayingWords = {
  'credit.rule_companies': {
    en: '{companies, select, all {It counts for every company that no other policy names.} other {It counts for {companies}.}}',
    es: '{companies, select, all {Vale para toda empresa que ninguna otra política nombre.} other {Vale para {companies}.}}',
  },
  'credit.rule_stops': {
    en: `${reason.en} ${where.en}.`,
    es: `${reason.es} ${where.es}.`,
  },
  'credit.rule_tolerance': {
    en: 'A limit may be exceeded by {percent} %.',
    es: 'Un límite puede superarse en un {percent} %.',
  },
  'credit.rule_past_due': {
    en: 'Debt counts as past due from day {days}, with {grace} days of grace{from, select, none {} other {, from {from} on}}.',
    es: 'La deuda cuenta como vencida desde el día {days}, con {grace} días de gracia{from, select, none {} other {, a partir de {from}}}.',
  },
  'credit.rule_broken_promise': {
    en: 'A broken promise counts for {days} days.',
    es: 'Una promesa incumplida cuenta durante {days} días.',
  },
  'credit.rule_status': {
    en: 'An account that stands as {status, select, hold {on hold} bankrupt {bankrupt} legal {with the lawyers} agency {with an agency} written_off {written off} disputed {disputed} promised {promised} plan {on a plan} other {{status}}} is stopped.',
    es: 'Se detiene una cuenta que está {status, select, hold {en espera} bankrupt {en quiebra} legal {con los abogados} agency {en una agencia} written_off {castigada} disputed {en disputa} promised {prometida} plan {en un plan} other {{status}}}.',
  },
  'credit.rule_exclude': {
    en: 'Never stopped are these {what, select, accounts {accounts} segments {segments} other {kinds of accounts}}: {names}.',
    es: 'Nunca se detienen {what, select, accounts {estas cuentas} segments {estos segmentos} other {estas clases de cuentas}}: {names}.',
  },
  'credit.rule_orders_below': {
    en: 'Orders below {below} are not asked about.',
    es: 'No se pregunta por pedidos menores de {below}.',
  },
  'credit.rule_release_on_cash': {
    en: '{releases, select, yes {Cash that clears every reason releases by itself.} other {Cash releases nothing by itself.}}',
    es: '{releases, select, yes {El cobro que resuelve todas las razones libera por sí mismo.} other {El cobro no libera nada por sí mismo.}}',
  },
  'credit.rule_on_return': {
    en: 'When that cash goes back before it ships, {does, select, hold {the order is held again} other {somebody is told}}.',
    es: 'Si ese cobro se devuelve antes del envío, {does, select, hold {el pedido se retiene de nuevo} other {se avisa a alguien}}.',
  },
  'credit.rule_release_days': {
    en: 'A release counts for {days} days.',
    es: 'Una liberación cuenta durante {days} días.',
  },
  'credit.rule_unapplied': {
    en: 'Money on account {counts, select, yes {lessens} other {does not lessen}} what is at risk.',
    es: 'El dinero sin aplicar {counts, select, yes {reduce} other {no reduce}} lo que está en riesgo.',
  },
} satisfies Catalogue & Readonly<Record<SayingCode, Phrase>>;
