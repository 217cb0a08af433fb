/** What is said when the cash desk says no to a receipt, a batch or a move. */
import type { Phrase } from '#kernel/words.ts';
import type { ReceiptsRefusal } from '../rules/refusal.ts';

export const receiptsWords = {
  'cash.amount_not_positive': {
    en: 'Every amount must be more than zero.',
    es: 'Todos los importes deben ser mayores que cero.',
  },
  'cash.amount_unreadable': {
    en: '“{amount}” is no amount in {currency}. Write it with digits and a point, such as 1250.10.',
    es: '«{amount}» no es un importe en {currency}. Escríbalo con cifras y un punto, por ejemplo 1250.10.',
  },
  'cash.batch_not_open': {
    en: 'The batch is {state} already. Open a new one.',
    es: 'El lote ya no está abierto ({state}). Abra uno nuevo.',
  },
  'cash.batch_not_posted': {
    en: 'Only a posted batch can be reversed; this one is {state}.',
    es: 'Solo se revierte un lote contabilizado; este está en estado {state}.',
  },
  'cash.claim_cites_several': {
    en: 'Claim {claim} is cited by several open items. Give one of them its own number, or post the payment by hand.',
    es: 'El reclamo {claim} corresponde a varias partidas abiertas. Dé a una su propio número o contabilice el pago a mano.',
  },
  'cash.claim_differs': {
    en: 'Claim {claim} says {stated} was paid, but its charge less its reductions is {found}. Ask the payer for a correct 835.',
    es: 'El reclamo {claim} dice que se pagó {stated}, pero su cargo menos las reducciones es {found}. Pida al pagador un 835 correcto.',
  },
  'cash.claim_more_than_open': {
    en: 'Claim {claim} has {open} open, but {amount} would be paid and adjusted. Nothing was posted.',
    es: 'El reclamo {claim} tiene {open} abierto, pero se pagaría y ajustaría {amount}. No se contabilizó nada.',
  },
  'cash.claim_taken_back': {
    en: 'Claim {claim} takes an earlier payment back, yet pays something. Ask the payer for a correct 835.',
    es: 'El reclamo {claim} revierte un pago anterior y aun así paga algo. Pida al pagador un 835 correcto.',
  },
  'cash.claim_twice': {
    en: 'Claim {claim} stands twice in the payment. Post it by hand.',
    es: 'El reclamo {claim} figura dos veces en el pago. Contabilícelo a mano.',
  },
  'cash.claim_unknown': {
    en: 'No open item bears the number of claim {claim}. Nothing was posted.',
    es: 'Ninguna partida abierta lleva el número del reclamo {claim}. No se contabilizó nada.',
  },
  'cash.claims_await_money': {
    en: 'The money of these claims has not come yet, or nobody knows which payment it is.',
    es: 'El dinero de estos reclamos aún no llegó, o no se sabe qué pago es.',
  },
  'cash.claims_differ': {
    en: 'The payment says {stated}, but its claims and adjustments come to {found}. Ask the payer for a correct 835.',
    es: 'El pago dice {stated}, pero sus reclamos y ajustes suman {found}. Pida al pagador un 835 correcto.',
  },
  'cash.claims_need_approval': {
    en: 'What the contract takes off is above the limit. Post it, and another person is asked.',
    es: 'Lo que descuenta el contrato supera el límite. Contabilícelo y se pedirá a otra persona.',
  },
  'cash.claims_not_this_payment': {
    en: 'The 835 is of {stated}, but {came} came.',
    es: 'El 835 es de {stated}, pero llegaron {came}.',
  },
  'cash.claims_payer_unknown': {
    en: 'The claims are of several accounts. Say which account is the payer’s.',
    es: 'Los reclamos son de varias cuentas. Diga cuál es la del pagador.',
  },
  'cash.claims_posted_already': {
    en: 'This payment of claims was posted already.',
    es: 'Este pago de reclamos ya se contabilizó.',
  },
  'cash.control_differs': {
    en: 'The batch does not agree with what was counted: {count} receipts and {amount} off. Find the row that is wrong, or withdraw the batch.',
    es: 'El lote no coincide con lo contado: {count} cobros y {amount} de diferencia. Busque la fila equivocada o retire el lote.',
  },
  'cash.credit_without_items': {
    en: 'A credit pays only items of its own account. Mark more of them, or use less of the credit.',
    es: 'Un crédito paga solo partidas de su propia cuenta. Marque más, o use menos del crédito.',
  },
  'cash.details_awaited': {
    en: 'This credit is many payments, and the bank has not said yet whose. Wait for its details, name the payments, or take it as one.',
    es: 'Este abono son varios pagos y el banco aún no dijo de quién. Espere el detalle, indique los pagos o tómelo como uno solo.',
  },
  'cash.details_not_awaited': {
    en: 'No details of this receipt are awaited; it is {state}.',
    es: 'No se espera el detalle de este cobro; está en estado {state}.',
  },
  'cash.from_bank': {
    en: 'The bank reported this money, so it cannot be withdrawn. Say what it is instead.',
    es: 'El banco informó de este dinero, así que no se puede retirar. Diga de qué es.',
  },
  'cash.item_named_twice': {
    en: 'An item stands in two lines. Put both amounts into one.',
    es: 'Una partida figura en dos líneas. Reúna los importes en una.',
  },
  'cash.line_empty': {
    en: 'A line has no amount. Take it out or give it one.',
    es: 'Una línea no tiene importe. Quítela o indique uno.',
  },
  'cash.more_than_came': {
    en: 'The lines take {spent}, but {came} came. Take some of it back.',
    es: 'Las líneas suman {spent}, pero llegaron {came}. Reduzca alguna.',
  },
  'cash.no_such_account': {
    en: 'An account is not there, or belongs to another company. Choose another.',
    es: 'Una cuenta no existe o es de otra empresa. Elija otra.',
  },
  'cash.no_such_batch': { en: 'There is no such batch.', es: 'No existe ese lote.' },
  'cash.no_such_claim_payment': {
    en: 'There is no such payment of claims.',
    es: 'No existe ese pago de reclamos.',
  },
  'cash.no_such_company': {
    en: 'No such company is yours to see.',
    es: 'No puede ver ninguna empresa con ese código.',
  },
  'cash.no_such_policy': {
    en: 'There is no such version of the policy.',
    es: 'No existe esa versión de la política.',
  },
  'cash.ledger_account_missing': {
    en: 'Say which ledger account the money belongs to.',
    es: 'Diga a qué cuenta contable pertenece el dinero.',
  },
  'cash.no_such_request': { en: 'There is no such request.', es: 'No existe esa solicitud.' },
  'cash.own_company': {
    en: 'That is this company itself. Choose its sister, or a ledger account.',
    es: 'Esa es la propia empresa. Elija la relacionada, o una cuenta contable.',
  },
  'cash.request_decided': {
    en: 'This request was decided already.',
    es: 'Esta solicitud ya se decidió.',
  },
  'cash.not_a_credit_of_a_bank': {
    en: 'Only a credit that the bank reported, and that was not posted yet, can be many payments.',
    es: 'Solo un abono informado por el banco y aún sin contabilizar puede ser varios pagos.',
  },
  'cash.part_of_no_account': {
    en: 'Payment {part} names account {account}, which this company does not have. Correct its number.',
    es: 'El pago {part} indica la cuenta {account}, que esta empresa no tiene. Corrija el número.',
  },
  'cash.parts_differ': {
    en: 'The payments come to {parts}, but the bank credited {amount}. Name all of them.',
    es: 'Los pagos suman {parts}, pero el banco abonó {amount}. Indíquelos todos.',
  },
  'cash.not_a_return': {
    en: 'The amounts are not each other’s opposite, so the one did not take the other back.',
    es: 'Los importes no son opuestos, así que uno no devolvió el otro.',
  },
  'cash.policy_not_waiting': {
    en: 'This version was decided already.',
    es: 'Esta versión ya se decidió.',
  },
  'cash.policy_unsafe': {
    en: 'Nothing posts by itself below {least}, and nothing is proposed above what is posted.',
    es: 'Nada se contabiliza solo por debajo de {least}, ni se propone por encima de lo que se contabiliza.',
  },
  'cash.self_approval': {
    en: 'Another person has to approve what you wrote.',
    es: 'Otra persona debe aprobar lo que usted escribió.',
  },
  'cash.sent_elsewhere': {
    en: 'Part of this money went to other accounts. Reverse the receipt, or move that part first.',
    es: 'Parte de este dinero fue a otras cuentas. Revierta el cobro o mueva antes esa parte.',
  },
  'cash.no_such_receipt': { en: 'There is no such receipt.', es: 'No existe ese cobro.' },
  'cash.nothing_applied': {
    en: 'The credit pays nothing there, so there is nothing to take off.',
    es: 'El crédito no paga nada ahí, así que no hay nada que quitar.',
  },
  'cash.other_currency': {
    en: 'This is in {currency}; what you add is in {other}. Open another for it.',
    es: 'Esto está en {currency}; lo que agrega está en {other}. Abra otro para ello.',
  },
  'cash.received_ahead': {
    en: 'Money cannot have come on {day}, which is still ahead.',
    es: 'El dinero no puede haber llegado el {day}, que aún no llega.',
  },
  'cash.receipt_not_posted': {
    en: 'The receipt is not posted ({state}), so there is nothing to take back.',
    es: 'El cobro no está contabilizado ({state}), así que no hay nada que deshacer.',
  },
  'cash.receipt_not_waiting': {
    en: 'Somebody was faster: the receipt is {state} already.',
    es: 'Alguien se adelantó: el cobro ya está en estado {state}.',
  },
  'command.split': {
    en: 'lists credits that are many payments, or splits one by a sheet that names them',
    es: 'lista los abonos que son varios pagos, o divide uno con una hoja que los indica',
  },
  'cash.receipt': { en: 'Receipt', es: 'Cobro' },
  'cash.waits_until': { en: 'Waits until', es: 'Espera hasta' },
  'cash.no_bulk': {
    en: 'No credit waits for its payments to be named.',
    es: 'Ningún abono espera que se indiquen sus pagos.',
  },
  'cash.credit_split': {
    en: 'Split into {count, plural, one {# payment} other {# payments}}.',
    es: 'Dividido en {count, plural, one {# pago} other {# pagos}}.',
  },
  'cash.sheet_without': {
    en: 'The first row names no column “{field}”. Name the columns account, payer, number, amount, pays.',
    es: 'La primera fila no tiene columna “{field}”. Use cuenta, pagador, número, importe, paga.',
  },
  'cash.sheet_unreadable': {
    en: 'Line {line}, {field}: “{text}” is no amount. Write it as 1250.10.',
    es: 'Línea {line}, {field}: «{text}» no es un importe. Escríbalo como 1250.10.',
  },
  'cash.matched': {
    en: '{decided} receipts decided: {posted} posted, {waiting} wait on the desk.',
    es: '{decided} cobros decididos: {posted} contabilizados, {waiting} esperan en la mesa.',
  },
  'cash.only_tried': {
    en: 'Only tried: nothing was stored.',
    es: 'Solo un ensayo: no se guardó nada.',
  },
  'cash.received': { en: 'Received', es: 'Recibido' },
  'cash.payer': { en: 'Payer', es: 'Pagador' },
  'cash.amount': { en: 'Amount', es: 'Importe' },
  'cash.currency': { en: 'Currency', es: 'Moneda' },
  'cash.decision': { en: 'Decision', es: 'Decisión' },
  'cash.sure': { en: 'Sure', es: 'Certeza' },
  'cash.why': { en: 'Why', es: 'Por qué' },
} satisfies Record<ReceiptsRefusal, Phrase> & Record<string, Phrase>;
