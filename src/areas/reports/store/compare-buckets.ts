/** How the buckets moved between two moments: one cell for each way from bucket to bucket. */
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { BucketCell } from '../rules/bucket-movement.ts';
import type { Moment } from '../rules/compare.ts';
import { type CompareQuestion, known } from './compare.ts';
import { isEverybody, ofWhom } from './groups.ts';

export type BucketQuestion = CompareQuestion & {
  readonly basis: 'due' | 'invoice';
  /** Upper edges of the buckets in days, rising. */
  readonly edges: readonly number[];
};

export type CellOfCurrency = BucketCell & { readonly currency: string };

type Row = {
  currency: string;
  from_bucket: number | null;
  to_bucket: number | null;
  opening: bigint;
  closing: bigint;
  added: bigint;
  kept: bigint;
  added_open: bigint;
};

/** Every way that something took from bucket to bucket, by currency. */
export async function bucketCells(
  db: Queries,
  question: BucketQuestion,
): Promise<CellOfCurrency[]> {
  const rows = await db.all(sql<Row>`
    select m.currency, ${bucketAt(question, question.from)} as from_bucket,
           ${bucketAt(question, question.to)} as to_bucket,
           sum(m.open_before)::bigint as opening, sum(m.open_after)::bigint as closing,
           coalesce(sum(m.side * m.amount_minor) filter (where m.came), 0)::bigint as added,
           sum(m.side * least(abs(m.open_before), abs(m.open_after)))::bigint as kept,
           coalesce(sum(m.open_after) filter (where m.came), 0)::bigint as added_open
      from ${itemsBetween(question)} m
      ${
        isEverybody(question)
          ? sql``
          : sql`join customers.account_card c on c.account_id = m.account_id
     where ${ofWhom(question, question.to.asOf)}`
      }
     group by 1, 2, 3`);
  return rows.map((row) => ({
    currency: row.currency,
    from: row.from_bucket,
    to: row.to_bucket,
    opening: row.opening,
    closing: row.closing,
    added: row.added,
    kept: row.kept,
    addedOpen: row.added_open,
  }));
}

/** Items that are open at either moment or came between. */
export function itemsBetween({ from, to }: CompareQuestion): Sql {
  if (from.knownAt === null && to.knownAt === null) {
    return sql`ledger.open_items_since(${from.asOf}::date, ${to.asOf}::date)`;
  }
  return sql`ledger.open_items_between(${from.asOf}::date, ${known(from)}::timestamptz,
                                       ${to.asOf}::date, ${known(to)}::timestamptz)`;
}

/** The bucket of item `m` on a moment's day, counted from 0; null for what is not aged. */
export function bucketAt({ basis, edges }: BucketQuestion, { asOf }: Moment): Sql {
  const from = basis === 'due' ? sql`m.due_on` : sql`m.issued_on`;
  const whens = edges.map(
    (edge, index) =>
      sql`when ${from} >= ${asOf}::date - ${sql.lit(Math.trunc(edge))} then ${sql.lit(index)}`,
  );
  return sql`case when not m.aged then null ${sql.join(whens, sql` `)}
                  else ${sql.lit(edges.length)} end`;
}
