/** The largest risks of a company and why they are late, for whoever reads only the short of it. */
import { formatMoney, money } from '#kernel/money.ts';
import type { PackAsked, PackBlock } from '#platform/packs/maker.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { LateAccount } from '../../store/over60.ts';
import { causeNames } from '../../words/causes.ts';
import { lateRows } from '../late-rows.ts';
import type { MetricSaying } from './metric-saying.ts';

const most = 10;
const mostCauses = 7;

export async function riskBlocks(
  db: Queries,
  asked: PackAsked,
  { said }: MetricSaying,
): Promise<PackBlock[]> {
  const { company, asOf, knownAt, language } = asked;
  const { companyId, currency } = company;
  const found = await lateRows(db, { companyId, asOf, knownAt, ownerId: null }, language);
  const rows = found.filter((row) => row.currency === currency);
  if (rows.length === 0) return [];
  const text = (minor: bigint): string => formatMoney(money(minor, currency));
  return [
    { kind: 'heading', text: said('board.risks'), page: true },
    {
      kind: 'table',
      name: `${said('board.risk_table')} ${currency}`,
      columns: [
        { header: said('board.account'), kind: 'text' },
        { header: said('board.name'), kind: 'text', wide: true },
        { header: said('board.balance'), kind: 'amount', total: true },
        { header: said('board.disputed'), kind: 'amount', total: true },
        { header: said('board.cause'), kind: 'text' },
        { header: said('board.owner'), kind: 'text' },
      ],
      rows: rows.map((row) => [
        row.account,
        row.name,
        text(row.open_minor),
        text(row.disputed_minor),
        causeOf(row, asked, said('board.unsaid')),
        row.plan_owner ?? row.collector ?? '',
      ]),
      totalsLabel: said('weekly.total'),
      shown: most,
    },
    causes(rows, { asked, said, text }),
  ];
}

function causeOf({ cause }: LateAccount, { language }: PackAsked, unsaid: string): string {
  const names: Readonly<Record<string, { en: string; es: string }>> = causeNames;
  return cause === null ? unsaid : (names[cause]?.[language] ?? cause);
}

type Told = Pick<MetricSaying, 'said'> & {
  readonly asked: PackAsked;
  text(minor: bigint): string;
};

function causes(rows: readonly LateAccount[], { asked, said, text }: Told): PackBlock {
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    const name = causeOf(row, asked, said('board.unsaid'));
    sums.set(name, (sums.get(name) ?? 0n) + row.open_minor);
  }
  const sorted = [...sums].toSorted(([, one], [, other]) => (one < other ? 1 : -1));
  const shown = sorted.slice(0, mostCauses);
  return {
    kind: 'chart',
    title: `${said('board.causes')} · ${asked.company.currency}`,
    shape: 'pareto',
    unit: 'money',
    currency: asked.company.currency,
    labels: shown.map(([name]) => name),
    series: [{ name: said('board.balance'), values: shown.map(([, sum]) => text(sum)) }],
    alt: said('board.causes_alt'),
  };
}
