/** Cash by week: what came in, by the ledger, beside what was forecast of it. */
import { type Day, plusDays } from '#kernel/day.ts';
import { flowByDay } from '#areas/metrics/index.ts';
import type { Db } from '#platform/postgres/db.ts';
import { periodOf } from '../rules/figures.ts';
import type { ForecastWeek } from '../rules/landing.ts';
import type { Book } from '../store/asked.ts';
import { weeksAhead, weeksBehind } from '../store/forecast.ts';

export type CashWeek = {
  readonly weekStart: Day;
  /** Null: the week has not ended. */
  readonly actual: bigint | null;
  /** Null: it was not forecast. */
  readonly forecast: ForecastWeek | null;
};

const shown = 10;

/** Ten weeks that ended, the one under way, and those ahead that are forecast. */
export async function readWeeks(db: Db, book: Book): Promise<CashWeek[]> {
  const { from } = periodOf('week', book.today);
  const since = plusDays(from, -7 * shown);
  const [behind, ahead, cash] = await Promise.all([
    weeksBehind(db, book, since),
    weeksAhead(db, book),
    cashByWeek(db, book, since),
  ]);
  const forecasts = new Map([...ahead, ...behind].map((week) => [week.weekStart, week]));
  const ended = Array.from({ length: shown }, (_, no) => plusDays(since, 7 * no));
  const coming = ahead.flatMap(({ weekStart }) => (weekStart >= from ? weekStart : []));
  return [...ended, ...coming.slice(0, shown)].map((weekStart) => ({
    weekStart,
    actual: weekStart < from ? (cash.get(weekStart) ?? 0n) : null,
    forecast: whole(forecasts.get(weekStart), weekStart === from ? (cash.get(from) ?? 0n) : 0n),
  }));
}

/** The forecast of a whole week: of the one under way it is for the days that are left. */
export function whole(week: ForecastWeek | undefined, received: bigint): ForecastWeek | null {
  if (week === undefined) return null;
  const { weekStart, expected, p10, p90 } = week;
  return {
    weekStart,
    expected: expected + received,
    p10: p10 + received,
    p90: p90 + received,
  };
}

/** What came in by week, the one under way included, by the ledger itself. */
async function cashByWeek(db: Db, book: Book, since: Day): Promise<ReadonlyMap<Day, bigint>> {
  const { companies, currency, today } = book;
  const scope = { companies, companyId: null, collectorId: null, customerId: null, currency };
  const period = { from: since, to: today };
  const byDay = await flowByDay(db, { scope, asOf: today, knownAt: null, period }, 'cash');
  const weeks = new Map<Day, bigint>();
  for (const [on, cash] of byDay) {
    const start = periodOf('week', on).from;
    weeks.set(start, (weeks.get(start) ?? 0n) + cash);
  }
  return weeks;
}
