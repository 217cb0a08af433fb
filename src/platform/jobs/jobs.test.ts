import { PgBoss } from 'pg-boss';
import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { perform } from '#platform/action.ts';
import { makeClock } from '#platform/clock.ts';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { freshDatabase } from '#test/support/db.ts';
import type { Job } from './job.ts';
import { runJob, startJobs } from './runner.ts';
import { jobSchema, prepareJobs } from './schema.ts';

async function openJobs() {
  const database = await freshDatabase();
  await prepareJobs(database.url);
  const db = openDb(database.url, { poolSize: 4 });
  const desk = { db, clock: makeClock({ zone: 'America/New_York' }) };
  const errors: unknown[] = [];
  return {
    desk,
    db,
    errors,
    url: database.url,
    start: (jobs: readonly Job[], zones: readonly string[]) =>
      startJobs({
        url: database.url,
        desk,
        jobs,
        zones: () => Promise.resolve(zones),
        onError: (error) => errors.push(error),
      }),
    async [Symbol.asyncDispose]() {
      await db.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** Queues a run now, as the clock would. */
async function queueNow(url: string, name: string, zone: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    schema: jobSchema,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.send(name, { zone }, { singletonKey: zone });
  await boss.stop({ graceful: false });
}

const nightly = { cron: '0 2 * * *', where: 'each zone' } as const;

test('preparing twice changes nothing', async () => {
  await using jobs = await openJobs();
  await prepareJobs(jobs.url);
  expect(await jobs.db.all(sql`select version from pgboss.version`)).toHaveLength(1);
});

test('a job stands on the clock of every zone, and on no zone that is gone', async () => {
  await using jobs = await openJobs();
  const job: Job = { ...nightly, name: 'test.nightly', run: async () => undefined };
  const once: Job = { ...job, name: 'test.once', where: 'utc' };
  const schedules = () =>
    jobs.db.all(sql`select name, key, cron, timezone from pgboss.schedule order by name, key`);

  const first = await jobs.start([job, once], ['America/New_York', 'Europe/Madrid']);
  await expect.poll(schedules).toHaveLength(3);
  await first.stop();
  const second = await jobs.start([job, once], ['Europe/Madrid']);
  await expect.poll(schedules).toEqual([
    { name: 'test.nightly', key: 'Europe/Madrid', cron: '0 2 * * *', timezone: 'Europe/Madrid' },
    { name: 'test.once', key: 'UTC', cron: '0 2 * * *', timezone: 'UTC' },
  ]);
  await second.stop();
  expect(jobs.errors).toEqual([]);
});

test('a run is done as its own actor, under the restricted role', async () => {
  await using jobs = await openJobs();
  const job: Job = {
    ...nightly,
    name: 'test.nightly',
    run: async (desk, { actor, reason, key, zone }) => {
      const doing = { action: 'test.did', actor, reason, key, input: zone };
      await perform(desk, doing, async () => accept(null));
    },
  };
  const runner = await jobs.start([job], ['Europe/Madrid']);
  await queueNow(jobs.url, job.name, 'Europe/Madrid');
  const trail = () => jobs.db.all(sql`select actor, personal from platform.audit`);
  await expect.poll(trail, { timeout: 15_000 }).toEqual([
    {
      actor: 'job:test.nightly',
      personal: { input: 'Europe/Madrid', reason: 'by the clock, 0 2 * * * in Europe/Madrid' },
    },
  ]);
  await runner.stop();
  expect(jobs.errors).toEqual([]);
});

test('today is the day of the run’s zone, and a failure is told', async () => {
  await using jobs = await openJobs();
  const days: string[] = [];
  const job: Job = {
    ...nightly,
    name: 'test.nightly',
    run: async ({ clock }) => {
      days.push(clock.today());
      throw new Error('not today');
    },
  };
  const parts = { desk: jobs.desk, onError: (error: unknown) => void jobs.errors.push(error) };
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    await expect(runJob(job, zone, 'key', parts)).rejects.toThrow('not today');
  }
  // Twenty-five hours apart, so it is never the same day in both.
  expect(new Set(days).size).toBe(2);
  expect(jobs.errors).toHaveLength(2);
});
