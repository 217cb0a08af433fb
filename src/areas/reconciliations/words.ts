/** Every refusal of the reconciliations, and what their files and command line say. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { DifferenceKind } from './rules/matching.ts';
import type { ReconciliationRefusal } from './rules/refusal.ts';
import type { AnswerKind } from './rules/signing.ts';

type Kinds = `reconciliation.kind_${DifferenceKind | 'agreed'}`;
type Hows = `reconciliation.how_${AnswerKind}`;

export const words = {
  'reconciliation.day_ahead': {
    en: 'Agree on a day that has come; today is {today}.',
    es: 'Concilie hasta un día que ya llegó; hoy es {today}.',
  },
  'reconciliation.differences_open': {
    en: '{count, plural, one {# difference waits} other {# differences wait}} for an answer.',
    es: '{count, plural, one {# diferencia espera} other {# diferencias esperan}} respuesta.',
  },
  'reconciliation.ends_before_it_begins': {
    en: 'The last day is before the first.',
    es: 'El último día es anterior al primero.',
  },
  'reconciliation.frozen': {
    en: 'It is signed: what was signed does not change. Begin a new one.',
    es: 'Está firmada: lo firmado no cambia. Comience una nueva.',
  },
  'reconciliation.no_item_of_ours': {
    en: 'They do not ask for less of one item of ours: there is nothing to dispute.',
    es: 'No reclaman menos por una sola partida nuestra: no hay nada que disputar.',
  },
  'reconciliation.no_such_account': {
    en: 'There is no such account.',
    es: 'No existe esa cuenta.',
  },
  'reconciliation.no_such_difference': {
    en: 'That difference is gone. Look again.',
    es: 'Esa diferencia ya no existe. Revise de nuevo.',
  },
  'reconciliation.no_such_reconciliation': {
    en: 'There is no such reconciliation on this account.',
    es: 'No existe esa conciliación en esta cuenta.',
  },
  'reconciliation.not_prepared': {
    en: 'Nobody has prepared it yet.',
    es: 'Nadie la ha preparado todavía.',
  },
  'reconciliation.nothing_compared': {
    en: 'Enter first what the customer says it owes.',
    es: 'Ingrese primero lo que el cliente dice que debe.',
  },
  'reconciliation.nothing_read': {
    en: 'No line with a number and an amount could be read.',
    es: 'No se pudo leer ninguna línea con número e importe.',
  },
  'reconciliation.own_work': {
    en: 'Who prepared it does not review it. Ask a second person.',
    es: 'Quien la preparó no la revisa. Pídalo a una segunda persona.',
  },
  'reconciliation.signed_already': { en: 'It is signed already.', es: 'Ya está firmada.' },
  'reconciliation.kind_agreed': { en: 'agreed', es: 'de acuerdo' },
  'reconciliation.kind_amount': { en: 'other amount', es: 'otro importe' },
  'reconciliation.kind_only_ours': { en: 'missing on their side', es: 'falta en su lado' },
  'reconciliation.kind_only_theirs': { en: 'missing on our side', es: 'falta en nuestro lado' },
  'reconciliation.how_dispute': { en: 'Dispute', es: 'Reclamo' },
  'reconciliation.how_send_copy': { en: 'Send a copy', es: 'Enviar copia' },
  'reconciliation.how_apply_cash': { en: 'Apply cash', es: 'Aplicar cobro' },
  'reconciliation.how_ask': { en: 'Ask the customer', es: 'Preguntar al cliente' },
  'reconciliation.how_in_transit': { en: 'On its way', es: 'En camino' },
  'reconciliation.how_ours': { en: 'Our books are right', es: 'Nuestros libros son correctos' },
  'reconciliation.how_theirs': { en: 'Their books are right', es: 'Sus libros son correctos' },
  'reconciliation.bridge': { en: 'Bridge', es: 'Puente' },
  'reconciliation.line': { en: 'Line', es: 'Línea' },
  'reconciliation.amount': { en: 'Amount', es: 'Importe' },
  'reconciliation.opening': { en: 'Opening balance', es: 'Saldo inicial' },
  'reconciliation.invoices': { en: '+ Invoices', es: '+ Facturas' },
  'reconciliation.charges': { en: '+ Charges', es: '+ Cargos' },
  'reconciliation.cash': { en: '− Cash', es: '− Cobros' },
  'reconciliation.credits': { en: '− Credits', es: '− Créditos' },
  'reconciliation.adjustments': { en: '± Adjustments', es: '± Ajustes' },
  'reconciliation.closing': { en: 'Closing balance', es: 'Saldo final' },
  'reconciliation.their_closing': { en: 'Their statement', es: 'Su estado de cuenta' },
  'reconciliation.difference': { en: 'Difference', es: 'Diferencia' },
  'reconciliation.differences': { en: 'Line by line', es: 'Línea por línea' },
  'reconciliation.our_number': { en: 'Our number', es: 'Nuestro número' },
  'reconciliation.their_number': { en: 'Their number', es: 'Su número' },
  'reconciliation.ours': { en: 'Ours', es: 'Nuestro' },
  'reconciliation.theirs': { en: 'Theirs', es: 'Suyo' },
  'reconciliation.what': { en: 'What', es: 'Qué' },
  'reconciliation.answer': { en: 'Answer', es: 'Respuesta' },
  'reconciliation.of_time': {
    en: '{from} to {to}, {currency}',
    es: 'Del {from} al {to}, {currency}',
  },
  'reconciliation.prepared_by': {
    en: 'Prepared by {by} on {on}: {note}',
    es: 'Preparada por {by} el {on}: {note}',
  },
  'reconciliation.reviewed_by': {
    en: 'Reviewed by {by} on {on}: {note}',
    es: 'Revisada por {by} el {on}: {note}',
  },
  'reconciliation.not_prepared_yet': { en: 'Not signed yet', es: 'Aún sin firmar' },
  'reconciliation.not_reviewed': { en: 'Not reviewed yet', es: 'Aún sin revisar' },
} satisfies Record<ReconciliationRefusal | Kinds | Hows, Phrase> & Catalogue;
