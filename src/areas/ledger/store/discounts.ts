/** Discounts offered with items. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { prepared } from '#platform/postgres/sql.ts';
import type { DiscountOffer } from '../rules/posting.ts';

/** What paying early earns, by item. */
export async function discountOffers(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<Map<Id, DiscountOffer[]>> {
  const rows = await db.all(prepared<{
    item_id: string;
    until_on: string;
    amount_minor: bigint;
    tax_minor: bigint;
  }>`
    select item_id, until_on, amount_minor, tax_minor
      from ledger.discount_offer
     where account_id = ${accountId}
       and item_id    = any(${itemIds})
     order by item_id, until_on`);
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
