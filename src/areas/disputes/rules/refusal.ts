/** Every no that this area says, by name; its words have a sentence for each. */
import type { MoveRefusal } from './case-life.ts';
import type { ContestRefusal } from './case.ts';
import type { CreditRefusal } from './credit.ts';
import type { LinkRefusal } from './link.ts';

export type DisputeRefusal =
  | ContestRefusal
  | CreditRefusal
  | LinkRefusal
  | MoveRefusal
  | 'dispute.amount_unreadable'
  | 'dispute.answer_empty'
  | 'dispute.cause_missing'
  | 'dispute.decided_otherwise'
  | 'dispute.file_too_large'
  | 'dispute.file_unfit'
  | 'dispute.item_named_twice'
  | 'dispute.link_too_long'
  | 'dispute.link_unknown'
  | 'dispute.no_rate'
  | 'dispute.no_such_account'
  | 'dispute.no_such_case'
  | 'dispute.no_such_company'
  | 'dispute.no_such_document'
  | 'dispute.no_such_file'
  | 'dispute.no_such_link'
  | 'dispute.no_such_person'
  | 'dispute.not_for_rebill'
  | 'dispute.nothing_overdue'
  | 'dispute.other_currency'
  | 'dispute.too_many_files'
  | 'dispute.two_owners'
  | 'dispute.write_off_failed';
