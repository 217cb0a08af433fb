/** A waiver that was asked for is granted: it is done, if it still can be. */
import { parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { waiverGranted } from './actions/end-charge.ts';

export async function waive(context: Context, { payload }: HeardEvent): Promise<void> {
  const { requestId, kind } = payload;
  const known = typeof requestId === 'string' ? parseId(requestId) : undefined;
  if (known === undefined || kind !== 'waiver') return;
  accepted(await waiverGranted(context, known));
}
