/** Every no that this area says, by name; its words have a sentence for each. */
import type { ClaimRefusal } from './claim.ts';
import type { PromiseRefusal } from './promise.ts';

export type PromisesRefusal =
  | ClaimRefusal
  | PromiseRefusal
  | 'promise.amount_unreadable'
  | 'promise.due_before_made'
  | 'promise.in_the_future'
  | 'promise.item_not_open'
  | 'promise.no_such_account'
  | 'promise.not_in_family'
  | 'promise.not_open';
