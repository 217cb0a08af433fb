/**
 * The brief of a portfolio for sales and management: who owes, who is late, what is promised and
 * disputed, and what moved since the brief before. A collector's edition is their own portfolio.
 */
import { day, plusDays } from '#kernel/day.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { agingLines, everybody, readCompare, wholeAging } from '#areas/reports/index.ts';
import type { Pack, PackAsked, PackBlock, PackColumn, PackMaker } from '#platform/packs/maker.ts';
import type { SheetValue } from '#platform/files/write-xlsx.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Standing, type Touch, standings, touches } from '../../store/portfolio.ts';
import { words } from '../../words/makers.ts';
import { type Saying, currenciesOf, saying, sumOf } from './saying.ts';

export const portfolioMaker: PackMaker = {
  kind: 'portfolio',
  title: words['portfolio.title'],
  says: words['portfolio.says'],
  needs: 'packs.read',
  ownPart: true,
  of: 'day',
  make,
};

type Line = Awaited<ReturnType<typeof agingLines>>['lines'][number];
type Told = {
  readonly asked: PackAsked;
  readonly speak: Saying;
  readonly standing: ReadonlyMap<string, Standing>;
  readonly touched: ReadonlyMap<string, Touch>;
};

async function make(db: Queries, asked: PackAsked): Promise<Pack> {
  const speak = saying(asked);
  const whose = whoseOf(asked);
  const { lines } = await agingLines(
    db,
    { ...wholeAging(asked.asOf, bucketSets.standard), ...whose, knownAt: asked.knownAt },
    { sort: { column: 'overdue' }, descending: true, limit: null, offset: 0 },
  );
  const ids = lines.flatMap(({ account_id: one }) => (one === null ? [] : [one]));
  const [standing, touched] = await Promise.all([
    standings(db, {
      companyId: asked.company.companyId,
      ownerId: ownerOf(asked),
      asOf: asked.asOf,
    }),
    touches(db, ids.slice(0, mostTouches)),
  ]);
  const told: Told = {
    asked,
    speak,
    standing: new Map(standing.map((row) => [`${row.account_id} ${row.currency}`, row])),
    touched: new Map(touched.map((row) => [row.account_id, row])),
  };
  const currencies = currenciesOf(
    lines.map((line) => line.currency),
    asked,
  );
  return {
    title: speak.said('portfolio.title'),
    summary:
      currencies.length === 0
        ? [speak.said('portfolio.none')]
        : currencies.map((code) => inShort(lines, code, told)),
    blocks: [
      ...currencies.map((code) => figures(lines, code, told)),
      ...currencies.map((code) => accounts(lines, code, told)),
      ...(await moved(db, told)),
    ],
  };
}

/** How long ago an account was spoken with is read for so many, the latest first. */
const mostTouches = 20_000;

function ownerOf({ reader }: PackAsked) {
  return reader.sight === 'own' ? reader.memberId : null;
}

function whoseOf(asked: PackAsked) {
  return { companies: [asked.company.companyId], collectorId: ownerOf(asked) };
}

function lateOf({ buckets }: Line): bigint {
  return sumOf(buckets.slice(1), (each) => each);
}

function inCurrency(lines: readonly Line[], code: string): Line[] {
  return lines.filter((line) => line.currency === code);
}

type Sums = { owed: bigint; late: bigint; over60: bigint; promised: bigint; disputed: bigint };

function sums(lines: readonly Line[], code: string, { standing }: Told): Sums {
  const rows = inCurrency(lines, code);
  const stands = [...standing.values()].filter((row) => row.currency === code);
  return {
    owed: sumOf(rows, (line) => line.balance),
    late: sumOf(rows, lateOf),
    over60: sumOf(rows, ({ buckets }) => sumOf(buckets.slice(3), (each) => each)),
    promised: sumOf(stands, (row) => row.promised_minor),
    disputed: sumOf(stands, (row) => row.disputed_minor),
  };
}

