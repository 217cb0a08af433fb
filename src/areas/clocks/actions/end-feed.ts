/** Revokes a calendar address of one's own: whoever still holds it is shown nothing. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { ClockRefusal } from '../rules/refusal.ts';
import { insertFeedEnd } from '../store/feeds.ts';

export async function endFeed(
  context: Context,
  feedId: Id,
): Promise<Outcome<{ revoked: true }, ClockRefusal>> {
  const { memberId } = context.actor;
  if (memberId === null) return refuse('clocks.only_people_have_feeds');
  if (!(await insertFeedEnd(context, memberId, feedId))) return refuse('clocks.no_such_feed');
  context.did({ what: 'calendar address revoked', id: feedId });
  return accept({ revoked: true });
}
