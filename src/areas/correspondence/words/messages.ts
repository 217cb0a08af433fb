/** Why a message is not written, queued or moved, with the remedy. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { MessageRefusal } from '../rules/messages/refusal.ts';

export const messageWords = {
  'correspondence.address_blocked': {
    en: 'Mail to {to} has come back since {since}. Mend the contact’s address first.',
    es: 'El correo a {to} vuelve desde el {since}. Corrija antes la dirección del contacto.',
  },
  'correspondence.address_unfit': {
    en: '{name} cannot be reached at "{to}" in this way. Mend the address first.',
    es: 'A {name} no se le puede llegar así a «{to}». Corrija antes la dirección.',
  },
  'correspondence.attachment_missing': {
    en: 'A file to attach is not kept ({file}). Choose it again.',
    es: 'No se guarda un archivo por adjuntar ({file}). Elíjalo de nuevo.',
  },
  'correspondence.attachments_too_large': {
    en: 'The attachments are {megabytes} MB together; most boxes take {most}. Send fewer at once.',
    es: 'Los adjuntos suman {megabytes} MB; casi todos los buzones aceptan {most}. Envíe menos a la vez.',
  },
  'correspondence.key_used_otherwise': {
    en: 'Another message stands under this key already: {key}.',
    es: 'Bajo esta clave ya hay otro mensaje: {key}.',
  },
  'correspondence.message_is': {
    en: 'The message is {from, select, draft {a draft} checked {checked} approved {approved} queued {on its way out} held {held} sending {being sent} sent {sent} delivered {delivered} replied {answered} bounced {returned} failed {failed} unknown {of unknown outcome} other {cancelled}}, so this cannot be done to it.',
    es: 'El mensaje está {from, select, draft {en borrador} checked {revisado} approved {aprobado} queued {por salir} held {retenido} sending {saliendo} sent {enviado} delivered {entregado} replied {respondido} bounced {devuelto} failed {fallido} unknown {sin resultado conocido} other {cancelado}}; así no se puede.',
  },
  'correspondence.message_unknown': {
    en: 'There is no such message on this account.',
    es: 'Esta cuenta no tiene ese mensaje.',
  },
  'correspondence.no_such_company': {
    en: 'This company is not among yours.',
    es: 'Esa empresa no está entre las suyas.',
  },
  'correspondence.same_address': {
    en: '{to} is the address that comes back. Write another, or say that it works again.',
    es: '{to} es la dirección que devuelve. Escriba otra, o indique que ya funciona.',
  },
  'correspondence.new_address_unfit': {
    en: '“{to}” is no e-mail address.',
    es: '«{to}» no es una dirección de correo.',
  },
  'correspondence.may_not_readdress': {
    en: 'You may not change contacts. Ask somebody who keeps the accounts.',
    es: 'Usted no puede cambiar contactos. Pídalo a quien lleva las cuentas.',
  },
  'correspondence.not_blocked': {
    en: 'Nothing has come back from {to}, or it is mended already.',
    es: 'De {to} no ha vuelto nada, o ya está corregida.',
  },
  'correspondence.nothing_waits': {
    en: 'Nothing waits to be sent.',
    es: 'Nada espera salir.',
  },
  'correspondence.nothing_late': {
    en: 'Nothing is past due that may be asked for: it is not due yet, contested, promised or covered by money on account. Mark the invoices you mean, or choose another template.',
    es: 'No hay nada vencido que se pueda pedir: aún no vence, está en disputa, prometido o cubierto por dinero a cuenta. Marque las facturas que quiere nombrar o elija otra plantilla.',
  },
  'correspondence.second_person_message': {
    en: 'Who wrote the message does not approve it. Ask a second person.',
    es: 'Quien escribió el mensaje no lo aprueba. Pídalo a otra persona.',
  },
  'correspondence.text_empty': {
    en: 'A message needs a text, and an e-mail a subject.',
    es: 'Un mensaje necesita texto, y un correo, asunto.',
  },
  'correspondence.tone_refused': {
    en: 'This wording may not go out: “{words}” ({why}). Say it otherwise.',
    es: 'Esta redacción no puede salir: «{words}» ({why}). Dígalo de otro modo.',
  },
} satisfies Catalogue & Readonly<Partial<Record<MessageRefusal, Phrase>>>;
