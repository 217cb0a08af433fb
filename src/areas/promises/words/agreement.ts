/**
 * What the agreement of a payment plan says, in both languages: the same facts, the same figures
 * (Cal. Civ. Code 1632 asks for the language in which it was negotiated).
 */
import type { Catalogue } from '#kernel/words.ts';

export const agreementWords = {
  title: { en: 'Payment plan agreement', es: 'Acuerdo de plan de pagos' },
  creditor: { en: 'Creditor', es: 'Acreedor' },
  customer: { en: 'Customer', es: 'Cliente' },
  account: { en: 'Account', es: 'Cuenta' },
  agreed_with: { en: 'Agreed with', es: 'Acordado con' },
  made_on: { en: 'Offered on', es: 'Ofrecido el' },
  version: { en: 'Version', es: 'Versión' },
  covers: { en: 'Debts covered', es: 'Deudas cubiertas' },
  document: { en: 'Document', es: 'Documento' },
  due: { en: 'Due', es: 'Vence' },
  amount: { en: 'Amount', es: 'Importe' },
  figures: { en: 'What it costs', es: 'Lo que cuesta' },
  why_more_than_4_installments: {
    en: 'Disclosures under Regulation Z, 12 CFR 1026.17 and .18: more than four instalments.',
    es: 'Información según la Regulación Z, 12 CFR 1026.17 y .18: más de cuatro cuotas.',
  },
  why_finance_charge: {
    en: 'Disclosures under Regulation Z, 12 CFR 1026.17 and .18: a finance charge is payable.',
    es: 'Información según la Regulación Z, 12 CFR 1026.17 y .18: hay un cargo financiero.',
  },
  down: { en: 'Down payment', es: 'Pago inicial' },
  amount_financed: {
    en: 'Amount financed: the debt less the down payment',
    es: 'Monto financiado: la deuda menos el pago inicial',
  },
  fee: { en: 'Fee', es: 'Cargo' },
  interest: { en: 'Interest', es: 'Intereses' },
  finance_charge: {
    en: 'Finance charge: what the credit costs in dollars',
    es: 'Cargo financiero: lo que el crédito cuesta en dinero',
  },
  apr: {
    en: 'Annual percentage rate: what the credit costs a year',
    es: 'Tasa de porcentaje anual: lo que el crédito cuesta al año',
  },
  total_of_payments: { en: 'Total of payments', es: 'Total de pagos' },
  total_paid: {
    en: 'Total with the down payment',
    es: 'Total con el pago inicial',
  },
  schedule: { en: 'Payment schedule', es: 'Calendario de pagos' },
  no: { en: 'No.', es: 'N.º' },
  terms: { en: 'Terms', es: 'Condiciones' },
  term_grace: {
    en: 'A payment counts as on time until {days} days after its due day.',
    es: 'Un pago cuenta como puntual hasta {days} días después de su vencimiento.',
  },
  term_default: {
    en: 'The plan is broken when {count} payments are missed or one is more than 30 days late. You then have {days} days to pay what is past due; after that the whole debt is due as before the plan.',
    es: 'El plan se incumple cuando faltan {count} pagos o uno se atrasa más de 30 días. Entonces tiene {days} días para pagar lo vencido; después toda la deuda es exigible como antes del plan.',
  },
  term_standing: {
    en: 'While you keep the plan you are asked for its instalments only.',
    es: 'Mientras cumpla el plan, solo se le piden sus cuotas.',
  },
  term_prepay: {
    en: 'You may pay early at any time. No charge is made for it.',
    es: 'Puede pagar antes en cualquier momento. No se cobra por ello.',
  },
  term_late: {
    en: 'No late charge is made under this plan.',
    es: 'Este plan no tiene cargo por pago tardío.',
  },
  term_security: {
    en: 'The plan is not secured by any property.',
    es: 'El plan no está garantizado con ningún bien.',
  },
  term_autopay: {
    en: 'Automatic payment is offered, never required.',
    es: 'El pago automático se ofrece, nunca se exige.',
  },
  term_time: {
    en: 'In some states a payment or this agreement begins the time in which the debt may be sued for anew.',
    es: 'En algunos estados, un pago o este acuerdo reinicia el plazo para demandar por la deuda.',
  },
  term_copy: {
    en: 'You receive a written copy by {day}. No payment is asked for before it.',
    es: 'Recibirá una copia por escrito a más tardar el {day}. No se le pide ningún pago antes.',
  },
  sign_customer: { en: 'Customer, date', es: 'Cliente, fecha' },
  sign_creditor: { en: 'Creditor, date', es: 'Acreedor, fecha' },
} satisfies Catalogue;
