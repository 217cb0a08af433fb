/** Our side of a reconciliation: what is open on its last day, and what moved since its first. */
import { plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Moved } from '../rules/bridge.ts';
import type { OurItem } from '../rules/matching.ts';
import type { Reconciliation } from './reconciliations.ts';

type Which = Pick<Reconciliation, 'accountId' | 'currency' | 'fromOn' | 'toOn' | 'family'>;

/** The account, or every account of its family in its company. */
export async function accountsOf(
  db: Queries,
  { accountId, family, toOn }: Which,
): Promise<readonly Id[]> {
  if (!family) return [accountId];
  const rows = await db.all(sql<{ account_id: string }>`
    select o.account_id
      from customers.account_card a
      join customers.account_card o on o.company_id = a.company_id
      join customers.family_on(${toOn}::date) mine on mine.customer_id = a.customer_id
      join customers.family_on(${toOn}::date) f
        on f.customer_id = o.customer_id and f.head_id = mine.head_id
     where a.account_id = ${accountId}
     order by o.account_id`);
  return rows.map((row) => id(row.account_id));
}

/** Open on the last day, credits with a minus. */
export async function ourItems(
  db: Queries,
  accounts: readonly Id[],
  { currency: code, toOn }: Which,
): Promise<OurItem[]> {
  const rows = await db.all(sql<{
    item_id: string;
    number: string;
    open_minor: bigint;
    due_on: string;
  }>`
    select k.item_id, n.number, k.open_minor, k.due_on
      from unnest(${accounts}::uuid[]) as a (account_id)
     cross join lateral ledger.account_items_known(a.account_id, ${toOn}::date, 'infinity') k
      join ledger.item_name n on n.account_id = a.account_id and n.item_id = k.item_id
     where k.currency = ${code}
     order by k.due_on, n.number`);
  return rows.map((row) => ({
    itemId: row.item_id,
    number: row.number,
    minor: row.open_minor,
    dueOn: row.due_on,
  }));
}

/** What was owed on the evening before, and what moved it. */
export async function moved(
  db: Queries,
  accounts: readonly Id[],
  { currency: code, fromOn, toOn }: Which,
): Promise<{ opening: bigint; moves: Moved[] }> {
  const { opening } = await db.one(sql<{ opening: bigint }>`
    select coalesce(sum(k.open_minor), 0)::bigint as opening
      from unnest(${accounts}::uuid[]) as a (account_id)
     cross join lateral ledger.account_items_known(a.account_id, ${plusDays(fromOn, -1)}::date,
                                                   'infinity') k
     where k.currency = ${code}`);
  const moves = await db.all(sql<{ kind: string; minor: bigint }>`
    select m.kind, sum(m.amount)::bigint as minor
      from unnest(${accounts}::uuid[]) as a (account_id)
     cross join lateral ledger.movements_known(a.account_id, ${fromOn}::date, ${toOn}::date,
                                               'infinity') m
     where m.currency = ${code}
     group by m.kind`);
  return { opening, moves };
}
