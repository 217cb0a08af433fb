/**
 * A person found out what became of a message whose outcome was unknown.
 *
 * "It did not arrive" lets it go out once more, through the gate like the first time.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { settleContact } from '#areas/compliance/index.ts';
import { type MessageState, nextState } from '../../rules/messages/message.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import { lockMessage, moveMessage } from '../../store/messages.ts';
import { latestAttempt, messageToSend } from '../../store/sending.ts';
import { tellSent } from './record-outcome.ts';

export type SettleMessage = {
  readonly accountId: Id;
  readonly messageId: Id;
  readonly found: 'sent' | 'not_sent';
};

export async function settleMessage(
  context: Context,
  { found, ...ref }: SettleMessage,
): Promise<Outcome<{ state: MessageState }, MessageRefusal>> {
  const standing = await lockMessage(context.tx, ref);
  if (!standing) return refuse('correspondence.message_unknown');
  const event = found === 'sent' ? 'settled_sent' : 'settled_not_sent';
  const next = nextState(standing.state, event);
  if (!next.ok) return next;
  const nextAt = found === 'sent' ? null : context.at;
  const detail = context.reason;
  await moveMessage(context, ref, { event, state: next.value, detail, nextAt });
  const attempt = await latestAttempt(context.tx, ref);
  if (found === 'sent') {
    await tellSent(context, await messageToSend(context.tx, ref), standing.channel);
  } else if (attempt) {
    const { permitId } = attempt;
    await settleContact(context, { accountId: ref.accountId, permitId, result: 'failed' });
  }
  context.did({ what: `message ${event}`, id: ref.messageId });
  return accept({ state: next.value });
}
