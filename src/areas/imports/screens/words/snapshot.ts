/** What the screens say about complete open-item files and what they closed. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  snapshot: { en: 'Complete open items', es: 'Partidas abiertas completas' },
  snapshot_tick: {
    en: 'This file lists everything that is open at its source',
    es: 'Este archivo trae todo lo que está abierto en su origen',
  },
  snapshot_why: {
    en: 'Then items that are not in it any more are closed at source, to confirm, and nobody is chased for them. You see the totals first.',
    es: 'Entonces, las partidas que ya no estén se cierran en origen, por confirmar, y a nadie se le reclaman. Antes verá los totales.',
  },
  snapshot_suggested: {
    en: 'Open items of {source} came in before: is this its next complete file?',
    es: 'Ya se incorporaron partidas abiertas de {source}: ¿es este su siguiente archivo completo?',
  },
  source: { en: 'Source', es: 'Origen' },
  source_hint: {
    en: 'What the system is called: oracle-erp',
    es: 'Cómo se llama el sistema: oracle-erp',
  },
  as_of: { en: 'Complete as of', es: 'Completo al' },
  from_book_to_file: { en: 'From our book to the file', es: 'De nuestro libro al archivo' },
  covers_all: {
    en: 'Everything of this source, credits and money on account included.',
    es: 'Todo lo de este origen, incluidos créditos y dinero a cuenta.',
  },
  covers_debits: {
    en: 'What is owed to us; the file lists no credits, so ours stay as they are.',
    es: 'Lo que nos deben; el archivo no trae créditos, los nuestros quedan igual.',
  },
  items: { en: 'Items', es: 'Partidas' },
  amount: { en: 'Amount', es: 'Importe' },
  opening: { en: 'Open here before', es: 'Abierto aquí antes' },
  fresh: { en: 'New', es: 'Nuevas' },
  raised: { en: 'Changed up', es: 'Aumentaron' },
  lowered: { en: 'Changed down', es: 'Disminuyeron' },
  reappeared: { en: 'Reappeared', es: 'Reaparecieron' },
  reposted: { en: 'Other due day or customer', es: 'Otro vencimiento o cliente' },
  vanished: { en: 'Closed at source, to confirm', es: 'Cerradas en origen, por confirmar' },
  closing: { en: 'Open here after', es: 'Abierto aquí después' },
  ahead: { en: 'Applied here, not yet there', es: 'Aplicado aquí, aún no allí' },
  kept: { en: 'Kept as they were', es: 'Conservadas como estaban' },
  file: { en: 'Total of the file', es: 'Total del archivo' },
  exceptions: {
    en: '{count, plural, one {One item} other {# items}} not decided by the file',
    es: '{count, plural, one {Una partida} other {# partidas}} que el archivo no decide',
  },
  why_ahead: {
    en: 'is applied here and not yet known to the source',
    es: 'está aplicado aquí y el origen aún no lo sabe',
  },
  why_unread: {
    en: 'stays open: its row could not be read',
    es: 'sigue abierta: su fila no se pudo leer',
  },
  why_reserved: {
    en: 'stays as it is: it is reserved here',
    es: 'queda como está: está reservada aquí',
  },
  confirm_closing: {
    en: '{count, plural, one {Yes, close this item} other {Yes, close these # items}}',
    es: '{count, plural, one {Sí, cerrar esta partida} other {Sí, cerrar estas # partidas}}',
  },
  confirm_first: {
    en: 'Confirm what the file closes first.',
    es: 'Confirme antes lo que el archivo cierra.',
  },
  not_like_this: {
    en: 'The file cannot be taken in like this.',
    es: 'El archivo no se puede incorporar así.',
  },
  closed_at_source: { en: 'Closed at source', es: 'Cerradas en origen' },
  closings_sub: {
    en: '{count, plural, =0 {nothing to confirm} one {one item to confirm} other {# items to confirm}}',
    es: '{count, plural, =0 {nada por confirmar} one {una partida por confirmar} other {# partidas por confirmar}}',
  },
  closings_none: { en: 'Nothing waits to be confirmed', es: 'Nada espera confirmación' },
  closings_none_why: {
    en: 'Items that a complete open-item file no longer lists stand here until somebody says what closed them.',
    es: 'Aquí están las partidas que un archivo completo ya no trae, hasta que alguien diga qué las cerró.',
  },
  closing_line: {
    en: 'due {due}, gone from {source} on {closed}',
    es: 'vencía el {due}, ya no está en {source} desde el {closed}',
  },
  choose_all: { en: 'All shown', es: 'Todas las mostradas' },
  answer_paid: { en: 'Paid there', es: 'Pagado allí' },
  answer_credited: { en: 'Credited there', es: 'Abonado allí' },
  answer_written_off: { en: 'Written off there', es: 'Castigado allí' },
  answer_error: { en: 'Error: open again', es: 'Error: reabrir' },
  choose_first: { en: 'Choose items first.', es: 'Elija antes las partidas.' },
  more: { en: 'Show more', es: 'Mostrar más' },
  confirmed: {
    en: '{count, plural, one {One item confirmed} other {# items confirmed}}',
    es: '{count, plural, one {Una partida confirmada} other {# partidas confirmadas}}',
  },
  data_as_of: {
    en: 'Data from {source} as of {day}, taken in {taken}',
    es: 'Datos de {source} al {day}, incorporados {taken}',
  },
  data_old: {
    en: 'Today’s file is missing: data from {source} is of {day}',
    es: 'Falta el archivo de hoy: los datos de {source} son del {day}',
  },
} satisfies Catalogue;
