/**
 * A company's days walked backwards: what stood open at the end of each, by the parts of figures.
 *
 * The book of the last day is taken, then each day's changes are taken back, so that years of
 * days cost one reading of what changed in them. The parts are those that are summed from the
 * open items of a day; a property test holds the two to the same sums.
 */
import { type Day, daysBetween, plusDays } from '#kernel/day.ts';
import type { Period } from './period.ts';

/** Alike amounts together: what is owed by its days, or what is unapplied. */
export type Standing = {
  readonly aged: boolean;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly minor: bigint;
};
export type Change = Standing & { readonly onDay: Day };

/** Sums by part; by month of invoice behind a colon, as `open_age:2026-08`. */
export type DaySums = Map<string, bigint>;

/** Last days of the buckets; what is later stands in the last one. */
const bucketEnds = [0, 30, 60, 90, 120] as const;

export class BookWalk {
  readonly #open = new Map<string, Standing>();

  constructor(last: readonly Standing[]) {
    for (const standing of last) this.#add(standing, standing.minor);
  }

  /** What stands open on the day that was reached. */
  sumsOn(asOf: Day): DaySums {
    const sums: DaySums = new Map();
    for (const standing of this.#open.values()) addStanding(sums, standing, asOf);
    for (const [name, sum] of sums) if (sum === 0n) sums.delete(name);
    return sums;
  }

  /** Goes back behind the day on which these came. */
  takeBack(changes: readonly Standing[]): void {
    for (const change of changes) this.#add(change, -change.minor);
  }

  #add({ aged, issuedOn, dueOn }: Standing, minor: bigint): void {
    // Of what is unapplied only the day that it is of counts.
    const key = aged ? `${issuedOn} ${dueOn}` : issuedOn;
    const sum = (this.#open.get(key)?.minor ?? 0n) + minor;
    if (sum === 0n) this.#open.delete(key);
    else this.#open.set(key, { aged, issuedOn, dueOn, minor: sum });
  }
}

/** The days from one to another, the last first, each with what stood open at its end. */
export function* daysBack(
  { from, to }: Period,
  walk: BookWalk,
  changes: readonly Change[],
): Generator<{ readonly day: Day; readonly sums: DaySums }> {
  const byDay = Map.groupBy(changes, ({ onDay }) => onDay);
  for (let day = to; day >= from; day = plusDays(day, -1)) {
    yield { day, sums: walk.sumsOn(day) };
    walk.takeBack(byDay.get(day) ?? []);
  }
}

function addStanding(sums: DaySums, { aged, issuedOn, dueOn, minor }: Standing, asOf: Day): void {
  const add = (name: string, amount: bigint): void => {
    sums.set(name, (sums.get(name) ?? 0n) + amount);
  };
  const age = daysBetween(issuedOn, asOf);
  add('ar', minor);
  if (!aged) {
    add('unapplied', -minor);
    add('unapplied_days', -minor * BigInt(age));
    if (age > 30) add('unapplied_over_30', -minor);
    return;
  }
  const late = daysBetween(dueOn, asOf);
  const bucket = bucketEnds.findIndex((end) => late <= end);
  add('gross', minor);
  add(`bucket_${bucket === -1 ? bucketEnds.length : bucket}`, minor);
  add(late > 0 ? 'overdue' : 'current', minor);
  if (late > 60) add('over_60', minor);
  if (late > 90) add('over_90', minor);
  if (late > 0) add('overdue_days', minor * BigInt(late));
  add('open_age', minor * BigInt(age));
  add(`open_age:${issuedOn.slice(0, 7)}`, minor * BigInt(age));
}
