/** News of other areas that other programs asked for. */
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { handOn } from './actions/hand-on.ts';

export async function handNewsOn(context: Context, news: HeardEvent): Promise<void> {
  accepted(await handOn(context, news));
}
