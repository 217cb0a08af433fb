/** What approvals make of their own news: an authority that was granted counts from then on. */
import { parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { keepAuthority } from './actions/ask-authority.ts';

export async function keepGranted(context: Context, { payload }: HeardEvent): Promise<void> {
  const { requestId, kind } = payload;
  const known = typeof requestId === 'string' ? parseId(requestId) : undefined;
  if (known === undefined || kind !== 'authority') return;
  accepted(await keepAuthority(context, known));
}
