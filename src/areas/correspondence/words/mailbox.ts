/** What the mailbox says: refusals, what is wrong with a box, and the command line's words. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { MailboxRefusal } from '../rules/mailbox/refusal.ts';

const refusals = {
  'mailbox.account_of_other_company': {
    en: 'That account belongs to another company than the box of this mail.',
    es: 'Esa cuenta es de otra empresa que el buzón de este correo.',
  },
  'mailbox.address_unreadable': {
    en: '“{address}” is no e-mail address. Write one such as ar@company.example.',
    es: '«{address}» no es una dirección de correo. Escriba una como ar@company.example.',
  },
  'mailbox.bounce_not_answered': {
    en: 'A returned message is never answered: nobody reads it. Mend the contact’s address.',
    es: 'Un mensaje devuelto no se responde: nadie lo lee. Corrija la dirección del contacto.',
  },
  'mailbox.mail_not_linked': {
    en: 'Say first which account this mail belongs to.',
    es: 'Indique antes a qué cuenta pertenece este correo.',
  },
  'mailbox.name_taken': {
    en: 'The company has a box called {name} already. Choose another name.',
    es: 'La empresa ya tiene un buzón llamado {name}. Elija otro nombre.',
  },
  'mailbox.no_invoice_named': {
    en: 'The mail names no open invoice. Open the dispute on the account, over the invoice meant.',
    es: 'El correo no nombra ninguna factura abierta. Abra el reclamo en la cuenta, sobre la factura.',
  },
  'mailbox.no_key': {
    en: 'This server cannot keep secrets. Start it with DUNLIN_SECRET_KEY.',
    es: 'Este servidor no puede guardar secretos. Arránquelo con DUNLIN_SECRET_KEY.',
  },
  'mailbox.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'mailbox.no_such_box': { en: 'There is no such box.', es: 'No existe ese buzón.' },
  'mailbox.no_such_company': {
    en: 'Say which company the box is of: {companies}.',
    es: 'Indique de qué empresa es el buzón: {companies}.',
  },
  'mailbox.no_such_file': {
    en: 'The mail has no such file, or came without it.',
    es: 'El correo no tiene ese archivo, o llegó sin él.',
  },
  'mailbox.no_such_mail': { en: 'There is no such mail.', es: 'No existe ese correo.' },
  'mailbox.no_such_person': {
    en: 'Nobody of that name works for this company.',
    es: 'Nadie con ese nombre trabaja en esta empresa.',
  },
  'mailbox.secret_missing': {
    en: 'A box needs a password, or a token’s address, client and refresh token.',
    es: 'Un buzón necesita una contraseña, o la dirección, el cliente y el token de renovación.',
  },
  'mailbox.token_not_https': {
    en: 'The address of the token must begin with https://.',
    es: 'La dirección del token debe empezar por https://.',
  },
  'mailbox.too_large': {
    en: '{file} is larger than {limit} MB, which no mail may be.',
    es: '{file} pesa más de {limit} MB, que es el máximo de un correo.',
  },
} satisfies Readonly<Record<MailboxRefusal, Phrase>>;

/** What went wrong at a box, and what to do. */
const boxes = {
  'mailbox.box_unreachable': {
    en: 'The mail server does not answer. Check its name, its port and the network.',
    es: 'El servidor de correo no responde. Revise su nombre, el puerto y la red.',
  },
  'mailbox.box_sign_in_refused': {
    en: 'The mail server refused the sign-in. Check the user and the password.',
    es: 'El servidor de correo rechazó el acceso. Revise el usuario y la contraseña.',
  },
  'mailbox.box_token_refused': {
    en: 'The token was refused. Give the desk access to the box again and enter the new token.',
    es: 'El token fue rechazado. Vuelva a dar acceso al buzón e introduzca el nuevo token.',
  },
  'mailbox.box_no_such_folder': {
    en: 'The box has no such folder. Check its name on the mail server.',
    es: 'El buzón no tiene esa carpeta. Revise su nombre en el servidor.',
  },
  'mailbox.box_broke_off': {
    en: 'The look broke off. What came is kept; the next look goes on from there.',
    es: 'La lectura se cortó. Lo recibido se conserva; la próxima sigue desde ahí.',
  },
  'mailbox.box_mail_left': {
    en: 'A mail could not be taken in; those behind it were. Read it in your mail program; each look tries it again.',
    es: 'Un correo no se pudo recibir; los que siguen, sí. Léalo en su programa de correo; cada lectura lo intenta de nuevo.',
  },
  'mailbox.box_secret_missing': {
    en: 'The secret of this box cannot be opened here. Register the box again, or start with its DUNLIN_SECRET_KEY.',
    es: 'El secreto de este buzón no se puede abrir aquí. Regístrelo otra vez, o arranque con su DUNLIN_SECRET_KEY.',
  },
} satisfies Catalogue;

