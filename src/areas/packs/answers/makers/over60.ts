/**
 * The controller's report of what is more than 60 days past due: balance, cause, plan, owner,
 * change since the last issue; disputed and planned parts apart; signed by the controller.
 *
 * What nobody explained stands first and is marked, however small it is.
 */
import { type Day, day, plusDays, startOfMonth } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { age } from '#areas/ledger/rules/aging.ts';
import type { Pack, PackAsked, PackBlock, PackColumn, PackMaker } from '#platform/packs/maker.ts';
import type { SheetValue } from '#platform/files/write-xlsx.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type LateWord, gapsOf, toCollect } from '../../rules/late-account.ts';
import { type LateAccount, lateBalances } from '../../store/over60.ts';
import { causeNames } from '../../words/causes.ts';
import { words } from '../../words/makers.ts';
import { lateWord } from '../late.ts';
import { lateRows } from '../late-rows.ts';
import { type Saying, currenciesOf, saying, sumOf } from './saying.ts';

export const over60Maker: PackMaker = {
  kind: 'over-60',
  title: words['over60.title'],
  says: words['over60.says'],
  needs: 'packs.read',
  ownPart: true,
  of: 'month',
  make,
};

type Late = LateAccount & { readonly before: bigint; readonly word: LateWord };

async function make(db: Queries, asked: PackAsked): Promise<Pack> {
  const { asOf, knownAt, language } = asked;
  const before = opening(asked);
  const [rows, then] = await Promise.all([
    lateRows(db, { ...whose(asked), asOf, knownAt }, language),
    lateBalances(db, { ...whose(asked), ...before }),
  ]);
  const earlier = new Map(then.map((row) => [keyOf(row), row.open_minor]));
  const late = rows.map((row) => ({
    ...row,
    before: earlier.get(keyOf(row)) ?? 0n,
    word: lateWord(row, asOf),
  }));
  const speak = saying(asked);
  const lacking = late.filter(({ word }) => gapsOf(word).length > 0);
  const currencies = currenciesOf(
    late.map((row) => row.currency),
    asked,
  );
  return {
    title: speak.said('over60.title'),
    summary: [
      ...currencies.flatMap((code) => inShort(late, code, speak)),
      ...(late.length === 0 ? [speak.said('over60.none')] : []),
      speak.said('over60.since', { day: before.asOf }),
    ],
    blocks: [
      ...figures(late, then, { asked, speak, code: currencies[0] ?? asked.company.currency }),
      ...warning(lacking, speak),
      ...currencies.flatMap((code) => causes(late, code, { speak, language })),
      ...currencies.map((code) => table(late, code, { asked, speak })),
    ],
  };
}

function whose({ company, reader }: PackAsked) {
  return {
    companyId: company.companyId,
    ownerId: reader.sight === 'own' ? reader.memberId : null,
  };
}

/** The issue before, or the month's end before where there was none. */
function opening({ asOf, before }: PackAsked): { asOf: Day; knownAt: Instant | null } {
  if (before !== null && before.asOf < asOf) return { ...before };
  return { asOf: plusDays(startOfMonth(asOf), -1), knownAt: null };
}

function keyOf({
  account_id: account,
  currency,
}: {
  account_id: string;
  currency: string;
}): string {
  return `${account} ${currency}`;
}

function inShort(late: readonly Late[], code: string, { said, shown }: Saying): string[] {
  const rows = late.filter((row) => row.currency === code);
  const total = sumOf(rows, (row) => row.open_minor);
  return [
    said('over60.sum', { total: shown(total, code), accounts: rows.length }),
    said('over60.parts', {
      disputed: shown(
        sumOf(rows, (row) => row.disputed_minor),
        code,
      ),
      planned: shown(
        sumOf(rows, (row) => row.planned_minor),
        code,
      ),
      collect: shown(
        sumOf(rows, ({ word }) => toCollect(word)),
        code,
      ),
    }),
  ];
}

type Told = { readonly asked: PackAsked; readonly speak: Saying; readonly code: string };

function figures(
  late: readonly Late[],
  then: readonly { currency: string; open_minor: bigint }[],
  { speak: { said, text }, code }: Told,
): PackBlock[] {
  const rows = late.filter((row) => row.currency === code);
  const figure = (key: string, minor: bigint) => ({
    label: said(key),
    value: text(minor, code),
    unit: 'money' as const,
    currency: code,
  });
  const before = sumOf(
    then.filter((row) => row.currency === code),
    (row) => row.open_minor,
  );
  const total = figure(
    'over60.title',
    sumOf(rows, (row) => row.open_minor),
  );
  return [
    {
      kind: 'figures',
      figures: [
        { ...total, before: text(before, code), better: 'down' },
        figure(
          'pack.disputed',
          sumOf(rows, (row) => row.disputed_minor),
        ),
        figure(
          'pack.planned',
          sumOf(rows, (row) => row.planned_minor),
        ),
        figure(
          'pack.to_collect',
          sumOf(rows, ({ word }) => toCollect(word)),
        ),
      ],
    },
  ];
}

