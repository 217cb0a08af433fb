/** What student accounts say: every refusal, the steps of the worksheet, programmes. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { StudentsRefusal } from './rules/refusal.ts';
import type { Programme } from './rules/return-of-aid.ts';
import type { WorksheetStep } from './rules/worksheet.ts';

export const words = {
  'students.amount_unreadable': {
    en: '“{amount}” is no amount in {currency}.',
    es: '«{amount}» no es un importe en {currency}.',
  },
  'students.day_unreadable': {
    en: 'Line {line}: “{day}” is no day. Write it as 2026-09-14.',
    es: 'Línea {line}: «{day}» no es una fecha. Escríbala como 2026-09-14.',
  },
  'students.ends_before_start': {
    en: 'It ends on {day}, before it begins.',
    es: 'Termina el {day}, antes de empezar.',
  },
  'students.file_unreadable': {
    en: 'The file lacks the columns account, term, kind, amount, day.',
    es: 'Al archivo le faltan las columnas account, term, kind, amount, day.',
  },
  'students.left_before_start': {
    en: 'The term began on {day}. The student left on or after it, and we knew no earlier.',
    es: 'El período empezó el {day}. La baja es de ese día o posterior, y se supo después.',
  },
  'students.no_such_account': {
    en: 'There is no account {account} in your companies.',
    es: 'No existe la cuenta {account} en sus empresas.',
  },
  'students.no_such_document': {
    en: 'The account has no document {document}.',
    es: 'La cuenta no tiene el documento {document}.',
  },
  'students.no_such_term': {
    en: 'Say first when the term {term} runs.',
    es: 'Indique antes cuándo es el período {term}.',
  },
  'students.no_such_withdrawal': {
    en: 'The account has no such withdrawal.',
    es: 'La cuenta no tiene esa baja.',
  },
  'students.returned_already': {
    en: '{programme} has gone back already.',
    es: '{programme} ya se devolvió.',
  },
  'students.returned_more': {
    en: 'Nothing of {programme} goes back.',
    es: 'De {programme} no se devuelve nada.',
  },
  'students.unknown_kind': {
    en: 'Line {line}: “{kind}” is no programme and no kind of charge.',
    es: 'Línea {line}: «{kind}» no es un programa ni un tipo de cargo.',
  },
  'students.withdrawn_already': {
    en: 'The withdrawal from this term is written down already.',
    es: 'La baja de este período ya está registrada.',
  },
  'students.step_aid': {
    en: 'Aid disbursed and that could have been',
    es: 'Ayuda desembolsada y que pudo desembolsarse',
  },
  'students.step_days': { en: 'Days completed of the period', es: 'Días cursados del período' },
  'students.step_percent': { en: 'Share earned', es: 'Porcentaje ganado' },
  'students.step_earned': { en: 'Aid earned', es: 'Ayuda ganada' },
  'students.step_compared': { en: 'Disbursed beyond earned', es: 'Desembolsado sin ganar' },
  'students.step_charges': {
    en: 'Unearned share of the school’s charges',
    es: 'Parte no ganada de los cargos de la escuela',
  },
  'students.step_school': { en: 'The school returns', es: 'La escuela devuelve' },
  'students.step_order': { en: 'In the order of the law', es: 'En el orden de la ley' },
  'students.step_student_loans': {
    en: 'Loans that stay with the student under the note',
    es: 'Préstamos que el estudiante sigue debiendo según el pagaré',
  },
  'students.step_student_grants': {
    en: 'Grants that the student gives back',
    es: 'Becas que devuelve el estudiante',
  },
  'students.step_post_withdrawal': {
    en: 'Paid out after the withdrawal',
    es: 'Desembolso posterior al retiro',
  },
  'students.programme_unsub': { en: 'Direct Unsubsidized', es: 'Directo sin subsidio' },
  'students.programme_sub': { en: 'Direct Subsidized', es: 'Directo con subsidio' },
  'students.programme_perkins': { en: 'Perkins', es: 'Perkins' },
  'students.programme_plusGrad': { en: 'PLUS (graduate)', es: 'PLUS (posgrado)' },
  'students.programme_plusParent': { en: 'PLUS (parent)', es: 'PLUS (padres)' },
  'students.programme_pell': { en: 'Pell Grant', es: 'Beca Pell' },
  'students.programme_iasg': { en: 'Iraq and Afghanistan', es: 'Irak y Afganistán' },
  'students.programme_fseog': { en: 'FSEOG', es: 'FSEOG' },
  'students.programme_teach': { en: 'TEACH Grant', es: 'Beca TEACH' },
  'students.due_schoolReturnBy': { en: 'School returns', es: 'Devuelve la escuela' },
  'students.due_grantOverpaymentNoticeBy': {
    en: 'Notice of a grant overpayment',
    es: 'Aviso de beca pagada en exceso',
  },
  'students.due_pwdGrantBy': { en: 'Later grant paid', es: 'Beca posterior pagada' },
  'students.due_pwdLoanOfferBy': { en: 'Later loan offered', es: 'Préstamo posterior ofrecido' },
  'students.worksheet_title': {
    en: 'Return of Title IV funds',
    es: 'Devolución de fondos del Título IV',
  },
  'students.worksheet_sub': {
    en: 'Withdrew {left}, determined {known}, term {term}',
    es: 'Baja {left}, determinada {known}, período {term}',
  },
  'students.worksheet_exempt': {
    en: 'No calculation is due: treated as never attended (34 CFR 668.22, since 1 July 2026).',
    es: 'No procede el cálculo: se considera que nunca asistió (34 CFR 668.22, desde 1 jul. 2026).',
  },
} satisfies Record<
  StudentsRefusal | `students.step_${WorksheetStep}` | `students.programme_${Programme}`,
  Phrase
> &
  Catalogue;
