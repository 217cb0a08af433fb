/** What the register of what was given up makes of the news of other areas. */
import { parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { mergeTold } from '#platform/events/merged.ts';
import { carryPlacement } from './actions/carry-placement.ts';
import { sweepGranted } from './actions/sweep-small.ts';

/** A sweep that was asked for is granted: it is done, as far as it still can be. */
export async function sweep(context: Context, { payload }: HeardEvent): Promise<void> {
  const { requestId, kind } = payload;
  const known = typeof requestId === 'string' ? parseId(requestId) : undefined;
  if (known === undefined || kind !== 'write_off') return;
  accepted(await sweepGranted(context, known));
}

/** Two accounts became one: an agency that has the debtor goes on under the one that stays. */
export async function followMerge(context: Context, event: HeardEvent): Promise<void> {
  const merge = mergeTold(event);
  if (merge) accepted(await carryPlacement(context, merge));
}
