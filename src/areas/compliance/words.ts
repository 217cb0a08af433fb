/** What the gate says: every refusal, the command line's own words and the log's columns. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import { documentWords } from '#areas/policies/words/document.ts';
import type { ComplianceRefusal } from './rules/refusal.ts';
import { policyWords } from './words/policy.ts';

const refusals = {
  'compliance.hold_ends_before_it_starts': {
    en: 'It ends on {endsOn}, before it starts on {startsOn}.',
    es: 'Termina el {endsOn}, antes de empezar el {startsOn}.',
  },
  'compliance.hold_lifted_already': {
    en: 'It was lifted on {on} already.',
    es: 'Ya se levantó el {on}.',
  },
  'compliance.hold_stands_already': {
    en: 'Such a hold stands since {since}. Lift it first.',
    es: 'Ya hay un bloqueo así desde el {since}. Levántelo primero.',
  },
  'compliance.hold_without_evidence': {
    en: 'Say what the hold stands on: the petition, the letter, who said it and when.',
    es: 'Diga en qué se basa el bloqueo: la petición, la carta, quién lo dijo y cuándo.',
  },
  'compliance.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'compliance.no_such_contact': {
    en: 'The account’s customer has no such contact.',
    es: 'El cliente de la cuenta no tiene ese contacto.',
  },
  'compliance.no_such_hold': {
    en: 'The account has no such hold.',
    es: 'La cuenta no tiene ese bloqueo.',
  },
  'compliance.no_such_pack': { en: 'There is no pack {pack}.', es: 'No existe el paquete {pack}.' },
  'compliance.no_such_permit': {
    en: 'The account has no permit {permit}. Ask for one before the contact is made.',
    es: 'La cuenta no tiene el permiso {permit}. Pídalo antes de hacer el contacto.',
  },
  'compliance.permit_blocked': {
    en: 'The permit {permit} was refused; no contact may be made under it.',
    es: 'El permiso {permit} fue negado; no se puede hacer ningún contacto con él.',
  },
  'compliance.permit_for_another_channel': {
    en: 'The permit is for {permit}, not for {channel}.',
    es: 'El permiso es para {permit}, no para {channel}.',
  },
  'compliance.permit_used': {
    en: 'A contact was made under the permit {permit} already. Ask for another one.',
    es: 'Con el permiso {permit} ya se hizo un contacto. Pida otro.',
  },
  'compliance.policy_does_not_read': {
    en: 'The text has {problems, plural, one {# problem} other {# problems}}; the first is in line {line}. Check it and mend them.',
    es: 'El texto tiene {problems, plural, one {# problema} other {# problemas}}; el primero está en la línea {line}. Revíselo y corríjalos.',
  },
  'compliance.reviewed_later_than_today': {
    en: '{reviewedOn} has not come yet.',
    es: 'El {reviewedOn} aún no llega.',
  },
  'compliance.said_later_than_now': {
    en: 'It cannot have been said at {at}: that is later than now.',
    es: 'No pudo decirse a las {at}: es más tarde que ahora.',
  },
  'compliance.state_unknown': {
    en: '“{state}” is no state of the United States. Write two letters, such as TX.',
    es: '«{state}» no es un estado de Estados Unidos. Escriba dos letras, como TX.',
  },
  'compliance.zone_unknown': {
    en: '“{zone}” is no time zone. Write one such as America/Chicago.',
    es: '«{zone}» no es una zona horaria. Escriba una como America/Chicago.',
  },
} satisfies Readonly<Record<ComplianceRefusal, Phrase>>;

const commands = {
  'command.may-contact': {
    en: 'asks whether an account may be contacted, and when next; stores nothing',
    es: 'pregunta si se puede contactar una cuenta y cuándo; no guarda nada',
  },
  'command.permits': {
    en: 'lists the permits of an account: what was allowed or blocked, and why',
    es: 'lista los permisos de una cuenta: qué se permitió o bloqueó y por qué',
  },
  'command.contact-policy': {
    en: 'says the contact policy that counts today; with a file, what it would change',
    es: 'dice la política de contacto que vale hoy; con un archivo, qué cambiaría',
  },
  'policy.counts': {
    en: '{version, select, none {The standard counts; no version is published.} other {Version {version} counts:}}',
    es: '{version, select, none {Vale la norma; no hay versión publicada.} other {Vale la versión {version}:}}',
  },
  'policy.fits': {
    en: '{file}: it reads; {passed} of {count} examples pass.',
    es: '{file}: se lee; pasan {passed} de {count} ejemplos.',
  },
  'policy.example_fails': {
    en: 'example “{name}”: expected {expected}, found {found}',
    es: 'ejemplo «{name}»: se esperaba {expected}, resultó {found}',
  },
  'policy.becomes': { en: 'new: {rule}', es: 'nuevo: {rule}' },
  'policy.ends': { en: 'gone: {rule}', es: 'eliminado: {rule}' },
  'policy.no_such_file': {
    en: 'There is no file {file}. Name one that can be read.',
    es: 'No existe el archivo {file}. Indique uno que se pueda leer.',
  },
  'gate.allowed': { en: 'allowed', es: 'permitido' },
  'gate.blocked': { en: 'blocked', es: 'bloqueado' },
  'gate.reported': { en: 'reported', es: 'informado' },
  'gate.next': { en: 'Next allowed: {at}', es: 'Próximo permitido: {at}' },
  'gate.none': { en: 'No permits.', es: 'No hay permisos.' },
  'gate.at': { en: 'At', es: 'Momento' },
  'gate.account': { en: 'Account', es: 'Cuenta' },
  'gate.name': { en: 'Name', es: 'Nombre' },
  'gate.channel': { en: 'Channel', es: 'Canal' },
  'gate.direction': { en: 'Direction', es: 'Dirección' },
  'gate.purpose': { en: 'Purpose', es: 'Para qué' },
  'gate.result': { en: 'Result', es: 'Resultado' },
  'gate.kind': { en: 'Permit', es: 'Permiso' },
  'gate.address': { en: 'Number or address', es: 'Número o dirección' },
  'gate.contact': { en: 'Contact', es: 'Contacto' },
  'gate.why': { en: 'Why', es: 'Por qué' },
  'gate.actor': { en: 'By', es: 'Quién' },
  'gate.log': { en: 'Contact log', es: 'Registro de contactos' },
} satisfies Catalogue;

const channels = {
  'channel.call': { en: 'call', es: 'llamada' },
  'channel.voicemail': { en: 'voicemail', es: 'mensaje de voz' },
  'channel.sms': { en: 'text', es: 'mensaje de texto' },
  'channel.email': { en: 'e-mail', es: 'correo electrónico' },
  'channel.letter': { en: 'letter', es: 'carta' },
  'channel.visit': { en: 'visit', es: 'visita' },
  'direction.out': { en: 'by us', es: 'nuestro' },
  'direction.in': { en: 'by them', es: 'de ellos' },
  'result.conversation': { en: 'conversation', es: 'conversación' },
  'result.left_message': { en: 'left a message', es: 'se dejó mensaje' },
  'result.no_answer': { en: 'no answer', es: 'sin respuesta' },
  'result.no_message': { en: 'no way to leave a message', es: 'sin forma de dejar mensaje' },
  'result.unreachable': { en: 'unreachable', es: 'imposible comunicar' },
  'result.wrong_number': { en: 'wrong number', es: 'número equivocado' },
  'result.sent': { en: 'sent', es: 'enviado' },
  'result.failed': { en: 'failed', es: 'falló' },
} satisfies Catalogue;

export const words = { ...refusals, ...commands, ...channels, ...documentWords, ...policyWords };
