/**
 * The aging at the end of a month, and what changed in the month before after it was reported.
 *
 * The second is the point of it: a posting dated into a reported month moves its figures, and
 * only the moment known of the earlier issue tells by how much.
 */
import { bucketLabels, bucketSets } from '#areas/ledger/rules/aging.ts';
import { agingLines, wholeAging } from '#areas/reports/index.ts';
import type { Pack, PackAsked, PackBlock, PackColumn, PackMaker } from '#platform/packs/maker.ts';
import type { SheetValue } from '#platform/files/write-xlsx.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { words } from '../../words/makers.ts';
import { afterTheFact } from './after-the-fact.ts';
import { type Saying, currenciesOf, saying, sumOf } from './saying.ts';

export const monthAgingMaker: PackMaker = {
  kind: 'month-aging',
  title: words['aging.title'],
  says: words['aging.says'],
  needs: 'packs.oversee',
  of: 'month',
  make,
};

const edges = bucketSets.standard;
type Line = Awaited<ReturnType<typeof agingLines>>['lines'][number];

async function make(db: Queries, asked: PackAsked): Promise<Pack> {
  const speak = saying(asked);
  const { lines: accounts } = await aged(db, asked, 'account');
  const { lines: collectors } = await aged(db, asked, 'collector');
  const currencies = currenciesOf(
    accounts.map((line) => line.currency),
    asked,
  );
  return {
    title: speak.said('aging.title'),
    summary: inShort(accounts, currencies, { asked, speak }),
    blocks: [
      ...currencies.flatMap((code) => [
        ...figures(accounts, code, speak),
        chart(accounts, code, speak),
      ]),
      ...(await afterTheFact(db, asked, speak)),
      ...currencies.flatMap((code) => [
        table(collectors, code, { speak, by: 'collector' }),
        table(accounts, code, { speak, by: 'account' }),
      ]),
    ],
  };
}

async function aged(
  db: Queries,
  { asOf, knownAt, company }: PackAsked,
  by: 'account' | 'collector',
) {
  return agingLines(
    db,
    { ...wholeAging(asOf, edges), by, knownAt, companies: [company.companyId] },
    { sort: { column: 'balance' }, descending: true, limit: null, offset: 0 },
  );
}

function lateOf({ buckets }: Line): bigint {
  // The first bucket of the standard set is what is not due.
  return buckets.slice(1).reduce((sum, amount) => sum + amount, 0n);
}

type Told = { readonly asked: PackAsked; readonly speak: Saying };

function inShort(
  accounts: readonly Line[],
  currencies: readonly string[],
  { asked, speak: { said, shown } }: Told,
): string[] {
  if (currencies.length === 0) return [said('aging.none', { day: asked.asOf })];
  return currencies.map((code) => {
    const rows = accounts.filter((line) => line.currency === code);
    const total = sumOf(rows, (line) => line.balance);
    const late = sumOf(rows, lateOf);
    return said('aging.sum', {
      total: shown(total, code),
      day: asked.asOf,
      overdue: shown(late, code),
      share: total > 0n ? String((late * 1000n) / total / 10n) : '0',
    });
  });
}

function figures(accounts: readonly Line[], code: string, { said, text }: Saying): PackBlock[] {
  const rows = accounts.filter((line) => line.currency === code);
  const figure = (label: string, minor: bigint) => ({
    label,
    value: text(minor, code),
    unit: 'money' as const,
    currency: code,
  });
  return [
    {
      kind: 'figures',
      figures: [
        figure(
          `${said('pack.balance')} ${code}`,
          sumOf(rows, (line) => line.balance),
        ),
        figure(said('pack.overdue'), sumOf(rows, lateOf)),
        figure(
          said('over60.title'),
          sumOf(rows, ({ buckets }) => sumOf(buckets.slice(3), (each) => each)),
        ),
        figure(
          said('pack.unapplied'),
          sumOf(rows, (line) => line.unapplied),
        ),
      ],
    },
  ];
}

function titles({ said }: Saying): string[] {
  return bucketLabels(edges).map((label) => (label === 'not_due' ? said('pack.not_due') : label));
}

function chart(accounts: readonly Line[], code: string, speak: Saying): PackBlock {
  const rows = accounts.filter((line) => line.currency === code);
  const labels = titles(speak);
  const values = labels.map((_, at) =>
    speak.text(
      sumOf(rows, ({ buckets }) => buckets[at] ?? 0n),
      code,
    ),
  );
  return {
    kind: 'chart',
    title: speak.said('aging.buckets', { currency: code }),
    shape: 'bars',
    unit: 'money',
    currency: code,
    labels,
    series: [{ name: speak.said('pack.balance'), values }],
    alt: speak.said('aging.buckets_alt', { currency: code }),
  };
}

type By = { readonly speak: Saying; readonly by: 'collector' | 'account' };

/** The collector of a line; accounts of nobody have none. */
function whoOf({ name, collector }: Line): string {
  return name ?? collector ?? '';
}

/** Balance and overdue are formulas over the buckets, as in the aging's own workbook. */
function table(lines: readonly Line[], code: string, { speak, by }: By): PackBlock {
  const { said, text } = speak;
  const labels = titles(speak);
  const sum = (header: string): PackColumn => ({ header, kind: 'amount', total: true });
  const whose: PackColumn[] =
    by === 'account'
      ? [
          { header: said('pack.account'), kind: 'text' },
          { header: said('pack.name'), kind: 'text', wide: true },
        ]
      : [{ header: said('pack.collector'), kind: 'text', wide: true }];
  const letter = (at: number): string => String.fromCharCode(65 + whose.length + at);
  const last = letter(labels.length);
  return {
    kind: 'table',
    name: said(by === 'account' ? 'aging.by_account' : 'aging.by_collector', { currency: code }),
    columns: [...whose, ...labels.map(sum), sum(said('pack.unapplied')), sum(said('pack.balance'))],
    rows: lines
      .filter((line) => line.currency === code)
      .map((line): SheetValue[] => [
        ...(by === 'account'
          ? [line.account ?? '', line.name ?? '']
          : [whoOf(line) || said('pack.nobody')]),
        ...line.buckets.map((amount) => text(amount, code)),
        text(line.unapplied, code),
        { formula: `SUM(${letter(0)}{row}:${last}{row})`, value: text(line.balance, code) },
      ]),
    totalsLabel: said('pack.total'),
    shown: 25,
  };
}
