/**
 * What stood open at the end of each of many days, by the parts of figures, from what changed it.
 *
 *     a change ──▶ from its day on: so much more owed
 *              ──▶ from 1, 31, 61, 91, 121 days after its due day on: so much more that late
 *              ──▶ from its day on: so much more with every day (amount × age)
 *
 * A change is written down only on the few days on which something begins; the days are then one
 * running sum, however long things stay open. So days of changes that came later can be added to
 * days that are kept. The parts are those that are summed from the open items of a day; a
 * property test holds the two to the same sums.
 */
import { type Day, daysBetween, plusDays } from '#kernel/day.ts';
import { type Period, daysIn } from './period.ts';

/** Alike amounts together: what is owed by its days, or what is unapplied. */
export type Change = {
  readonly aged: boolean;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  /** Counts from this day on; what is before the first day counts from that. */
  readonly onDay: Day;
  readonly minor: bigint;
};

/** Sums by part; by month of invoice behind a colon, as `open_age:2026-08`. */
export type DaySums = Map<string, bigint>;

/** The days from one to another, the first first, each with what stood open at its end. */
export function* standingsOver(
  days: Period,
  changes: readonly Change[],
): Generator<{ readonly day: Day; readonly sums: DaySums }> {
  const courses = new Courses(daysIn(days));
  for (const change of changes) addChange(courses, days.from, change);
  let day = days.from;
  for (const sums of courses.run()) {
    yield { day, sums: withBuckets(sums) };
    day = plusDays(day, 1);
  }
}

/** Days late from which something counts in each of these. */
const lateFrom = { overdue: 1, late_31: 31, over_60: 61, over_90: 91, late_121: 121 } as const;

function addChange(courses: Courses, first: Day, change: Change): void {
  const { aged, minor } = change;
  const on = daysBetween(first, change.onDay);
  const issued = daysBetween(first, change.issuedOn);
  courses.step('ar', on, minor);
  if (!aged) {
    courses.step('unapplied', on, -minor);
    courses.step('unapplied_over_30', Math.max(on, issued + 31), -minor);
    courses.grow('unapplied_days', { at: on, since: issued }, -minor);
    return;
  }
  const due = daysBetween(first, change.dueOn);
  courses.step('gross', on, minor);
  for (const [name, late] of Object.entries(lateFrom)) {
    courses.step(name, Math.max(on, due + late), minor);
  }
  courses.grow('overdue_days', { at: Math.max(on, due + 1), since: due }, minor);
  courses.grow('open_age', { at: on, since: issued }, minor);
  courses.grow(`open_age:${change.issuedOn.slice(0, 7)}`, { at: on, since: issued }, minor);
}

/** Buckets are what is so late and not later; what comes to nothing is left out. */
function withBuckets(sums: DaySums): DaySums {
  const of = (name: string): bigint => sums.get(name) ?? 0n;
  const ends = [of('gross'), ...Object.keys(lateFrom).map(of), 0n];
  for (const [bucket, end] of ends.slice(0, -1).entries()) {
    sums.set(`bucket_${bucket}`, end - (ends[bucket + 1] ?? 0n));
  }
  sums.set('current', of('bucket_0'));
  sums.delete('late_31');
  sums.delete('late_121');
  for (const [name, sum] of sums) if (sum === 0n) sums.delete(name);
  return sums;
}

/** Amounts that begin on days and stay, and such as grow with every day, by name. */
class Courses {
  readonly #length: number;
  readonly #byName = new Map<string, { begin: BigInt64Array; slope: BigInt64Array }>();

  constructor(length: number) {
    this.#length = length;
  }

  /** From day number `at` on: so much more. */
  step(name: string, at: number, amount: bigint): void {
    this.#put(name, at, amount, 0n);
  }

  /** From day number `at` on: the amount times the days since day number `since`. */
  grow(name: string, { at, since }: { at: number; since: number }, amount: bigint): void {
    this.#put(name, at, -amount * BigInt(since), amount);
  }

  /** The sums of each day, the first first. */
  *run(): Generator<DaySums> {
    const running = [...this.#byName].map(([name, course]) => ({ name, course, base: 0n, by: 0n }));
    for (let at = 0; at < this.#length; at += 1) {
      const sums: DaySums = new Map();
      for (const one of running) {
        one.base += one.course.begin[at] ?? 0n;
        one.by += one.course.slope[at] ?? 0n;
        sums.set(one.name, one.base + one.by * BigInt(at));
      }
      yield sums;
    }
  }

  #put(name: string, day: number, begin: bigint, slope: bigint): void {
    if (day >= this.#length) return;
    const at = Math.max(0, day);
    const course = this.#byName.get(name) ?? {
      begin: new BigInt64Array(this.#length),
      slope: new BigInt64Array(this.#length),
    };
    this.#byName.set(name, course);
    course.begin[at] = (course.begin[at] ?? 0n) + begin;
    course.slope[at] = (course.slope[at] ?? 0n) + slope;
  }
}
