/**
 * What must hold between any two moments of any book: a comparison agrees with the aging of
 * both, line by line, and every figure is the sum of its rows.
 */
import { expect } from 'vitest';
import type { Day } from '#kernel/day.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Db } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { readAging, wholeAging } from '#areas/reports/answers/aging.ts';
import { readBuckets, readCompare, readRows } from '#areas/reports/answers/compare.ts';
import type { CompareRow } from '#areas/reports/contract/compare.ts';
import {
  type Moment,
  type Moments,
  addsUp,
  changeColumns,
  columnOf,
  itemFigures,
} from '#areas/reports/rules/compare.ts';
import type { BucketQuestion } from '#areas/reports/store/compare-buckets.ts';
import { everybody } from '#areas/reports/store/groups.ts';

const now = instant('2030-01-01T00:00:00Z');
const everyRow = { limit: null, offset: 0 } as const;
export const byChange = { sort: 'change', descending: true, ...everyRow } as const;

export function asOf(day: Day, knownAt: Instant | null = null): Moment {
  return { asOf: day, knownAt };
}

/** The comparison of everybody, by account, in the standard buckets. */
export function whole(moments: Moments): BucketQuestion {
  return { ...everybody, ...moments, by: 'account', basis: 'due', edges: bucketSets.standard };
}

/**
 * Throws the first disagreement between the comparison and the agings of its two moments;
 * answers how many lines were compared.
 */
export async function agreesWithBothAgings(db: Db, moments: Moments): Promise<number> {
  let compared = 0;
  for (const by of ['account', 'customer', 'family', 'collector', 'company', 'currency'] as const) {
    compared += await linesAgree(db, { ...whole(moments), by });
  }
  await bucketsAgree(db, whole(moments));
  await controlAgrees(db, moments.from);
  await controlAgrees(db, moments.to);
  await figuresOpen(db, whole(moments));
  return compared;
}

/** The control account of a moment is what was open then, to the cent, credits within it. */
async function controlAgrees(db: Db, { asOf: day, knownAt }: Moment): Promise<void> {
  const known = knownAt ?? 'infinity';
  const control = await db.all(sql`
    select company_id, currency, effective_minor as amount, effective_base_minor as base,
           credit_minor as credit, credit_base_minor as credit_base
      from ledger.control_on(${day}, ${known})
     where (effective_minor, effective_base_minor, credit_minor, credit_base_minor) <> (0, 0, 0, 0)
     order by company_id, currency`);
  const open = await db.all(sql`
    select c.company_id, i.currency, sum(i.open_minor)::bigint as amount,
           sum(i.open_base_minor)::bigint as base,
           coalesce(sum(i.open_minor) filter (where i.side = -1), 0)::bigint as credit,
           coalesce(sum(i.open_base_minor) filter (where i.side = -1), 0)::bigint as credit_base
      from ledger.open_items_known(${day}, ${known}) i
      join customers.account_card c on c.account_id = i.account_id
     group by c.company_id, i.currency
    having (sum(i.open_minor), sum(i.open_base_minor)) <> (0, 0)
        or sum(abs(i.open_minor)) filter (where i.side = -1) > 0
     order by c.company_id, i.currency`);
  expect(control).toEqual(open);
}

async function linesAgree(db: Db, question: BucketQuestion): Promise<number> {
  const answer = await readCompare(db, question, byChange, now);
  for (const line of [...answer.rows, ...answer.totals]) expect(addsUp(inCents(line))).toBe(true);
  for (const [moment, end] of [
    [question.from, 'opening'],
    [question.to, 'closing'],
  ] as const) {
    const { rows, totals } = await agingAt(db, moment, question.by);
    const aged = new Map(rows.map((row) => [`${row.key} ${row.currency}`, row.balance]));
    for (const row of answer.rows) {
      expect(cents(row[end])).toBe(cents(aged.get(`${row.key} ${row.currency}`) ?? '0'));
    }
    const sums = new Map(totals.map((total) => [total.currency, total.balance]));
    for (const total of answer.totals) {
      expect(cents(total[end])).toBe(cents(sums.get(total.currency) ?? '0'));
    }
  }
  for (const total of answer.totals) {
    const mine = answer.rows.filter(({ currency }) => currency === total.currency);
    expect(mine.length).toBe(total.changed);
    expect(sum(mine, 'opening') + cents(total.still)).toBe(cents(total.opening));
    for (const column of [...changeColumns, 'late'] as const) {
      expect(sum(mine, column)).toBe(cents(total[column]));
    }
  }
  return answer.rows.length;
}

