/** What the screens of the originals say. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  originals: { en: 'Originals', es: 'Originales' },
  none: { en: 'No original invoice is kept.', es: 'No se guarda ninguna factura original.' },
  invoice: { en: 'Invoice', es: 'Factura' },
  delivery: { en: 'Proof of delivery', es: 'Prueba de entrega' },
  version: { en: 'version {version}', es: 'versión {version}' },
  earlier: { en: 'earlier version', es: 'versión anterior' },
  open: { en: 'Open {kind} {number}', es: 'Abrir {kind} {number}' },
  save: { en: 'Save', es: 'Guardar' },
  save_long: { en: 'Save {file}', es: 'Guardar {file}' },
  choose_copy: { en: 'Choose {kind} {number}', es: 'Elegir {kind} {number}' },
  send_copy: { en: 'Send copy', es: 'Enviar copia' },
  choose_first: { en: 'Choose an original first.', es: 'Elija antes un original.' },
  all: { en: 'Show all {count}', es: 'Mostrar los {count}' },
  drop: {
    en: 'Drop original invoices and proofs of delivery here',
    es: 'Suelte aquí facturas y pruebas de entrega originales',
  },
  drop_why: {
    en: 'PDF, PNG, JPEG or TIFF, up to 50 at once. The invoice number in the name links each file: INV-1004.pdf, 1004_POD.pdf.',
    es: 'PDF, PNG, JPEG o TIFF, hasta 50 a la vez. El número de factura en el nombre enlaza cada archivo: INV-1004.pdf, 1004_POD.pdf.',
  },
  choose: { en: 'Choose files', es: 'Elegir archivos' },
  reading: {
    en: 'Taking in {count, plural, one {# file} other {# files}} …',
    es: 'Recibiendo {count, plural, one {# archivo} other {# archivos}} …',
  },
  linked: {
    en: '{count, plural, =0 {No file was linked.} one {# file was linked.} other {# files were linked.}}',
    es: '{count, plural, =0 {No se enlazó ningún archivo.} one {Se enlazó # archivo.} other {Se enlazaron # archivos.}}',
  },
  duplicates: {
    en: '{count, plural, one {# was known already.} other {# were known already.}}',
    es: '{count, plural, one {# ya se conocía.} other {# ya se conocían.}}',
  },
  linked_to: {
    en: '{file}: {number}, account {account}, version {version}',
    es: '{file}: {number}, cuenta {account}, versión {version}',
  },
  waiting: { en: 'Waiting to be linked', es: 'Pendientes de enlazar' },
  waiting_none: {
    en: 'Nothing waits: every file found its invoice.',
    es: 'No hay pendientes: cada archivo encontró su factura.',
  },
  link: { en: 'Link', es: 'Enlazar' },
  link_long: { en: 'Link {file}', es: 'Enlazar {file}' },
  put_aside: { en: 'Put aside', es: 'Apartar' },
  put_aside_long: { en: 'Put {file} aside', es: 'Apartar {file}' },
  account: { en: 'Account number', es: 'Número de cuenta' },
  company: { en: 'Company, when several have it', es: 'Empresa, si varias lo tienen' },
  number: { en: 'Invoice number', es: 'Número de factura' },
  kind: { en: 'What it is', es: 'Qué es' },
  reason: { en: 'Reason', es: 'Motivo' },
  linked_said: { en: '{file} is linked.', es: '{file} quedó enlazado.' },
  aside_said: { en: '{file} is put aside.', es: '{file} quedó apartado.' },
  not_taken: { en: 'Not taken', es: 'No recibidos' },
} satisfies Catalogue;
