/** What is said of letters: refusals, and the list that goes with a print file. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { LetterRefusal } from '../rules/letters/letter.ts';

export const letterWords = {
  'correspondence.nothing_to_print': {
    en: 'No letter waits to be printed.',
    es: 'Ninguna carta espera ser impresa.',
  },
  'correspondence.no_such_batch': {
    en: 'There is no such batch of letters.',
    es: 'No existe ese lote de cartas.',
  },
  'correspondence.batch_mailed_already': {
    en: 'This batch was mailed already.',
    es: 'Este lote ya se envió por correo.',
  },
  'correspondence.mailed_before_printed': {
    en: 'The batch was printed on {on}; it was mailed from that day to today.',
    es: 'El lote se imprimió el {on}; se envió entre ese día y hoy.',
  },
  'correspondence.no_such_letter': {
    en: 'There is no such printed letter.',
    es: 'No existe esa carta impresa.',
  },
  'correspondence.letter_not_mailed': {
    en: 'This letter was not mailed yet. Say first that its batch was.',
    es: 'Esta carta aún no se envió. Indique antes que se envió su lote.',
  },
  'correspondence.letter_gone_already': {
    en: 'This letter was handed over already; it cannot be taken back.',
    es: 'Esta carta ya se entregó; no se puede retirar.',
  },
  'correspondence.letter_withdrawn_already': {
    en: 'This letter was withdrawn already.',
    es: 'Esta carta ya se retiró.',
  },
  'correspondence.letter_returned_already': {
    en: 'This letter is noted as returned already.',
    es: 'Esta carta ya consta como devuelta.',
  },
  'correspondence.certified_number_wrong': {
    en: '{number} is not a number of certified mail: 20 or 22 digits.',
    es: '{number} no es un número de correo certificado: 20 o 22 dígitos.',
  },
  'correspondence.no_such_company': {
    en: 'There is no company {company} to see.',
    es: 'No hay ninguna empresa {company} a la vista.',
  },
  'correspondence.no_printer': {
    en: 'No provider that prints and mails is set up. Start with LOB_API_KEY, or print and mail yourselves.',
    es: 'No hay proveedor que imprima y envíe. Arranque con LOB_API_KEY, o imprima y envíe usted.',
  },
  'correspondence.no_return_address': {
    en: 'The company has no letterhead, so no return address. Save one first.',
    es: 'La empresa no tiene membrete ni, por tanto, remitente. Guarde uno antes.',
  },
  'correspondence.handing_not_unknown': {
    en: 'What became of this letter at the provider is known.',
    es: 'Ya se sabe qué fue de esta carta con el proveedor.',
  },
  'correspondence.handing_unknown': {
    en: 'Of {letters, plural, one {this letter} other {these # letters}} nobody knows whether the provider has them. Say so in the mail log first.',
    es: 'De {letters, plural, one {esta carta} other {estas # cartas}} nadie sabe si el proveedor las tiene. Indíquelo antes en el registro.',
  },
  'command.letters': {
    en: 'Letters: print those that wait as one file with its list, hand a batch to the provider, take a printed one back, or see the queue',
    es: 'Cartas: imprimir las que esperan en un archivo con su lista, entregar un lote al proveedor, retirar una impresa, o ver la cola',
  },
  'letters.handed': {
    en: 'taken {taken}, refused {refused}, unknown {unknown}',
    es: 'aceptadas {taken}, rechazadas {refused}, sin saber {unknown}',
  },
  'letters.printed': {
    en: '{letters, plural, one {# letter} other {# letters}} on {pages, plural, one {# page} other {# pages}}; held: {held}',
    es: '{letters, plural, one {# carta} other {# cartas}} en {pages, plural, one {# página} other {# páginas}}; retenidas: {held}',
  },
  'letters.withdrawn': { en: 'withdrawn: {name}', es: 'retirada: {name}' },
  'letters.queue': {
    en: 'waiting {queued}, held {held}',
    es: 'en espera {queued}, retenidas {held}',
  },
  'manifest.title': { en: 'Letters', es: 'Cartas' },
  'manifest.position': { en: 'No.', es: 'N.º' },
  'manifest.page': { en: 'From page', es: 'Desde página' },
  'manifest.pages': { en: 'Pages', es: 'Páginas' },
  'manifest.account': { en: 'Account', es: 'Cuenta' },
  'manifest.address': { en: 'Address', es: 'Dirección' },
  'manifest.barcode': { en: 'Barcode', es: 'Código de barras' },
  'manifest.enclosures': { en: 'Enclose', es: 'Adjuntar' },
  'manifest.withdrawn': { en: 'Take out', es: 'Quitar' },
} satisfies Catalogue & Readonly<Record<LetterRefusal, Phrase>>;
