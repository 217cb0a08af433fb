/** What each kind of deadline is called; a kind without its words does not compile. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { ClockKind } from '../rules/kinds.ts';

export const kindWords = {
  'clocks.kind_account_hold_end': {
    en: 'Hold of an account ends',
    es: 'Termina la retención de una cuenta',
  },
  'clocks.kind_action_step': { en: 'Step of an action plan', es: 'Paso de un plan de acción' },
  'clocks.kind_adverse_action': {
    en: 'Notice of a credit decision',
    es: 'Aviso de una decisión de crédito',
  },
  'clocks.kind_appeal': { en: 'Window of appeal', es: 'Plazo de apelación' },
  'clocks.kind_approval_expiry': {
    en: 'Request for approval lapses',
    es: 'Caduca una solicitud de aprobación',
  },
  'clocks.kind_billing_error_acknowledge': {
    en: 'Acknowledge a billing error',
    es: 'Acusar recibo de un error de facturación',
  },
  'clocks.kind_billing_error_resolve': {
    en: 'Resolve a billing error',
    es: 'Resolver un error de facturación',
  },
  'clocks.kind_bulk_details': {
    en: 'Details of a bulk credit',
    es: 'Detalle de un abono consolidado',
  },
  'clocks.kind_cash_review': {
    en: 'Look over a day’s postings',
    es: 'Revisar lo contabilizado en un día',
  },
  'clocks.kind_certificate_expiry': { en: 'Certificate lapses', es: 'Caduca un certificado' },
  'clocks.kind_chargeback_answer': {
    en: 'Evidence against a chargeback',
    es: 'Pruebas contra un contracargo',
  },
  'clocks.kind_complaint_acknowledge': {
    en: 'Acknowledge a complaint',
    es: 'Acusar recibo de una queja',
  },
  'clocks.kind_complaint_answer': { en: 'Answer a complaint', es: 'Responder a una queja' },
  'clocks.kind_credit_limit_expiry': {
    en: 'Credit limit lapses',
    es: 'Caduca un límite de crédito',
  },
  'clocks.kind_credit_review': { en: 'Review of credit', es: 'Revisión de crédito' },
  'clocks.kind_dispute_answer': { en: 'Answer a dispute', es: 'Responder a un reclamo' },
  'clocks.kind_dispute_research': { en: 'Look into a dispute', es: 'Investigar un reclamo' },
  'clocks.kind_escalation_answer': {
    en: 'Answer an escalation',
    es: 'Responder a un escalamiento',
  },
  'clocks.kind_escalation_back': {
    en: 'An escalation was answered',
    es: 'Se respondió un escalamiento',
  },
  'clocks.kind_medicare_60d': {
    en: 'Report and return an overpayment',
    es: 'Informar y devolver un pago en exceso',
  },
  'clocks.kind_order_review': { en: 'Look at a held order', es: 'Revisar un pedido retenido' },
  'clocks.kind_plan_amount_notice': {
    en: 'Tell of a changed debit',
    es: 'Avisar de un cargo que cambia',
  },
  'clocks.kind_plan_copy': {
    en: 'Written copy of a plan',
    es: 'Copia escrita de un plan de pagos',
  },
  'clocks.kind_plan_cure': { en: 'Mend a broken plan', es: 'Subsanar un plan incumplido' },
  'clocks.kind_plan_instalment': { en: 'Instalment of a plan', es: 'Cuota de un plan de pagos' },
  'clocks.kind_r2t4_notice': {
    en: 'Notice of a grant overpayment',
    es: 'Aviso de una beca pagada en exceso',
  },
  'clocks.kind_r2t4_offer': {
    en: 'Post-withdrawal disbursement',
    es: 'Desembolso posterior al retiro',
  },
  'clocks.kind_r2t4_return': {
    en: 'Return of Title IV funds',
    es: 'Devolución de fondos del Título IV',
  },
  'clocks.kind_refund_card': { en: 'Refund to a card', es: 'Reembolso a una tarjeta' },
  'clocks.kind_refund_check_differs': {
    en: 'Check paid with another amount',
    es: 'Cheque pagado por otro importe',
  },
  'clocks.kind_refund_good_faith': {
    en: 'Refund of what is left on credit',
    es: 'Reembolso del saldo a favor restante',
  },
  'clocks.kind_refund_stale': {
    en: 'Check of a refund that nobody cashed',
    es: 'Cheque de reembolso que nadie cobró',
  },
  'clocks.kind_refund_undelivered': {
    en: 'Refund that came back',
    es: 'Reembolso que fue devuelto',
  },
  'clocks.kind_refund_written_request': {
    en: 'Refund asked for in writing',
    es: 'Reembolso pedido por escrito',
  },
  'clocks.kind_settlement_offer': {
    en: 'Offer of settlement lapses',
    es: 'Vence una oferta de arreglo',
  },
  'clocks.kind_title_iv_14d': {
    en: 'Title IV credit to the student',
    es: 'Saldo del Título IV al estudiante',
  },
  'clocks.kind_title_iv_240d': {
    en: 'Uncashed Title IV refund back to the Department',
    es: 'Reembolso del Título IV sin cobrar, al Departamento',
  },
  'clocks.kind_unclaimed_dormant': {
    en: 'Unclaimed money falls dormant',
    es: 'Dinero no reclamado queda inactivo',
  },
  'clocks.kind_unclaimed_notice': {
    en: 'Letter to the owner of unclaimed money',
    es: 'Carta al dueño de dinero no reclamado',
  },
  'clocks.kind_unclaimed_report': {
    en: 'Report of unclaimed money',
    es: 'Informe de dinero no reclamado',
  },
} satisfies Record<`clocks.kind_${ClockKind}`, Phrase> & Catalogue;
