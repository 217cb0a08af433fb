/**
 * The desk of the invented company as it stood on a day: whoever does something does it then.
 *
 * The rule: nothing is recorded later than now, also when the demonstration plays on a day
 * that has not come yet.
 */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { federalBankCalendar, plusBusinessDays } from '#areas/team/rules/calendar.ts';
import { type Actor, type Context, type Desk, accepted, perform } from '#platform/action.ts';
import type { Db } from '#platform/postgres/db.ts';

export type Work<T, R extends string> = (context: Context) => Promise<Outcome<T, R>>;

/** What is done, by whom (the seed itself unless a member is named), and why. */
export type Doing = {
  readonly action: string;
  readonly by?: string | null;
  readonly reason?: string;
};

/** Does an action; a refusal is a bug of the story. */
export async function act<T, R extends string>(
  desk: Desk,
  doing: Doing,
  work: Work<T, R>,
): Promise<T> {
  return accepted(await perform(desk, told(doing), work)).answer;
}

/** Does an action that the business may refuse, as it would on the telephone. */
export async function attempt<T, R extends string>(
  desk: Desk,
  doing: Doing,
  work: Work<T, R>,
): Promise<boolean> {
  return (await perform(desk, told(doing), work)).ok;
}

function told({ action, by, reason = 'the invented company' }: Doing) {
  const memberId: Id | null = by ? id(by) : null;
  const actor: Actor = { ref: memberId === null ? 'job:seed-demo' : `member:${by}`, memberId };
  return { action, actor, reason, input: null };
}

/**
 * Does everything in one transaction, so that a first start that is cut short leaves nothing:
 * each action is a savepoint of it.
 */
export function inOne<T>(desk: Desk, work: (desk: Desk) => Promise<T>): Promise<T> {
  return desk.db.transaction((tx) => {
    const db: Db = {
      ...desk.db,
      ...tx,
      transaction: (inner) => tx.savepoint(() => inner(tx)),
    };
    return work({ ...desk, db });
  });
}

/** The desk on a day in the past, in the afternoon; on its own day it is the desk itself. */
export function deskOn(desk: Desk, day: Day): Desk {
  if (day >= desk.clock.today()) return desk;
  let seconds = 0;
  const now = (): Instant => {
    seconds += 1;
    const afternoon = Date.parse(`${day}T20:00:00Z`) + seconds * 1000;
    const then = instant(new Date(afternoon).toISOString());
    const real = desk.clock.now();
    return then < real ? then : real;
  };
  return { db: desk.db, clock: { today: () => day, now } };
}

/** The business day before a day: on a holiday nobody may be reached. */
export function lastWorkday(today: Day): Day {
  return plusBusinessDays(today, -1, federalBankCalendar);
}
