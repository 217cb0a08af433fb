/**
 * The status of an account: what stands in the way of ordinary collection, and since when.
 *
 * A status is a dated fact with a reason, ended by the next one; it is never edited. It holds
 * from its effective day, which may lie in the past but not before anything is known of the
 * account, and never in the future: what will be is not a status yet.
 */
import { type Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type AccountStatus =
  | 'open'
  | 'disputed'
  | 'promised'
  | 'plan'
  | 'hold'
  | 'bankrupt'
  | 'legal'
  | 'agency'
  | 'written_off';

export type StatusWish = { readonly status: AccountStatus; readonly effectiveOn: Day };

export type StatusRefusal = 'customers.status_in_future' | 'customers.status_unchanged';

/** May the account take this status? `inForce` is the one that holds on the wished day. */
export function acceptStatus(
  wish: StatusWish,
  inForce: AccountStatus,
  today: Day,
): Outcome<StatusWish, StatusRefusal> {
  if (wish.effectiveOn > today) {
    return refuse('customers.status_in_future', { effectiveOn: wish.effectiveOn, today });
  }
  if (wish.status === inForce) return refuse('customers.status_unchanged', { status: inForce });
  return accept(wish);
}
