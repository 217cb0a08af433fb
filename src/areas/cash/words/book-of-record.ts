/** What is said of the book of record, by the command line and when telling it says no. */
import type { Catalogue } from '#kernel/words.ts';

export const bookText = {
  'command.posting_file': {
    en: 'makes the posting file for the book of record; writes down what it answered',
    es: 'genera el archivo de asientos para el libro oficial; anota lo que respondió',
  },
  'book.ours': { en: 'this desk', es: 'este sistema' },
  'book.csv': { en: 'mapped CSV', es: 'CSV a medida' },
  'book.oracle': { en: 'Oracle AutoLockbox', es: 'Oracle AutoLockbox' },
  'book.dynamics': { en: 'Dynamics 365 journal', es: 'diario de Dynamics 365' },
  'book.stands': {
    en: 'Book of record of {company}: {system}. Not told yet: {count} lines.',
    es: 'Libro oficial de {company}: {system}. Por comunicar: {count} líneas.',
  },
  'book.made': {
    en: '{file}: {lines} lines, {by_hand} of them to be entered there by hand ({id}).',
    es: '{file}: {lines} líneas, {by_hand} de ellas para registrar allí a mano ({id}).',
  },
  'book.untold': { en: 'By hand: {count} {kind}.', es: 'A mano: {count} {kind}.' },
  'book.kind_receipt': { en: 'receipts', es: 'cobros' },
  'book.kind_application': { en: 'applications', es: 'aplicaciones' },
  'book.kind_unapplication': { en: 'applications taken off', es: 'desaplicaciones' },
  'book.kind_return': { en: 'receipts taken back', es: 'devoluciones' },
  'book.kind_discount': { en: 'discounts', es: 'descuentos' },
  'book.kind_small_difference': { en: 'small differences', es: 'diferencias menores' },
  'book.kind_write_off': { en: 'write-offs', es: 'castigos' },
  'book.kind_refund': { en: 'refunds', es: 'reembolsos' },
  'book.kind_credit_application': { en: 'credits applied', es: 'créditos aplicados' },
  'book.kind_credit_move': { en: 'credits moved', es: 'créditos movidos' },
  'book.answered': {
    en: '{accepted} lines accepted, {rejected} rejected.',
    es: '{accepted} líneas aceptadas, {rejected} rechazadas.',
  },
  'book.id': { en: 'Id', es: 'Id' },
  'book.file': { en: 'File', es: 'Archivo' },
  'book.lines': { en: 'Lines', es: 'Líneas' },
  'book.accepted': { en: 'Accepted', es: 'Aceptadas' },
  'book.rejected': { en: 'Rejected', es: 'Rechazadas' },
} satisfies Catalogue;
