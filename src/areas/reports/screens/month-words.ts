/** What the month-end page says. */
import type { Catalogue } from '#kernel/words.ts';
import { standardSteps } from '../rules/month-end.ts';

export const words = {
  month_end: { en: 'Month end', es: 'Cierre de mes' },
  days: { en: '{from} to {to}', es: 'del {from} al {to}' },
  state_open: { en: 'open', es: 'abierto' },
  state_soft: { en: 'closed softly', es: 'cierre provisional' },
  state_hard: { en: 'closed for good', es: 'cierre definitivo' },
  before: { en: 'Period before', es: 'Período anterior' },
  after: { en: 'Period after', es: 'Período siguiente' },
  lies_ahead: { en: 'The next period has not begun', es: 'El período siguiente no ha empezado' },
  whole_book: { en: 'Whole book in {currency}', es: 'Libro entero en {currency}' },
  aging: { en: 'Aging of the last day', es: 'Antigüedad del último día' },
  posted_later: { en: 'Posted in a later period', es: 'Contabilizado en un período posterior' },
  effective_before: { en: 'Effective before the period', es: 'Efectivo antes del período' },
  credits: { en: 'Unapplied money and credits', es: 'Dinero sin aplicar y créditos' },
  revaluation: { en: 'Exchange revaluation', es: 'Revaluación cambiaria' },
  unexplained: { en: 'Not explained', es: 'Sin explicar' },
  agrees: { en: 'agrees', es: 'coincide' },
  differs: { en: 'differs', es: 'difiere' },
  gl: { en: 'General ledger', es: 'Libro mayor' },
  no_balance: { en: 'not entered yet', es: 'sin registrar' },
  books: { en: 'Our books, by posting day', es: 'Nuestros libros, por fecha contable' },
  earlier: {
    en: 'Of it: effective before the period',
    es: 'De ello: efectivo antes del período',
  },
  credits_within: {
    en: 'Within the aging: unapplied money and credits',
    es: 'En la antigüedad: dinero sin aplicar y créditos',
  },
  revaluation_beside: {
    en: 'Beside it: exchange revaluation',
    es: 'Aparte: revaluación cambiaria',
  },
  closings: {
    en: 'Closed at source, not confirmed',
    es: 'Cerrado en origen, sin confirmar',
  },
  kind_closing: { en: 'closed at source', es: 'cerrado en origen' },
  after_close: { en: 'Posted after the soft close', es: 'Registrado tras el cierre provisional' },
  after_close_count: {
    en: '{count, plural, one {# entry was} other {# entries were}} posted after the soft close.',
    es: '{count, plural, one {# asiento} other {# asientos}} tras el cierre provisional.',
  },
  posted_by: { en: '{by}: {reason}', es: '{by}: {reason}' },
  confirm_closings: { en: 'Confirm what they were', es: 'Confirmar qué fueron' },
  rows: { en: 'Show rows', es: 'Ver filas' },
  no_rows: { en: 'Nothing', es: 'Nada' },
  more_rows: { en: 'Only the first 200 are shown.', es: 'Solo se muestran las primeras 200.' },
  effective: { en: 'effective {day}', es: 'efectivo el {day}' },
  posted: { en: 'posted {day}', es: 'contabilizado el {day}' },
  enter_balance: { en: 'Enter balance', es: 'Registrar saldo' },
  change_balance: { en: 'Change balance', es: 'Cambiar saldo' },
  gl_balance: {
    en: 'What the general ledger says at the end of the period',
    es: 'Lo que dice el libro mayor al final del período',
  },
  without_credits: {
    en: 'Unapplied money and credits stand in another account',
    es: 'El dinero sin aplicar y los créditos están en otra cuenta',
  },
  with_revaluation: {
    en: 'The exchange revaluation stands in this account',
    es: 'La revaluación cambiaria está en esta cuenta',
  },
  note: { en: 'Note', es: 'Nota' },
  amount: { en: 'Amount', es: 'Importe' },
  save: { en: 'Save', es: 'Guardar' },
  explain: { en: 'Explain', es: 'Explicar' },
  explain_why: {
    en: 'General ledger less ours: positive when theirs is higher.',
    es: 'Libro mayor menos lo nuestro: positivo si el mayor es más alto.',
  },
  take_back: { en: 'Take back', es: 'Retirar' },
  is_signed: { en: 'The period is signed off', es: 'El período está firmado' },
  checklist: { en: 'Checklist', es: 'Lista de control' },
  change_checklist: { en: 'Change the checklist', es: 'Cambiar la lista de control' },
  in_english: { en: 'Step {number} in English', es: 'Paso {number} en inglés' },
  in_spanish: { en: 'Step {number} in Spanish', es: 'Paso {number} en español' },
  leave_out: { en: 'Leave out', es: 'Quitar' },
  add_step: { en: 'Add a step', es: 'Añadir un paso' },
  standard_checklist: { en: 'Back to the standard list', es: 'Volver a la lista estándar' },
  both_languages: {
    en: 'Every step needs its words in both languages',
    es: 'Cada paso necesita sus palabras en ambos idiomas',
  },
  ticks_signed: {
    en: 'The period is signed off, so the list stands as it was.',
    es: 'El período está firmado; la lista queda como estaba.',
  },
  by_facts: { en: 'by the book itself', es: 'por el propio libro' },
  ticked_by: { en: 'by {by}', es: 'por {by}' },
  sign: { en: 'Sign off', es: 'Firmar' },
  close_first: { en: 'Close the period softly first', es: 'Haga primero el cierre provisional' },
  signed: {
    en: 'Signed off by {by} on {at}; these are the figures as known at {knownAt}.',
    es: 'Firmado por {by} el {at}; son las cifras según lo conocido el {knownAt}.',
  },
  as_xlsx: { en: 'As a workbook', es: 'Como libro de cálculo' },
  as_pdf: { en: 'As a PDF', es: 'En PDF' },
  as_csv: { en: 'For programs (CSV)', es: 'Para programas (CSV)' },
  step_gl_entered: { en: 'General ledger entered', es: 'Libro mayor registrado' },
  step_unapplied_reviewed: { en: 'Unapplied money reviewed', es: 'Dinero sin aplicar revisado' },
  step_disputes_reviewed: { en: 'Disputes reviewed', es: 'Reclamos revisados' },
  step_aging_reviewed: { en: 'Aging reviewed', es: 'Antigüedad revisada' },
  step_closings_confirmed: {
    en: 'Closed at source: confirmed',
    es: 'Cerrado en origen: confirmado',
  },
  step_books_proved: { en: 'Books proved', es: 'Libros comprobados' },
  step_bank_files_in: { en: 'All bank files are in', es: 'Todos los archivos del banco recibidos' },
  see_banks: { en: 'Bank statements', es: 'Extractos bancarios' },
  see_over60: { en: 'Over-60 report', es: 'Informe de más de 60 días' },
  see_review: { en: 'Review', es: 'Revisión' },
  step_over60_pack: { en: 'Over-60 report handed on', es: 'Informe de más de 60 días entregado' },
} satisfies Catalogue;

/** A step of the standard list, which has its words here. */
export function isStep(step: string): step is (typeof standardSteps)[number] {
  return standardSteps.some((each) => each === step);
}
