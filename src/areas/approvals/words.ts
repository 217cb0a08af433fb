/** Every refusal of approvals, and what a request says of itself. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { ApprovalKind } from './rules/authority.ts';
import { words as dutyWords } from './words/duties.ts';
import { words as evidenceWords } from './words/evidence.ts';
import type { AskAuthorityRefusal, DecideRefusal, WithdrawRefusal } from './rules/refusal.ts';

type Said =
  | Exclude<DecideRefusal, 'approvals.evidence_missing'>
  | WithdrawRefusal
  | AskAuthorityRefusal;
type OfKind = `approvals.kind_${ApprovalKind}` | `approvals.title_${ApprovalKind}`;

export const words = {
  ...dutyWords,
  ...evidenceWords,
  'approvals.kind_write_off': { en: 'Write-off', es: 'Castigo de saldo' },
  'approvals.kind_authority': { en: 'Authority to approve', es: 'Facultad de aprobar' },
  'approvals.title_write_off': {
    en: 'Write off {document} of {name}',
    es: 'Castigar {document} de {name}',
  },
  'approvals.title_authority': {
    en: 'Another authority: {of}',
    es: 'Otra facultad: {of}',
  },
  'approvals.kind_refund': { en: 'Refund', es: 'Reembolso' },
  'approvals.kind_credit_memo': { en: 'Credit memo', es: 'Nota de crédito' },
  'approvals.kind_waiver': { en: 'Waived charge', es: 'Cargo condonado' },
  'approvals.kind_credit_limit': { en: 'Credit limit', es: 'Límite de crédito' },
  'approvals.kind_order_release': { en: 'Released order', es: 'Pedido liberado' },
  'approvals.kind_plan': { en: 'Payment plan', es: 'Plan de pagos' },
  'approvals.kind_settlement': { en: 'Settlement', es: 'Arreglo de pago' },
  'approvals.kind_bank_details': { en: 'Bank details', es: 'Datos bancarios' },
  'approvals.title_refund': { en: 'Refund to {name}', es: 'Reembolso a {name}' },
  'approvals.title_credit_memo': {
    en: 'Credit memo on {document} of {name}',
    es: 'Nota de crédito sobre {document} de {name}',
  },
  'approvals.title_waiver': {
    en: 'Waive {document} of {name}',
    es: 'Condonar {document} de {name}',
  },
  'approvals.title_credit_limit': {
    en: 'Credit limit of {name}',
    es: 'Límite de crédito de {name}',
  },
  'approvals.title_no_credit_limit': {
    en: 'No credit limit any more for {name}: any amount',
    es: 'Sin límite de crédito para {name}: cualquier importe',
  },
  'approvals.title_order_release': {
    en: 'Release order {document} of {name}',
    es: 'Liberar el pedido {document} de {name}',
  },
  'approvals.title_plan': { en: 'Payment plan of {name}', es: 'Plan de pagos de {name}' },
  'approvals.title_settlement': { en: 'Settlement with {name}', es: 'Arreglo con {name}' },
  'approvals.title_bank_details': {
    en: 'Bank details of {name}',
    es: 'Datos bancarios de {name}',
  },
  'approvals.asked_already': {
    en: 'Somebody has asked for this already, and it is still open.',
    es: 'Alguien ya lo ha pedido y sigue abierto.',
  },
  'approvals.authority_unfit': {
    en: '{problem, select, unknown_role {There is no role {at}.} role_twice {The role {at} stands twice.} not_rising {The limit of {at} is not above the one before it.} other {{at} is no amount.}}',
    es: '{problem, select, unknown_role {No hay ninguna función {at}.} role_twice {La función {at} aparece dos veces.} not_rising {El límite de {at} no supera al anterior.} other {{at} no es un importe.}}',
  },
  'approvals.beyond_authority': {
    en: 'This is beyond what you may approve; it takes the role {who, select, senior {senior collector} manager {AR manager} controller {controller} cfo {CFO} nobody {nobody} other {{who}}}.',
    es: 'Supera lo que usted puede aprobar; hace falta la función {who, select, senior {gestor sénior} manager {jefe de cobranza} controller {contralor} cfo {director financiero} nobody {nadie} other {{who}}}.',
  },
  'approvals.decided_already': {
    en: 'You have said your word already, or your cover has said it for you.',
    es: 'Usted ya se pronunció, o su suplente lo hizo por usted.',
  },
  'approvals.no_such_request': {
    en: 'There is no such request in your companies.',
    es: 'No existe esa solicitud en sus empresas.',
  },
  'approvals.nobody_may': {
    en: 'Nobody may approve {amount}. Widen the authority first.',
    es: 'Nadie puede aprobar {amount}. Amplíe antes la facultad.',
  },
  'approvals.not_open': {
    en: '{state, select, granted {It is granted already.} refused {It is refused already.} withdrawn {Who asked took it back.} other {Its last day has passed. Ask again.}}',
    es: '{state, select, granted {Ya está concedida.} refused {Ya está denegada.} withdrawn {Quien la pidió la retiró.} other {Su último día pasó. Pídala de nuevo.}}',
  },
  'approvals.not_yours': {
    en: 'Only who asked for it takes it back.',
    es: 'Solo la retira quien la pidió.',
  },
  'approvals.only_people_ask': {
    en: 'Only a person asks for approval, not a job or the command line.',
    es: 'Solo una persona pide aprobación, no una tarea ni la línea de comandos.',
  },
  'approvals.only_people_decide': {
    en: 'Only a person decides, not a job or the command line.',
    es: 'Solo decide una persona, no una tarea ni la línea de comandos.',
  },
  'approvals.own_request': {
    en: 'Nobody decides what they asked for themselves.',
    es: 'Nadie decide lo que pidió.',
  },
  'command.approvals': {
    en: 'What waits for a second person',
    es: 'Lo que espera a una segunda persona',
  },
  'approvals.none': { en: 'Nothing waits for approval.', es: 'Nada espera aprobación.' },
  'approvals.id': { en: 'Id', es: 'Id' },
  'approvals.what': { en: 'What', es: 'Qué' },
  'approvals.amount': { en: 'Amount', es: 'Importe' },
  'approvals.who': { en: 'Asked by', es: 'La pide' },
  'approvals.until': { en: 'Until', es: 'Hasta' },
  'approvals.state': { en: 'State', es: 'Estado' },
  'approvals.state_open': { en: 'open', es: 'abierta' },
  'approvals.state_granted': { en: 'granted', es: 'concedida' },
  'approvals.state_refused': { en: 'refused', es: 'denegada' },
  'approvals.state_withdrawn': { en: 'withdrawn', es: 'retirada' },
  'approvals.state_expired': { en: 'expired', es: 'caducada' },
} satisfies Record<Said | OfKind, Phrase> & Catalogue;
