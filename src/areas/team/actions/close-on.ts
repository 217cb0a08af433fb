/**
 * Closes the company on a day: no deadline in business days falls on it from now on. What is
 * already due keeps its day; nobody is told a second date.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type ClosingRefusal, acceptClosing } from '../rules/calendar.ts';
import { closingsOf, insertClosingAct, lockCalendar } from '../store/calendars.ts';

type Wish = { readonly companyId: Id; readonly on: Day; readonly name: string };

export async function closeOn(
  context: Context,
  { companyId, on, name }: Wish,
): Promise<Outcome<{ on: Day }, ClosingRefusal>> {
  await lockCalendar(context.tx, companyId);
  const known = await closingsOf(context.tx, companyId);
  const may = acceptClosing(on, context.today, new Set(known.map((each) => each.on)));
  if (!may.ok) return may;
  await insertClosingAct(context, companyId, { on, name, closed: true });
  context.did({ what: 'closing', id: companyId, facts: { on, name } });
  return accept({ on });
}

/** Opens the company on a day on which it was to be closed, as long as the day has not come. */
export async function openAfterAll(
  context: Context,
  { companyId, on }: Omit<Wish, 'name'>,
): Promise<Outcome<{ on: Day }, 'team.closing_passed' | 'team.no_such_closing'>> {
  await lockCalendar(context.tx, companyId);
  const known = (await closingsOf(context.tx, companyId)).find((each) => each.on === on);
  if (!known) return refuse('team.no_such_closing', { on });
  if (on < context.today) return refuse('team.closing_passed', { on });
  await insertClosingAct(context, companyId, { ...known, closed: false });
  context.did({ what: 'closing taken back', id: companyId, facts: { on } });
  return accept({ on });
}
