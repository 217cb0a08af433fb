/** What the telephone says: every refusal with its remedy, and the command line's own words. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { CallRefusal } from '../rules/calls/refusal.ts';

const refusals = {
  'call.amount_unreadable': {
    en: '“{amount}” is not an amount above zero in {currency}. Write one such as 1250.10.',
    es: '«{amount}» no es un importe mayor que cero en {currency}. Escriba uno como 1250.10.',
  },
  'call.attorney_only': {
    en: 'Speak of this account only with an attorney whose authority is on file. Ask for it in writing.',
    es: 'De esta cuenta solo se habla con un abogado cuyo poder conste. Pídalo por escrito.',
  },
  'call.blocked': {
    en: 'This call is not allowed now: {reasons}.',
    es: 'Esta llamada no está permitida ahora: {reasons}.',
  },
  'call.callback_in_past': {
    en: 'That moment has passed ({until}). Choose a later one.',
    es: 'Ese momento ya pasó ({until}). Elija uno posterior.',
  },
  'call.callback_unreadable': {
    en: '“{zone}” is not a time zone. Write one such as America/Chicago.',
    es: '«{zone}» no es una zona horaria. Escriba una como America/Chicago.',
  },
  'call.claim_ended': {
    en: 'This payment is not looked for any more.',
    es: 'Este pago ya no se busca.',
  },
  'call.ended_already': {
    en: 'What came of this call is written down already.',
    es: 'El resultado de esta llamada ya está anotado.',
  },
  'call.ferpa': {
    en: 'A student’s account is told to nobody else without the student’s consent in writing (FERPA). Take a message; say nothing of the account, not even that there is one.',
    es: 'La cuenta de un estudiante no se comenta con nadie sin su consentimiento por escrito (FERPA). Tome un recado; no diga nada de la cuenta, ni siquiera que existe.',
  },
  'call.needs_person': {
    en: 'A call is made by a person of the team; this is done by a program.',
    es: 'Una llamada la hace una persona del equipo; esto lo hace un programa.',
  },
  'call.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'call.no_such_call': { en: 'There is no such call.', es: 'No existe esa llamada.' },
  'call.no_such_claim': {
    en: 'No such payment was claimed on this account.',
    es: 'En esta cuenta nadie afirmó ese pago.',
  },
  'call.no_such_contact': {
    en: 'This account has no such contact any more.',
    es: 'Esta cuenta ya no tiene ese contacto.',
  },
  'call.no_such_person': { en: 'There is no such person.', es: 'No existe esa persona.' },
  'call.not_on_file': {
    en: 'This person is not on file for the account. Take a name and a number, say nothing of the account, and call back a number that is.',
    es: 'Esta persona no consta en la cuenta. Tome nombre y número, no diga nada de la cuenta y devuelva la llamada a un número que sí conste.',
  },
  'call.not_verified': {
    en: 'The caller is not verified yet: two right answers, and one more for each wrong one.',
    es: 'Quien llama aún no está verificado: dos respuestas correctas, y una más por cada error.',
  },
  'call.not_your_call': {
    en: 'This is a call of {name}, who writes down what came of it.',
    es: 'Es una llamada de {name}, quien anota el resultado.',
  },
  'call.nothing_came_of_it': {
    en: 'Say what came of the call.',
    es: 'Indique el resultado de la llamada.',
  },
  'call.number_unfit': {
    en: '“{number}” is not a telephone number that can be dialed. Mend it on the contact.',
    es: '«{number}» no es un teléfono que se pueda marcar. Corríjalo en el contacto.',
  },
  'call.outcome_named_twice': {
    en: '“{outcome}” is named twice; once is enough.',
    es: '«{outcome}» aparece dos veces; basta una.',
  },
  'call.outcome_not_of_inbound': {
    en: '“{outcome}” cannot come of a call that somebody made to us.',
    es: '«{outcome}» no puede resultar de una llamada que nos hicieron.',
  },
  'call.outcomes_contradict': {
    en: '“{one}” and “{other}” cannot both come of one call.',
    es: '«{one}» y «{other}» no pueden resultar de la misma llamada.',
  },
  'call.override_is_the_managers': {
    en: 'Only a manager calls against the firm’s own policy. Ask yours.',
    es: 'Solo un gerente llama en contra de la política de la empresa. Consulte al suyo.',
  },
  'call.paid_in_the_future': {
    en: 'It cannot have been paid on {paidOn}; today is {today}. A day to come is a promise.',
    es: 'No puede haberse pagado el {paidOn}; hoy es {today}. Un día por venir es una promesa.',
  },
  'call.plan_beyond_authority': {
    en: '{parts} parts need your manager; you may agree to {most}.',
    es: '{parts} partes requieren a su gerente; usted puede acordar {most}.',
  },
  'call.speaks_not': {
    en: 'That colleague does not speak the caller’s language, or works here no more.',
    es: 'Ese colega no habla el idioma de quien llama, o ya no trabaja aquí.',
  },
  'call.third_party': {
    en: 'Speak of this debt only with whoever owes it. Take a message and say nothing of the account.',
    es: 'De esta deuda solo se habla con quien la debe. Tome un recado y no diga nada de la cuenta.',
  },
  'call.told_nothing': {
    en: '{person} may not be told of the account, so “{outcome}” cannot come of this call.',
    es: 'A {person} no se le puede informar de la cuenta, así que «{outcome}» no puede resultar.',
  },
  'call.unfinished': {
    en: 'Say first what came of your call to {person}.',
    es: 'Indique antes el resultado de su llamada a {person}.',
  },
  'call.without_email': {
    en: '{person} has no e-mail address. Ask for one.',
    es: '{person} no tiene correo electrónico. Pídalo.',
  },
} satisfies Readonly<Record<CallRefusal, Phrase>>;

const telling = {
  'call.told_own': {
    en: 'Verified, and it is their own account: you may speak of it.',
    es: 'Verificado, y es su propia cuenta: puede hablar de ella.',
  },
  'call.told_authorised': {
    en: 'Verified, and authorised by whoever owes: you may speak of it.',
    es: 'Verificado, y autorizado por quien debe: puede hablar de ella.',
  },
  'call.told_guarantor': {
    en: 'Verified, and guarantor: you may speak of the guaranteed debt, and of nothing else.',
    es: 'Verificado, y es garante: puede hablar de la deuda garantizada, y de nada más.',
  },
} satisfies Catalogue;

const commands = {
  'command.calls': {
    en: 'lists the calls of an account: who called whom, when, and what came of it',
    es: 'lista las llamadas de una cuenta: quién llamó a quién, cuándo y con qué resultado',
  },
  'calls.at': { en: 'At', es: 'Momento' },
  'calls.direction': { en: 'Direction', es: 'Sentido' },
  'calls.direction_out': { en: 'out', es: 'saliente' },
  'calls.direction_in': { en: 'in', es: 'entrante' },
  'calls.person': { en: 'Person', es: 'Persona' },
  'calls.number': { en: 'Number', es: 'Número' },
  'calls.caller': { en: 'By', es: 'Por' },
  'calls.outcome': { en: 'Outcome', es: 'Resultado' },
  'calls.seconds': { en: 'Seconds', es: 'Segundos' },
  'calls.note': { en: 'Note', es: 'Nota' },
  'calls.unfinished': { en: 'broke off', es: 'quedó abierta' },
  'calls.none': { en: 'No calls.', es: 'No hay llamadas.' },
} satisfies Catalogue;

export const outcomeWords = {
  outcome_promise: { en: 'Promise', es: 'Promesa' },
  outcome_part: { en: 'Part of it', es: 'Una parte' },
  outcome_plan: { en: 'In parts', es: 'En partes' },
  outcome_dispute: { en: 'Dispute', es: 'Reclamo' },
  outcome_copy: { en: 'Wants a copy', es: 'Pide copia' },
  outcome_wrong_person: { en: 'Wrong person', es: 'Persona equivocada' },
  outcome_no_answer: { en: 'No answer', es: 'No contesta' },
  outcome_voicemail: { en: 'Voicemail', es: 'Buzón de voz' },
  outcome_refuses: { en: 'Refuses', es: 'Se niega' },
  outcome_stop_contact: { en: 'Stop contact', es: 'No más contacto' },
  outcome_already_paid: { en: 'Already paid', es: 'Ya pagó' },
  outcome_not_received: { en: 'Never received it', es: 'Nunca la recibió' },
  outcome_callback: { en: 'Call back', es: 'Volver a llamar' },
  outcome_handed_over: { en: 'Handed over', es: 'Pasada a colega' },
  outcome_information: { en: 'Only asked', es: 'Solo preguntó' },
} satisfies Catalogue;

export const callWords = {
  ...refusals,
  ...telling,
  ...commands,
  ...outcomeWords,
} satisfies Catalogue;
