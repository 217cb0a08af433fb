/**
 * The months of the invented company that its controller has closed: all but the last one, which
 * waits on the month-end page with its checklist, and the one that still runs.
 */
import { endOfMonth, plusDays, plusMonths } from '#kernel/day.ts';
import { changePeriod } from '#areas/ledger/actions/change-period.ts';
import type { Desk } from '#platform/action.ts';
import type { Cast } from './demo-cast.ts';
import { act, deskOn } from './demo-desk.ts';

const closedMonths = [-6, -5, -4, -3, -2];

/** Played after everything that posts; each month was closed a week after its end. */
export async function closeMonths(desk: Desk, { companyId, people }: Cast): Promise<void> {
  const today = desk.clock.today();
  const by = people.get('controller') ?? null;
  for (const months of closedMonths) {
    const lastOn = endOfMonth(plusMonths(today, months));
    const doing = { action: 'ledger.soft_close', by, reason: 'The month is reconciled' };
    await act(deskOn(desk, plusDays(lastOn, 7)), doing, (context) =>
      changePeriod(context, { companyId, period: lastOn.slice(0, 7), act: 'soft_close' }),
    );
  }
}
