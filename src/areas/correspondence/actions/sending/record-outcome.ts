/**
 * Writes down what became of an attempt: sent, certainly not sent, or nobody knows.
 *
 * What certainly did not go out waits for another try; what may have gone out waits for a
 * person or a report, and the contact counts as made.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { accepted, type Context } from '#platform/action.ts';
import { recordContact, settleContact } from '#areas/compliance/index.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { type MessageChannel, type MessageState, nextState } from '../../rules/messages/message.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import { deadBox } from '../../rules/sending/dead-box.ts';
import { nextTry } from '../../rules/sending/retry.ts';
import { insertBounce } from '../../store/bounces.ts';
import { lockMessage, type MessageRef, moveMessage } from '../../store/messages.ts';
import { insertOutcome, latestAttempt, messageToSend, type ToSend } from '../../store/sending.ts';

export type Happened = {
  readonly attemptNo: number;
  readonly outcome: 'sent' | 'not_sent' | 'unknown';
  readonly detail: string;
  /** Not sent, but worth another try. */
  readonly temporary?: boolean | undefined;
  /** What the provider calls it. */
  readonly ref?: string | undefined;
};

export async function recordOutcome(
  context: Context,
  ref: MessageRef,
  happened: Happened,
): Promise<Outcome<{ state: MessageState }, MessageRefusal>> {
  const standing = await lockMessage(context.tx, ref);
  const attempt = await latestAttempt(context.tx, ref);
  if (!standing || !attempt) return refuse('correspondence.message_unknown');
  const { attemptNo, outcome, detail } = happened;
  await insertOutcome(context, ref, { attemptNo, outcome, detail, ref: happened.ref ?? null });
  if (!changes(standing.state, outcome) || attempt.attemptNo !== attemptNo) {
    return accept({ state: standing.state });
  }
  const message = await messageToSend(context.tx, ref);
  if (outcome === 'not_sent') {
    if (standing.state === 'unknown') {
      const { permitId } = attempt;
      await settleContact(context, { accountId: ref.accountId, permitId, result: 'failed' });
    }
    return failedTry(context, message, standing.state, happened);
  }
  const event = outcome === 'sent' ? 'sent' : 'lost';
  const next = nextState(standing.state, event);
  if (!next.ok) return next;
  await moveMessage(context, ref, { event, state: next.value, detail });
  const { channel } = standing;
  if (standing.state === 'sending') await contactMade(context, message, channel, attempt.permitId);
  if (outcome === 'sent') await tellSent(context, message, channel);
  return accept({ state: next.value });
}

/** A late word is kept; it changes something while the end is open, or calls off a second try. */
function changes(state: MessageState, outcome: Happened['outcome']): boolean {
  if (outcome === 'sent') return ['sending', 'unknown', 'queued', 'held'].includes(state);
  return state === 'sending' || (state === 'unknown' && outcome === 'not_sent');
}

/** Tells that a message went out, and writes it on the account's timeline. */
export async function tellSent(
  context: Context,
  { accountId, messageId, key, toName, toAddress, subject }: ToSend,
  channel: MessageChannel,
): Promise<void> {
  await context.tell({
    name: 'correspondence.message_sent',
    accountId,
    payload: { accountId, messageId, key, channel },
  });
  await recordActivity(context, {
    accountId,
    kind: 'message',
    phrase: `activity.message_sent_${channel}`,
    facts: { name: toName, to: toAddress, subject },
    touch: true,
  });
}

async function contactMade(
  context: Context,
  message: ToSend,
  channel: MessageChannel,
  permitId: Id,
): Promise<void> {
  const { accountId, messageId, contactId, toAddress: address, itemIds } = message;
  const { at, actor } = context;
  accepted(
    await recordContact(context, {
      accountId,
      permitId,
      channel,
      direction: 'out',
      result: 'sent',
      at,
      address,
      contactId,
      itemIds,
      by: actor.ref,
      about: { kind: 'message', id: messageId },
    }),
  );
}

async function failedTry(
  context: Context,
  message: ToSend,
  from: MessageState,
  { attemptNo, detail, temporary }: Happened,
): Promise<Outcome<{ state: MessageState }, MessageRefusal>> {
  const nextAt = temporary ? nextTry(attemptNo, context.at) : null;
  const event = nextAt === null ? 'failed' : 'put_back';
  const next = nextState(from, event);
  if (!next.ok) return next;
  await moveMessage(context, message, { event, state: next.value, detail, nextAt });
  if (event === 'failed') {
    const { accountId, messageId, key, toAddress: address } = message;
    const status = deadBox(detail);
    if (status !== undefined) {
      await insertBounce(context, message, { address, kind: 'hard', status, detail });
    }
    await context.tell({
      name: 'correspondence.message_failed',
      accountId,
      payload: { accountId, messageId, key, why: detail },
    });
  }
  return accept({ state: next.value });
}