const commands = {
  'command.mail': {
    en: 'fetches mails, lists them, or takes in mails that lie in files',
    es: 'trae correos, los lista, o recibe correos que están en archivos',
  },
  'mailbox.cli_fetched': {
    en: '{box}: {taken} new, {known} known.',
    es: '{box}: {taken} nuevos, {known} conocidos.',
  },
  'mailbox.cli_no_boxes': {
    en: 'No mailbox is set up. Set DUNLIN_MAILBOXES or register one in the settings.',
    es: 'No hay buzones. Defina DUNLIN_MAILBOXES o registre uno en la configuración.',
  },
  'mailbox.cli_none': { en: 'No mails.', es: 'No hay correos.' },
  'mailbox.cli_taken': {
    en: '{file}: taken in.',
    es: '{file}: recibido.',
  },
  'mailbox.cli_known': {
    en: '{file}: known already.',
    es: '{file}: ya conocido.',
  },
  'mailbox.cli_received': { en: 'Received', es: 'Recibido' },
  'mailbox.cli_from': { en: 'From', es: 'De' },
  'mailbox.cli_account': { en: 'Account', es: 'Cuenta' },
  'mailbox.cli_intent': { en: 'Asks for', es: 'Pide' },
  'mailbox.cli_subject': { en: 'Subject', es: 'Asunto' },
  'mailbox.cli_blocked': { en: 'Held up', es: 'Retenido' },
  'mailbox.cli_currency': { en: 'Currency', es: 'Moneda' },
  'mailbox.cli_state': { en: 'State', es: 'Estado' },
  'mailbox.state_open': { en: 'open', es: 'abierto' },
  'mailbox.state_answered': { en: 'answered', es: 'respondido' },
  'mailbox.state_done': { en: 'done', es: 'hecho' },
  'mailbox.intent_already_paid': { en: 'already paid', es: 'ya pagado' },
  'mailbox.intent_remittance': { en: 'remittance', es: 'aviso de pago' },
  'mailbox.intent_dispute': { en: 'dispute', es: 'reclamo' },
  'mailbox.intent_promise': { en: 'promise', es: 'promesa' },
  'mailbox.intent_opt_out': { en: 'no more messages', es: 'no más mensajes' },
  'mailbox.intent_complaint': { en: 'complaint', es: 'queja' },
  'mailbox.intent_copy_request': { en: 'copy', es: 'copia' },
  'mailbox.intent_w9_request': { en: 'W-9', es: 'W-9' },
  'mailbox.intent_vendor_form': { en: 'vendor form', es: 'alta de proveedor' },
  'mailbox.intent_certificate': { en: 'certificate', es: 'certificado' },
  'mailbox.intent_out_of_office': { en: 'out of office', es: 'fuera de oficina' },
  'mailbox.intent_other': { en: 'other', es: 'otro' },
} satisfies Catalogue;

export const mailboxWords = { ...refusals, ...boxes, ...commands } satisfies Catalogue;
