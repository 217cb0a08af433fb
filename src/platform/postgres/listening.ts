/**
 * Hearing NOTIFY for as long as the program runs, whatever happens to the connection.
 *
 * One connection of its own, opened again when it is lost. What is said meanwhile is not
 * heard: whoever must not miss anything also looks for itself now and then, and is called
 * once after every new connection so that it looks at once.
 */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

export type Listening = {
  /** Calls back with every payload until the answered function is called. */
  hear(listener: (payload: string) => void): () => void;
  /** True while the connection stands. */
  connected(): boolean;
  stop(): Promise<void>;
};

const pauseMs = 1000;

/** Listens on one channel; `''` is heard after each new connection. */
export function keepListening(url: string, channel: string): Listening {
  const listeners = new Set<(payload: string) => void>();
  const stopping = new AbortController();
  let client: pg.Client | undefined;
  const tell = (payload: string): void => {
    for (const listener of listeners) listener(payload);
  };

  async function listen(): Promise<void> {
    const next = new pg.Client({ connectionString: url, application_name: 'dunlin-listen' });
    const ended = new Promise<void>((resolve) => {
      next.once('end', resolve);
      next.on('error', () => resolve());
    });
    next.on('notification', (message) => tell(message.payload ?? ''));
    await next.connect();
    await next.query(`listen ${next.escapeIdentifier(channel)}`);
    client = next;
    if (stopping.signal.aborted) await next.end();
    else tell('');
    await ended;
    client = undefined;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await listen().catch(() => undefined); // The server is away; asked again after a pause.
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    hear(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    connected: () => client !== undefined,
    async stop() {
      stopping.abort();
      await client?.end();
      await running;
    },
  };
}
