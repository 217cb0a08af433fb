/**
 * What was odd about a file and did not stop it, in words: by the code that its reader gave.
 *
 * A code without words is shown as it is; a test meets every sample, so that none stays so.
 */
import type { Catalogue } from '#kernel/words.ts';

const tables = {
  'table.balances_do_not_run': {
    en: 'The balances do not follow from one another: the list was filtered or sorted before it was saved.',
    es: 'Los saldos no se siguen unos de otros: la lista se filtró u ordenó antes de guardarla.',
  },
  'table.balances_run_both_ways': {
    en: 'The balances hold from either end, so the opening balance stays open.',
    es: 'Los saldos cuadran desde ambos extremos; el saldo inicial queda abierto.',
  },
  'table.column_ambiguous': {
    en: 'Several columns could be {field}: {columns}.',
    es: 'Varias columnas podrían ser {field}: {columns}.',
  },
  'table.column_missing': {
    en: 'No column is known to hold {field}.',
    es: 'No se sabe qué columna contiene {field}.',
  },
  'table.currency_unknown': {
    en: 'The list names no currency.',
    es: 'La lista no nombra ninguna moneda.',
  },
  'table.date_order_unknown': {
    en: 'Is the day or the month first in “{example}” ({column})?',
    es: '¿Va primero el día o el mes en «{example}» ({column})?',
  },
  'table.decimal_mark_unknown': {
    en: 'Is the mark in “{example}” ({column}) a decimal mark or a thousands mark?',
    es: '¿La marca de «{example}» ({column}) es decimal o de millares?',
  },
  'table.row_is_no_movement': {
    en: 'Not a movement, left out: {text}',
    es: 'No es un movimiento y se dejó fuera: {text}',
  },
  'lockbox.payers_differ': {
    en: 'The rows of check {check} name different payers: {names}.',
    es: 'Las filas del cheque {check} nombran pagadores distintos: {names}.',
  },
  'settlement.line_does_not_add': {
    en: 'Gross less fee is not the net of this line.',
    es: 'El bruto menos la comisión no da el neto de esta línea.',
  },
  'settlement.not_paid': {
    en: 'Not paid ({status}), left out.',
    es: 'No pagado ({status}); se dejó fuera.',
  },
} satisfies Catalogue;

const advices = {
  'mail.attachment_unread': {
    en: 'The attachment {name} could not be read ({refusal}).',
    es: 'El adjunto {name} no se pudo leer ({refusal}).',
  },
  'remittance.line_does_not_add': {
    en: 'Gross less what is taken off is not what is paid on {reference}.',
    es: 'El bruto menos lo descontado no da lo pagado de {reference}.',
  },
  'remittance.row_kept_aside': {
    en: 'Neither a document nor an amount: {text}',
    es: 'Ni documento ni importe: {text}',
  },
  'remittance.total_differs': {
    en: 'The advice says {stated} in all, its lines add up to {found}.',
    es: 'El aviso dice {stated} en total; sus líneas suman {found}.',
  },
  'x12.amount_not_in_currency': {
    en: 'An amount in {tag} has more decimals than {currency}.',
    es: 'Un importe de {tag} tiene más decimales que {currency}.',
  },
  'x12.documents_differ_from_payment': {
    en: 'It pays {paid} and names documents for {documents}; the rest waits for a person.',
    es: 'Paga {paid} y nombra documentos por {documents}; el resto espera a una persona.',
  },
  'x12.not_accepted': {
    en: 'The receiver did not accept {set} {control}: {verdict}.',
    es: 'El destinatario no aceptó {set} {control}: {verdict}.',
  },
} satisfies Catalogue;

const banks = {
  'ach.no_day': { en: 'The file names no day.', es: 'El archivo no nombra ningún día.' },
  'ach.routing_unreadable': {
    en: 'The routing number {routing} is not readable.',
    es: 'El número de ruta {routing} no es legible.',
  },
  'bai2.balances_do_not_prove': {
    en: 'Opening balance and movements give {found}; the closing balance says {stated}.',
    es: 'El saldo inicial y los movimientos dan {found}; el saldo final dice {stated}.',
  },
  'bai2.group_corrects': {
    en: 'This group corrects one that was sent before.',
    es: 'Este grupo corrige uno enviado antes.',
  },
  'bai2.group_deletes': {
    en: 'This group takes back one that was sent before.',
    es: 'Este grupo anula uno enviado antes.',
  },
  'bai2.group_is_test': { en: 'This group is a test.', es: 'Este grupo es una prueba.' },
  'camt.details_do_not_add_up': {
    en: 'The details add up to {found}; the entry says {stated}.',
    es: 'Los detalles suman {found}; el asiento dice {stated}.',
  },
  'mt940.empty_statement': {
    en: 'A statement without lines and balances.',
    es: 'Un extracto sin movimientos ni saldos.',
  },
  'mt940.impossible_day': {
    en: 'No calendar has the day written; {taken} was taken.',
    es: 'Ningún calendario tiene el día escrito; se tomó {taken}.',
  },
  'mt940.no_currency': {
    en: 'The statement names no currency.',
    es: 'El extracto no nombra ninguna moneda.',
  },
  'mt940.sums_do_not_prove': {
    en: 'The movements give {found}; the balances say {stated}.',
    es: 'Los movimientos dan {found}; los saldos dicen {stated}.',
  },
  'ofx.corrects_another_line': {
    en: 'This line corrects the line {value}.',
    es: 'Este movimiento corrige el movimiento {value}.',
  },
  'ofx.line_without_amount': {
    en: 'A line without a readable amount: “{value}”.',
    es: 'Un movimiento sin importe legible: «{value}».',
  },
  'ofx.line_without_day': {
    en: 'A line without a readable day: “{value}”.',
    es: 'Un movimiento sin fecha legible: «{value}».',
  },
  'ofx.refused_by_bank': {
    en: 'The bank refused the download: {code} {message}',
    es: 'El banco rechazó la descarga: {code} {message}',
  },
  'read.finer_than_currency': {
    en: '{amount} has more decimals than its currency and was rounded.',
    es: '{amount} tiene más decimales que su moneda y se redondeó.',
  },
  'wire.test_message': {
    en: 'This is a test message; no money moved.',
    es: 'Es un mensaje de prueba; no se movió dinero.',
  },
  'x937.test_file': {
    en: 'This is a test file; no money moved.',
    es: 'Es un archivo de prueba; no se movió dinero.',
  },
  'x937.credit_unread': {
    en: 'A credit record has no readable amount.',
    es: 'Un registro de abono no tiene importe legible.',
  },
} satisfies Catalogue;

export const problemWords = { ...tables, ...advices, ...banks } satisfies Catalogue;
