/**
 * Items as a back-dated application must see them: with what stands after its day.
 *
 * Open today is not enough: an item that was paid last week and opened again today must not
 * be paid a second time for last Tuesday.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { prepared } from '#platform/postgres/sql.ts';
import { seenFrom } from '../rules/applying.ts';
import type { ItemState } from '../rules/posting.ts';
import { itemStates } from './items.ts';

/** Items of one account by id, each with the least that is open on any day from `from` on. */
export async function itemsSeenFrom(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
  from: Day,
): Promise<Map<Id, ItemState>> {
  const [items, moves] = await Promise.all([
    itemStates(db, accountId, itemIds),
    db.all(prepared<{ item_id: string; effective_on: string; amount: bigint }>`
    select m.item_id, m.effective_on, sum(m.amount_minor)::bigint as amount
      from (select debit_item_id as item_id, effective_on, amount_minor
              from ledger.application
             where account_id    = ${accountId}
               and effective_on  > ${from}
               and debit_item_id = any(${itemIds})
             union all
            select credit_item_id, effective_on, amount_minor
              from ledger.application
             where account_id     = ${accountId}
               and effective_on   > ${from}
               and credit_item_id = any(${itemIds})) m
     group by m.item_id, m.effective_on`),
  ]);
  const byItem = Map.groupBy(moves, (move) => id(move.item_id));
  return new Map(
    [...items].map(([itemId, item]) => {
      const later = (byItem.get(itemId) ?? []).map((move) => ({
        effectiveOn: day(move.effective_on),
        amount: move.amount,
      }));
      return [itemId, seenFrom(item, from, later)];
    }),
  );
}
