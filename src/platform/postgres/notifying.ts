/**
 * News of the database for whoever listens, sent after the facts are committed and never within
 * their transaction.
 *
 * PostgreSQL lets only one transaction with a NOTIFY commit at a time, and holds the lock until
 * its commit is on disk: with a NOTIFY in each, fifty writers wait in one line for the disk. What
 * is to be told waits here instead, all of it goes out in one statement, and while one is under
 * way the next gathers. A call that is lost with a killed process is made up by whoever polls.
 */
import { prepared, type Sql } from './sql.ts';

export type Notifier = {
  /** Answers at once; the same payload twice before it went out is one call. */
  tell(channel: string, payloads: Iterable<string>): void;
  /** Until everything that was told has gone out. */
  settled(): Promise<void>;
};

/** `run` sends one statement on a connection of its own. */
export function notifier(run: (statement: Sql) => Promise<unknown>): Notifier {
  const waiting = new Map<string, readonly [channel: string, payload: string]>();
  let under: Promise<void> | undefined;
  async function send(): Promise<void> {
    while (waiting.size > 0) {
      const now = [...waiting.values()];
      waiting.clear();
      // A lost call delays listeners until they poll; it is no reason to fail anybody's work.
      await run(statementOf(now)).catch(() => undefined);
    }
    under = undefined;
  }
  return {
    tell(channel, payloads) {
      for (const payload of payloads) waiting.set(`${channel} ${payload}`, [channel, payload]);
      if (waiting.size > 0) under ??= send();
    },
    settled: async () => under,
  };
}

/** Its commit is waited for by nobody, so it does not wait for the disk. */
function statementOf(calls: readonly (readonly [string, string])[]): Sql {
  return prepared`
    select set_config('synchronous_commit', 'off', true), pg_notify(channel, payload)
      from unnest(${calls.map(([channel]) => channel)}::text[],
                  ${calls.map(([, payload]) => payload)}::text[]) as told (channel, payload)`;
}
