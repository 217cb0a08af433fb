/** What verification and clean-ups say: every finding and refusal, the proof, the commands. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { FindingKind } from './rules/finding.ts';
import type { ProjectsRefusal } from './rules/refusal.ts';

const found = {
  'finding.duplicate_number': {
    en: 'Same number twice on the account',
    es: 'El mismo número dos veces en la cuenta',
  },
  'finding.duplicate_content': {
    en: 'Same amount, day and order number twice',
    es: 'Mismo importe, día y pedido dos veces',
  },
  'finding.number_elsewhere': {
    en: 'Same number on another account',
    es: 'El mismo número en otra cuenta',
  },
  'finding.duplicate_customer': {
    en: 'Another customer of the same name',
    es: 'Otro cliente con el mismo nombre',
  },
  'finding.credit_unapplied': {
    en: 'Credit not applied while invoices are open',
    es: 'Crédito sin aplicar con facturas abiertas',
  },
  'finding.credit_balance': {
    en: 'We owe the customer',
    es: 'Le debemos al cliente',
  },
  'finding.missing_contact': { en: 'Nobody to reach', es: 'Nadie a quien contactar' },
  'finding.missing_email': { en: 'No e-mail address', es: 'Sin correo electrónico' },
  'finding.missing_address': { en: 'No postal address', es: 'Sin dirección postal' },
  'finding.missing_po': {
    en: 'No order number, which this customer wants',
    es: 'Sin número de pedido, que este cliente exige',
  },
  'finding.due_before_issue': { en: 'Due before it was issued', es: 'Vence antes de emitirse' },
  'finding.long_terms': { en: 'Due implausibly late', es: 'Vence demasiado tarde' },
  'finding.other_terms': {
    en: 'Other terms than the account’s',
    es: 'Condiciones distintas de las de la cuenta',
  },
  'finding.tax_on_exempt': {
    en: 'Taxed, although the customer is exempt',
    es: 'Con impuesto, aunque el cliente está exento',
  },
  'finding.never_taxed': {
    en: 'Never taxed, unlike others in the same state',
    es: 'Nunca con impuesto, a diferencia de otros del mismo estado',
  },
  'finding.future_date': { en: 'Dated ahead of today', es: 'Con fecha futura' },
} satisfies Readonly<Record<`finding.${FindingKind}`, Phrase>>;

const refusals = {
  'finding.day_too_far': {
    en: '{until} is too far ahead; the furthest day is {furthest}.',
    es: '{until} queda muy lejos; el último día posible es {furthest}.',
  },
  'finding.needs_day': {
    en: 'Say until when it is accepted: a day after {today}.',
    es: 'Diga hasta cuándo se acepta: un día después del {today}.',
  },
  'finding.needs_reason': { en: 'Say why.', es: 'Diga por qué.' },
  'finding.no_such_finding': {
    en: 'None of these findings stands any more.',
    es: 'Ninguno de estos hallazgos sigue en pie.',
  },
  'finding.none_chosen': {
    en: 'Say which findings are meant, or that all of the list are.',
    es: 'Diga qué hallazgos, o que son todos los de la lista.',
  },
  'finding.other_count': {
    en: 'The list had {expected, number} and has {count, number} now. Look again, then decide.',
    es: 'La lista tenía {expected, number} y ahora tiene {count, number}. Mire otra vez y decida.',
  },
  'finding.no_such_person': {
    en: 'Nobody who works here is meant.',
    es: 'Esa persona no trabaja aquí.',
  },
  'fix.no_such_fix': { en: 'There is no such repair.', es: 'No existe esa reparación.' },
  'fix.not_allowed': {
    en: 'You may not take back what you could not have done.',
    es: 'No puede deshacer lo que no habría podido hacer.',
  },
  'fix.one_company': {
    en: 'A repair is of one company. Choose the company first.',
    es: 'Un arreglo es de una sola empresa. Elija primero la empresa.',
  },
  'fix.too_many': {
    en: 'That would change {count, number} accounts; at most {most, number} at once. Filter the list.',
    es: 'Eso cambiaría {count, number} cuentas; a lo más {most, number} a la vez. Filtre la lista.',
  },
  'fix.nothing_to_do': { en: 'There is nothing to repair.', es: 'No hay nada que reparar.' },
  'fix.undone_already': {
    en: 'It was taken back already.',
    es: 'Ya se deshizo.',
  },
  'project.bad_amount': {
    en: 'That is no amount in {currency}.',
    es: 'Eso no es un importe en {currency}.',
  },
  'project.company_unknown': {
    en: 'No such company is yours to see.',
    es: 'No puede ver ninguna empresa con ese código.',
  },
  'project.day_has_passed': {
    en: '{dueOn} has already passed. Today is {today}.',
    es: '{dueOn} ya pasó. Hoy es {today}.',
  },
  'project.ended_already': {
    en: 'The clean-up has ended and is signed.',
    es: 'La limpieza terminó y está firmada.',
  },
  'project.no_such_project': { en: 'There is no such clean-up.', es: 'No existe esa limpieza.' },
  'project.nothing_to_clean': {
    en: 'Nothing of these kinds stands now.',
    es: 'No hay nada de estos tipos ahora.',
  },
  'project.target_met_already': {
    en: 'Only {count, number} stand now, which meets the target already.',
    es: 'Solo hay {count, number} ahora, lo que ya cumple la meta.',
  },
} satisfies Readonly<Record<ProjectsRefusal, Phrase>>;

const proof = {
  'proof.rows': { en: 'Before and now', es: 'Antes y ahora' },
  'proof.days': { en: 'Day by day', es: 'Día a día' },
  'proof.day': { en: 'Day', es: 'Día' },
  'proof.left': { en: 'Left', es: 'Quedan' },
  'proof.at_stake': { en: 'At stake, {currency}', es: 'En juego, {currency}' },
  'proof.before': { en: 'Before', es: 'Antes' },
  'proof.now': { en: 'Now', es: 'Ahora' },
  'proof.by': { en: 'By', es: 'Por' },
  'proof.note': { en: 'Why', es: 'Por qué' },
  'proof.now_gone': { en: 'right', es: 'en orden' },
  'proof.now_open': { en: 'still there', es: 'sigue' },
  'proof.now_in_work': { en: 'in work', es: 'en curso' },
  'proof.now_accepted': { en: 'accepted as it is', es: 'aceptado así' },
  'proof.now_not_a_problem': { en: 'not a problem', es: 'no es problema' },
  'proof.target': {
    en: 'Target: at most {target} left{most, select, none {} other {, worth at most {most, number},}} by {dueOn}',
    es: 'Meta: a lo más {target}{most, select, none {} other {, por un máximo de {most, number},}} para el {dueOn}',
  },
  'proof.of_owner': { en: 'Accounts of {owner}', es: 'Cuentas de {owner}' },
  'proof.of_segment': { en: 'Segment {segment}', es: 'Segmento {segment}' },
  'proof.of_least': {
    en: 'Findings of at least {amount}',
    es: 'Hallazgos de al menos {amount}',
  },
  'proof.then': {
    en: 'Before, {day}: {count, number} findings, {amount}',
    es: 'Antes, {day}: {count, number} hallazgos, {amount}',
  },
  'proof.after': {
    en: 'After: {count, number} findings, {amount}',
    es: 'Después: {count, number} hallazgos, {amount}',
  },
  'proof.signed': {
    en: 'Signed by {by} on {day}: {note}',
    es: 'Firmado por {by} el {day}: {note}',
  },
  'proof.unsigned': { en: 'Still running, not signed', es: 'En curso, sin firmar' },
} satisfies Catalogue;

const commands = {
  'command.verify-book': {
    en: 'finds what is doubtful in the book and lists it, most at stake first',
    es: 'busca lo dudoso del libro y lo lista, lo de mayor importe primero',
  },
  'command.projects': {
    en: 'lists clean-ups: before, now, target',
    es: 'lista las limpiezas: antes, ahora, meta',
  },
  'command.data-quality': {
    en: 'What is doubtful in the book: duplicates, missing contacts, odd terms, old credits',
    es: 'Lo dudoso del libro: duplicados, contactos que faltan, condiciones raras, créditos viejos',
  },
  'quality.title': { en: 'Data quality', es: 'Calidad de los datos' },
  'quality.as_of': { en: 'As of {day}', es: 'Al {day}' },
  'quality.cases': { en: 'Cases', es: 'Casos' },
  'quality.largest': { en: 'Largest cases', es: 'Mayores casos' },
  'verify.account': { en: 'Account', es: 'Cuenta' },
  'verify.name': { en: 'Name', es: 'Nombre' },
  'verify.kind': { en: 'What is doubtful', es: 'Qué es dudoso' },
  'verify.document': { en: 'Document', es: 'Documento' },
  'verify.amount': { en: 'Amount', es: 'Importe' },
  'verify.currency': { en: 'Currency', es: 'Moneda' },
  'verify.owner': { en: 'Whose', es: 'De quién' },
  'verify.since': { en: 'Since', es: 'Desde' },
  'verify.none': { en: 'Nothing is doubtful.', es: 'No hay nada dudoso.' },
  'projects.title': { en: 'Clean-up', es: 'Limpieza' },
  'projects.before': { en: 'Before', es: 'Antes' },
  'projects.now': { en: 'Now', es: 'Ahora' },
  'projects.target': { en: 'Target', es: 'Meta' },
  'projects.due': { en: 'By', es: 'Para' },
  'projects.none': { en: 'No clean-ups.', es: 'No hay limpiezas.' },
} satisfies Catalogue;

export const words = { ...found, ...refusals, ...proof, ...commands } satisfies Catalogue;