function warning(lacking: readonly Late[], { said }: Saying): PackBlock[] {
  if (lacking.length === 0) return [];
  const count = new Set(lacking.map((row) => row.account_id)).size;
  return [{ kind: 'text', tone: 'warning', text: said('over60.gaps', { count }) }];
}

function causeName(cause: string | null, language: PackAsked['language'], unsaid: string): string {
  const names: Readonly<Record<string, { en: string; es: string }>> = causeNames;
  return cause === null ? unsaid : (names[cause]?.[language] ?? cause);
}

function causes(
  late: readonly Late[],
  code: string,
  { speak: { said, text }, language }: { speak: Saying; language: PackAsked['language'] },
): PackBlock[] {
  const sums = new Map<string, bigint>();
  for (const row of late.filter((each) => each.currency === code)) {
    const name = causeName(row.cause, language, said('over60.unsaid'));
    sums.set(name, (sums.get(name) ?? 0n) + row.open_minor);
  }
  // Two bars say no more than the table does.
  if (sums.size < 3) return [];
  const most = [...sums].toSorted(([, one], [, other]) => (one < other ? 1 : -1)).slice(0, 7);
  return [
    {
      kind: 'chart',
      title: `${said('over60.by_cause')} · ${code}`,
      shape: 'pareto',
      unit: 'money',
      currency: code,
      labels: most.map(([name]) => name),
      series: [{ name: said('pack.balance'), values: most.map(([, sum]) => text(sum, code)) }],
      alt: said('over60.by_cause_alt'),
    },
  ];
}

function table(
  late: readonly Late[],
  code: string,
  { asked, speak }: Omit<Told, 'code'>,
): PackBlock {
  const rows = late.filter((row) => row.currency === code);
  const gap = (row: Late): boolean => gapsOf(row.word).length > 0;
  // Sorting keeps the order of balances within both parts.
  const sorted = rows.toSorted((one, other) => Number(gap(other)) - Number(gap(one)));
  return {
    kind: 'table',
    name: `${speak.said('over60.title')} ${code}`,
    columns: columnsOf(speak),
    rows: sorted.map((row) => cells(row, { asked, speak })),
    marked: sorted.flatMap((row, at) => (gap(row) ? [at] : [])),
    totalsLabel: speak.said('pack.total'),
    shown: 60,
  };
}

function columnsOf({ said }: Saying): PackColumn[] {
  const sum = (key: string): PackColumn => ({ header: said(key), kind: 'amount', total: true });
  const word = (key: string): PackColumn => ({ header: said(key), kind: 'text' });
  return [
    word('pack.account'),
    { ...word('pack.name'), wide: true },
    { header: said('pack.days'), kind: 'count' },
    sum('pack.balance'),
    sum('pack.change'),
    sum('pack.disputed'),
    sum('pack.planned'),
    sum('pack.to_collect'),
    word('pack.cause'),
    { ...word('pack.plan'), wide: true },
    word('pack.owner'),
    { header: said('pack.until'), kind: 'day' },
  ];
}

/** Balance stands in D, disputed in F, planned in G: what is to collect follows from them. */
function cells(row: Late, { asked, speak: { said, text } }: Omit<Told, 'code'>): SheetValue[] {
  const { currency: code, word } = row;
  const missing = gapsOf(word);
  const cause = causeName(
    row.cause,
    asked.language,
    missing.includes('cause') ? said('pack.missing') : '',
  );
  return [
    row.account,
    row.name,
    String(age(asked.asOf, day(row.oldest_due_on))),
    text(row.open_minor, code),
    text(row.open_minor - row.before, code),
    text(row.disputed_minor, code),
    text(row.planned_minor, code),
    { formula: 'D{row}-F{row}-G{row}', value: text(toCollect(word), code) },
    cause,
    planText(row, missing.includes('plan'), said),
    row.plan_owner ?? row.collector ?? said('pack.missing'),
    row.plan_due_on,
  ];
}

function planText(row: Late, lacks: boolean, said: Saying['said']): string {
  if (lacks) return row.plan === null ? said('pack.missing') : `${said('pack.stale')}: ${row.plan}`;
  if (row.plan !== null) return row.plan;
  return said(row.planned_minor > row.disputed_minor ? 'pack.plan_says' : 'pack.dispute_says');
}
