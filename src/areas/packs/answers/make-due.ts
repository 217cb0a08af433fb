/**
 * Makes what is due: for each active schedule of a zone the last turn that has come, if it has no
 * issue yet. Turns that were missed before it are not made up one by one; the last says it all.
 *
 * A turn that fails is written down, told to its owner and tried again later; the others go on.
 */
import type { Id } from '#kernel/ids.ts';
import { deskMoment, localTimeOf } from '#kernel/local-time.ts';
import { calendarOf } from '#areas/team/index.ts';
import type { BusinessCalendar } from '#areas/team/rules/calendar.ts';
import { type Desk, accepted, perform } from '#platform/action.ts';
import type { PackCompany, PackMaker } from '#platform/packs/maker.ts';
import { recordFailure } from '../actions/record-failure.ts';
import { asOfFor, lastTurn, nextTurn, type Turn } from '../rules/rhythm.ts';
import { lastFailure } from '../store/failures.ts';
import { hasIssue } from '../store/issues.ts';
import { type Schedule, schedulesOf } from '../store/schedules.ts';
import { packCompanies } from './company.ts';
import { type MakingBy, makeIssue } from './make-issue.ts';

export type Due = { readonly schedule: Schedule; readonly turn: Turn };
type Where = { readonly company: PackCompany; readonly calendar: BusinessCalendar };

/** Makes everything that is due in the zone, or everywhere; answers how many issues were made. */
export async function makeDue(
  desk: Desk,
  makers: readonly PackMaker[],
  by: MakingBy & { readonly zone?: string | undefined },
): Promise<number> {
  let made = 0;
  const all = await packCompanies(desk.db, 'all');
  for (const company of all.filter(({ zone }) => by.zone === undefined || zone === by.zone)) {
    const where = { company, calendar: await calendarOf(desk.db, company.companyId) };
    for (const due of await dueOf(desk, where)) {
      if (await makeTurn(desk, { ...where, ...due, makers }, by)) made += 1;
    }
  }
  return made;
}

/** The wall clock of a company's desk. */
export function wallClock(desk: Desk, { zone }: Pick<PackCompany, 'zone'>) {
  return localTimeOf(deskMoment(desk.clock.now(), desk.clock.today(), zone), zone);
}

async function dueOf(desk: Desk, { company, calendar }: Where): Promise<Due[]> {
  const now = wallClock(desk, company);
  const schedules = await schedulesOf(desk.db, [company.companyId]);
  const due: Due[] = [];
  for (const schedule of schedules.filter(({ state }) => state === 'active')) {
    const turn = lastTurn(schedule.rhythm, calendar, now);
    if (turn.at.on < schedule.startsOn) continue;
    if (await isOpen(desk, schedule.scheduleId, turn.period)) due.push({ schedule, turn });
  }
  return due;
}

/** Not issued, and not waiting for another try. */
async function isOpen(desk: Desk, scheduleId: Id, period: string): Promise<boolean> {
  if (await hasIssue(desk.db, scheduleId, period)) return false;
  const failed = await lastFailure(desk.db, scheduleId, period);
  if (!failed) return true;
  return failed.againAt !== null && failed.againAt <= desk.clock.now();
}

type MakeTurn = Due & Where & { readonly makers: readonly PackMaker[] };

/** True when it was made now; another process that was faster makes it false. */
export async function makeTurn(
  desk: Desk,
  { schedule, turn, company, calendar, makers }: MakeTurn,
  by: MakingBy,
): Promise<boolean> {
  const { scheduleId, name, ownerId, kind, recipients, settings } = schedule;
  const maker = makers.find((each) => each.kind === kind);
  const { period } = turn;
  try {
    if (!maker) throw new Error(`nothing makes packs of the kind ${kind}`);
    const asOf = asOfFor(maker.of, turn.at.on, calendar);
    const making = {
      maker,
      company,
      scheduleId,
      name,
      period,
      asOf,
      ownerId,
      recipients,
      settings,
    };
    return (await makeIssue(desk, making, by)).ok;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const failed = { scheduleId, companyId: company.companyId, ownerId, name, period, detail };
    const { actor, reason } = by;
    const doing = { action: 'packs.record_failure', actor, reason, input: { scheduleId, period } };
    accepted(await perform(desk, doing, (context) => recordFailure(context, failed)));
    return false;
  }
}

/** When a schedule is made next. */
export function nextOf(
  desk: Desk,
  schedule: Pick<Schedule, 'rhythm'>,
  { company, calendar }: Where,
): Turn {
  return nextTurn(schedule.rhythm, calendar, wallClock(desk, company));
}
