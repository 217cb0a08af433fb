/**
 * What if: everything so many days later, some customers without, promises kept more or less
 * often. A scenario moves money between days, later and doubtful; it makes none and loses none.
 */
import type { DaySum } from './week-bands.ts';
import { isDaySource } from './cash.ts';
import { promiseMass, toldDays, whole } from './outlook.ts';

export type Scenario = {
  /** Every payment comes so many days later. */
  readonly lateDays: number;
  /** Promises are kept so often, in a hundred; null: as each customer keeps its own. */
  readonly promisesPercent: number | null;
};

/** One item that a scenario tells anew. */
export type ItemDays = {
  readonly companyId: string;
  readonly currency: string;
  readonly source: DaySum['source'];
  readonly open: bigint;
  readonly disputed: bigint;
  readonly days: readonly number[];
  readonly later: number;
  readonly doubtful: number;
  readonly promise: { readonly dueOn: number; readonly percent: number } | null;
};

/** Days as numbers; what falls beyond the days that are told comes later. */
export function laterBy(days: readonly DaySum[], lateDays: number, asOf: number): DaySum[] {
  if (lateDays === 0) return [...days];
  const last = asOf + toldDays;
  return days.map((sum) => {
    if (!isDaySource(sum.source)) return sum;
    const on = sum.on + lateDays;
    return on > last ? { ...sum, source: 'later', on: asOf } : { ...sum, on };
  });
}

/** The sums of single items, to be added to or taken from those of all. */
export function sumsOf(items: readonly ItemDays[], asOf: number): DaySum[] {
  return items.flatMap(({ companyId, currency, source, open, disputed, days, later, doubtful }) => {
    const clear = open - disputed;
    const at = { companyId, currency };
    return [
      ...days.map((share, no) => ({
        ...at,
        source,
        on: asOf + 1 + no,
        units: clear * BigInt(share),
      })),
      { ...at, source: 'later' as const, on: asOf, units: clear * BigInt(later) },
      { ...at, source: 'doubtful' as const, on: asOf, units: clear * BigInt(doubtful) },
      { ...at, source: 'disputed' as const, on: asOf, units: disputed * BigInt(whole) },
    ];
  });
}

/** What stays of all without some. */
export function without(days: readonly DaySum[], some: readonly DaySum[]): DaySum[] {
  return [...days, ...some.map((sum) => ({ ...sum, units: -sum.units }))];
}

/** A promised item as if promises were kept so often. */
export function keptAt(item: ItemDays, percent: number, asOf: number): ItemDays {
  if (item.promise === null) return item;
  const { dueOn, percent: believed } = item.promise;
  const keeps = believed / 100;
  const { chances } = promiseMass(asOf, { dueOn, keeps });
  const wanted = percent / 100;
  const days: number[] = [];
  let sum = 0;
  let told = 0;
  for (let at = 0; at < toldDays; at += 1) {
    // What habit says of the day is what is left when the promise is taken out.
    const promised = chances[at] ?? 0;
    const habit = Math.max((item.days[at] ?? 0) / whole - keeps * promised, 0);
    const rest = keeps < 1 ? habit / (1 - keeps) : 0;
    sum += wanted * promised + (1 - wanted) * rest;
    const by = Math.min(Math.round(sum * whole), whole);
    days.push(by - told);
    told = by;
  }
  const left = whole - told;
  const outside = item.later + item.doubtful;
  const doubtful = outside === 0 ? 0 : Math.round((left * item.doubtful) / outside);
  return { ...item, days, later: left - doubtful, doubtful };
}
