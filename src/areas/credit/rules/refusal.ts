/** Every no that this area says, by name; its words have a sentence for each. */
import type { LimitChangeRefusal } from './limit-change.ts';
import type { OrderRefusal } from './order.ts';

export type CreditRefusal =
  | LimitChangeRefusal
  | OrderRefusal
  | 'credit.account_ambiguous'
  | 'credit.account_held_already'
  | 'credit.account_not_held'
  | 'credit.amount_unreadable'
  | 'credit.authority_no_rate'
  | 'credit.beyond_authority'
  | 'credit.forward_to_whom'
  | 'credit.hold_until_passed'
  | 'credit.limit_beyond_authority'
  | 'credit.order_grew'
  | 'credit.no_limit_beyond_authority'
  | 'credit.no_rate'
  | 'credit.no_such_account'
  | 'credit.no_such_contact'
  | 'credit.no_such_notice'
  | 'credit.no_such_order'
  | 'credit.notice_refused'
  | 'credit.notice_sent_already'
  | 'credit.notice_without_reasons'
  | 'credit.not_held'
  | 'credit.not_open'
  | 'credit.policy_does_not_read'
  | 'credit.review_passed';
