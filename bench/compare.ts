/**
 * What changed over a week, and the month-end page, of the whole book: each beside one plain pass
 * over what is open now, which any answer about the book costs at least.
 */
import { type Day, endOfMonth, plusDays, plusMonths } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import type { Db } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { readBuckets, readCompare } from '#areas/reports/answers/compare.ts';
import { readMonthEnd } from '#areas/reports/answers/month-end.ts';
import { reportedCompany } from '#areas/reports/store/company.ts';
import { everybody } from '#areas/reports/store/groups.ts';
import type { Figure } from './figures.ts';
import { interleaved, type Work } from './measure.ts';

const runs = 15;
const bar = { ms: 100 };

export async function compareFigures(db: Db, today: Day): Promise<Figure[]> {
  const { code } = await db.one(sql<{ code: string }>`select code from team.company limit 1`);
  const company = await reportedCompany(db, code);
  if (!company) throw new Error('the book has no company');
  const week = {
    ...everybody,
    from: { asOf: plusDays(today, -7), knownAt: null },
    to: { asOf: today, knownAt: null },
    basis: 'due' as const,
    edges: bucketSets.standard,
  };
  const page = { sort: 'change', descending: true, limit: 100, offset: 0 } as const;
  const now = instant(new Date().toISOString());
  const period = endOfMonth(plusMonths(today, -1)).slice(0, 7);
  const works: readonly (readonly [string, Work])[] = [
    ['compare a week, by account', () => readCompare(db, { ...week, by: 'account' }, page, now)],
    ['compare a week, by company', () => readCompare(db, { ...week, by: 'company' }, page, now)],
    ['compare a week, buckets', () => readBuckets(db, { ...week, by: 'account' }, now)],
    ['month end', () => readMonthEnd(db, company, { today, period })],
  ];
  const [plain = 0, ...ours] = await interleaved(runs, [
    () =>
      db.all(sql`
        select account_id, sum(open_minor)
          from ledger.item_balance
         where closed_on = 'infinity'
         group by account_id`),
    ...works.map(([, work]) => work),
  ]);
  return works.map(([name], index) => ({ name, ours: ours[index] ?? 0, baseline: plain, bar }));
}
