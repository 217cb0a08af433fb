/** Makes a calendar address for one's own deadlines; only the hash of its secret is kept. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { ClockRefusal } from '../rules/refusal.ts';
import { insertFeed } from '../store/feeds.ts';

export type OpenFeed = { readonly name: string; readonly tokenHash: string };

export async function openFeed(
  context: Context,
  { name, tokenHash }: OpenFeed,
): Promise<Outcome<{ feedId: Id }, ClockRefusal>> {
  const { memberId } = context.actor;
  if (memberId === null) return refuse('clocks.only_people_have_feeds');
  const feedId = context.newId();
  await insertFeed(context, { feedId, memberId, tokenHash, name });
  context.did({ what: 'calendar address', id: feedId });
  return accept({ feedId });
}
