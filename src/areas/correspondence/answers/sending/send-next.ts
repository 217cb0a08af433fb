/**
 * Sends what waits: one message a round, whichever channel the sender serves.
 *
 *   attempt, committed ──▶ the provider is called ──▶ outcome, committed
 *
 * Several processes may do it at once. What the provider answered is written down even when the
 * database was away for a while; a process that dies in between leaves an attempt without an
 * outcome, which is found later and is unknown.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Id } from '#kernel/ids.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import { type Actor, type Desk, accepted, perform } from '#platform/action.ts';
import type { Posted } from '#platform/mail/mailer.ts';
import { attemptMessage } from '../../actions/sending/attempt-message.ts';
import { recordOutcome } from '../../actions/sending/record-outcome.ts';
import type { MessageChannel, MessageState } from '../../rules/messages/message.ts';
import type { MessageRef } from '../../store/messages.ts';
import {
  attemptsLately,
  latestAttempt,
  onTheirWaySince,
  somethingWaits,
  type ToSend,
} from '../../store/sending.ts';

/** Who takes the messages of a channel out of the house. */
export type Sender = {
  readonly channel: MessageChannel;
  /** Attempts are counted by it. */
  readonly provider: string;
  readonly perMinute: number;
  readonly technology: 'manual' | 'autodialed';
  /** Never tries twice; throws only where nothing can have gone out. */
  send(message: ToSend): Promise<Posted>;
};

const actor: Actor = { ref: 'job:correspondence.send', memberId: null };
const worker = `${process.pid}-${randomUUID().slice(0, 8)}`;

/** Sends the next message that waits; true when there may be more right away. */
export async function sendNext(desk: Desk, sender: Sender): Promise<boolean> {
  const at = desk.clock.now();
  if (!(await somethingWaits(desk.db, sender.channel, at))) return false;
  if ((await attemptsLately(desk.db, sender.provider, at)) >= sender.perMinute) return false;
  return (await sendOne(desk, sender, actor)) !== undefined;
}

/** Sends this message now, if it waits; answers where it stands then. */
export async function sendThis(
  desk: Desk,
  sender: Sender,
  by: Actor,
  only: MessageRef,
): Promise<MessageState | undefined> {
  return sendOne(desk, sender, by, only);
}

async function sendOne(
  desk: Desk,
  sender: Sender,
  by: Actor,
  only?: MessageRef,
): Promise<MessageState | undefined> {
  const { channel, provider, technology } = sender;
  const doing = {
    action: 'correspondence.attempt_message',
    actor: by,
    reason: 'a message on its way',
    input: { channel },
    ...(only ? { accountId: only.accountId } : {}),
  };
  const taken = await perform(desk, doing, (context) =>
    attemptMessage(context, { channel, provider, technology, worker, only }),
  );
  if (!taken.ok) return undefined;
  const { answer } = taken.value;
  if (!answer.go) return answer.state;
  const posted = await sender.send(answer.message).catch((error: unknown): Posted => {
    const detail = error instanceof Error ? error.message : String(error);
    return { state: 'not_sent', detail, temporary: false };
  });
  return keep(desk, by, answer.message, { attemptNo: answer.attemptNo, posted });
}

type Kept = { readonly attemptNo: number; readonly posted: Posted };

/** Pauses before the outcome is written down again, while the database is away. */
const pausesMs = [100, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];

async function keep(
  desk: Desk,
  by: Actor,
  { accountId, messageId }: MessageRef,
  { attemptNo, posted }: Kept,
): Promise<MessageState> {
  const doing = {
    action: 'correspondence.record_outcome',
    actor: by,
    reason: 'what the provider said',
    input: { messageId, attemptNo, state: posted.state },
    accountId,
  };
  const { state: outcome, detail, temporary, ref } = posted;
  for (const pauseMs of [...pausesMs, 0]) {
    try {
      const done = await perform(desk, doing, (context) =>
        recordOutcome(
          context,
          { accountId, messageId },
          { attemptNo, outcome, detail, temporary, ref },
        ),
      );
      return accepted(done).answer.state;
    } catch (error) {
      if (pauseMs === 0) throw error;
      await wait(pauseMs);
    }
  }
  throw new Error('there is always a last pause');
}

/** Long enough for the slowest server, with everything written down again after it. */
const longestMinutes = 10;

/** Finds attempts that nobody came back from: they are unknown from now on. */
export async function findLost(
  desk: Desk,
  channel: MessageChannel,
  { afterMinutes = longestMinutes }: { readonly afterMinutes?: number } = {},
): Promise<number> {
  const before = plusMinutes(desk.clock.now(), -afterMinutes);
  const lost = await onTheirWaySince(desk.db, channel, before);
  for (const ref of lost) {
    const attempt = await latestAttempt(desk.db, ref);
    if (attempt) await markLost(desk, ref, attempt.attemptNo);
  }
  return lost.length;
}

async function markLost(
  desk: Desk,
  { accountId, messageId }: { readonly accountId: Id; readonly messageId: Id },
  attemptNo: number,
): Promise<void> {
  const doing = {
    action: 'correspondence.find_lost',
    actor,
    reason: 'nobody came back from the attempt',
    input: { messageId, attemptNo },
    accountId,
  };
  const happened = { attemptNo, outcome: 'unknown', detail: 'no word from the sender' } as const;
  accepted(
    await perform(desk, doing, (context) =>
      recordOutcome(context, { accountId, messageId }, happened),
    ),
  );
}
