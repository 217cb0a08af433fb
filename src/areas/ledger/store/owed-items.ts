/**
 * Items that money is about to pay, of one account or of many: how they stand, what moved them
 * after a day, and the discounts that they offer and have given.
 *
 * It is read once for a whole file of receipts; each receipt notes what it has paid, so that
 * the next one sees it.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { prepared } from '#platform/postgres/sql.ts';
import { after } from '../rules/applying.ts';
import type { DiscountOffer, ItemState, Posting } from '../rules/posting.ts';
import { type ItemRef, itemStatesAnywhere } from './items.ts';

export type OwedItem = {
  readonly accountId: Id;
  state: ItemState;
  /** What was applied to it after the day, by the day of each application. */
  readonly moves: { readonly effectiveOn: Day; readonly amount: bigint }[];
  readonly offers: readonly DiscountOffer[];
  /** What standing discounts took from it, minor units. */
  taken: bigint;
};

/** Items by id, with their moves after `from`; those that are not there are left out. */
export async function owedItems(
  db: Queries,
  refs: readonly ItemRef[],
  from: Day,
): Promise<Map<Id, OwedItem>> {
  if (refs.length === 0) return new Map();
  const pairs = [...new Map(refs.map((ref) => [`${ref.accountId} ${ref.itemId}`, ref])).values()];
  const accountIds = pairs.map((ref) => ref.accountId);
  const itemIds = pairs.map((ref) => ref.itemId);
  const [states, moves, offers, taken] = await Promise.all([
    itemStatesAnywhere(db, pairs),
    movesAfter(db, accountIds, itemIds, from),
    offersOf(db, accountIds, itemIds),
    discountsTaken(db, accountIds, itemIds),
  ]);
  const owed = new Map<Id, OwedItem>();
  for (const [itemId, { accountId, ...state }] of states) {
    owed.set(itemId, {
      accountId,
      state,
      moves: moves.get(itemId) ?? [],
      offers: offers.get(itemId) ?? [],
      taken: taken.get(itemId) ?? 0n,
    });
  }
  return owed;
}

/** Lets the items know what a posting applied to them. */
export function noteApplications(
  owed: ReadonlyMap<Id, OwedItem>,
  { applications, effectiveOn }: Posting,
): void {
  for (const application of applications) {
    const item = owed.get(application.debitItemId);
    if (!item) continue;
    item.state = after(item.state, application);
    item.moves.push({ effectiveOn, amount: application.amount });
    if (application.kind === 'discount') item.taken += application.amount;
  }
}

async function movesAfter(
  db: Queries,
  accountIds: readonly Id[],
  itemIds: readonly Id[],
  from: Day,
): Promise<Map<Id, OwedItem['moves']>> {
  const rows = await db.all(prepared<{ item_id: string; effective_on: string; amount: bigint }>`
    select a.debit_item_id as item_id, a.effective_on, sum(a.amount_minor)::bigint as amount
      from unnest(${accountIds}::uuid[], ${itemIds}::uuid[]) as n (account_id, item_id)
      join ledger.application a on a.account_id    = n.account_id
                               and a.debit_item_id = n.item_id
     where a.effective_on > ${from}
     group by a.debit_item_id, a.effective_on`);
  return grouped(rows, ({ effective_on: on, amount }) => ({ effectiveOn: day(on), amount }));
}

async function offersOf(
  db: Queries,
  accountIds: readonly Id[],
  itemIds: readonly Id[],
): Promise<Map<Id, DiscountOffer[]>> {
  const rows = await db.all(prepared<{
    item_id: string;
    until_on: string;
    amount_minor: bigint;
    tax_minor: bigint;
  }>`
    select o.item_id, o.until_on, o.amount_minor, o.tax_minor
      from unnest(${accountIds}::uuid[], ${itemIds}::uuid[]) as n (account_id, item_id)
      join ledger.discount_offer o on o.account_id = n.account_id
                                  and o.item_id    = n.item_id
     order by o.item_id, o.until_on`);
  return grouped(rows, (row) => ({
    until: day(row.until_on),
    amount: row.amount_minor,
    tax: row.tax_minor,
  }));
}

async function discountsTaken(
  db: Queries,
  accountIds: readonly Id[],
  itemIds: readonly Id[],
): Promise<Map<Id, bigint>> {
  const rows = await db.all(prepared<{ debit_item_id: string; taken: bigint }>`
    select a.debit_item_id, sum(a.amount_minor)::bigint as taken
      from unnest(${accountIds}::uuid[], ${itemIds}::uuid[]) as n (account_id, item_id)
      join ledger.application a on a.account_id    = n.account_id
                               and a.debit_item_id = n.item_id
     where a.kind = 'discount'
     group by a.debit_item_id`);
  return new Map(rows.map((row) => [id(row.debit_item_id), row.taken]));
}

function grouped<R extends { readonly item_id: string }, T>(
  rows: readonly R[],
  read: (row: R) => T,
): Map<Id, T[]> {
  const byItem = new Map<Id, T[]>();
  for (const row of rows) {
    const itemId = id(row.item_id);
    const found = byItem.get(itemId);
    if (found) found.push(read(row));
    else byItem.set(itemId, [read(row)]);
  }
  return byItem;
}
