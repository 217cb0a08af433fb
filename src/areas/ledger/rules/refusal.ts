/**
 * Every no that the ledger says, by name; its words have a sentence for each.
 *
 * A new refusal is added here, so that it cannot leave without its sentence.
 */
import type { TakeBackRefusal, ReverseItemRefusal } from './reversing.ts';
import type { AuthorityRefusal } from './authority.ts';
import type { CalendarRefusal, ClosingRefusal } from './period.ts';
import type { DayRefusal } from './posting-day.ts';
import type { DocumentRefusal } from './document.ts';
import type { ReceiptRefusal } from './receipt.ts';
import type { RecoverRefusal } from './recovering.ts';
import type { RefundReturnRefusal } from './refund-return.ts';
import type { ReturnRefusal } from './returning.ts';

export type LedgerRefusal =
  | AuthorityRefusal
  | CalendarRefusal
  | ClosingRefusal
  | DayRefusal
  | DocumentRefusal
  | ReceiptRefusal
  | RecoverRefusal
  | RefundReturnRefusal
  | ReturnRefusal
  | ReverseItemRefusal
  | TakeBackRefusal
  | 'ledger.amount_unreadable'
  | 'ledger.credit_reserved'
  | 'ledger.due_before_charge'
  | 'ledger.fee_above_state'
  | 'ledger.more_than_reserved'
  | 'ledger.no_rate'
  | 'ledger.no_such_account'
  | 'ledger.no_such_application'
  | 'ledger.no_such_company'
  | 'ledger.no_such_item'
  | 'ledger.no_such_period'
  | 'ledger.no_such_reservation'
  | 'ledger.not_returned'
  | 'ledger.not_small'
  | 'ledger.not_written_off'
  | 'ledger.only_a_fee'
  | 'ledger.other_company'
  | 'ledger.period_closed'
  | 'ledger.postings_running'
  | 'ledger.reason_missing'
  | 'ledger.rate_not_positive'
  | 'ledger.rate_too_exact'
  | 'ledger.return_fee_charged'
  | 'ledger.same_account'
  | 'ledger.same_currency'
  | 'ledger.tax_beyond_amount';
