/**
 * What is done by the clock, without anybody asking.
 *
 * An area exports its `jobs` from jobs.ts and `server/wiring.ts` lists them:
 *
 *   export const jobs: readonly Job[] = [
 *     {
 *       name: 'promises.judge_promises',
 *       cron: '0 2 * * *',
 *       where: 'each zone',
 *       run: async (desk, { actor, reason, key }) => {
 *         const doing = { action: 'promises.judge_promises', actor, reason, key, input: null };
 *         accepted(await perform(desk, doing, judgePromises));
 *       },
 *     },
 *   ];
 *
 * A job may be run again after a crash; `key` stays the same then, so that what was done is
 * not done twice.
 */
import type { Actor, Desk } from '../action.ts';

export type Job = {
  /** `area.verb`, the name in the audit trail: the actor is `job:<name>`. */
  readonly name: string;
  /** Minute, hour, day of month, month, weekday, in the zone. A missed one is made up for. */
  readonly cron: string;
  /** In the zone of each company, or once for all in UTC. */
  readonly where: 'each zone' | 'utc';
  /** `desk.clock.today()` is the day in the run's zone. */
  run(desk: Desk, run: JobRun): Promise<void>;
};

export type JobRun = {
  readonly actor: Actor;
  readonly reason: string;
  /** An IANA zone: work on the companies of this zone. */
  readonly zone: string;
  /** The idempotency key of this run; add to it when there are several actions. */
  readonly key: string;
};
