/** One page for the CFO every morning: the figures that moved, and who owes the most too late. */
import { formatMoney, money } from '#kernel/money.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { agingLines, wholeAging } from '#areas/reports/index.ts';
import type { Pack, PackAsked, PackBlock, PackMaker } from '#platform/packs/maker.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { words as packWords } from '../../words/makers.ts';
import { words } from '../../words/metric-packs.ts';
import { metricWords } from '../../words/metrics.ts';
import { measured, withoutNotes } from './measuring.ts';
import { type MetricSaying, metricSaying } from './metric-saying.ts';

export const flashMaker: PackMaker = {
  kind: 'flash',
  title: words['flash.title'],
  says: words['flash.says'],
  needs: 'packs.oversee',
  of: 'day',
  make,
};

async function make(db: Queries, asked: PackAsked): Promise<Pack> {
  const speak = metricSaying(asked);
  const figures = await measured(db, asked, [
    { metric: 'cash', better: 'up', ofMonth: true },
    { metric: 'ar', better: 'down' },
    { metric: 'overdue', better: 'down' },
    { metric: 'over_60', better: 'down' },
    { metric: 'dso', better: 'down' },
    { metric: 'cei', better: 'up' },
    { metric: 'unapplied', better: 'down' },
    { metric: 'disputed', better: 'down' },
  ]);
  const amount = (at: number): string => speak.shown(figures[at]?.value ?? '0');
  return {
    title: speak.said('flash.title'),
    summary: [speak.said('flash.sum', { cash: amount(0), ar: amount(1), late: amount(2) })],
    blocks: [{ kind: 'figures', figures: withoutNotes(figures) }, await largest(db, asked, speak)],
  };
}

/** As many as stay on one page. */
const most = 12;

async function largest(db: Queries, asked: PackAsked, { said }: MetricSaying): Promise<PackBlock> {
  const { asOf, knownAt, company, language } = asked;
  const { lines } = await agingLines(
    db,
    { ...wholeAging(asOf, bucketSets.standard), knownAt, companies: [company.companyId] },
    { sort: { column: 'overdue' }, descending: true, limit: most * 4, offset: 0 },
  );
  const text = (minor: bigint): string => formatMoney(money(minor, company.currency));
  const late = ({ buckets }: (typeof lines)[number]): bigint =>
    buckets.slice(1).reduce((sum, each) => sum + each, 0n);
  return {
    kind: 'table',
    name: `${said('flash.largest')} ${company.currency}`,
    columns: [
      { header: said('board.account'), kind: 'text' },
      { header: said('board.name'), kind: 'text', wide: true },
      { header: said('board.balance'), kind: 'amount' },
      { header: metricWords.overdue[asked.language], kind: 'amount' },
      { header: said('weekly.person'), kind: 'text' },
    ],
    rows: lines
      .filter((line) => line.currency === company.currency && late(line) > 0n)
      .slice(0, most)
      .map((line) => [
        line.account ?? '',
        line.name ?? '',
        text(line.balance),
        text(late(line)),
        line.collector ?? packWords['pack.nobody'][language],
      ]),
  };
}
