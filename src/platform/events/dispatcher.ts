/**
 * Delivers news: each event to each of its listeners exactly once.
 *
 *   told ──▶ waiting ──▶ locked by one dispatcher ──▶ heard, once per listener ──▶ gone
 *                             └── a listener threw: waits again, longer each time
 *
 * The mark that a listener has heard commits with what it did, so a dispatcher that is killed
 * in between leaves nothing that the next one could do twice. Several processes may run it.
 */
import { accept } from '#kernel/outcome.ts';
import { accepted, type Desk, perform } from '../action.ts';
import type { Listening } from '../postgres/listening.ts';
import type { Worker } from '../process/worker.ts';
import { startWorker } from '../process/worker.ts';
import type { Listener } from './listener.ts';
import {
  heardBy,
  markHeard,
  stopWaiting,
  takeWaiting,
  waitLonger,
  type WaitingEvent,
} from './store.ts';

const everyMs = 1000;
const longestPauseSeconds = 600;
/** After that a person has to look: the event stays, with its problem. */
const mostTries = 20;

export type OnError = (error: unknown, facts?: object) => void;

/** Starts delivering; woken by every event that is told. */
export function startDispatcher(
  desk: Desk,
  listeners: readonly Listener[],
  listening: Listening,
  onError: OnError,
): Worker {
  const work = () => deliverNext(desk, listeners, onError);
  const worker = startWorker({ work, everyMs, onError });
  const deaf = listening.hear(() => worker.wake());
  return {
    wake: () => worker.wake(),
    async stop() {
      deaf();
      await worker.stop();
    },
  };
}

/** Delivers the next event that waits; false when there is none. */
export async function deliverNext(
  desk: Desk,
  listeners: readonly Listener[],
  onError: OnError,
): Promise<boolean> {
  return desk.db.transaction(async (tx) => {
    const event = await takeWaiting(tx);
    if (!event) return false;
    const heard = await heardBy(tx, event.eventId);
    const deaf = listeners.filter((one) => one.event === event.name && !heard.has(one.listener));
    const problems: string[] = [];
    for (const listener of deaf) {
      try {
        await deliver(desk, listener, event);
      } catch (error) {
        onError(error, { event: event.name, listener: listener.listener });
        problems.push(`${listener.listener}: ${error instanceof Error ? error.message : 'failed'}`);
      }
    }
    if (problems.length === 0) await stopWaiting(tx, event.eventId);
    else await waitLonger(tx, event.eventId, pauseAfter(event.tries), problems.join('\n'));
    return true;
  });
}

/** In a transaction of its own, so that one listener's failure undoes nothing of another. */
async function deliver(
  desk: Desk,
  { listener, hear }: Listener,
  event: WaitingEvent,
): Promise<void> {
  const doing = {
    action: listener,
    actor: { ref: `job:${listener}`, memberId: null },
    reason: `heard ${event.name}`,
    input: { eventId: event.eventId },
    ...(event.accountId ? { accountId: event.accountId } : {}),
  };
  const outcome = await perform(desk, doing, async (context) => {
    if (await markHeard(context.tx, event.eventId, listener)) await hear(context, event);
    return accept(null);
  });
  accepted(outcome);
}

/** 1 s, 2 s, 4 s … 10 minutes; null when it was tried often enough. */
function pauseAfter(tries: number): number | null {
  return tries + 1 >= mostTries ? null : Math.min(2 ** tries, longestPauseSeconds);
}
