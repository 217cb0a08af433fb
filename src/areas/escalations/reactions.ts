/** What escalations and plans of action make of the news of other areas. */
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { mergeTold } from '#platform/events/merged.ts';
import { carryPlans } from './actions/carry-plans.ts';

/** Two accounts became one: what is under way goes on there. */
export async function followMerge(context: Context, event: HeardEvent): Promise<void> {
  const merge = mergeTold(event);
  if (merge) accepted(await carryPlans(context, merge));
}
