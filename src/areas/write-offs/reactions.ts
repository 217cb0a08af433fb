/** A sweep that was asked for is granted: it is done, as far as it still can be. */
import { parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { sweepGranted } from './actions/sweep-small.ts';

export async function sweep(context: Context, { payload }: HeardEvent): Promise<void> {
  const { requestId, kind } = payload;
  const known = typeof requestId === 'string' ? parseId(requestId) : undefined;
  if (known === undefined || kind !== 'write_off') return;
  accepted(await sweepGranted(context, known));
}
