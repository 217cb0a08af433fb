/**
 * What a year of payments says in one sentence: the last three months against the three that
 * lie half a year before them. Fewer than five days apart is steady.
 */
export type Habit =
  | { kind: 'drifting' | 'better'; last: number; first: number }
  | { kind: 'steady'; last: number }
  | { kind: 'early'; days: number };

type Month = { month: string; daysLate: number | null };

export function habitOf(months: readonly Month[]): Habit {
  const last = mean(months.slice(-3)) ?? mean(months) ?? 0;
  const first = mean(months.slice(-9, -6));
  if (first !== undefined && last - first >= 5) return { kind: 'drifting', last, first };
  if (first !== undefined && first - last >= 5) return { kind: 'better', last, first };
  return last < 0 ? { kind: 'early', days: -last } : { kind: 'steady', last };
}

/** The mean of the months in which something was paid, in whole days. */
function mean(months: readonly Month[]): number | undefined {
  const paid = months.flatMap((month) => (month.daysLate === null ? [] : [month.daysLate]));
  if (paid.length === 0) return undefined;
  return Math.round(paid.reduce((sum, days) => sum + days, 0) / paid.length);
}
