/**
 * When a fact counts: its effective day, and the day in whose accounting period it stands.
 *
 * A person may date a fact back while the period is open, never ahead: tomorrow's cash is no
 * cash. Documents may carry a later day, because invoices are sent ahead of it.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type DayRefusal = 'ledger.day_ahead';

/** The day in whose accounting period a fact of `effectiveOn` counts: every period is open. */
export function postingDay(effectiveOn: Day): Day {
  return effectiveOn;
}

/** May something be said to have happened on that day? */
export function happened(on: Day, today: Day): Outcome<Day, DayRefusal> {
  return on > today ? refuse('ledger.day_ahead', { day: on, today }) : accept(on);
}
