/** What refunds say: every refusal, what the checks found, and the command line's own words. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { Check } from './rules/findings.ts';
import type { RefundsRefusal } from './rules/refusal.ts';
import { checkWords } from './words/checks.ts';
import { moreWords } from './words/more.ts';

export const words = {
  ...checkWords,
  ...moreWords,
  'refunds.amount_unreadable': {
    en: '“{amount}” is no amount in {currency}.',
    es: '«{amount}» no es un importe en {currency}.',
  },
  'refunds.bank_number_wrong': {
    en: 'This is no {kind, select, iban {IBAN, or the BIC is wrong} other {bank account number}}. Look at the customer’s paper again.',
    es: 'No es {kind, select, iban {un IBAN, o el BIC es incorrecto} other {un número de cuenta}}. Revise el documento del cliente.',
  },
  'refunds.call_back_first': {
    en: 'The bank details are new. Call the customer back on a number known before, and write it down first.',
    es: 'Los datos bancarios son nuevos. Llame antes al cliente a un número ya conocido y anótelo.',
  },
  'refunds.card_alone': {
    en: '{document} was paid by card. Ask for its refund alone.',
    es: '{document} se pagó con tarjeta. Pida su reembolso por separado.',
  },
  'refunds.check_column_unknown': {
    en: '“{column}” is no column of a file of checks.',
    es: '«{column}» no es una columna de un archivo de cheques.',
  },
  'refunds.no_checks': {
    en: 'No check was written with that file.',
    es: 'Con ese archivo no se emitió ningún cheque.',
  },
  'refunds.day_before_issue': {
    en: 'The payment went out on {day}. Give a day from then on.',
    es: 'El pago salió el {day}. Indique un día desde entonces.',
  },
  'refunds.file_refused': {
    en: 'The bank would turn the file away: {why}.',
    es: 'El banco rechazaría el archivo: {why}.',
  },
  'refunds.given_later': {
    en: '{day} has not come yet.',
    es: 'El {day} aún no ha llegado.',
  },
  'refunds.no_such_authorisation': {
    en: 'The account has no such word of the customer that stands.',
    es: 'La cuenta no tiene esa autorización vigente.',
  },
  'refunds.no_such_credit': {
    en: 'No such credit stands on the account.',
    es: 'La cuenta no tiene ese saldo a favor.',
  },
  'refunds.pack_off': {
    en: 'The rule is switched off. Switch it on first.',
    es: 'La regla está desactivada. Actívela antes.',
  },
  'refunds.reviewed_later': {
    en: 'Counsel cannot have looked on {day}, which has not come.',
    es: 'No puede haberse revisado el {day}, que aún no llega.',
  },
  'refunds.bank_details_ended': {
    en: 'The customer has given other bank details since. Take this refund back and ask for it again: it goes to the new ones.',
    es: 'El cliente ha dado después otros datos bancarios. Retire este reembolso y solicítelo de nuevo: irá a los nuevos.',
  },
  'refunds.until_before': {
    en: 'It would end before it begins.',
    es: 'Terminaría antes de empezar.',
  },
  'refunds.held': {
    en: 'A check holds it ({check}). Somebody who did not ask for it sets it aside first.',
    es: 'Un control lo retiene ({check}). Antes debe levantarlo alguien que no lo pidió.',
  },
  'refunds.more_than_captured': {
    en: 'At most {most} may go back to this card.',
    es: 'A esta tarjeta pueden volver a lo sumo {most}.',
  },
  'refunds.no_bank_details': {
    en: 'There are no confirmed bank details for this way. Enter them, or pay by check.',
    es: 'No hay datos bancarios confirmados para esta vía. Regístrelos o pague con cheque.',
  },
  'refunds.no_capture': {
    en: '{document} does not say which card payment it was. Find the processor’s number first.',
    es: '{document} no indica qué pago con tarjeta fue. Busque antes el número del procesador.',
  },
  'refunds.no_seal': {
    en: 'This desk keeps no secrets yet. Set DUNLIN_SECRET_KEY first.',
    es: 'Esta instalación aún no guarda secretos. Defina antes DUNLIN_SECRET_KEY.',
  },
  'refunds.no_setting': {
    en: 'The company has not said how it pays by {method, select, ach {ACH} check {check} other {transfer}}. Save that first.',
    es: 'La empresa no ha dicho cómo paga por {method, select, ach {ACH} check {cheque} other {transferencia}}. Guárdelo antes.',
  },
  'refunds.no_such_payee': {
    en: 'The account has no such bank details.',
    es: 'La cuenta no tiene esos datos bancarios.',
  },
  'refunds.no_such_payout': { en: 'There is no such file.', es: 'No existe ese archivo.' },
  'refunds.no_such_refund': {
    en: 'The account has no such refund.',
    es: 'La cuenta no tiene ese reembolso.',
  },
  'refunds.not_a_card': {
    en: 'The money did not come by card, so it does not go back to one.',
    es: 'El dinero no llegó con tarjeta, así que no vuelve a una.',
  },
  'refunds.not_approved': {
    en: 'Only an approved refund is released; this one is {state}.',
    es: 'Solo se libera un reembolso aprobado; este está en «{state}».',
  },
  'refunds.no_letter': {
    en: 'Its owner was not written to. Write the letter in its time first.',
    es: 'No se ha escrito a su titular. Envíe antes la carta en su plazo.',
  },
  'refunds.not_dormant': {
    en: 'It falls dormant on {day}. Until then it is the customer’s.',
    es: 'Queda inactivo el {day}. Hasta entonces es del cliente.',
  },
  'refunds.not_held': { en: 'No check holds it.', es: 'Ningún control lo retiene.' },
  'refunds.not_now': {
    en: 'That does not follow from where the refund stands ({state}).',
    es: 'Eso no procede en el estado del reembolso ({state}).',
  },
  'refunds.not_title_iv': {
    en: 'It is no Title IV money: it does not go back to the Department.',
    es: 'No es dinero del Título IV: no vuelve al Departamento.',
  },
  'refunds.nothing_named': {
    en: 'Name the credit to pay back.',
    es: 'Indique el saldo a favor que se reembolsa.',
  },
  'refunds.nothing_released': {
    en: 'No refund is released for this way and currency.',
    es: 'Ningún reembolso está liberado para esta vía y moneda.',
  },
  'refunds.only_people_release': {
    en: 'Only a person does that, not a job or the command line.',
    es: 'Solo lo hace una persona, no una tarea ni la línea de comandos.',
  },
  'refunds.own_approval': {
    en: 'You approved it. Another person releases it.',
    es: 'Usted lo aprobó. Otra persona lo libera.',
  },
  'refunds.own_destination': {
    en: 'You entered the bank details that it goes to. Another person releases it.',
    es: 'Usted registró los datos bancarios a los que va. Otra persona lo libera.',
  },
  'refunds.own_details': {
    en: 'You entered these bank details. Another person calls back.',
    es: 'Usted registró estos datos bancarios. Otra persona llama al cliente.',
  },
  'refunds.own_request': {
    en: 'You asked for it. Another person does this.',
    es: 'Usted lo pidió. Lo hace otra persona.',
  },
  'refunds.routing_number_wrong': {
    en: '{routing} is no routing number.',
    es: '{routing} no es un número de ruta.',
  },
  'refunds.same_card_only': {
    en: '{document} was paid by card, so it goes back to that card and no other way.',
    es: '{document} se pagó con tarjeta, así que vuelve a esa tarjeta y por ninguna otra vía.',
  },
  'refunds.found_duplicate': {
    en: 'The same amount was asked for or paid on {day}.',
    es: 'El mismo importe se pidió o se pagó el {day}.',
  },
  'refunds.found_bank_changed': {
    en: 'The bank details are from {day}; they wait for a call-back.',
    es: 'Los datos bancarios son del {day}; esperan una llamada de verificación.',
  },
  'refunds.found_bank_ended': {
    en: 'The customer gave other bank details on {day}.',
    es: 'El cliente dio otros datos bancarios el {day}.',
  },
  'refunds.found_shared_bank': {
    en: 'The same bank account stands at {accounts}.',
    es: 'La misma cuenta bancaria figura en {accounts}.',
  },
  'refunds.found_not_settled': {
    en: 'The money came on {day} by {method} and may still come back.',
    es: 'El dinero llegó el {day} por {method} y aún puede devolverse.',
  },
  'refunds.found_other_payer': {
    en: '{payer} paid it, not the one whom it goes to.',
    es: 'Lo pagó {payer}, no quien lo recibe.',
  },
  'refunds.found_split': {
    en: 'With {count} more of the last 30 days it comes to {amount}.',
    es: 'Con {count} más de los últimos 30 días suma {amount}.',
  },
} satisfies Record<RefundsRefusal | `refunds.found_${Check}`, Phrase> & Catalogue;
