/** Every refusal of the charges, and what their command line says. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { StopReason } from './rules/computing.ts';
import type { ChargesRefusal } from './rules/refusal.ts';

type Stops = `charges.stopped_${StopReason}`;

export const words = {
  'charges.day_ahead': {
    en: 'Charges run through a day that has come; today is {today}.',
    es: 'Los cargos corren hasta un día que ya llegó; hoy es {today}.',
  },
  'charges.decided_already': {
    en: '{by} decided on this run already.',
    es: '{by} ya decidió sobre este cálculo.',
  },
  'charges.ended_already': {
    en: '{how, select, waived {This charge is waived already.} other {This charge is reversed already.}}',
    es: '{how, select, waived {Este cargo ya está condonado.} other {Este cargo ya está revertido.}}',
  },
  'charges.fee_without_clause': {
    en: 'A late fee needs the clause of the contract that agrees on it.',
    es: 'Un recargo por mora necesita la cláusula del contrato que lo acuerda.',
  },
  'charges.leave_needs_day': {
    en: 'Say until which day after {today} it may stand.',
    es: 'Diga hasta qué día posterior al {today} puede quedar así.',
  },
  'charges.leave_too_long': {
    en: 'It may stand until {furthest} at most.',
    es: 'Puede quedar así hasta el {furthest} como máximo.',
  },
  'charges.no_such_charge': {
    en: 'There is no such charge on this account.',
    es: 'No existe ese cargo en esta cuenta.',
  },
  'charges.no_such_rest': {
    en: 'Nothing is left of that, or it is not due yet.',
    es: 'No queda nada de eso, o aún no vence.',
  },
  'charges.no_such_run': {
    en: 'There is no such run in your companies.',
    es: 'No existe ese cálculo en sus empresas.',
  },
  'charges.not_waived': {
    en: '{document} is not waived, or stands again already.',
    es: '{document} no está condonado, o ya vuelve a estar en pie.',
  },
  'charges.nothing_to_charge': {
    en: 'Nothing is to be charged: nobody is late, it is charged already, or no terms say how much.',
    es: 'No hay nada que cargar: nadie está en mora, ya se cargó o ninguna condición dice cuánto.',
  },
  'charges.own_run': {
    en: 'Who prepared a run does not book it. Ask a second person.',
    es: 'Quien preparó un cálculo no lo contabiliza. Pídalo a una segunda persona.',
  },
  'charges.terms_unreadable': {
    en: '“{said}” is no rate, amount or day.',
    es: '«{said}» no es una tasa, un importe ni un día.',
  },
  'charges.stopped_stay': { en: 'a stay stops it', es: 'lo detiene una suspensión legal' },
  'charges.stopped_on_plan': { en: 'in a plan', es: 'en un plan' },
  'charges.stopped_not_late': { en: 'not late yet', es: 'aún no está en mora' },
  'charges.stopped_no_terms': { en: 'no terms', es: 'sin condiciones' },
  'charges.stopped_no_cap_known': {
    en: 'consumer: the law of the state is not entered',
    es: 'consumidor: no está registrada la ley del estado',
  },
  'charges.stopped_rate_forfeits': {
    en: 'above the law’s cap: all interest would be lost',
    es: 'supera el tope legal: se perdería todo el interés',
  },
  'command.charges': {
    en: 'Interest and late fees of late debts, with their working',
    es: 'Intereses y recargos de deudas en mora, con su cálculo',
  },
  'charges.none': { en: 'Nothing is to be charged.', es: 'No hay nada que cargar.' },
  'charges.total': {
    en: '{currency}: interest {interest}, fees {fees}, together {sum}.',
    es: '{currency}: intereses {interest}, recargos {fees}, en total {sum}.',
  },
  'charges.waits': {
    en: 'Run {runId} waits for a second person.',
    es: 'El cálculo {runId} espera a una segunda persona.',
  },
  'charges.booked': {
    en: 'Run {runId}: {count, plural, one {# debit memo} other {# debit memos}}.',
    es: 'Cálculo {runId}: {count, plural, one {# nota de débito} other {# notas de débito}}.',
  },
  'charges.account': { en: 'Account', es: 'Cuenta' },
  'charges.document': { en: 'Document', es: 'Documento' },
  'charges.due': { en: 'Due', es: 'Vence' },
  'charges.interest': { en: 'Interest', es: 'Interés' },
  'charges.fee': { en: 'Fee', es: 'Recargo' },
  'charges.currency': { en: 'Currency', es: 'Moneda' },
  'charges.working': { en: 'Working', es: 'Cálculo' },
} satisfies Record<ChargesRefusal | Stops, Phrase> & Catalogue;
