/** What deposits of checks say: the ticket, and every no. */
import type { Catalogue } from '#kernel/words.ts';

export const depositText = {
  'command.deposit': {
    en: 'lists deposits of checks, puts pictures of a folder to their checks, closes and sends one',
    es: 'lista depósitos de cheques, asocia las imágenes de una carpeta, cierra y envía uno',
  },
  'deposit.ticket': { en: 'Deposit ticket', es: 'Boleta de depósito' },
  'deposit.bank': { en: 'Bank account', es: 'Cuenta bancaria' },
  'deposit.day': { en: 'Day', es: 'Fecha' },
  'deposit.number': { en: 'Deposit', es: 'Depósito' },
  'deposit.item': { en: 'No.', es: 'N.º' },
  'deposit.check': { en: 'Check', es: 'Cheque' },
  'deposit.routing': { en: 'Routing number', es: 'Número de ruta' },
  'deposit.account': { en: 'Account', es: 'Cuenta' },
  'deposit.amount': { en: 'Amount', es: 'Importe' },
  'deposit.total': { en: 'Total of {count} checks', es: 'Total de {count} cheques' },
  'deposit.state': { en: 'State', es: 'Estado' },
  'deposit.counted': { en: 'Counted', es: 'Contado' },
  'deposit.keyed': { en: 'Keyed', es: 'Registrado' },
  'deposit.none': { en: 'No deposits.', es: 'No hay depósitos.' },
  'deposit.images_added': { en: '{images} pictures added.', es: '{images} imágenes añadidas.' },
  'deposit.now': { en: 'The deposit is {state} now.', es: 'El depósito está ahora {state}.' },
  'deposit.check_rejected': {
    en: 'The bank’s word on item {item} is written down; the check is in hand again.',
    es: 'Se anotó lo que dijo el banco de la partida {item}; el cheque vuelve a estar en mano.',
  },
  'deposit.open': { en: 'open', es: 'abierto' },
  'deposit.closed': { en: 'closed', es: 'cerrado' },
  'deposit.sent': { en: 'sent', es: 'enviado' },
  'deposit.accepted': { en: 'accepted', es: 'aceptado' },
  'deposit.rejected': { en: 'rejected', es: 'rechazado' },
  'deposit.shredded': { en: 'shredded', es: 'destruido' },
  'cash.check_amount_differs': {
    en: 'Check {check} was received with {received}, not {keyed}.',
    es: 'El cheque {check} se recibió por {received}, no por {keyed}.',
  },
  'cash.check_amount_missing': {
    en: 'Say what check {check} is for.',
    es: 'Indique el importe del cheque {check}.',
  },
  'cash.check_deposited_before': {
    en: 'Check {check} was deposited before: same bank, account, number and amount.',
    es: 'El cheque {check} ya se depositó: mismo banco, cuenta, número e importe.',
  },
  'cash.check_like_another': {
    en: 'Check {check} is like one that was deposited before. Look at both; if it is another, say so.',
    es: 'El cheque {check} se parece a uno ya depositado. Compárelos; si es otro, indíquelo.',
  },
  'cash.image_no_picture': {
    en: '{file} is no TIFF, PNG or JPEG.',
    es: '{file} no es TIFF, PNG ni JPEG.',
  },
  'cash.image_of_no_check': {
    en: '{file} shows no check of this deposit, or more than one has that number.',
    es: '{file} no corresponde a un cheque de este depósito, o varios tienen ese número.',
  },
  'cash.image_twice': {
    en: '{file} shows a side that another of these pictures shows too. Leave one of them out.',
    es: '{file} muestra una cara que otra de estas imágenes también muestra. Deje fuera una de ellas.',
  },
  'cash.image_unnamed': {
    en: 'The name {file} says no check and side. Name it like 1042-front.tif and 1042-back.tif.',
    es: 'El nombre {file} no indica cheque ni cara. Use nombres como 1042-front.tif y 1042-back.tif.',
  },
  'cash.no_deposit_channel': {
    en: 'Nobody has said how checks are sent to this bank. A controller sets it up, or take the deposit to the counter.',
    es: 'Nadie ha indicado cómo se envían cheques a este banco. Lo configura un contralor; o lleve el depósito a ventanilla.',
  },
  'cash.no_such_card_batch': {
    en: 'No processor has reported batch {batch}.',
    es: 'Ningún procesador ha informado el lote {batch}.',
  },
  'cash.no_such_check': {
    en: 'The deposit has no such check.',
    es: 'El depósito no tiene ese cheque.',
  },
  'cash.no_such_deposit': { en: 'There is no such deposit.', es: 'No existe ese depósito.' },
  'micr.no_routing_number': {
    en: 'No routing number was found in the line. Key it between two transit symbols: t021000021t.',
    es: 'No hay número de ruta en la línea. Escríbalo entre dos símbolos de tránsito: t021000021t.',
  },
  'micr.wrong_check_digit': {
    en: 'Routing number {routing} does not prove itself: a digit was keyed wrongly.',
    es: 'El número de ruta {routing} no supera su dígito de control: hay un dígito mal escrito.',
  },
  'micr.no_account': {
    en: 'No account was found in the line after routing number {routing}.',
    es: 'No hay cuenta en la línea tras el número de ruta {routing}.',
  },
  'deposit.no_checks': { en: 'The deposit holds no check.', es: 'El depósito no tiene cheques.' },
  'deposit.wrong_routing_number': {
    en: 'A routing number is wrong (check {check}).',
    es: 'Un número de ruta es incorrecto (cheque {check}).',
  },
  'deposit.wrong_head': {
    en: 'The bank’s numbers are not complete. A controller mends how checks are sent.',
    es: 'Los números del banco están incompletos. Un contralor corrige cómo se envían los cheques.',
  },
  'deposit.wrong_magnetic_line': {
    en: 'The magnetic line of check {check} does not fit the file.',
    es: 'La línea magnética del cheque {check} no cabe en el archivo.',
  },
  'deposit.amount_out_of_range': {
    en: 'The amount of check {check} does not fit the file.',
    es: 'El importe del cheque {check} no cabe en el archivo.',
  },
  'deposit.sequence_not_unique': {
    en: 'Two checks have the same place in the file. Send it once more.',
    es: 'Dos cheques tienen el mismo lugar en el archivo. Envíelo otra vez.',
  },
  'deposit.image_not_group_4': {
    en: 'A picture of check {check} is not black-and-white TIFF (CCITT Group 4), which banks ask for.',
    es: 'Una imagen del cheque {check} no es TIFF en blanco y negro (CCITT Group 4), como piden los bancos.',
  },
  'deposit.total_too_large': {
    en: 'The deposit is larger than one file can say. Split it.',
    es: 'El depósito supera lo que cabe en un archivo. Divídalo.',
  },
} satisfies Catalogue;
