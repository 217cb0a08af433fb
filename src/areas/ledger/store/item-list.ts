/**
 * The items of one account as a person reads them: open or all, as of a day, as known at a
 * moment, with what is disputed and promised then.
 */
import type { Day } from '#kernel/day.ts';
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import { bucketSets, bucketSpan } from '../rules/aging.ts';
import type { ItemKind, Side } from '../rules/posting.ts';

/** As of a business day, as known at a moment. */
export type When = { readonly asOf: Day; readonly knownAt: Instant };

export type ListedItem = {
  readonly itemId: Id;
  readonly kind: ItemKind;
  readonly side: Side;
  readonly number: string;
  readonly reference: string | null;
  readonly documentId: Id | null;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly instalment: number | null;
  readonly amount: Money;
  /** Below zero for credits. */
  readonly open: Money;
  readonly disputed: boolean;
  readonly promisedOn: Day | null;
};

export type ItemQuestion = When & {
  readonly accountId: Id;
  /** Everything that was there, or only what was open. */
  readonly state: 'open' | 'all';
  /** A bucket of the standard aging by due day. */
  readonly bucket?: number | undefined;
  readonly search?: string | undefined;
  /** One item only. */
  readonly itemId?: Id;
};

export type ItemPage = {
  readonly sort: 'due' | 'open' | 'document' | 'issued';
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
};

type Row = {
  item_id: string;
  kind: ItemKind;
  side: number;
  number: string;
  reference: string | null;
  document_id: string | null;
  issued_on: string;
  due_on: string;
  instalment: number | null;
  currency: string;
  amount_minor: bigint;
  open_minor: bigint;
  disputed: boolean;
  promised_on: string | null;
  count: bigint;
};

/** A page of the list, and how many items the whole list has. */
export async function listedItems(
  db: Queries,
  question: ItemQuestion,
  page: ItemPage,
): Promise<{ items: ListedItem[]; count: number }> {
  const way = page.descending ? sql`desc` : sql`asc`;
  const rows = await db.all(sql<Row>`
    with disputed as (
      select item_id
        from disputes.open_disputes_known(${question.asOf}, ${question.knownAt})
       where account_id = ${question.accountId}
    ), promised as (${promised(question)}),
    listed as (${itemsThen(question)})
    select l.item_id, l.kind, l.side, l.number, l.reference, l.document_id, l.issued_on, l.due_on,
           l.instalment, l.currency, l.amount_minor, l.open_minor,
           exists (select from disputed d where d.item_id = l.item_id) as disputed,
           p.promised_on, count(*) over () as count
      from listed l
      left join promised p on p.item_id = l.item_id
     where ${conditions(question)}
     order by ${columns[page.sort]} ${way}, l.item_id
     limit ${page.limit}
    offset ${page.offset}`);
  return { items: rows.map(listedItem), count: Number(rows[0]?.count ?? 0) };
}

/** Items that were known, with what was open of them. */
function itemsThen({ accountId, asOf, knownAt }: ItemQuestion): Sql {
  return sql`
    select i.item_id, i.kind, i.side, i.number, i.reference, i.document_id, i.issued_on, i.due_on,
           i.instalment, i.currency, i.amount_minor, coalesce(o.open_minor, 0) as open_minor,
           coalesce(o.aged, false) as aged
      from ledger.item i
      left join ledger.account_items_known(${accountId}, ${asOf}, ${knownAt}) o
             on o.item_id = i.item_id
     where i.account_id = ${accountId}
       and i.effective_on <= ${asOf}
       and i.recorded_at <= ${knownAt}`;
}

/** The last day for which an open promise names an item. */
function promised({ accountId, asOf, knownAt }: ItemQuestion): Sql {
  return sql`
    select n.item_id, max(p.due_on) as promised_on
      from promises.promises_known(${asOf}, ${knownAt}) p
      join promises.named_item n on n.account_id = p.account_id and n.promise_id = p.promise_id
     where p.account_id = ${accountId}
       and p.state      = 'open'
     group by n.item_id`;
}

function conditions({ state, bucket, search, asOf, itemId }: ItemQuestion): Sql {
  const like = `%${(search ?? '').replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  const span = bucket === undefined ? undefined : bucketSpan(bucketSets.standard, bucket);
  const age = sql`(${asOf}::date - l.due_on)`;
  return allOf([
    itemId === undefined ? undefined : sql`l.item_id = ${itemId}`,
    state === 'open' ? sql`l.open_minor <> 0` : undefined,
    search === undefined ? undefined : sql`(l.number ilike ${like} or l.reference ilike ${like})`,
    span === undefined ? undefined : sql`l.aged`,
    span?.from === undefined ? undefined : sql`${age} >= ${span.from}`,
    span?.to === undefined ? undefined : sql`${age} <= ${span.to}`,
  ]);
}

const columns: Readonly<Record<ItemPage['sort'], Sql>> = {
  due: sql`l.due_on`,
  open: sql`l.open_minor`,
  document: sql`l.number`,
  issued: sql`l.issued_on`,
};

function listedItem(row: Row): ListedItem {
  return {
    itemId: id(row.item_id),
    kind: row.kind,
    side: row.side === 1 ? 'debit' : 'credit',
    number: row.number,
    reference: row.reference,
    documentId: row.document_id === null ? null : id(row.document_id),
    issuedOn: day(row.issued_on),
    dueOn: day(row.due_on),
    instalment: row.instalment,
    amount: money(row.amount_minor, row.currency),
    open: money(row.open_minor, row.currency),
    disputed: row.disputed,
    promisedOn: row.promised_on === null ? null : day(row.promised_on),
  };
}
