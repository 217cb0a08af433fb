/** What the ledger makes of the news of other areas. */
import { parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { writeOffGranted } from './actions/write-off-item.ts';

/** A write-off that was asked for is granted: it is done, if it still can be. */
export async function writeOff(context: Context, { payload }: HeardEvent): Promise<void> {
  const { requestId, kind } = payload;
  const known = typeof requestId === 'string' ? parseId(requestId) : undefined;
  if (known === undefined || kind !== 'write_off') return;
  accepted(await writeOffGranted(context, known));
}
