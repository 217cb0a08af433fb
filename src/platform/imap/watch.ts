/**
 * Waits at a box for new mail (IMAP IDLE) and says so; what is fetched is fetched by others.
 *
 * A connection that breaks is made anew, later each time; a server without IDLE is asked by the
 * library from time to time. Missing a moment costs minutes: the fetch by the clock finds all.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { connected, type OpenHow } from './open-box.ts';
import type { MailServer } from './mail-server.ts';

const firstPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;

export type Watch = { stop(): Promise<void> };

export type WatchParts = OpenHow & {
  readonly server: MailServer;
  readonly onNews: () => void;
  readonly onError: (error: unknown) => void;
};

export function watchBox(parts: WatchParts): Watch {
  const stopping = new AbortController();
  const done = keepWatching(parts, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await done;
    },
  };
}

async function keepWatching(parts: WatchParts, signal: AbortSignal): Promise<void> {
  let pauseMs = firstPauseMs;
  while (!signal.aborted) {
    try {
      await watchOnce(parts, signal);
      pauseMs = firstPauseMs;
    } catch (error) {
      parts.onError(error);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
    await wait(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Ends when the connection does. */
async function watchOnce({ server, onNews, renewed }: WatchParts, signal: AbortSignal) {
  const client = await connected(server, renewed === undefined ? {} : { renewed });
  const closed = new Promise<void>((resolve) => {
    client.on('close', resolve);
  });
  const end = (): void => client.close();
  signal.addEventListener('abort', end);
  try {
    if (signal.aborted) return;
    client.on('exists', onNews);
    await client.mailboxOpen(server.folder, { readOnly: true });
    // What came between the last look and this one.
    onNews();
    await client.idle().catch(() => undefined);
    await closed;
  } finally {
    signal.removeEventListener('abort', end);
    client.close();
  }
}
