/**
 * A figure of a comparison opened to its rows: what was posted, or the items behind a bucket.
 *
 * The rows of a figure add up to it; whoever asks for a page gets the sum of all pages beside it.
 */
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import {
  type ChangeColumn,
  type FactFigure,
  type ItemFigure,
  itemFigures,
} from '../rules/compare.ts';
import { type BucketQuestion, bucketAt, itemsBetween } from './compare-buckets.ts';
import { postedFacts } from './compare.ts';
import { ofWhom } from './groups.ts';

export type Figure = FactFigure | ItemFigure;

export type RowsQuestion = BucketQuestion & {
  readonly figure: Figure;
  readonly currency: string | null;
  /** Counted from 0, `unapplied`, or null for every bucket. */
  readonly bucket: number | 'unapplied' | null;
};

export type ComparedRow = {
  account_id: string;
  account: string;
  name: string;
  company: string;
  item_id: string;
  number: string;
  kind: string;
  entry_kind: string | null;
  change: ChangeColumn | null;
  currency: string;
  due_on: string;
  effective_on: string;
  recorded_at: string | null;
  late: boolean;
  amount: bigint;
  open_before: bigint | null;
  open_after: bigint | null;
  from_bucket: number | null;
  to_bucket: number | null;
  aged: boolean;
};

/** What went onto a row's document, or where its money went, in minor units. */
export type AppliedPart = { readonly document: string; readonly amount: bigint };

export type RowsPage = { readonly limit: number | null; readonly offset: number };
export type RowsSum = { readonly currency: string; readonly amount: bigint };
type Counted = ComparedRow & { count: bigint };

/** A page of rows, the largest first, how many there are, and their sum by currency. */
export async function comparedRows(
  db: Queries,
  question: RowsQuestion,
  page: RowsPage,
): Promise<{ rows: (ComparedRow & { applied: AppliedPart[] })[]; count: number; sums: RowsSum[] }> {
  const source = isItemFigure(question.figure)
    ? itemRows(question, question.figure)
    : factRows(question, question.figure);
  const rows = await db.all(sql<Counted>`
    select r.*, count(*) over () as count
      from (${source}) r
     order by abs(r.amount) desc, r.currency, r.number, r.item_id
     limit ${page.limit}
    offset ${page.offset}`);
  const sums = await db.all(sql<RowsSum>`
    select r.currency, sum(r.amount)::bigint as amount
      from (${source}) r
     group by r.currency
     order by r.currency`);
  const applied = await appliedBy(db, question, rows);
  return {
    rows: rows.map((row) => ({ ...row, applied: applied.get(row.item_id) ?? [] })),
    count: Number(rows[0]?.count ?? 0),
    sums,
  };
}

function isItemFigure(figure: Figure): figure is ItemFigure {
  return itemFigures.some((name) => name === figure);
}

function factRows(question: RowsQuestion, figure: FactFigure): Sql {
  const { currency, to } = question;
  return sql`
    select f.account_id, c.account, c.name, c.company, f.item_id, f.number, f.kind, f.entry_kind,
           f.change, f.currency, f.due_on, f.effective_on, f.recorded_at, f.late, f.amount,
           null::bigint as open_before, null::bigint as open_after, null::int as from_bucket,
           null::int as to_bucket, false as aged
      from (${postedFacts(question)}) f
      join customers.account_card c on c.account_id = f.account_id
     where ${allOf([
       ofWhom(question, to.asOf),
       currency === null ? undefined : sql`f.currency = ${currency}`,
       figure === 'all' ? undefined : figure === 'late' ? sql`f.late` : sql`f.change = ${figure}`,
     ])}`;
}

function itemRows(question: RowsQuestion, figure: ItemFigure): Sql {
  const { currency, bucket, to } = question;
  const { amount, stands } = parts[figure];
  return sql`
    select i.account_id, i.account, i.name, i.company, i.item_id, t.number, i.kind,
           null as entry_kind, null as change, i.currency, i.due_on, t.effective_on,
           null::timestamptz as recorded_at, false as late, ${amount} as amount, i.open_before,
           i.open_after, i.from_bucket, i.to_bucket, i.aged
      from (select m.*, c.account, c.name, c.company,
                   ${bucketAt(question, question.from)} as from_bucket,
                   ${bucketAt(question, question.to)} as to_bucket,
                   m.side * least(abs(m.open_before), abs(m.open_after)) as kept,
                   m.side * m.amount_minor as whole
              from ${itemsBetween(question)} m
              join customers.account_card c on c.account_id = m.account_id
             where ${ofWhom(question, to.asOf)}) i
      join ledger.item_name t on t.account_id = i.account_id and t.item_id = i.item_id
     where ${allOf([
       sql`${amount} <> 0`,
       currency === null ? undefined : sql`i.currency = ${currency}`,
       bucket === null
         ? undefined
         : bucket === 'unapplied'
           ? sql`not i.aged`
           : sql`${stands} = ${bucket}`,
     ])}`;
}

const from = sql`i.from_bucket`;
const to = sql`i.to_bucket`;

/** An item's part of a figure, and the bucket in which it counts. */
const parts: Readonly<Record<ItemFigure, { readonly amount: Sql; readonly stands: Sql }>> = {
  opening: { amount: sql`i.open_before`, stands: from },
  closing: { amount: sql`i.open_after`, stands: to },
  added: { amount: sql`case when i.came then i.whole else 0 end`, stands: to },
  rolledIn: {
    amount: sql`case when i.from_bucket is distinct from i.to_bucket then i.kept else 0 end`,
    stands: to,
  },
  rolledOut: {
    amount: sql`case when i.from_bucket is distinct from i.to_bucket then -i.kept else 0 end`,
    stands: from,
  },
  settled: {
    amount: sql`case when i.came then i.open_after - i.whole else i.kept - i.open_before end`,
    stands: sql`case when i.came then i.to_bucket else i.from_bucket end`,
  },
  reopened: {
    amount: sql`case when i.came then 0 else i.open_after - i.kept end`,
    stands: to,
  },
};

type Applied = { item_id: string; document: string; amount: bigint };

/** Onto what the credits of a page went between the moments, and what paid its debits. */
async function appliedBy(
  db: Queries,
  { from: opening, to: closing }: RowsQuestion,
  rows: readonly ComparedRow[],
): Promise<Map<string, AppliedPart[]>> {
  const { asOf, knownAt } = closing;
  const found = await db.all(sql<Applied>`
    select w.item_id,
           case when w.item_id = a.debit_item_id then a.credit_number else a.debit_number
            end as document,
           sum(a.amount_minor)::bigint as amount
      from unnest(${rows.map((row) => row.account_id)}::uuid[],
                  ${rows.map((row) => row.item_id)}::uuid[]) as w (account_id, item_id)
      join ledger.application_card a
        on a.account_id = w.account_id
       and (a.debit_item_id = w.item_id or a.credit_item_id = w.item_id)
     where a.effective_on <= ${asOf}::date
       and a.recorded_at <= ${knownAt ?? 'infinity'}::timestamptz
       and (a.effective_on > ${opening.asOf}::date
            or a.recorded_at > ${opening.knownAt ?? 'infinity'}::timestamptz)
     group by w.item_id, document
    having sum(a.amount_minor) <> 0
     order by amount desc, document`);
  const byItem = new Map<string, AppliedPart[]>();
  for (const { item_id: itemId, document, amount } of found) {
    const list = byItem.get(itemId) ?? [];
    list.push({ document, amount });
    byItem.set(itemId, list);
  }
  return byItem;
}