async function bucketsAgree(db: Db, question: BucketQuestion): Promise<void> {
  const { currencies } = await readBuckets(db, question, now);
  for (const [moment, end] of [
    [question.from, 'opening'],
    [question.to, 'closing'],
  ] as const) {
    const { totals } = await agingAt(db, moment, 'currency');
    const aged = new Map(totals.map((row) => [row.currency, [...row.buckets, row.unapplied]]));
    for (const { currency, buckets } of currencies) {
      const expected = aged.get(currency) ?? buckets.map(() => '0');
      expect(buckets.map((line) => cents(line[end]))).toEqual(expected.map(cents));
    }
  }
  for (const { buckets, total } of currencies) {
    expect(cents(total.rolledIn) + cents(total.rolledOut)).toBe(0n);
    for (const { closing, bucket: _, ...parts } of buckets) {
      const inside = Object.values(parts).reduce((all, part) => all + cents(part), 0n);
      expect(inside).toBe(cents(closing));
    }
  }
}

/** Every figure is the sum of its rows, and every fact stands where the rule puts it. */
async function figuresOpen(db: Db, question: BucketQuestion): Promise<void> {
  const { totals } = await readCompare(db, question, byChange, now);
  const { currencies } = await readBuckets(db, question, now);
  for (const figure of ['late', ...changeColumns, ...itemFigures] as const) {
    const asked = { ...question, figure, currency: null, bucket: null };
    const { sums } = await readRows(db, asked, everyRow);
    const rows = new Map(sums.map(({ currency, amount }) => [currency, cents(amount)]));
    for (const total of totals) {
      const buckets = currencies.find(({ currency }) => currency === total.currency);
      const figures = { ...buckets?.total, ...total };
      expect(rows.get(total.currency) ?? 0n).toBe(cents(figures[figure] ?? '0'));
    }
  }
  const every = { ...question, figure: 'all', currency: null, bucket: null } as const;
  const { rows, count } = await readRows(db, every, everyRow);
  expect(rows.length).toBe(count);
  for (const { kind, entryKind, late, column, effectiveOn } of rows) {
    expect(column).toBe(columnOf({ kind, entryKind: entryKind ?? '', late }));
    expect(late).toBe(effectiveOn <= question.from.asOf);
  }
  await bucketRowsAgree(db, question, currencies);
}

type Currencies = Awaited<ReturnType<typeof readBuckets>>['currencies'];

async function bucketRowsAgree(
  db: Db,
  question: BucketQuestion,
  currencies: Currencies,
): Promise<void> {
  for (const { currency, buckets } of currencies) {
    for (const [index, line] of buckets.entries()) {
      // Another figure in each bucket: every one would be asked several hundred times.
      const figure = itemFigures[index % itemFigures.length] ?? 'opening';
      const bucket = line.bucket === 'unapplied' ? 'unapplied' : index;
      const asked = { ...question, figure, currency, bucket } as const;
      const { sums } = await readRows(db, asked, everyRow);
      expect(cents(sums[0]?.amount ?? '0')).toBe(cents(line[figure]));
    }
  }
}

function agingAt(db: Db, { asOf: day, knownAt }: Moment, by: BucketQuestion['by']) {
  const question = { ...wholeAging(day, bucketSets.standard), by, knownAt };
  return readAging(db, question, { sort: { column: 'name' }, descending: false, ...everyRow }, now);
}

function inCents(line: { readonly [name in Summed]: string }) {
  return {
    opening: cents(line.opening),
    invoiced: cents(line.invoiced),
    cash: cents(line.cash),
    credits: cents(line.credits),
    writeOffs: cents(line.writeOffs),
    moved: cents(line.moved),
    corrections: cents(line.corrections),
    late: cents(line.late),
    closing: cents(line.closing),
  };
}

type Summed = (typeof changeColumns)[number] | 'opening' | 'late' | 'closing';

function sum(rows: readonly CompareRow[], column: Summed) {
  return rows.reduce((total, row) => total + cents(row[column]), 0n);
}

function cents(text: string): bigint {
  return BigInt(text.replace('.', ''));
}
