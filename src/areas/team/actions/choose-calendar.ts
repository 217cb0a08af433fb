/** Says which holidays the company keeps beside its own closings; counts from now on. */
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { BusinessCalendar } from '../rules/calendar.ts';
import { calendarBase, insertCalendarChoice, lockCalendar } from '../store/calendars.ts';

export async function chooseCalendar(
  context: Context,
  { companyId, base }: { readonly companyId: Id; readonly base: BusinessCalendar['base'] },
): Promise<Outcome<{ base: BusinessCalendar['base'] }, never>> {
  await lockCalendar(context.tx, companyId);
  if ((await calendarBase(context.tx, companyId)) === base) return accept({ base });
  await insertCalendarChoice(context, companyId, base);
  context.did({ what: 'calendar', id: companyId, facts: { base } });
  return accept({ base });
}
