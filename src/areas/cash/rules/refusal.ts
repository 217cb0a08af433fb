/** Every no that the cash desk says of receipts and batches; its words have a sentence for each. */
import type { ClaimRefusal } from './claims/claim-payment.ts';
import type { ControlRefusal } from './receipts/control.ts';
import type { ElsewhereRefusal } from './receipts/elsewhere.ts';
import type { PolicyRefusal } from './receipts/policy-document.ts';
import type { StateRefusal } from './receipts/receipt.ts';
import type { SpreadRefusal } from './receipts/spread.ts';

export type ReceiptsRefusal =
  | ClaimRefusal
  | ControlRefusal
  | ElsewhereRefusal
  | PolicyRefusal
  | SpreadRefusal
  | StateRefusal
  | 'cash.amount_not_positive'
  | 'cash.amount_unreadable'
  | 'cash.batch_not_posted'
  | 'cash.claims_await_money'
  | 'cash.claims_need_approval'
  | 'cash.claims_not_this_payment'
  | 'cash.claims_payer_unknown'
  | 'cash.claims_posted_already'
  | 'cash.from_bank'
  | 'cash.no_such_account'
  | 'cash.no_such_batch'
  | 'cash.no_such_claim_payment'
  | 'cash.no_such_company'
  | 'cash.no_such_policy'
  | 'cash.no_such_receipt'
  | 'cash.no_such_request'
  | 'cash.not_a_credit_of_a_bank'
  | 'cash.not_a_return'
  | 'cash.nothing_applied'
  | 'cash.other_currency'
  | 'cash.parts_differ'
  | 'cash.received_ahead'
  | 'cash.sent_elsewhere';
