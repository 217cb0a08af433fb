/**
 * Runs the jobs by their clocks: one process does each run, and another takes it over when
 * that one dies.
 *
 *   schedule per zone ──▶ queued ──▶ taken, with a heartbeat ──▶ done
 *                           ▲             └── threw, or no heartbeat: tried again
 */
import { PgBoss } from 'pg-boss';
import type { Desk } from '../action.ts';
import type { Clock } from '../clock.ts';
import { restrictedRole } from '../postgres/db.ts';
import type { Worker } from '../process/worker.ts';
import { startWorker } from '../process/worker.ts';
import type { Job } from './job.ts';
import { jobSchema } from './schema.ts';

export type JobRunnerParts = {
  readonly url: string;
  readonly desk: Desk & { readonly clock: Clock };
  readonly jobs: readonly Job[];
  /** The zones of all companies. */
  readonly zones: () => Promise<readonly string[]>;
  readonly onError: (error: unknown, facts?: object) => void;
};

const utc = 'UTC';
const zonesEveryMs = 10 * 60_000;
/** The smallest that pg-boss allows twice over: a dead process is noticed within a minute. */
const heartbeatSeconds = 20;
const pollSeconds = 5;
const tries = 5;
const longestHours = 4;

/** Starts running the jobs; `prepareJobs` came first. */
export async function startJobs(parts: JobRunnerParts): Promise<Pick<Worker, 'stop'>> {
  const boss = new PgBoss({
    connectionString: parts.url,
    application_name: 'dunlin-jobs',
    options: `-c role=${restrictedRole} -c timezone=UTC`,
    schema: jobSchema,
    max: 3,
    migrate: false,
    createSchema: false,
    // Both need the owner's rights, and a few jobs a day bloat no index.
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on('error', (error) => parts.onError(error));
  await boss.start();
  for (const job of parts.jobs) await serve(boss, job, parts);
  const scheduling = startWorker({
    everyMs: zonesEveryMs,
    onError: parts.onError,
    work: async () => {
      await scheduleAll(boss, parts.jobs, await parts.zones());
      return false;
    },
  });
  return {
    async stop() {
      await scheduling.stop();
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

async function serve(boss: PgBoss, job: Job, parts: JobRunnerParts): Promise<void> {
  const settings = {
    heartbeatSeconds,
    retryLimit: tries,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: longestHours * 3600,
  };
  if (await boss.getQueue(job.name)) await boss.updateQueue(job.name, settings);
  // Of one zone's runs only one at a time, however late the one before is.
  else await boss.createQueue(job.name, { ...settings, policy: 'singleton' });
  const options = { pollingIntervalSeconds: pollSeconds, includeMetadata: true } as const;
  await boss.work<{ zone?: string }, void, typeof options>(job.name, options, async (runs) => {
    for (const run of runs) await runJob(job, run.data.zone ?? utc, run.id, parts);
  });
}

/** Runs a job in a zone, as its own named actor; a failure is told and thrown on. */
export async function runJob(
  job: Job,
  zone: string,
  key: string,
  { desk, onError }: Pick<JobRunnerParts, 'desk' | 'onError'>,
): Promise<void> {
  const there = { ...desk, clock: { ...desk.clock, today: () => desk.clock.today(zone) } };
  const actor = { ref: `job:${job.name}`, memberId: null };
  try {
    await job.run(there, { actor, zone, key, reason: `by the clock, ${job.cron} in ${zone}` });
  } catch (error) {
    onError(error, { job: job.name, zone });
    throw error;
  }
}

/** A schedule for each job in each of its zones, and none that is no longer wanted. */
async function scheduleAll(
  boss: PgBoss,
  jobs: readonly Job[],
  zones: readonly string[],
): Promise<void> {
  const wanted = jobs.flatMap((job) =>
    (job.where === 'utc' ? [utc] : zones).map((zone) => ({ job, zone })),
  );
  for (const { job, zone } of wanted) {
    const options = { tz: zone, key: zone, singletonKey: zone, missed: 'once' } as const;
    await boss.schedule(job.name, job.cron, { zone }, options);
  }
  const known = new Set(wanted.map(({ job, zone }) => `${job.name} ${zone}`));
  for (const { name, key } of await boss.getSchedules()) {
    if (!known.has(`${name} ${key}`)) await boss.unschedule(name, key);
  }
}
