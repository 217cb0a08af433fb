/**
 * Moves runs of statements on, in a process of its own that may be killed.
 *
 *     node test/support/statement-worker.ts DATABASE_URL
 */
import { setTimeout as wait } from 'node:timers/promises';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { deliverNext } from '#platform/events/dispatcher.ts';
import { openDb } from '#platform/postgres/db.ts';
import { moveRun } from '#areas/statements/reactions.ts';

const [url = ''] = process.argv.slice(2);
const clock = {
  now: () => instant('2026-07-01T15:00:00Z'),
  today: () => day('2026-07-01'),
};
const desk = { db: openDb(url, { poolSize: 4 }), clock };
const listeners = [
  { event: 'statements.run_moved', listener: 'statements.move_run', hear: moveRun },
];

process.stdout.write('ready\n');
for (;;) {
  const more = await deliverNext(desk, listeners, () => undefined).catch(() => false);
  if (!more) await wait(20);
}
