/**
 * The day of one's own doing: a correction, a charge, an application, a memo.
 *
 * A person does not date it into a closed period: it is said in which period the day lies and
 * what to do instead. What a job or a file brings is a fact from outside and goes its own way
 * (rules/posting-day.ts).
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { periodOf } from '../rules/period.ts';
import { type DayRefusal, happened, isOpen } from '../rules/posting-day.ts';
import type { LockedAccount } from './accounts.ts';
import { posterOf } from './closed.ts';
import { ownPeriods } from './periods.ts';

export type PeriodClosed = 'ledger.period_closed';
export type OwnDayRefusal = DayRefusal | PeriodClosed;

type Company = Pick<LockedAccount, 'companyId' | 'closed'>;

/** May the actor's own doing count on that day? `whoever`: also when no person acts. */
export async function ownDay(
  context: Context,
  company: Company,
  on: Day,
  whose: 'a person' | 'whoever' = 'a person',
): Promise<Outcome<Day, OwnDayRefusal>> {
  const dated = happened(on, context.today);
  return dated.ok ? ownPeriod(context, company, on, whose) : dated;
}

/** The same for what may lie ahead. */
export async function ownPeriod(
  context: Context,
  { companyId, closed }: Company,
  on: Day,
  whose: 'a person' | 'whoever' = 'a person',
): Promise<Outcome<Day, PeriodClosed>> {
  if (isOpen(on, closed, 'anybody') || closed.softThrough === null) return accept(on);
  if (whose === 'a person' && context.actor.memberId === null) return accept(on);
  if (isOpen(on, closed, await posterOf(context))) return accept(on);
  const { name } = periodOf(on, await ownPeriods(context.tx, companyId));
  const first = plusDays(closed.softThrough, 1);
  return refuse('ledger.period_closed', { day: on, period: name, today: context.today, first });
}