function inShort(lines: readonly Line[], code: string, told: Told): string {
  const { said, shown } = told.speak;
  const { owed, late, promised, disputed } = sums(lines, code, told);
  return said('portfolio.sum', {
    total: shown(owed, code),
    overdue: shown(late, code),
    promised: shown(promised, code),
    disputed: shown(disputed, code),
  });
}

function figures(lines: readonly Line[], code: string, told: Told): PackBlock {
  const { said, text } = told.speak;
  const of = sums(lines, code, told);
  const figure = (key: string, minor: bigint) => ({
    label: `${said(key)} ${code}`,
    value: text(minor, code),
    unit: 'money' as const,
    currency: code,
  });
  return {
    kind: 'figures',
    figures: [
      figure('portfolio.owed', of.owed),
      figure('pack.overdue', of.late),
      figure('portfolio.over_60', of.over60),
      figure('portfolio.promised', of.promised),
      figure('pack.disputed', of.disputed),
    ],
  };
}

function accounts(lines: readonly Line[], code: string, told: Told): PackBlock {
  const { said, text } = told.speak;
  const sum = (key: string): PackColumn => ({ header: said(key), kind: 'amount', total: true });
  const cells = (line: Line): SheetValue[] => {
    const stands = told.standing.get(`${line.account_id ?? ''} ${code}`);
    const touch = told.touched.get(line.account_id ?? '');
    return [
      line.account ?? '',
      line.name ?? '',
      text(line.balance, code),
      text(lateOf(line), code),
      text(
        sumOf(line.buckets.slice(3), (each) => each),
        code,
      ),
      text(stands?.promised_minor ?? 0n, code),
      text(stands?.disputed_minor ?? 0n, code),
      touch?.last_touch_on ?? null,
      line.collector ?? said('pack.nobody'),
    ];
  };
  return {
    kind: 'table',
    name: said('portfolio.largest', { currency: code }),
    columns: [
      { header: said('pack.account'), kind: 'text' },
      { header: said('pack.name'), kind: 'text', wide: true },
      sum('pack.balance'),
      sum('pack.overdue'),
      sum('portfolio.over_60'),
      sum('portfolio.promised'),
      sum('pack.disputed'),
      { header: said('portfolio.last_touch'), kind: 'day' },
      { header: said('pack.collector'), kind: 'text' },
    ],
    rows: inCurrency(lines, code).map(cells),
    totalsLabel: said('pack.total'),
    shown: 15,
  };
}

/** Since the brief before, or in the week until now. */
async function moved(db: Queries, { asked, speak }: Told): Promise<PackBlock[]> {
  const { said } = speak;
  const { asOf, knownAt, before } = asked;
  const from =
    before !== null && before.asOf < asOf
      ? { ...before }
      : { asOf: plusDays(day(asOf), -7), knownAt };
  const { rows } = await readCompare(
    db,
    { ...everybody, ...whoseOf(asked), by: 'account', from, to: { asOf, knownAt } },
    { sort: 'change', descending: true, limit: 500, offset: 0 },
    knownAt,
  );
  const currencies = currenciesOf(
    rows.map((row) => row.currency),
    asked,
  );
  const sum = (key: string): PackColumn => ({ header: said(key), kind: 'amount', total: true });
  return currencies.map((code): PackBlock => ({
    kind: 'table',
    name: said('portfolio.moved', { day: from.asOf, currency: code }),
    columns: [
      { header: said('pack.account'), kind: 'text' },
      { header: said('pack.name'), kind: 'text', wide: true },
      sum('portfolio.invoiced'),
      sum('portfolio.cash'),
      sum('pack.change'),
      sum('pack.balance'),
    ],
    rows: rows
      .filter((row) => row.currency === code)
      .map((row) => [row.account ?? '', row.name, row.invoiced, row.cash, row.change, row.closing]),
    totalsLabel: said('pack.total'),
    shown: 10,
  }));
}
