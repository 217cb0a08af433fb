/** What is said about a complete open-item file: its totals, why it is not taken in, its age. */
import type { Catalogue } from '#kernel/words.ts';

export const snapshotWords = {
  'snapshot.only_items': {
    en: 'Only a list of open items can be a complete snapshot; this is {kind}.',
    es: 'Solo una lista de partidas abiertas puede ser una foto completa; esto es {kind}.',
  },
  'snapshot.only_items_remedy': {
    en: 'Take it in without declaring it complete.',
    es: 'Incorpórelo sin declararlo completo.',
  },
  'snapshot.day_ahead': {
    en: 'A file of {day} cannot be of a day after today ({today}).',
    es: 'Un archivo del {day} no puede ser de un día posterior a hoy ({today}).',
  },
  'snapshot.day_ahead_remedy': {
    en: 'Give the day the file was exported.',
    es: 'Indique el día en que se exportó el archivo.',
  },
  'snapshot.older_than_last': {
    en: 'A newer file was taken in already: this one is of {day}, the last of {last}.',
    es: 'Ya se incorporó un archivo más reciente: este es del {day}, el último del {last}.',
  },
  'snapshot.older_than_last_remedy': {
    en: 'Take the newest export in, or undo the last snapshot first.',
    es: 'Incorpore la exportación más reciente o deshaga antes la última foto.',
  },
  'snapshot.file_empty': {
    en: 'The file lists no open item. An empty file closes nothing.',
    es: 'El archivo no trae ninguna partida abierta. Un archivo vacío no cierra nada.',
  },
  'snapshot.file_empty_remedy': {
    en: 'Export it again; when everything really is paid, close the last items by hand.',
    es: 'Expórtelo de nuevo; si de verdad todo está pagado, cierre las últimas partidas a mano.',
  },
  'snapshot.file_truncated': {
    en: 'The last row of the file is cut off, so more rows may be missing.',
    es: 'La última fila del archivo está cortada; pueden faltar más filas.',
  },
  'snapshot.file_truncated_remedy': {
    en: 'Export or transfer the file again.',
    es: 'Exporte o transfiera el archivo otra vez.',
  },
  'snapshot.rows_without_number': {
    en: '{count, plural, one {One row cannot be read and does} other {# rows cannot be read and do}} not say which item it is (lines {lines}); one of the items to be closed may be meant.',
    es: '{count, plural, one {Una fila no se puede leer y no dice} other {# filas no se pueden leer y no dicen}} de qué partida es (líneas {lines}); puede ser una de las que se cerrarían.',
  },
  'snapshot.rows_without_number_remedy': {
    en: 'Correct these rows; without their numbers nothing is closed.',
    es: 'Corrija esas filas; sin sus números no se cierra nada.',
  },
  'snapshot.closes_too_much': {
    en: 'The file would close {count} of {of} open items ({amounts}), more than {percent} % of the book.',
    es: 'El archivo cerraría {count} de {of} partidas abiertas ({amounts}), más del {percent} % del libro.',
  },
  'snapshot.closes_too_much_remedy': {
    en: 'If that is right, confirm it: --confirm-closing {count}, or the tick beside the totals.',
    es: 'Si es correcto, confírmelo: --confirm-closing {count}, o la casilla junto a los totales.',
  },
  'snapshot.book_moved': {
    en: 'Somebody posted on these accounts while the file was compared.',
    es: 'Alguien registró movimientos en estas cuentas mientras se comparaba el archivo.',
  },
  'snapshot.book_moved_remedy': {
    en: 'Nothing was stored; take the file in again.',
    es: 'No se guardó nada; incorpore el archivo otra vez.',
  },
  'imports.later_snapshot_stands': {
    en: 'A later snapshot of the same source stands, of {day}.',
    es: 'Hay una foto posterior del mismo origen, del {day}.',
  },
  'imports.later_snapshot_stands_remedy': {
    en: 'Undo the latest one first.',
    es: 'Deshaga antes la última.',
  },
  'imports.closing_answered': {
    en: 'Somebody has said what closed {document} at the source.',
    es: 'Alguien ya indicó qué cerró {document} en origen.',
  },
  'imports.closing_answered_remedy': {
    en: 'Take the next snapshot in instead; it puts right what changed since.',
    es: 'Incorpore la foto siguiente; corrige lo que haya cambiado desde entonces.',
  },
  'closings.none': { en: 'Nothing waits for a word.', es: 'Nada espera respuesta.' },
  'closings.account': { en: 'account', es: 'cuenta' },
  'closings.number': { en: 'document', es: 'documento' },
  'closings.closed_on': { en: 'closed on', es: 'cerrado el' },
  'closings.amount': { en: 'amount', es: 'importe' },
  'closings.currency': { en: 'currency', es: 'moneda' },
  'closings.more': {
    en: 'Only the first {shown} of {count} are shown.',
    es: 'Solo se muestran los primeros {shown} de {count}.',
  },
  'closings.confirmed': {
    en: '{confirmed, plural, one {# item} other {# items}} confirmed.',
    es: '{confirmed, plural, one {# partida confirmada} other {# partidas confirmadas}}.',
  },
  'closings.unknown': {
    en: 'Document {number} is not among those that wait; dunlin closings lists them.',
    es: 'El documento {number} no está entre los que esperan; dunlin closings los muestra.',
  },
  'closings.ambiguous': {
    en: 'More than one item is called {number}; name the company with --company.',
    es: 'Más de una partida se llama {number}; indique la empresa con --company.',
  },
  'closings.usage': {
    en: 'Write: dunlin closings confirm DOCUMENT … --as paid|credited|written_off|error, or --all',
    es: 'Escriba: dunlin closings confirm DOCUMENTO … --as paid|credited|written_off|error, o --all',
  },
  'sources.none': {
    en: 'No complete open-item file was taken in yet.',
    es: 'Aún no se incorporó ningún archivo completo de partidas abiertas.',
  },
  'sources.company': { en: 'company', es: 'empresa' },
  'sources.source': { en: 'source', es: 'origen' },
  'sources.as_of': { en: 'data as of', es: 'datos al' },
  'sources.taken_at': { en: 'taken in', es: 'incorporado' },
  'sources.fresh': { en: 'age', es: 'vigencia' },
  'sources.good': { en: 'fresh', es: 'vigente' },
  'sources.stale': { en: 'OLD', es: 'VIEJO' },
  'sources.to_confirm': { en: 'to confirm', es: 'por confirmar' },
  'sources.ahead': { en: 'ahead of source', es: 'antes que el origen' },
  'sources.kept': { en: 'kept', es: 'conservadas' },
  'imports.no_closing_to_confirm': {
    en: 'One of these items was answered or is open again by now.',
    es: 'Una de estas partidas ya tiene respuesta o vuelve a estar abierta.',
  },
  'imports.no_closing_to_confirm_remedy': {
    en: 'Look at the list again.',
    es: 'Vuelva a mirar la lista.',
  },
  'snapshot.cli_all': {
    en: '{company}: everything open at {source} on {day}',
    es: '{company}: todo lo abierto en {source} el {day}',
  },
  'snapshot.cli_debits': {
    en: '{company}: what is owed to us at {source} on {day}; the file lists no credits, so ours stay as they are',
    es: '{company}: lo que nos deben según {source} el {day}; el archivo no trae créditos, los nuestros quedan igual',
  },
  'snapshot.count': { en: 'items', es: 'partidas' },
  'snapshot.amount': { en: 'amount', es: 'importe' },
  'snapshot.currency': { en: 'currency', es: 'moneda' },
  'snapshot.opening': { en: 'open here before', es: 'abierto aquí antes' },
  'snapshot.fresh': { en: '+ new', es: '+ nuevas' },
  'snapshot.raised': { en: '+ changed up', es: '+ aumentaron' },
  'snapshot.lowered': { en: '− changed down', es: '− disminuyeron' },
  'snapshot.reappeared': { en: '+ reappeared', es: '+ reaparecieron' },
  'snapshot.reposted': {
    en: '± other due day or customer',
    es: '± otro vencimiento o cliente',
  },
  'snapshot.vanished': {
    en: '− closed at source, to confirm',
    es: '− cerradas en origen, por confirmar',
  },
  'snapshot.closing': { en: '= open here after', es: '= abierto aquí después' },
  'snapshot.unchanged': { en: 'unchanged', es: 'sin cambios' },
  'snapshot.ahead': {
    en: 'applied here, not yet at the source',
    es: 'aplicado aquí, aún no en origen',
  },
  'snapshot.kept': { en: 'kept as they were', es: 'conservadas como estaban' },
  'snapshot.file': { en: 'the file’s total', es: 'total del archivo' },
  'snapshot.why_ahead': {
    en: '{item}: {amount} is applied here and not yet known to the source; it stays applied',
    es: '{item}: {amount} está aplicado aquí y el origen aún no lo sabe; sigue aplicado',
  },
  'snapshot.why_unread': {
    en: '{item}: its row could not be read; it stays open with {amount}',
    es: '{item}: su fila no se pudo leer; sigue abierta con {amount}',
  },
  'snapshot.why_reserved': {
    en: '{item}: {amount} is reserved here, so it stays as it is',
    es: '{item}: {amount} está reservado aquí, así que queda como está',
  },
} satisfies Catalogue;
