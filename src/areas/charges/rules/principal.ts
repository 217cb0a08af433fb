/**
 * What bore interest on each day: the debt, less what was paid or credited by then, less what
 * was disputed.
 *
 * The day on which money counts still bears interest on the whole; the days of a dispute bear
 * none on what was disputed, whatever became of it.
 */
import { type Day, earlier, later } from '#kernel/day.ts';

export type Movement = { readonly on: Day; readonly minor: bigint };

export type Contest = {
  readonly from: Day;
  /** Null while it stands. */
  readonly to: Day | null;
  /** Null: all of it. */
  readonly minor: bigint | null;
};

export type DebtHistory = {
  readonly minor: bigint;
  /** What lowered it; taken back with a minus. */
  readonly paid: readonly Movement[];
  readonly contests: readonly Contest[];
};

export type Stretch = { readonly from: Day; readonly to: Day; readonly minor: bigint };

/** Stretches between two days on which one principal stood, those without any left out. */
export function stretches(
  history: DebtHistory,
  from: Day,
  to: Day,
  also: readonly Day[] = [],
): Stretch[] {
  if (to <= from) return [];
  const turns = [
    ...history.paid.map(({ on }) => on),
    ...history.contests.flatMap((each) => [each.from, each.to ?? to]),
    ...also,
  ].map((on) => earlier(later(on, from), to));
  const days = [...new Set([from, ...turns, to])].toSorted();
  return days.slice(1).flatMap((end, at) => {
    const start = days[at];
    if (start === undefined) return [];
    const minor = principalOn(history, start);
    return minor > 0n ? [{ from: start, to: end, minor }] : [];
  });
}

/** After the money of the day is counted. */
function principalOn({ minor, paid, contests }: DebtHistory, on: Day): bigint {
  const open = paid.reduce((left, each) => (each.on <= on ? left - each.minor : left), minor);
  const contested = contests
    .filter((each) => each.from <= on && (each.to === null || on < each.to))
    .reduce((sum, each) => sum + (each.minor ?? open), 0n);
  return open > contested ? open - contested : 0n;
}
