/**
 * Takes a message that waits and writes down that it is about to be sent.
 *
 * Just before: is it still true, is the address fit, does the gate allow it? The attempt commits
 * under its permit before any provider is called, so that whoever comes second, or after a
 * crash, finds it and sends nothing.
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { askPermit } from '#areas/compliance/index.ts';
import type { MessageChannel } from '../../rules/messages/message.ts';
import { ended, endingFor } from '../../rules/sending/lawful-ending.ts';
import { noLongerTrue } from '../../rules/sending/still-true.ts';
import { blockedSince, itemsSpokenOf, type MessageRef, moveMessage } from '../../store/messages.ts';
import {
  insertAttempt,
  messageToSend,
  takeNext,
  takeThis,
  type ToSend,
} from '../../store/sending.ts';

export type Attempting = {
  readonly channel: MessageChannel;
  readonly provider: string;
  readonly technology: 'manual' | 'autodialed';
  /** Which process: for whoever looks for what became of it. */
  readonly worker: string;
  /** This one and no other. */
  readonly only?: MessageRef | undefined;
};

export type Attempted =
  | { readonly go: true; readonly message: ToSend; readonly attemptNo: number; permitId: Id }
  | { readonly go: false; readonly state: 'held' | 'cancelled' };

/** A message whose gate names no moment is asked about again after a day. */
const askAgainMinutes = 24 * 60;
const soonestMinutes = 1;

export async function attemptMessage(
  context: Context,
  attempting: Attempting,
): Promise<Outcome<Attempted, 'correspondence.nothing_waits'>> {
  const { tx, at } = context;
  const { channel, only } = attempting;
  const ref = only ? await takeThis(tx, channel, only) : await takeNext(tx, channel, at);
  if (!ref) return refuse('correspondence.nothing_waits');
  const message = await messageToSend(tx, ref);
  const items = await itemsSpokenOf(tx, ref);
  const why = noLongerTrue(message.purpose, items, message.written, at);
  if (why) return accept(await cancel(context, message, why));
  if (channel === 'email' && (await blockedSince(tx, message.toAddress)) !== undefined) {
    return accept(await cancel(context, message, 'address_blocked'));
  }
  const { contactId, toAddress: address, purpose, itemIds } = message;
  const { accountId } = ref;
  const { technology } = attempting;
  const permit = await askPermit(context, {
    accountId,
    contactId,
    channel,
    address,
    purpose,
    technology,
    itemIds,
  });
  const facts = { permit: permit.permitId };
  if (!permit.allowed) {
    const detail = permit.reasons.map(({ id }) => id).join(', ');
    const nextAt = askAgainAt(permit.nextAllowedAt, at);
    await moveMessage(context, ref, { event: 'held', state: 'held', detail, facts, nextAt });
    return accept({ go: false, state: 'held' });
  }
  const ending = endingFor(channel, message, permit.packs);
  const attemptNo = message.attempts + 1;
  const { permitId } = permit;
  const { provider, worker } = attempting;
  await insertAttempt(context, { ...ref, attemptNo, permitId, provider, worker });
  const added = ending === undefined ? {} : { detail: ending };
  await moveMessage(context, ref, { event: 'attempted', state: 'sending', facts, ...added });
  context.did({ what: 'message attempted', id: ref.messageId, facts: { attemptNo, provider } });
  const leaving = ending === undefined ? message : ended(message, ending);
  return accept({ go: true, message: leaving, attemptNo, permitId });
}

/** A moment that has passed already (the desk plays on another day) is no reason to ask at once. */
function askAgainAt(allowedAt: Instant | null, at: Instant): Instant {
  if (allowedAt === null) return plusMinutes(at, askAgainMinutes);
  const soonest = plusMinutes(at, soonestMinutes);
  return allowedAt > soonest ? allowedAt : soonest;
}

async function cancel(context: Context, message: ToSend, why: string): Promise<Attempted> {
  await moveMessage(context, message, { event: 'cancelled', state: 'cancelled', detail: why });
  const { accountId, messageId, key } = message;
  await context.tell({
    name: 'correspondence.message_failed',
    accountId,
    payload: { accountId, messageId, key, why },
  });
  context.did({ what: 'message cancelled', id: messageId, facts: { why } });
  return { go: false, state: 'cancelled' };
}
