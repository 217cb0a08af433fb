/** Discounts offered with items, and what of them was taken. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { prepared, sql } from '#platform/postgres/sql.ts';
import type { DiscountOffer } from '../rules/posting.ts';

/** What paying early earns, by item. */
export async function discountOffers(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<Map<Id, DiscountOffer[]>> {
  const rows = await db.all(
    prepared(sql<{
      item_id: string;
      until_on: string;
      amount_minor: bigint;
      tax_minor: bigint;
    }>`
    select item_id, until_on, amount_minor, tax_minor
      from ledger.discount_offer
     where account_id = ${accountId}
       and item_id    = any(${itemIds})
     order by item_id, until_on`),
  );
  const byItem = Map.groupBy(rows, (row) => id(row.item_id));
  return new Map(
    [...byItem].map(([itemId, group]) => [
      itemId,
      group.map((row) => ({
        until: day(row.until_on),
        amount: row.amount_minor,
        tax: row.tax_minor,
      })),
    ]),
  );
}

/** What standing discounts took from each item, minor units of its currency. */
export async function discountsTaken(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<Map<Id, bigint>> {
  const rows = await db.all(
    prepared(sql<{ debit_item_id: string; taken: bigint }>`
    select debit_item_id, sum(amount_minor)::bigint as taken
      from ledger.application
     where account_id    = ${accountId}
       and debit_item_id = any(${itemIds})
       and kind          = 'discount'
     group by debit_item_id`),
  );
  return new Map(rows.map((row) => [id(row.debit_item_id), row.taken]));
}
