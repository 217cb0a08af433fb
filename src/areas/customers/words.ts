/**
 * What the customers' area says: every line of a timeline, every kind of touch, every
 * refusal. Lines that other areas write on a timeline have their phrase here, because the
 * timeline shows them all.
 */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { CustomersRefusal } from './rules/refusal.ts';
import { creditLines } from './words/credit.ts';
import { deliveryWords } from './words/delivery.ts';
import { planActivityWords } from './words/plans.ts';
import { postingWords } from './words/postings.ts';
import { tagWords } from './words/tags.ts';

/** The lines of a timeline; an `amount` always has its `currency` beside it. */
const activity = {
  ...creditLines,
  'activity.note': { en: 'Note', es: 'Nota' },
  'activity.note_by': { en: 'Note by {author}', es: 'Nota de {author}' },
  'activity.dispute_brought': {
    en: 'Dispute over {number}: {reason}',
    es: 'Reclamo por {number}: {reason}',
  },
  'activity.call_in_conversation': {
    en: '{person} called{outcome, select, promise {: promised} part {: promised a part} plan {: will pay in parts} dispute {: disputes} copy {: wants a copy} refuses {: refuses} stop_contact {: wants no more contact} already_paid {: says it is paid} not_received {: never received it} callback {: wants to be called back} handed_over {: handed to a colleague} other {}}',
    es: 'Llamó {person}{outcome, select, promise {: prometió} part {: prometió una parte} plan {: pagará en partes} dispute {: reclama} copy {: pide copia} refuses {: se niega} stop_contact {: no quiere más contacto} already_paid {: dice que ya pagó} not_received {: nunca la recibió} callback {: pide que le llamen} handed_over {: pasada a un colega} other {}}',
  },
  'activity.call_out_conversation': {
    en: 'Called {person}{outcome, select, promise {: promised} part {: promised a part} plan {: will pay in parts} dispute {: disputes} copy {: wants a copy} refuses {: refuses} stop_contact {: wants no more contact} already_paid {: says it is paid} not_received {: never received it} callback {: wants to be called back} handed_over {: handed to a colleague} other {}}',
    es: 'Se llamó a {person}{outcome, select, promise {: prometió} part {: prometió una parte} plan {: pagará en partes} dispute {: reclama} copy {: pide copia} refuses {: se niega} stop_contact {: no quiere más contacto} already_paid {: dice que ya pagó} not_received {: nunca la recibió} callback {: pide que le llamen} handed_over {: pasada a un colega} other {}}',
  },
  'activity.call_out_left_message': {
    en: 'Called {person}, left a message',
    es: 'Se llamó a {person}, se dejó mensaje',
  },
  'activity.call_out_no_answer': {
    en: 'Called {person}, no answer',
    es: 'Se llamó a {person}, no contestó',
  },
  'activity.call_out_wrong_number': {
    en: 'Called for {person}, somebody else answered',
    es: 'Se llamó a {person}, contestó otra persona',
  },
  'activity.claim_found': { en: 'The claimed payment was found', es: 'Se halló el pago alegado' },
  'activity.claim_not_found': {
    en: 'The claimed payment was not found',
    es: 'No se halló el pago alegado',
  },
  'activity.payment_claimed': {
    en: '{saidBy} says {amount} is paid: {method} {reference}, {paidOn}',
    es: '{saidBy} dice que {amount} ya se pagó: {method} {reference}, {paidOn}',
  },
  'activity.person_authorised': {
    en: '{name} may be told of the account',
    es: 'A {name} se le puede informar de la cuenta',
  },
  'activity.person_not_authorised': {
    en: '{name} may no longer be told of the account',
    es: 'A {name} ya no se le puede informar de la cuenta',
  },
  'activity.text_received': {
    en: 'Text from {name}{meaning, select, stop {: wants no more texts} start {: wants texts again} help {: asks for help} other {}}',
    es: 'Texto de {name}{meaning, select, stop {: no quiere más textos} start {: quiere textos de nuevo} help {: pide ayuda} other {}}',
  },
  'activity.action_plan_made': {
    en: 'An action plan was set',
    es: 'Se fijó un plan de acción',
  },
  'activity.action_plan_ended': {
    en: 'The action plan ended',
    es: 'El plan de acción terminó',
  },
  'activity.late_cause_noted': {
    en: 'Why it is late was found',
    es: 'Se halló la causa del atraso',
  },
  'activity.late_cause_forgotten': {
    en: 'The cause of lateness was taken back',
    es: 'Se retiró la causa del atraso',
  },
  'activity.dispute_opened': {
    en: 'Disputed: {amount} of {number}, said by {saidBy}',
    es: 'En reclamo: {amount} de {number}, según {saidBy}',
  },
  'activity.deduction_opened': {
    en: 'Kept back from a payment: {amount} of {number}, by {saidBy}',
    es: 'Descontado de un pago: {amount} de {number}, por {saidBy}',
  },
  'activity.dispute_answered': {
    en: 'Answer to a dispute from {by}',
    es: 'Respuesta a un reclamo de {by}',
  },
  'activity.dispute_credited': {
    en: 'Dispute credited: {credited} with {number}',
    es: 'Reclamo acreditado: {credited} con {number}',
  },
  'activity.dispute_rejected': {
    en: 'Dispute rejected: {amount} is asked for again',
    es: 'Reclamo rechazado: se vuelve a cobrar {amount}',
  },
  'activity.dispute_written_off': {
    en: 'Dispute written off: {amount}',
    es: 'Reclamo castigado: {amount}',
  },
  'activity.dispute_rebilled': {
    en: 'Billed anew as {number}',
    es: 'Refacturado como {number}',
  },
  'activity.dispute_closed': {
    en: 'Dispute ended: {how, select, cleared {paid} went_back {the payment went back} written_off {written off} other {{how}}}',
    es: 'Reclamo terminado: {how, select, cleared {pagado} went_back {el pago fue devuelto} written_off {castigado} other {{how}}}',
  },
  'activity.dispute_reopened': {
    en: 'Dispute opened again: {amount}',
    es: 'Reclamo abierto de nuevo: {amount}',
  },
  'activity.dispute_escalated': {
    en: 'Dispute late since {dueOn}: escalated to {to}',
    es: 'Reclamo atrasado desde {dueOn}: escalado a {to}',
  },
  'activity.consent_given': {
    en: 'Agreed to {channel, select, call {calls} voicemail {voicemails} sms {texts} email {e-mails} letter {letters} other {visits}} {address} ({source})',
    es: 'Aceptó {channel, select, call {llamadas} voicemail {mensajes de voz} sms {mensajes de texto} email {correos electrónicos} letter {cartas} other {visitas}} {address} ({source})',
  },
  'activity.consent_refused': {
    en: 'Refused {channel, select, call {calls} voicemail {voicemails} sms {texts} email {e-mails} letter {letters} other {visits}} {address} ({source})',
    es: 'Rechazó {channel, select, call {llamadas} voicemail {mensajes de voz} sms {mensajes de texto} email {correos electrónicos} letter {cartas} other {visitas}} {address} ({source})',
  },
  'activity.message_sent_email': {
    en: 'E-mail to {name}, {to}: {subject}',
    es: 'Correo a {name}, {to}: {subject}',
  },
  'activity.message_sent_letter': {
    en: 'Letter to {name}: {subject}',
    es: 'Carta a {name}: {subject}',
  },
  'activity.message_sent_sms': {
    en: 'Text to {name}, {to}',
    es: 'Mensaje de texto a {name}, {to}',
  },
  'activity.message_bounced': {
    en: 'Mail to {to} came back: {why}',
    es: 'El correo a {to} volvió: {why}',
  },
  'activity.mail_received': {
    en: 'Mail from {from}: {subject}',
    es: 'Correo de {from}: {subject}',
  },
  'activity.mail_answered': { en: 'Mail answered: {subject}', es: 'Correo respondido: {subject}' },
  'activity.mail_bounced': {
    en: 'A message of ours came back: {subject}',
    es: 'Un mensaje nuestro fue devuelto: {subject}',
  },
  'activity.copy_written': {
    en: 'Copy of {number} for {name}, {email}',
    es: 'Copia de {number} para {name}, {email}',
  },
  'activity.next_action': { en: 'Next action on {dueOn}', es: 'Próxima acción el {dueOn}' },
  'activity.hand_over': { en: 'Note for the cover', es: 'Nota para el suplente' },
  'activity.hand_over_read': {
    en: 'The cover read the note',
    es: 'El suplente leyó la nota',
  },
  'activity.taken_over': { en: 'Taken over from {name}', es: 'Tomada de {name}' },
  'activity.contact_added': { en: 'Contact added: {name}', es: 'Contacto agregado: {name}' },
  'activity.contact_changed': { en: 'Contact changed: {name}', es: 'Contacto cambiado: {name}' },
  'activity.contact_verified': {
    en: 'Contact verified: {name}',
    es: 'Contacto verificado: {name}',
  },
  'activity.contact_ended': { en: 'Contact ended: {name}', es: 'Contacto dado de baja: {name}' },
  'activity.status_set': {
    en: 'Status from {effectiveOn}: {status, select, open {open} disputed {disputed} promised {promised} plan {on a plan} hold {on hold} bankrupt {bankrupt} legal {with counsel} agency {with an agency} written_off {written off} other {{status}}}',
    es: 'Estado desde {effectiveOn}: {status, select, open {abierta} disputed {en disputa} promised {prometida} plan {en plan de pago} hold {retenida} bankrupt {en quiebra} legal {en lo legal} agency {en agencia} written_off {castigada} other {{status}}}',
  },
  'activity.owner_assigned': { en: 'Given to {name}', es: 'Asignada a {name}' },
  'activity.owner_removed': { en: 'Taken off everybody’s list', es: 'Sin gestor' },
  'activity.merged_into': {
    en: 'Merged into account {account}: {items, plural, =0 {nothing was open} one {# open item moved} other {# open items moved}}',
    es: 'Unida a la cuenta {account}: {items, plural, =0 {no había nada abierto} one {se pasó # partida} other {se pasaron # partidas}}',
  },
  'activity.merged_from': {
    en: 'Account {account} merged into this one: {items, plural, =0 {nothing was open} one {# open item came} other {# open items came}}',
    es: 'La cuenta {account} se unió a esta: {items, plural, =0 {no había nada abierto} one {llegó # partida} other {llegaron # partidas}}',
  },
  'activity.debt_profile_stated': {
    en: 'Kind of debt stated',
    es: 'Tipo de deuda indicado',
  },
  'activity.debt_profile_kept': {
    en: 'Another kind of debt was stated of the account that merged into this one. What is stated here stands; please check it.',
    es: 'De la cuenta que se unió a esta se había indicado otro tipo de deuda. Vale lo indicado aquí; verifíquelo.',
  },
  'activity.hold_lifted': {
    en: 'Hold lifted: {hold, select, bankruptcy {bankruptcy} deceased {death} attorney {attorney} cease {written refusal} litigation {lawsuit} servicemember {service in the forces} hardship {hardship} other {no contact at work}}',
    es: 'Bloqueo levantado: {hold, select, bankruptcy {quiebra} deceased {fallecimiento} attorney {abogado} cease {negativa por escrito} litigation {litigio} servicemember {servicio militar} hardship {dificultad económica} other {sin contacto en el trabajo}}',
  },
  'activity.hold_placed': {
    en: 'No contact: {hold, select, bankruptcy {bankruptcy} deceased {death} attorney {attorney} cease {written refusal} litigation {lawsuit} servicemember {service in the forces} hardship {hardship} other {no contact at work}}',
    es: 'Sin contacto: {hold, select, bankruptcy {quiebra} deceased {fallecimiento} attorney {abogado} cease {negativa por escrito} litigation {litigio} servicemember {servicio militar} hardship {dificultad económica} other {sin contacto en el trabajo}}',
  },
  'activity.promise_made': {
    en: 'Promise by {saidBy}: {amount} by {dueOn}',
    es: 'Promesa de {saidBy}: {amount} para el {dueOn}',
  },
  'activity.promise_kept': {
    en: 'Promise of {amount} by {dueOn} kept',
    es: 'Promesa de {amount} para el {dueOn} cumplida',
  },
  'activity.promise_partly': {
    en: 'Promise of {amount} by {dueOn} partly kept: {received} came',
    es: 'Promesa de {amount} para el {dueOn} cumplida en parte: llegaron {received}',
  },
  'activity.promise_broken': {
    en: 'Promise of {amount} by {dueOn} broken: {received} came',
    es: 'Promesa de {amount} para el {dueOn} incumplida: llegaron {received}',
  },
  'activity.promise_open': {
    en: 'Promise of {amount} by {dueOn} open again: money went back',
    es: 'Promesa de {amount} para el {dueOn} abierta de nuevo: se devolvió dinero',
  },
  'activity.promise_superseded': {
    en: 'Promise of {amount} by {dueOn} replaced by a new one',
    es: 'Promesa de {amount} para el {dueOn} reemplazada por otra',
  },
  'activity.promise_withdrawn': {
    en: 'Promise of {amount} by {dueOn} withdrawn',
    es: 'Promesa de {amount} para el {dueOn} retirada',
  },
  'activity.letter_withdrawn': {
    en: 'The printed letter to {to} was withdrawn before it was mailed',
    es: 'La carta impresa a {to} se retiró antes de enviarse',
  },
  'activity.letter_never_mailed': {
    en: 'The letter to {to} was never mailed: the provider could not print it',
    es: 'La carta a {to} nunca salió: el proveedor no pudo imprimirla',
  },
  'activity.placed': { en: 'Placed with {agency}', es: 'Entregada a {agency}' },
  'activity.recalled': { en: 'Called back from {agency}', es: 'Recuperada de {agency}' },
  'activity.task_made': { en: 'Task: {title}', es: 'Tarea: {title}' },
  'activity.late_planned': {
    en: 'Plan for what is overdue, by {owner}',
    es: 'Plan para lo vencido, a cargo de {owner}',
  },
  'activity.escalated': { en: 'Escalated to {name}', es: 'Escalada a {name}' },
  'activity.escalation_answered': {
    en: 'Escalation answered by {name}',
    es: 'Escalamiento respondido por {name}',
  },
  'activity.task_done': { en: 'Task done: {title}', es: 'Tarea hecha: {title}' },
  'activity.work_reached': { en: 'Reached them', es: 'Se habló con ellos' },
  'activity.work_not_reached': { en: 'Nobody there', es: 'Nadie contestó' },
  'activity.work_promised': { en: 'Reached them, they promised', es: 'Se habló, prometieron' },
  'activity.work_resolved': { en: 'Resolved', es: 'Resuelto' },
  'activity.work_no_action': { en: 'Looked at, nothing to do', es: 'Revisada, nada que hacer' },
  'activity.work_snoozed': { en: 'Snoozed until {until}', es: 'Pospuesta hasta el {until}' },
  'activity.work_undone': {
    en: 'Back on the list',
    es: 'De vuelta en la lista',
  },
} satisfies Catalogue;

