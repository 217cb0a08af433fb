/**
 * The aging beside the baseline: the bare sums by account, which is what the baseline computes,
 * and the report around them.
 */
import type pg from 'pg';
import type { Day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { type Db } from '#platform/postgres/db.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { readAging, wholeAging } from '#areas/reports/answers/aging.ts';
import { agedByAccount, agingLines, itemsAsked } from '#areas/reports/store/aging.ts';
import { baselineSql } from './baseline.ts';
import type { Figure } from './figures.ts';
import { interleaved } from './measure.ts';

const runs = 15;
const page = {
  sort: { column: 'account' },
  descending: false,
  limit: null,
  offset: 0,
} as const;

/** `statement` of baseline.sql is the one that answers the same question. */
export async function agingFigures(
  what: string,
  asOf: Day,
  statement: string,
  { db, baseline }: { readonly db: Db; readonly baseline: pg.Client },
): Promise<Figure[]> {
  const question = wholeAging(asOf, bucketSets.standard);
  const sums = agedByAccount(question, await itemsAsked(db, question));
  const text = baselineSql(statement);
  await sameTotals(db, baseline, { asOf, text });
  const history = baselineSql('aging from the whole history');
  const [plain = 0, whole = 0, bare = 0, lines = 0, report = 0] = await interleaved(runs, [
    () => baseline.query(text, [asOf]),
    () => baseline.query(history, [asOf]),
    () => db.all(sums),
    () => agingLines(db, question, page),
    () => readAging(db, question, page, instant('2030-01-01T00:00:00Z')),
  ]);
  const bar = { times: 1.5 };
  const ofHistory = { times: statement === 'aging today' ? 0.1 : 0.5 };
  return [
    { name: `aging by account ${what}: the sums`, ours: bare, baseline: plain, bar },
    { name: `aging by account ${what}: from history`, ours: bare, baseline: whole, bar: ofHistory },
    { name: `aging by account ${what}: with names, in order`, ours: lines, baseline: plain },
    { name: `aging by account ${what}: with flags and totals`, ours: report, baseline: plain },
  ];
}

/** A figure for another answer would be worth nothing. */
async function sameTotals(
  db: Db,
  baseline: pg.Client,
  { asOf, text }: { readonly asOf: Day; readonly text: string },
): Promise<void> {
  const asked = { text, values: [asOf], rowMode: 'array' } as const;
  const { rows } = await baseline.query<(string | null)[]>(asked);
  const amounts = rows.flatMap(([_customer, ...sums]) => sums);
  const expected = amounts.reduce((sum, amount) => sum + BigInt(amount ?? 0), 0n);
  const { lines } = await agingLines(db, wholeAging(asOf, bucketSets.standard), page);
  const ours = lines.reduce((sum, line) => sum + line.balance, 0n);
  if (ours !== expected) throw new Error(`on ${asOf} we say ${ours}, the baseline ${expected}`);
}
