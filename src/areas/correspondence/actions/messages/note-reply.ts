/** The customer answered a message of ours: it has arrived, whatever was known of it. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type MessageState, nextState } from '../../rules/messages/message.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import { lockMessage, type MessageRef, moveMessage } from '../../store/messages.ts';

export async function noteReply(
  context: Context,
  ref: MessageRef,
): Promise<Outcome<{ state: MessageState }, MessageRefusal>> {
  const standing = await lockMessage(context.tx, ref);
  if (!standing) return refuse('correspondence.message_unknown');
  const next = nextState(standing.state, 'replied');
  if (!next.ok || next.value === standing.state) return accept({ state: standing.state });
  await moveMessage(context, ref, { event: 'replied', state: next.value });
  const { accountId, messageId } = ref;
  await context.tell({
    name: 'correspondence.message_replied',
    accountId,
    payload: { accountId, messageId },
  });
  return accept({ state: next.value });
}
