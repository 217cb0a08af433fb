/** What is said of rows that come in with a doubt, and of rows that are left out. */
import type { Phrase } from '#kernel/words.ts';
import type { RowWarningCode, SkipReason } from '../rules/problems.ts';

export const rowNoteWords = {
  'import.due_before_issue': {
    en: 'Due on {dueOn}, before it was issued on {issuedOn}.',
    es: 'Vence el {dueOn}, antes de emitirse el {issuedOn}.',
  },
  'import.amount_rounded': {
    en: '“{value}” was rounded to the decimals of {currency}.',
    es: '«{value}» se redondeó a los decimales de {currency}.',
  },
  'import.amounts_disagree': {
    en: 'What is open and what is paid do not add up to the amount.',
    es: 'Lo pendiente y lo pagado no suman el importe.',
  },
  'import.flag_unreadable': {
    en: '“{value}” under “{column}” is neither yes nor no; it was left open.',
    es: '«{value}» en «{column}» no es ni sí ni no; quedó sin decidir.',
  },
  'import.document_kind_unknown': {
    en: '“{value}” is an unknown kind of document; its sign decided.',
    es: '«{value}» es un tipo de documento desconocido; decidió su signo.',
  },
  'import.negative_invoice': {
    en: 'An invoice with a negative amount was taken as a credit memo.',
    es: 'Una factura con importe negativo se tomó como nota de crédito.',
  },
  'read.short_row': {
    en: 'The row has {cells} values under {width} columns; the last ones were taken as empty.',
    es: 'La fila tiene {cells} valores bajo {width} columnas; los últimos se tomaron como vacíos.',
  },
  'read.stray_quote': {
    en: 'A quotation mark opens here and is never closed; it was taken as part of the value.',
    es: 'Aquí se abren comillas que no se cierran; se tomaron como parte del valor.',
  },
  'read.undecodable_text': {
    en: 'Some characters of the row could not be read.',
    es: 'Algunos caracteres de la fila no se pudieron leer.',
  },
  'read.unreadable_cell': {
    en: 'Cell {cell} holds a date that no calendar has; it was taken as empty.',
    es: 'La celda {cell} tiene una fecha que no existe; se tomó como vacía.',
  },
  'import.blank_row': { en: 'Blank row.', es: 'Fila en blanco.' },
  'import.duplicate_row': {
    en: 'The same as line {first}; it was taken once.',
    es: 'Igual que la línea {first}; se tomó una sola vez.',
  },
  'import.deleted_in_source': {
    en: 'Deleted in the system it comes from.',
    es: 'Borrada en el sistema de origen.',
  },
  'import.total_row': { en: 'A total of other rows.', es: 'Un total de otras filas.' },
  'import.heading_row': {
    en: 'A heading: nothing stands in the columns that are read.',
    es: 'Un encabezado: no hay nada en las columnas que se leen.',
  },
  'import.already_closed': {
    en: 'Closed already, and the file does not say on which day.',
    es: 'Ya está saldado y el archivo no dice qué día.',
  },
} satisfies Readonly<Record<RowWarningCode | SkipReason, Phrase>>;
