/**
 * Pauses, resumes or stops the sending of a channel or of a run.
 *
 * What is being sent at this moment ends by itself; a stop takes back everything of it that has
 * not gone out, and the run hears of each.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertSendingAct, type SendingAct } from '../../store/senders.ts';
import { waitingIn } from '../../store/sending.ts';
import { cancelMessage } from '../messages/steer-message.ts';

export type Steering = { readonly scope: string; readonly act: SendingAct };

export async function steerSending(
  context: Context,
  { scope, act }: Steering,
): Promise<Outcome<{ cancelled: number }, never>> {
  await insertSendingAct(context, scope, act);
  context.did({ what: `sending ${act}`, facts: { scope } });
  if (act !== 'stopped') return accept({ cancelled: 0 });
  let cancelled = 0;
  for (const ref of await waitingIn(context.tx, scope)) {
    const done = await cancelMessage(context, ref);
    if (done.ok) cancelled += 1;
  }
  return accept({ cancelled });
}
