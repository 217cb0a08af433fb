/**
 * The moment at which the desks of tests open, whenever the tests run: the rules of contact ask
 * what hour and what day of the week it is, and a book tells another story on each day.
 */
import { day } from '#kernel/day.ts';
import { type Instant, instant } from '#kernel/instant.ts';

export const friday = day('2026-11-20');

/** Ten in the morning in New York. */
export const tenOnFriday = instant('2026-11-20T15:00:00Z');

/** Milliseconds by which a clock that shows this moment now is behind the machine's. */
export function behindBy(opening: Instant): number {
  return Date.now() - Date.parse(opening);
}

/** The moment on a clock that is this much behind the machine's. */
export function momentBehind(milliseconds: number): Instant {
  return instant(new Date(Date.now() - milliseconds).toISOString());
}
