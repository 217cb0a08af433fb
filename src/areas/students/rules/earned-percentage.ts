/**
 * How much of the federal aid a student had earned when leaving (34 CFR 668.22(e), (f)).
 *
 * Days count both ends; a scheduled break of five days or more counts in neither sum. The
 * share is rounded to four places, then to three; whoever passed 60 % earned everything.
 */
import { type Day, daysBetween, earlier, later } from '#kernel/day.ts';
import { divideHalfUp } from '#kernel/money.ts';

export type Break = { readonly start: Day; readonly end: Day };

export type Attendance = { readonly completed: number; readonly total: number };

const shortestBreak = 5;

/** The days of the period, and those until the withdrawal. */
export function attendanceOf(
  period: { readonly start: Day; readonly end: Day },
  breaks: readonly Break[],
  withdrawnOn: Day,
): Attendance {
  const long = breaks.filter(({ start, end }) => daysIn(start, end) >= shortestBreak);
  const days = (until: Day) =>
    daysIn(period.start, until) -
    long.reduce(
      (sum, pause) => sum + daysIn(later(pause.start, period.start), earlier(pause.end, until)),
      0,
    );
  return { completed: days(earlier(withdrawnOn, period.end)), total: days(period.end) };
}

function daysIn(start: Day, end: Day): number {
  return Math.max(0, daysBetween(start, end) + 1);
}

/** The earned share in thousandths: 426 is 42.6 %, 1000 everything. */
export function earnedThousandths({ completed, total }: Attendance): bigint {
  const fourPlaces = divideHalfUp(BigInt(completed) * 10_000n, BigInt(Math.max(1, total)));
  return fourPlaces > 6000n ? 1000n : divideHalfUp(fourPlaces, 10n);
}
