/** Every no that refunds say, by name; its words have a sentence for each. */
import type { DepartmentRefusal } from './department.ts';
import type { PayoutFileRefusal } from './payout-file.ts';
import type { CheckColumnsRefusal } from './positive-pay.ts';
import type { FreeRefusal, ReleaseRefusal } from './refund.ts';

export type RefundsRefusal =
  | DepartmentRefusal
  | CheckColumnsRefusal
  | FreeRefusal
  | PayoutFileRefusal
  | ReleaseRefusal
  | 'refunds.amount_unreadable'
  | 'refunds.bank_number_wrong'
  | 'refunds.card_alone'
  | 'refunds.day_before_issue'
  | 'refunds.given_later'
  | 'refunds.more_than_captured'
  | 'refunds.no_bank_details'
  | 'refunds.no_capture'
  | 'refunds.no_checks'
  | 'refunds.no_seal'
  | 'refunds.no_setting'
  | 'refunds.no_such_authorisation'
  | 'refunds.no_such_credit'
  | 'refunds.no_such_payee'
  | 'refunds.no_such_payout'
  | 'refunds.no_such_refund'
  | 'refunds.no_letter'
  | 'refunds.not_a_card'
  | 'refunds.not_dormant'
  | 'refunds.not_now'
  | 'refunds.nothing_named'
  | 'refunds.nothing_released'
  | 'refunds.own_details'
  | 'refunds.pack_off'
  | 'refunds.reviewed_later'
  | 'refunds.routing_number_wrong'
  | 'refunds.same_card_only'
  | 'refunds.until_before';
