/** Every no that this area says, by name; its words have a sentence for each. */
import type { ContestRefusal } from './case.ts';

export type DisputeRefusal =
  | ContestRefusal
  | 'dispute.amount_unreadable'
  | 'dispute.item_named_twice'
  | 'dispute.no_such_account'
  | 'dispute.no_such_person';
