/**
 * When a fact counts: its effective day, and the day in whose accounting period it stands.
 *
 *   effective in an open period      posts on its effective day
 *   effective in a closed one        from outside: keeps its day for the aging, posts on the
 *                                    first day of the first open period
 *                                    one's own correction: refused, date it today
 *
 * Periods are closed in order and without gaps, so two days say what is closed. A person may
 * date a fact back while the period is open, never ahead: tomorrow's cash is no cash.
 * Documents may carry a later day, because invoices are sent ahead of it.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type DayRefusal = 'ledger.day_ahead';

/**
 * What a company has closed: everything up to `hardThrough` for everybody, up to
 * `softThrough` for all but a few roles; null: nothing.
 */
export type Closed = { readonly softThrough: Day | null; readonly hardThrough: Day | null };

/** May whoever posts still post into a softly closed period? */
export type Poster = 'anybody' | 'trusted';

/** The day in whose accounting period a fact of `effectiveOn` counts; never before it. */
export function postingDay(effectiveOn: Day, closed: Closed, poster: Poster): Day {
  const { softThrough } = closed;
  if (softThrough === null || isOpen(effectiveOn, closed, poster)) return effectiveOn;
  return plusDays(softThrough, 1);
}

/** May this poster post on that very day? */
export function isOpen(on: Day, { softThrough, hardThrough }: Closed, poster: Poster): boolean {
  if (softThrough === null || on > softThrough) return true;
  return poster === 'trusted' && (hardThrough === null || on > hardThrough);
}

/** May something be said to have happened on that day? */
export function happened(on: Day, today: Day): Outcome<Day, DayRefusal> {
  return on > today ? refuse('ledger.day_ahead', { day: on, today }) : accept(on);
}
