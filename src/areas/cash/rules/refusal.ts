/**
 * Every no that the cash desk says of receipts and batches; its words have a sentence for each.
 */
import type { ControlRefusal } from './receipts/control.ts';
import type { StateRefusal } from './receipts/receipt.ts';
import type { SpreadRefusal } from './receipts/spread.ts';

export type ReceiptsRefusal =
  | ControlRefusal
  | SpreadRefusal
  | StateRefusal
  | 'cash.amount_unreadable'
  | 'cash.batch_in_hand'
  | 'cash.no_such_account'
  | 'cash.no_such_batch'
  | 'cash.no_such_company'
  | 'cash.no_such_credit'
  | 'cash.no_such_receipt'
  | 'cash.nothing_applied'
  | 'cash.received_ahead'
  | 'cash.account_unknown';
