/**
 * A delivery report has come: the mail bounced, arrived, or is only late.
 *
 * What came back for good blocks the address until somebody mends it, and shows as work; what
 * may still arrive changes nothing but the record.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { settleContact } from '#areas/compliance/index.ts';
import { type MessageState, nextState } from '../../rules/messages/message.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import { insertBounce } from '../../store/bounces.ts';
import { lockMessage, type MessageRef, moveMessage } from '../../store/messages.ts';
import { latestAttempt, messageToSend } from '../../store/sending.ts';

export type Report = {
  readonly accountId: Id;
  readonly messageId: Id;
  /** `returned` for good, `late` for now, `delivered` to the box. */
  readonly what: 'returned' | 'late' | 'delivered';
  /** RFC 3463, `5.1.1`; empty where nobody said. */
  readonly status: string;
  readonly detail: string;
};

export async function takeBounce(
  context: Context,
  { what, status, detail, ...ref }: Report,
): Promise<Outcome<{ state: MessageState }, MessageRefusal>> {
  const standing = await lockMessage(context.tx, ref);
  if (!standing) return refuse('correspondence.message_unknown');
  const message = await messageToSend(context.tx, ref);
  if (what !== 'delivered') {
    const kind = what === 'returned' ? 'hard' : 'soft';
    await insertBounce(context, ref, { address: message.toAddress, kind, status, detail });
  }
  if (what === 'late') return accept({ state: standing.state });
  const event = what === 'returned' ? 'bounced' : 'delivered';
  const next = nextState(standing.state, event);
  // The same report again, or one that comes after an answer, changes nothing.
  if (!next.ok || next.value === standing.state) return accept({ state: standing.state });
  await moveMessage(context, ref, {
    event,
    state: next.value,
    detail: `${status} ${detail}`.trim(),
  });
  if (event === 'bounced') await tellBounced(context, ref, message, detail);
  return accept({ state: next.value });
}

async function tellBounced(
  context: Context,
  ref: MessageRef,
  { key, toAddress }: { readonly key: string; readonly toAddress: string },
  why: string,
): Promise<void> {
  const { accountId, messageId } = ref;
  const attempt = await latestAttempt(context.tx, ref);
  if (attempt) {
    await settleContact(context, { accountId, permitId: attempt.permitId, result: 'failed' });
  }
  await context.tell({
    name: 'correspondence.message_bounced',
    accountId,
    payload: { accountId, messageId, key, why },
  });
  await recordActivity(context, {
    accountId,
    kind: 'message',
    phrase: 'activity.message_bounced',
    facts: { to: toAddress, why },
    touch: false,
  });
}
