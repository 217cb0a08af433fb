/** What is open in some accounts now, with the promises and plans that were given for it. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type PromiseTold, promisedDays } from '../rules/promised-days.ts';
import { toNumber } from '../rules/days.ts';
import type { Kept } from '../rules/keeping.ts';
import type { OpenFact } from '../rules/predict-part.ts';

type Open = {
  account_id: string;
  item_id: string;
  company_id: string;
  currency: string;
  number: string;
  due_on: Day;
  open_minor: bigint;
  disputed_minor: bigint;
};

/** Open debits; where a dispute names no amount all of the item is contested. */
export async function openFacts(db: Queries, accountIds: readonly Id[]): Promise<OpenFact[]> {
  const [open, promises, instalments] = await Promise.all([
    db.all(sql<Open>`
      select o.account_id, o.item_id, o.company_id, o.currency, o.number, o.due_on, o.open_minor,
             disputes.contested(d.item_id, d.amount_minor, o.open_minor) as disputed_minor
        from ledger.open_item o
        left join disputes.open_amount d on d.account_id = o.account_id and d.item_id = o.item_id
       where o.account_id = any(${accountIds}::uuid[])
         and o.side = 1
       order by o.account_id, o.due_on, o.item_id`),
    openPromises(db, accountIds),
    instalmentsOf(db, accountIds),
  ]);
  const items = open.map((row) => ({
    itemId: row.item_id,
    accountId: row.account_id,
    currency: row.currency,
    open: row.open_minor - row.disputed_minor,
  }));
  const promised = promisedDays(items, promises);
  return open.map((row) => ({
    itemId: row.item_id,
    accountId: row.account_id,
    companyId: row.company_id,
    currency: row.currency,
    document: row.number,
    dueOn: toNumber(row.due_on),
    open: row.open_minor,
    disputed: row.disputed_minor,
    promisedFor: promised.get(row.item_id) ?? null,
    instalments: instalments.get(row.item_id) ?? [],
  }));
}

async function openPromises(db: Queries, accountIds: readonly Id[]): Promise<PromiseTold[]> {
  const rows = await db.all(sql<{
    account_id: string;
    currency: string;
    due_on: Day;
    left_minor: bigint;
    item_ids: string[];
  }>`
    select p.account_id, p.currency, p.due_on, p.amount_minor - p.received_minor as left_minor,
           h.item_ids
      from promises.promise_card p
      join promises.promise_history h on h.account_id = p.account_id
                                     and h.promise_id = p.promise_id
     where p.account_id = any(${accountIds}::uuid[])
       and p.state = 'open'
     order by p.due_on, p.promise_id`);
  return rows.map((row) => ({
    accountId: row.account_id,
    currency: row.currency,
    dueOn: toNumber(row.due_on),
    left: row.left_minor,
    itemIds: row.item_ids,
  }));
}

type Dues = { readonly on: number; readonly share: number }[];

async function instalmentsOf(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ReadonlyMap<string, Dues>> {
  const rows = await db.all(sql<{ item_id: string; due_on: Day; share: number }>`
    select p.item_id, i.due_on, i.amount_minor::double precision as share
      from promises.planned_item p
      join promises.instalment_card i on i.account_id = p.account_id
                                     and i.plan_id = p.arrangement_id
     where p.account_id = any(${accountIds}::uuid[])
       and p.kind = 'plan'
     order by p.item_id, i.due_on`);
  const dues = new Map<string, Dues>();
  for (const { item_id, due_on, share } of rows) {
    const found = dues.get(item_id) ?? [];
    dues.set(item_id, found);
    found.push({ on: toNumber(due_on), share });
  }
  return dues;
}

/** Promises of these accounts that came to an end, and those of them that were kept. */
export async function keptBy(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ReadonlyMap<string, Kept>> {
  const rows = await db.all(sql<{ account_id: string; judged: bigint; kept: bigint }>`
    select p.account_id, count(*) as judged, count(*) filter (where p.state = 'kept') as kept
      from promises.promise_card p
     where p.account_id = any(${accountIds}::uuid[])
       and p.state in ('kept', 'partly', 'broken')
     group by p.account_id`);
  return new Map(
    rows.map((row) => [row.account_id, { judged: Number(row.judged), kept: Number(row.kept) }]),
  );
}

/** The same for everybody. */
export async function deskKept(db: Queries): Promise<Kept> {
  const { judged, kept } = await db.one(sql<{ judged: bigint; kept: bigint }>`
    select count(*) as judged, count(*) filter (where p.state = 'kept') as kept
      from promises.promise_card p
     where p.state in ('kept', 'partly', 'broken')`);
  return { judged: Number(judged), kept: Number(kept) };
}
