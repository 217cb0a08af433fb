/**
 * A person moves a message: takes it back, lets a held one try again, approves another's.
 *
 * Each refuses where the message does not stand so that it can happen; nothing that a provider
 * was called for is taken back.
 */
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type MessageEvent, type MessageState, nextState } from '../../rules/messages/message.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import { lockMessage, type MessageRef, moveMessage } from '../../store/messages.ts';
import { messageToSend } from '../../store/sending.ts';

type Steered = Outcome<{ state: MessageState }, MessageRefusal>;

/** Takes it back; a run hears that it did not go out. */
export async function cancelMessage(context: Context, ref: MessageRef): Promise<Steered> {
  const moved = await step(context, ref, 'cancelled');
  if (!moved.ok) return moved;
  const { accountId, messageId } = ref;
  const { key } = await messageToSend(context.tx, ref);
  await context.tell({
    name: 'correspondence.message_failed',
    accountId,
    payload: { accountId, messageId, key, why: context.reason },
  });
  return moved;
}

/** A held or failed message is tried now; the gate is asked again before it goes. */
export async function releaseMessage(context: Context, ref: MessageRef): Promise<Steered> {
  const standing = await lockMessage(context.tx, ref);
  return step(context, ref, standing?.state === 'failed' ? 'queued' : 'released');
}

/** One step by a person; a message that waits is looked at right away. */
export async function step(
  context: Context,
  ref: MessageRef,
  event: MessageEvent,
  notBefore?: Instant,
): Promise<Steered> {
  const standing = await lockMessage(context.tx, ref);
  if (!standing) return refuse('correspondence.message_unknown');
  const next = nextState(standing.state, event);
  if (!next.ok) return next;
  const nextAt = next.value === 'queued' ? (notBefore ?? context.at) : null;
  await moveMessage(context, ref, { event, state: next.value, detail: context.reason, nextAt });
  context.did({ what: `message ${event}`, id: ref.messageId });
  return accept({ state: next.value });
}
