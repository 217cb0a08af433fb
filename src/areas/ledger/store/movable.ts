/** The open items of an account with everything that goes along when they move to another. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { MovableItem } from '../rules/transferring.ts';
import { discountOffers } from './discounts.ts';
import { openItems } from './items.ts';

/** An item that was paid in part has no discount left to offer. */
export async function movableItems(db: Queries, accountId: Id): Promise<MovableItem[]> {
  const items = await openItems(db, accountId);
  const ids = items.map(({ itemId }) => itemId);
  const offers = await discountOffers(db, accountId, ids);
  const rows = await db.all(sql<{
    item_id: string;
    reference: string | null;
    instalment: number | null;
  }>`
    select item_id, reference, instalment
      from ledger.item
     where account_id = ${accountId}
       and item_id    = any(${ids})`);
  const more = new Map(rows.map((row) => [id(row.item_id), row]));
  return items.map((item) => ({
    ...item,
    reference: more.get(item.itemId)?.reference ?? null,
    instalment: more.get(item.itemId)?.instalment ?? null,
    discounts: item.open === item.amount ? (offers.get(item.itemId) ?? []) : [],
  }));
}
