/**
 * Adds a year to a company's own calendar: 4-4-5 weeks or any other stretch of weeks.
 *
 * It reaches only into what is open: a closed period keeps the days that it was closed with.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type CalendarRefusal,
  type Period,
  extendCalendar as decide,
  weekCalendar,
} from '../rules/period.ts';
import { closedNow, takePeriods } from '../store/closed.ts';
import { insertPeriods, ownPeriods } from '../store/periods.ts';

export type ExtendCalendar = {
  readonly companyId: Id;
  readonly year: number;
  readonly firstOn: Day;
  /** How many weeks each period has. */
  readonly weeks: readonly number[];
};

export async function extendCalendar(
  context: Context,
  { companyId, year, firstOn, weeks }: ExtendCalendar,
): Promise<Outcome<readonly Period[], CalendarRefusal | 'ledger.postings_running'>> {
  if (!(await takePeriods(context.tx, companyId))) return refuse('ledger.postings_running');
  const known = {
    closed: await closedNow(context.tx, companyId),
    own: await ownPeriods(context.tx, companyId),
  };
  const decision = decide(weekCalendar(year, firstOn, weeks), known);
  if (!decision.ok) return decision;
  await insertPeriods(context, companyId, decision.value);
  context.did({ what: 'calendar', facts: { year, periods: decision.value.length } });
  return accept(decision.value);
}
