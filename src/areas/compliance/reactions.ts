/** What contact law makes of the news of other areas. */
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { mergeTold } from '#platform/events/merged.ts';
import { carryHolds, carryProfile } from './actions/carry-holds.ts';

/** Two accounts became one: what holds for the one holds for both. */
export async function followMerge(context: Context, event: HeardEvent): Promise<void> {
  const merge = mergeTold(event);
  if (!merge) return;
  accepted(await carryHolds(context, merge));
  accepted(await carryProfile(context, merge));
}
