/** Every refusal of the ledger, in English and Spanish. Amounts stand as they are written. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { LedgerRefusal } from './rules/refusal.ts';

export const words = {
  'ledger.already_returned': {
    en: 'Payment {document} came back on {day} already. Nothing was changed.',
    es: 'El pago {document} ya fue devuelto el {day}. No se cambió nada.',
  },
  'ledger.amount_not_positive': {
    en: 'The amount must be more than nothing.',
    es: 'El importe debe ser mayor que cero.',
  },
  'ledger.amount_unreadable': {
    en: '{amount} is no amount in {code}: write it with a point and no more decimals than the currency has.',
    es: '{amount} no es un importe en {code}: escríbalo con punto y sin más decimales que los de la moneda.',
  },
  'ledger.before_application': {
    en: 'This was applied on {day}; it cannot be taken back for a day before.',
    es: 'Esto se aplicó el {day}; no se puede deshacer con una fecha anterior.',
  },
  'ledger.before_item': {
    en: 'Nothing counts before its items exist: the first possible day is {day}.',
    es: 'Nada cuenta antes de que existan sus partidas: el primer día posible es el {day}.',
  },
  'ledger.beyond_authority': {
    en: '{amount}, with what was given up or asked for in the last {days} days, is beyond your authority. {who, select, senior {A senior collector may do it.} manager {An AR manager may do it.} controller {The controller may do it.} cfo {The CFO may do it.} other {Nobody may do it alone.}} Ask for it.',
    es: '{amount}, con lo castigado, condonado o solicitado en los últimos {days} días, supera su autoridad. {who, select, senior {Puede hacerlo un gestor sénior.} manager {Puede hacerlo el jefe de cobranza.} controller {Puede hacerlo el contralor.} cfo {Puede hacerlo el director financiero.} other {Nadie puede hacerlo por sí solo.}} Solicítelo.',
  },
  'ledger.calendar_has_gap': {
    en: 'Period {period} does not begin on the day after the one before. A calendar has no gaps.',
    es: 'El período {period} no empieza el día siguiente al anterior. Un calendario no tiene huecos.',
  },
  'ledger.calendar_names_twice': {
    en: 'The calendar has periods of these names already. Add the next year.',
    es: 'El calendario ya tiene períodos con esos nombres. Agregue el año siguiente.',
  },
  'ledger.calendar_too_late': {
    en: 'The calendar can change only in what is open: from {first} on.',
    es: 'El calendario solo puede cambiar en lo que está abierto: desde el {first}.',
  },
  'ledger.credit_reserved': {
    en: 'A part of {document} is held for a refund. Let it go first.',
    es: 'Una parte de {document} está retenida para un reembolso. Libérela primero.',
  },
  'ledger.day_ahead': {
    en: '{day} lies ahead: today is {today}.',
    es: 'El {day} aún no llega: hoy es {today}.',
  },
  'ledger.discount_more_than_item': {
    en: 'A discount cannot be more than the amount it is for.',
    es: 'Un descuento no puede superar el importe al que corresponde.',
  },
  'ledger.due_before_charge': {
    en: 'A charge cannot be due before its own day, {day}.',
    es: 'Un cargo no puede vencer antes de su propio día, el {day}.',
  },
  'ledger.dues_do_not_add_up': {
    en: 'The due amounts add up to {dues}, the document is {total}.',
    es: 'Los vencimientos suman {dues}; el documento es de {total}.',
  },
  'ledger.fee_above_state': {
    en: '{asked} {currency} is more than {state} allows for a payment that came back: at most {most} {currency} (list {list}). Charge that or less; nothing was charged.',
    es: '{asked} {currency} es más de lo que {state} permite por un pago devuelto: como máximo {most} {currency} (lista {list}). Cobre eso o menos; no se cobró nada.',
  },
  'ledger.item_in_use': {
    en: '{used} of {document} is in use. Take that back first.',
    es: '{used} de {document} está en uso. Deshaga eso primero.',
  },
  'ledger.item_named_twice': {
    en: '{document} is named twice. Name it once with the whole amount.',
    es: '{document} aparece dos veces. Indíquelo una vez con el importe completo.',
  },
  'ledger.kind_not_reversible': {
    en: '{document} cannot be reversed here. {kind, select, invoice {Write a credit memo.} receipt {Return the payment.} other {Take back what made it.}}',
    es: '{document} no se puede revertir aquí. {kind, select, invoice {Emita una nota de crédito.} receipt {Devuelva el pago.} other {Deshaga lo que lo originó.}}',
  },
  'ledger.more_than_available': {
    en: 'Only {available} of {document} is available.',
    es: 'Solo hay {available} disponible de {document}.',
  },
  'ledger.more_than_open': {
    en: 'Only {open} of {document} is open.',
    es: 'Solo queda {open} abierto de {document}.',
  },
  'ledger.more_than_open_then': {
    en: 'From {day} on, only {open} of {document} was free on some day. Choose a later day.',
    es: 'Desde el {day}, algún día solo quedaba {open} libre de {document}. Elija un día posterior.',
  },
  'ledger.more_than_reserved': {
    en: 'Only {reserved} is held for this refund.',
    es: 'Solo {reserved} está retenido para este reembolso.',
  },
  'ledger.more_than_written_off': {
    en: 'Only {left} of the write-off {document} has not come back yet.',
    es: 'Del castigo {document} solo falta recuperar {left}.',
  },
  'ledger.moved_here': {
    en: '{document} came from another account, where it was booked. Write it off, or post a memo.',
    es: '{document} vino de otra cuenta, donde se contabilizó. Castíguelo o emita una nota.',
  },
  'ledger.no_rate': {
    en: 'There is no rate from {from} to {to} for {day}. Record it, then try again.',
    es: 'No hay tipo de cambio de {from} a {to} para el {day}. Regístrelo e inténtelo de nuevo.',
  },
  'ledger.not_returned': {
    en: '{document} is no payment that came back, so no fee is charged for its return.',
    es: '{document} no es un pago devuelto, así que no se cobra un cargo por su devolución.',
  },
  'ledger.not_small': {
    en: '{amount} is no small balance here. Ask for its write-off by itself.',
    es: '{amount} no es aquí un saldo menor. Pida su castigo por separado.',
  },
  'ledger.only_a_fee': {
    en: 'Only a fee is charged for a payment that came back, never interest.',
    es: 'Por un pago devuelto solo se cobra un cargo, nunca intereses.',
  },
  'ledger.return_fee_charged': {
    en: 'The fee for the return of {document} is charged already. Waive it first to charge another.',
    es: 'El cargo por la devolución de {document} ya está cobrado. Condónelo antes de cobrar otro.',
  },
  'ledger.tax_beyond_amount': {
    en: 'The tax claimed back is a part of what is written off, never more.',
    es: 'El impuesto que se reclama es parte de lo que se castiga, nunca más.',
  },
  'ledger.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'ledger.no_such_application': {
    en: 'There is no such application, or it was taken back already.',
    es: 'No existe esa aplicación, o ya se deshizo.',
  },
  'ledger.no_such_company': { en: 'There is no such company.', es: 'No existe esa empresa.' },
  'ledger.no_such_item': {
    en: 'There is no such item on this account.',
    es: 'No existe esa partida en esta cuenta.',
  },
  'ledger.no_such_period': {
    en: 'There is no period {period}. A calendar month is written as 2026-10.',
    es: 'No existe el período {period}. Un mes se escribe como 2026-10.',
  },
  'ledger.no_such_reservation': {
    en: 'Nothing is held there, or it was let go already.',
    es: 'No hay nada retenido ahí, o ya se liberó.',
  },
  'ledger.not_a_credit': {
    en: '{document} is owed to us; only a credit can be spent.',
    es: '{document} se nos debe; solo se puede gastar un crédito.',
  },
  'ledger.not_a_debit': {
    en: '{document} is a credit; only what is owed can be paid.',
    es: '{document} es un crédito; solo se puede pagar lo que se debe.',
  },
  'ledger.not_a_receipt': {
    en: '{document} is no payment, so it cannot come back.',
    es: '{document} no es un pago, así que no puede devolverse.',
  },
  'ledger.not_a_refund': {
    en: '{document} is no refund, so it cannot come back.',
    es: '{document} no es un reembolso, así que no puede devolverse.',
  },
  'ledger.not_written_off': {
    en: 'This is no write-off that stands.',
    es: 'Esto no es un castigo vigente.',
  },
  'ledger.other_company': {
    en: 'The accounts belong to different companies.',
    es: 'Las cuentas son de empresas distintas.',
  },
  'ledger.other_currency': {
    en: 'The amount owed is in {debit}, the credit in {credit}. Currencies are never mixed.',
    es: 'Lo adeudado está en {debit} y el crédito en {credit}. Las monedas nunca se mezclan.',
  },
  'ledger.part_of_more': {
    en: 'This {kind, select, refund {refund} transfer {transfer} reversal {reversal} other {application}} cannot be taken back by itself.',
    es: '{kind, select, refund {Este reembolso} transfer {Este traspaso} reversal {Esta reversión} other {Esta aplicación}} no se puede deshacer por separado.',
  },
  'ledger.period_already_hard': {
    en: 'Period {period} is closed for good. What was wrong in it is corrected with a fact of today.',
    es: 'El período {period} está cerrado en definitiva. Lo erróneo se corrige con un asiento de hoy.',
  },
  'ledger.period_already_soft': {
    en: 'Period {period} is closed softly already.',
    es: 'El período {period} ya tiene cierre provisional.',
  },
  'ledger.period_closed': {
    en: '{day} lies in period {period}, which is closed. Date it today, {today}; the first open day is {first}.',
    es: 'El {day} cae en el período {period}, que está cerrado. Féchelo hoy, {today}; el primer día abierto es el {first}.',
  },
  'ledger.period_not_last': {
    en: 'Period {last} was closed after {period}. Open that one first.',
    es: 'El período {last} se cerró después de {period}. Ábralo primero.',
  },
  'ledger.period_not_next': {
    en: 'Periods are closed in order: {next} comes before {period}.',
    es: 'Los períodos se cierran en orden: {next} va antes que {period}.',
  },
  'ledger.period_not_over': {
    en: 'Period {period} runs until {last}. Close it from the next day on.',
    es: 'El período {period} dura hasta el {last}. Ciérrelo a partir del día siguiente.',
  },
  'ledger.period_not_signed': {
    en: 'Nobody has signed period {period}. Sign its month end first; then close it for good.',
    es: 'Nadie ha firmado el período {period}. Firme primero su cierre de mes; luego haga el cierre definitivo.',
  },
  'ledger.period_not_soft': {
    en: 'Period {period} is open. Close it softly first.',
    es: 'El período {period} está abierto. Haga primero el cierre provisional.',
  },
  'ledger.postings_running': {
    en: 'Something large is being posted right now. Nothing was changed; try again in a minute.',
    es: 'En este momento se está contabilizando algo grande. No se cambió nada; inténtelo en un minuto.',
  },
  'ledger.rate_not_positive': {
    en: 'A rate must be more than nothing.',
    es: 'El tipo de cambio debe ser mayor que cero.',
  },
  'ledger.rate_too_exact': {
    en: 'A rate has at most {decimals} decimals.',
    es: 'Un tipo de cambio tiene como máximo {decimals} decimales.',
  },
  'ledger.reason_missing': {
    en: 'Say why: the reason stays in the books.',
    es: 'Diga por qué: el motivo queda en los libros.',
  },
  'ledger.same_account': {
    en: 'Both are the same account.',
    es: 'Ambas son la misma cuenta.',
  },
  'ledger.same_currency': {
    en: 'A rate needs two currencies; both are {currency}.',
    es: 'Un tipo de cambio necesita dos monedas; ambas son {currency}.',
  },
  'periods.period': { en: 'period', es: 'período' },
  'periods.first': { en: 'first day', es: 'primer día' },
  'periods.last': { en: 'last day', es: 'último día' },
  'periods.state': { en: 'state', es: 'estado' },
  'periods.by': { en: 'by', es: 'por' },
  'periods.why': { en: 'why', es: 'motivo' },
  'periods.state_open': { en: 'open', es: 'abierto' },
  'periods.state_soft': { en: 'closed softly', es: 'cierre provisional' },
  'periods.state_hard': { en: 'closed for good', es: 'cierre definitivo' },
  'periods.done_soft_close': {
    en: 'Period {period} of {company} is closed softly: only named roles post into it.',
    es: 'El período {period} de {company} tiene cierre provisional: solo ciertos roles contabilizan en él.',
  },
  'periods.done_hard_close': {
    en: 'Period {period} of {company} is closed for good.',
    es: 'El período {period} de {company} queda cerrado en definitiva.',
  },
  'periods.done_reopen': {
    en: 'Period {period} of {company} is open again.',
    es: 'El período {period} de {company} está abierto otra vez.',
  },
} satisfies Record<LedgerRefusal, Phrase> & Catalogue;
