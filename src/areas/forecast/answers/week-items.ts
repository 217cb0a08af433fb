/** The items of one week of the forecast, which add up to what the week expects. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { cashWeekItem } from '../contract.ts';
import { inMinor } from '../rules/cash.ts';
import { mondayOf, toNumber } from '../rules/days.ts';
import { toldDays, whole } from '../rules/outlook.ts';
import { completeRuns } from '../store/cash.ts';
import { weekItems } from '../store/scenario-items.ts';
import { wireReasons } from './reasons.ts';
import type { z } from 'zod';

export type WeekItemsAsked = {
  readonly weekStart: Day;
  readonly companies: 'all' | readonly Id[];
  readonly currency: string;
};

export type WeekItemsAnswer = {
  readonly expected: string;
  readonly rows: z.infer<typeof cashWeekItem>[];
  readonly count: number;
};

type Refusal = 'forecast.not_yet' | 'forecast.no_such_week';

/** Refusals: `forecast.not_yet`, `forecast.no_such_week` for no Monday of the thirteen. */
export async function readWeekItems(
  db: Queries,
  { weekStart, companies, currency }: WeekItemsAsked,
  page: { readonly limit: number; readonly offset: number },
): Promise<Outcome<WeekItemsAnswer, Refusal>> {
  const runs = await completeRuns(db);
  const [latest] = runs.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1));
  if (!latest) return refuse('forecast.not_yet');
  const asOf = toNumber(latest.asOf);
  const start = toNumber(weekStart);
  const [first, last] = [Math.max(start - asOf, 1), Math.min(start + 6 - asOf, toldDays)];
  if (start !== mondayOf(start) || last < first) {
    return refuse('forecast.no_such_week', { week: weekStart });
  }
  const runIds = runs.map(({ runId }) => runId);
  const found = await weekItems(db, { runIds, companies, currency, first, last }, page);
  const amount = (minor: bigint): string => formatMoney(money(minor, currency));
  const expected = inMinor(found.rows.map(({ units }) => units));
  return accept({
    expected: amount(inMinor([found.units])[0] ?? 0n),
    count: found.count,
    rows: found.rows.map((row, at) => ({
      accountId: row.accountId,
      itemId: row.itemId,
      account: row.account,
      name: row.name,
      company: row.company,
      document: row.document,
      dueOn: row.dueOn,
      p50: row.p50,
      open: amount(row.open),
      disputed: amount(row.disputed),
      percent: Math.round((row.share * 1000) / whole) / 10,
      expected: amount(expected[at] ?? 0n),
      reasons: wireReasons(row.reasons),
    })),
  });
}
