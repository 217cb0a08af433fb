/** The thirteen weeks of a forecast with their bands, from sums by day and spreads by week. */
import {
  type Band,
  type CashSource,
  type WeekSpread,
  bandOf,
  inMinor,
  isDaySource,
  weekOf,
  weeksTold,
} from './cash.ts';
import { mondayOf } from './days.ts';

/** Ten-thousandths of the minor unit on a day (its number), or on none. */
export type DaySum = {
  readonly companyId: string;
  readonly currency: string;
  readonly source: CashSource;
  readonly on: number;
  readonly units: bigint;
};

export type WeekBand = Band & {
  readonly companyId: string;
  readonly currency: string;
  /** A Monday, as a day number. */
  readonly start: number;
  readonly ahead: number;
  readonly expected: bigint;
  readonly variance: number;
};

/** Weeks of every company and currency; what they expect adds up without a lost cent. */
export function weekBands(
  days: readonly DaySum[],
  spreads: readonly WeekSpread[],
  { asOf, common }: { readonly asOf: number; readonly common: number },
): WeekBand[] {
  const groups = Map.groupBy(days, ({ companyId, currency }) => `${companyId} ${currency}`);
  const variances = new Map(
    spreads.map(({ companyId, currency, week, variance }) => [
      `${companyId} ${currency} ${week}`,
      variance,
    ]),
  );
  return [...groups].flatMap(([name, own]) => {
    const [companyId = '', currency = ''] = name.split(' ');
    const units = Array.from({ length: weeksTold }, () => 0n);
    let open = 0n;
    for (const { source, on, units: each } of own) {
      open += each;
      if (!isDaySource(source)) continue;
      const week = weekOf(asOf, on - asOf - 1);
      // The last told days may lie after the thirteenth Sunday.
      if (week < weeksTold) units[week] = (units[week] ?? 0n) + each;
    }
    return inMinor(units).map((expected, week) => {
      const variance = variances.get(`${name} ${week}`) ?? 0;
      const band = bandOf(expected, { variance, common, most: open / 10_000n });
      const start = mondayOf(asOf + 1) + 7 * week;
      return { companyId, currency, start, ahead: week + 1, expected, variance, ...band };
    });
  });
}
