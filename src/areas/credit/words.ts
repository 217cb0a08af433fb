/** What credit says: every refusal, every reason to hold, and the command line's own words. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { HoldReason } from './rules/policy.ts';
import type { CreditRefusal } from './rules/refusal.ts';
import { documentWords } from '#areas/policies/words/document.ts';
import { sayingWords } from './words/sayings.ts';

const refusals = {
  'credit.account_ambiguous': {
    en: 'Several companies have an account {account}. Say which with `company`.',
    es: 'Varias empresas tienen una cuenta {account}. Diga cuál con `company`.',
  },
  'credit.account_held_already': {
    en: 'The account is held already: {why}',
    es: 'La cuenta ya está retenida: {why}',
  },
  'credit.account_not_held': {
    en: 'Nobody holds this account.',
    es: 'Nadie retiene esta cuenta.',
  },
  'credit.amount_negative': {
    en: 'An order does not go below zero: {amount} of {number}.',
    es: 'Un pedido no baja de cero: {amount} de {number}.',
  },
  'credit.amount_unreadable': {
    en: '“{amount}” is not an amount in {currency}. Write one such as 1250.10.',
    es: '«{amount}» no es un importe en {currency}. Escriba uno como 1250.10.',
  },
  'credit.authority_no_rate': {
    en: 'There is no exchange rate from {from} to {to}, so nobody can say how much it is. Record one first.',
    es: 'No hay tipo de cambio de {from} a {to}, así que no se sabe cuánto es. Registre uno primero.',
  },
  'credit.beyond_authority': {
    en: 'Releasing {amount} is for: {who, select, senior {senior collector} manager {AR manager} controller {controller} cfo {CFO} nobody {nobody} other {{who}}}. Ask for it.',
    es: 'Liberar {amount} corresponde a: {who, select, senior {gestor sénior} manager {jefe de cobranza} controller {contralor} cfo {director financiero} nobody {nadie} other {{who}}}. Solicítelo.',
  },
  'credit.forward_to_whom': {
    en: 'Say to whom: the e-mail address or the name of a person of the desk.',
    es: 'Diga a quién: el correo o el nombre de una persona del equipo.',
  },
  'credit.hold_until_passed': {
    en: 'The last day {untilOn} has passed. Today is {today}.',
    es: 'El último día {untilOn} ya pasó. Hoy es {today}.',
  },
  'credit.no_limit_beyond_authority': {
    en: 'Without a limit the customer may order any amount. That is for: {who, select, senior {senior collector} manager {AR manager} controller {controller} cfo {CFO} nobody {nobody} other {{who}}}. Ask for it, or set the limit to zero.',
    es: 'Sin límite el cliente puede pedir cualquier importe. Eso corresponde a: {who, select, senior {gestor sénior} manager {jefe de cobranza} controller {contralor} cfo {director financiero} nobody {nadie} other {{who}}}. Solicítelo o fije el límite en cero.',
  },
  'credit.limit_beyond_authority': {
    en: 'A limit of {amount} is for: {who, select, senior {senior collector} manager {AR manager} controller {controller} cfo {CFO} nobody {nobody} other {{who}}}. Ask for it.',
    es: 'Un límite de {amount} corresponde a: {who, select, senior {gestor sénior} manager {jefe de cobranza} controller {contralor} cfo {director financiero} nobody {nadie} other {{who}}}. Solicítelo.',
  },
  'credit.limit_ended_before': {
    en: 'Its last day {untilOn} has passed, or is before its first, {fromOn}.',
    es: 'Su último día {untilOn} ya pasó o es anterior al primero, {fromOn}.',
  },
  'credit.limit_from_today': {
    en: 'This limit counts from today, {today}.',
    es: 'Este límite cuenta desde hoy, {today}.',
  },
  'credit.limit_needs_end': {
    en: 'A temporary limit needs its last day.',
    es: 'Un límite temporal necesita su último día.',
  },
  'credit.limit_negative': {
    en: 'A limit does not go below zero.',
    es: 'Un límite no baja de cero.',
  },
  'credit.limit_review_passed': {
    en: 'The day of review {reviewOn} has passed. Today is {today}.',
    es: 'El día de revisión {reviewOn} ya pasó. Hoy es {today}.',
  },
  'credit.limit_takes_amount': {
    en: 'Say how much; only a standing or a group limit can be taken away.',
    es: 'Diga cuánto; solo un límite fijo o de grupo se puede quitar.',
  },
  'credit.no_rate': {
    en: 'There is no exchange rate from {from} to {to}.',
    es: 'No hay tipo de cambio de {from} a {to}.',
  },
  'credit.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'credit.no_such_notice': { en: 'There is no such notice.', es: 'No existe ese aviso.' },
  'credit.no_such_contact': {
    en: 'This account has no such contact.',
    es: 'Esta cuenta no tiene ese contacto.',
  },
  'credit.notice_refused': {
    en: 'The letter could not be written ({why}). Look at its template and the account’s address.',
    es: 'No se pudo escribir la carta ({why}). Revise su plantilla y la dirección de la cuenta.',
  },
  'credit.notice_without_reasons': {
    en: 'The law asks for the principal reasons in this notice. Write them down.',
    es: 'La ley exige los motivos principales en este aviso. Escríbalos.',
  },
  'credit.notice_sent_already': {
    en: 'This notice was sent already, or is no longer due.',
    es: 'Este aviso ya se envió o ya no hace falta.',
  },
  'credit.no_such_order': { en: 'There is no such order.', es: 'No existe ese pedido.' },
  'credit.order_grew': {
    en: 'Order {order} grew after its release was asked for. Ask for it again.',
    es: 'El pedido {order} creció después de solicitarse su liberación. Solicítela de nuevo.',
  },
  'credit.not_held': {
    en: 'Order {order} is not held, so there is nothing to decide.',
    es: 'El pedido {order} no está retenido: no hay nada que decidir.',
  },
  'credit.not_open': {
    en: 'Order {order} is closed, cancelled or wholly billed.',
    es: 'El pedido {order} está cerrado, cancelado o facturado por completo.',
  },
  'credit.order_ahead': {
    en: 'Order {number} is dated {orderedOn}, after today, {today}.',
    es: 'El pedido {number} tiene fecha {orderedOn}, posterior a hoy, {today}.',
  },
  'credit.order_currency': {
    en: 'Order {number} is in {before}; it does not change to {currency}.',
    es: 'El pedido {number} está en {before}; no cambia a {currency}.',
  },
  'credit.order_nothing': {
    en: 'Order {number} is open and for nothing.',
    es: 'El pedido {number} está abierto y no importa nada.',
  },
  'credit.policy_does_not_read': {
    en: 'The file does not read: {problems} problems, the first in line {line}, {field}.',
    es: 'El archivo no se lee: {problems} problemas, el primero en la línea {line}, {field}.',
  },
  'credit.review_passed': {
    en: 'The day of review {reviewOn} has passed. Today is {today}.',
    es: 'El día de revisión {reviewOn} ya pasó. Hoy es {today}.',
  },
} satisfies Readonly<Record<CreditRefusal, Phrase>>;

const reasons = {
  'credit.reason_forced': { en: 'Held by a person: {why}', es: 'Retenido por una persona: {why}' },
  'credit.reason_account_hold': {
    en: 'The account is held: {why}',
    es: 'La cuenta está retenida: {why}',
  },
  'credit.reason_account_status': {
    en: 'The account stands as {status, select, hold {on hold} bankrupt {bankrupt} legal {with the lawyers} agency {with an agency} written_off {written off} disputed {disputed} promised {promised} plan {on a plan} other {{status}}}',
    es: 'La cuenta está {status, select, hold {en espera} bankrupt {en quiebra} legal {con los abogados} agency {en una agencia} written_off {castigada} disputed {en disputa} promised {prometida} plan {en un plan} other {{status}}}',
  },
  'credit.reason_over_limit': {
    en: 'Over the limit of {limit} by {over}',
    es: 'Supera el límite de {limit} por {over}',
  },
  'credit.reason_group_over_limit': {
    en: 'The common limit of {name} would be exceeded',
    es: 'Se superaría el límite común de {name}',
  },
  'credit.reason_limit_expired': {
    en: 'The limit expired on {untilOn}',
    es: 'El límite venció el {untilOn}',
  },
  'credit.reason_no_limit': { en: 'No limit was given', es: 'No se ha dado un límite' },
  'credit.reason_past_due': {
    en: '{amount} past due, the oldest {days} days; {allowed} are let pass',
    es: '{amount} vencidos, lo más antiguo {days} días; se admiten {allowed}',
  },
  'credit.reason_broken_promise': {
    en: 'A promise was broken on {brokenOn}',
    es: 'Se incumplió una promesa el {brokenOn}',
  },
  'credit.reason_no_rate': {
    en: 'No exchange rate into {into} for all that is open',
    es: 'Falta el tipo de cambio a {into} de algo abierto',
  },
} satisfies Readonly<Record<`credit.reason_${HoldReason}`, Phrase>>;

const commands = {
  'command.holds': {
    en: 'lists orders that wait for somebody, with every reason',
    es: 'lista los pedidos que esperan a alguien, con todas las razones',
  },
  'command.credit': {
    en: 'says what an account may owe, what is at risk and what is left',
    es: 'dice cuánto puede deber una cuenta, qué está en riesgo y qué queda',
  },
  'credit.order': { en: 'Order', es: 'Pedido' },
  'credit.account': { en: 'Account', es: 'Cuenta' },
  'credit.name': { en: 'Name', es: 'Nombre' },
  'credit.amount': { en: 'Amount', es: 'Importe' },
  'credit.currency': { en: 'Currency', es: 'Moneda' },
  'credit.why': { en: 'Why', es: 'Por qué' },
  'credit.who_may': { en: 'Who may release', es: 'Quién puede liberar' },
  'credit.clears': { en: 'Clears now', es: 'Se libera ya' },
  'credit.yes': { en: 'yes', es: 'sí' },
  'credit.no': { en: 'no', es: 'no' },
  'credit.none': { en: 'No orders wait.', es: 'Ningún pedido espera.' },
  'credit.cut': {
    en: '{waiting, number} orders wait; the {listed, number} smallest are listed.',
    es: 'Esperan {waiting, number} pedidos; se listan los {listed, number} menores.',
  },
  'credit.limit': { en: 'Limit', es: 'Límite' },
  'credit.owed': { en: 'Owed', es: 'Adeudado' },
  'credit.unapplied': { en: 'Unapplied', es: 'Sin aplicar' },
  'credit.orders': { en: 'Orders', es: 'Pedidos' },
  'credit.exposure': { en: 'At risk', es: 'En riesgo' },
  'credit.available': { en: 'Left', es: 'Disponible' },
  'credit.hold': { en: 'Held', es: 'Retenida' },
} satisfies Catalogue;

export const words = {
  ...refusals,
  ...reasons,
  ...documentWords,
  ...sayingWords,
  ...commands,
} satisfies Catalogue;
