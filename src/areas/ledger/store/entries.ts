/** Reads journal entries as the rules of reversal need them: with their lines and items. */
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { ChartAccount } from '../rules/chart.ts';
import type { Line } from '../rules/posting.ts';

export type EntryOfItem = {
  readonly entryId: Id;
  readonly lines: readonly Line[];
  readonly itemIds: readonly Id[];
};

/** The entry that made an item, by item; items that are not there are left out. */
export async function entriesOfItems(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<Map<Id, EntryOfItem>> {
  const items = await db.all(sql<{ item_id: string; entry_id: string }>`
    select o.item_id, o.entry_id
      from ledger.item o
     where o.account_id = ${accountId}
       and o.entry_id in (select i.entry_id
                            from ledger.item i
                           where i.account_id = ${accountId}
                             and i.item_id    = any(${itemIds}))`);
  const lines = await linesOf(
    db,
    accountId,
    items.map((row) => id(row.entry_id)),
  );
  const byEntry = Map.groupBy(items, (row) => row.entry_id);
  const wanted = items.filter((row) => itemIds.includes(id(row.item_id)));
  return new Map(
    wanted.map(({ item_id, entry_id }) => [
      id(item_id),
      {
        entryId: id(entry_id),
        lines: lines.get(id(entry_id)) ?? [],
        itemIds: (byEntry.get(entry_id) ?? []).map((row) => id(row.item_id)),
      },
    ]),
  );
}

type LineRow = {
  entry_id: string;
  debit: ChartAccount;
  credit: ChartAccount;
  currency: string;
  amount_minor: bigint;
  base_minor: bigint;
  bank: string | null;
};

/** The lines of entries, in their order, by entry. */
export async function linesOf(
  db: Queries,
  accountId: Id,
  entryIds: readonly Id[],
): Promise<Map<Id, Line[]>> {
  const rows = await db.all(sql<LineRow>`
    select entry_id, debit, credit, currency, amount_minor, base_minor, bank
      from ledger.line
     where account_id = ${accountId}
       and entry_id   = any(${entryIds})
     order by entry_id, line_no`);
  const byEntry = Map.groupBy(rows, (row) => id(row.entry_id));
  return new Map([...byEntry].map(([entryId, group]) => [entryId, group.map(line)]));
}

function line(row: LineRow): Line {
  return {
    debit: row.debit,
    credit: row.credit,
    amount: money(row.amount_minor, row.currency),
    base: row.base_minor,
    ...(row.bank === null ? {} : { bank: row.bank }),
  };
}

/** Items made by the entries that follow an entry: the discounts given with a receipt. */
export async function itemsFollowing(db: Queries, accountId: Id, entryId: Id): Promise<Id[]> {
  const rows = await db.all(sql<{ item_id: string }>`
    select i.item_id
      from ledger.entry e
      join ledger.item i on i.account_id = e.account_id and i.entry_id = e.entry_id
     where e.account_id = ${accountId}
       and e.follows    = ${entryId}`);
  return rows.map((row) => id(row.item_id));
}

/** How many entries the ledger holds, as the planner last counted them. */
export async function roughlyHeld(db: Queries): Promise<number> {
  const { held } = await db.one(sql<{ held: number }>`
    select greatest(reltuples, 0)::float8 as held
      from pg_class
     where oid = 'ledger.entry'::regclass`);
  return held;
}
