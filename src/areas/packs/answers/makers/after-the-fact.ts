/**
 * What was posted into a month after it was reported: the day of the last issue, once as that
 * issue knew it and once as it is known now.
 */
import { addDecimals, decimal, formatDecimal } from '#kernel/decimal.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { everybody, readBuckets, readRows } from '#areas/reports/index.ts';
import type { PackAsked, PackBlock } from '#platform/packs/maker.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { shownFigure } from '../render/numbers.ts';
import type { Saying } from './saying.ts';

/** Postings listed; a month that was posted again whole is a matter for the comparison. */
const mostRows = 2000;

export async function afterTheFact(
  db: Queries,
  asked: PackAsked,
  speak: Saying,
): Promise<PackBlock[]> {
  const { said } = speak;
  const { before, knownAt, company } = asked;
  const heading: PackBlock = { kind: 'heading', text: said('aging.after') };
  if (before === null) {
    return [heading, { kind: 'text', tone: 'quiet', text: said('aging.after_first') }];
  }
  const question = {
    ...everybody,
    companies: [company.companyId],
    from: { ...before },
    to: { asOf: before.asOf, knownAt },
    by: 'company' as const,
    basis: 'due' as const,
    edges: bucketSets.standard,
  };
  const posted = { ...question, figure: 'all' as const, currency: null, bucket: null };
  const { rows } = await readRows(db, posted, { limit: mostRows, offset: 0 });
  const known = `${before.knownAt.slice(0, 16).replace('T', ' ')} UTC`;
  const facts = { day: before.asOf, known };
  if (rows.length === 0) return [heading, { kind: 'text', text: said('aging.after_none', facts) }];
  const { currencies } = await readBuckets(db, question, knownAt);
  const codes = [...new Set(rows.map((row) => row.currency))].toSorted();
  const moved = currencies.filter(({ currency: code }) => codes.includes(code));
  return [
    heading,
    ...moved.map(({ currency: code, total }) =>
      sentence(asked, {
        code,
        ...total,
        said: (told) => said('aging.after_some', { ...facts, ...told }),
      }),
    ),
    ...codes.map((code) => table(rows, code, speak)),
  ];
}

type Moved = {
  readonly code: string;
  readonly opening: string;
  readonly closing: string;
  said(facts: Record<string, string>): string;
};

function sentence({ language }: PackAsked, { code, opening, closing, said }: Moved): PackBlock {
  const less = opening.startsWith('-') ? opening.slice(1) : `-${opening}`;
  const change = addDecimals(decimal(closing), decimal(less));
  const shown = (value: string): string =>
    shownFigure(value, { unit: 'money', currency: code, language });
  const text = said({
    amount: shown(formatDecimal(change, change.scale)),
    before: shown(opening),
    after: shown(closing),
  });
  return change.units === 0n ? { kind: 'text', text } : { kind: 'text', tone: 'warning', text };
}

type Row = Awaited<ReturnType<typeof readRows>>['rows'][number];

function table(rows: readonly Row[], code: string, { said }: Saying): PackBlock {
  return {
    kind: 'table',
    name: said('aging.late_rows', { currency: code }),
    columns: [
      { header: said('pack.account'), kind: 'text' },
      { header: said('pack.name'), kind: 'text', wide: true },
      { header: said('pack.document'), kind: 'text' },
      { header: said('pack.day'), kind: 'day' },
      { header: said('pack.recorded'), kind: 'text' },
      { header: said('pack.amount'), kind: 'amount', total: true },
    ],
    rows: rows
      .filter((row) => row.currency === code)
      .map((row) => [
        row.account,
        row.name,
        row.document,
        row.effectiveOn,
        row.recordedAt === null ? '' : row.recordedAt.slice(0, 10),
        row.amount,
      ]),
    totalsLabel: said('pack.total'),
    shown: 25,
  };
}