/** The postings of a timeline, by the kind of their entry. */
const postings = {} satisfies Catalogue;

/** The last touch, in two words. */
const touches = {
  'touch.note': { en: 'note', es: 'nota' },
  'touch.plan': { en: 'plan', es: 'plan' },
  'touch.promise': { en: 'promise', es: 'promesa' },
  'touch.call': { en: 'call', es: 'llamada' },
  'touch.message': { en: 'message', es: 'mensaje' },
  'touch.mail': { en: 'mail', es: 'correo' },
  'touch.dispute': { en: 'dispute', es: 'reclamo' },
  'touch.work': { en: 'worked', es: 'trabajada' },
} satisfies Catalogue;

const refusals = {
  'customers.contact_bad_email': {
    en: '“{email}” is not an e-mail address.',
    es: '«{email}» no es una dirección de correo.',
  },
  'customers.contact_bad_phone': {
    en: '“{phone}” has too few digits for a telephone number.',
    es: '«{phone}» tiene muy pocos dígitos para un teléfono.',
  },
  'customers.contact_bad_zone': {
    en: '“{zone}” is no time zone. Write one such as America/Chicago.',
    es: '«{zone}» no es una zona horaria. Escriba una como America/Chicago.',
  },
  'customers.contact_without_name': {
    en: 'A contact needs a name.',
    es: 'Un contacto necesita un nombre.',
  },
  'customers.merged_already': {
    en: 'Account {account} was merged already.',
    es: 'La cuenta {account} ya se unió a otra.',
  },
  'customers.requests_wait': {
    en: '{waiting, plural, one {A request waits} other {# requests wait}} for approval on {account}. Decide or take back first.',
    es: '{waiting, plural, one {Una solicitud espera} other {# solicitudes esperan}} aprobación en {account}. Decida o retire antes.',
  },
  'customers.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'customers.no_such_contact': {
    en: 'This account has no such contact.',
    es: 'Esta cuenta no tiene ese contacto.',
  },
  'customers.not_pinned': {
    en: 'No person has pinned this account; the rules may move it already.',
    es: 'Nadie fijó esta cuenta; las reglas ya pueden moverla.',
  },
  'customers.owner_has_left': {
    en: 'Nobody of the desk answers to that.',
    es: 'Esa persona no está en el equipo.',
  },
  'customers.owner_sees_other_companies': {
    en: '{name} does not work for the company of this account.',
    es: '{name} no trabaja para la empresa de esta cuenta.',
  },
  'customers.owner_unchanged': {
    en: 'The account is already assigned so.',
    es: 'La cuenta ya está asignada así.',
  },
  'customers.status_in_future': {
    en: 'A status holds from today ({today}) or from a day before, not from {effectiveOn}.',
    es: 'Un estado vale desde hoy ({today}) o desde antes, no desde el {effectiveOn}.',
  },
  'customers.status_unchanged': {
    en: 'The account has this status on that day already.',
    es: 'La cuenta ya tiene ese estado en esa fecha.',
  },
} satisfies Readonly<Record<CustomersRefusal, Phrase>>;

export const words = {
  ...activity,
  ...postings,
  ...touches,
  ...refusals,
  ...deliveryWords,
  ...postingWords,
  ...planActivityWords,
  ...tagWords,
} satisfies Catalogue;
