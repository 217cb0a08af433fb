/** A receipt with everything it has done: applications, and the discounts given with it. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { isAdjustment } from '../rules/adjusting.ts';
import type { ItemState, Line } from '../rules/posting.ts';
import type { ReceiptInUse } from '../rules/returning.ts';
import { entriesOfItems, itemsFollowing } from './entries.ts';
import { type StandingApplication, itemStates, standingApplications } from './items.ts';

/** Undefined when there is no such item. */
export async function receiptInUse(
  db: Queries,
  accountId: Id,
  itemId: Id,
): Promise<ReceiptInUse | undefined> {
  const receipt = (await itemStates(db, accountId, [itemId])).get(itemId);
  const entry = (await entriesOfItems(db, accountId, [itemId])).get(itemId);
  if (!receipt || !entry) return undefined;
  const applications = await standingApplications(db, accountId, itemId);
  const granted = await itemsFollowing(db, accountId, entry.entryId);
  const adjusting = await Promise.all(
    granted.map((grantedId) => standingApplications(db, accountId, grantedId)),
  );
  const grants = adjusting.flat().filter(({ kind }) => isAdjustment(kind));
  const items = await itemStates(db, accountId, [
    ...applications.map(({ debitItemId }) => debitItemId),
    ...grants.map(({ creditItemId }) => creditItemId),
  ]);
  const entries = await entriesOfItems(db, accountId, granted);
  return {
    receipt,
    entryId: entry.entryId,
    clearing: clearingOf(receipt, entry.lines),
    freedOn: await freedOn(db, accountId, itemId),
    standing: applications.map((application) => ({
      application,
      debit: known(items, application.debitItemId),
    })),
    adjustments: grants.map((application) => ({
      application,
      item: known(items, application.creditItemId),
      entryId: entries.get(application.creditItemId)?.entryId ?? application.entryId,
      lines: entries.get(application.creditItemId)?.lines ?? [],
      effectiveOn: day(application.effectiveOn),
    })),
  };
}

/** The last day on which an application of a credit was taken back. */
async function freedOn(db: Queries, accountId: Id, itemId: Id): Promise<Day | undefined> {
  const { last } = await db.one(sql<{ last: string | null }>`
    select max(effective_on) as last
      from ledger.application
     where account_id     = ${accountId}
       and credit_item_id = ${itemId}
       and reverses is not null`);
  return last === null ? undefined : day(last);
}

const clearing: readonly string[] = ['cash-clearing', 'card-clearing'];

/**
 * The line that brought the money in. A receipt that came from another account came through
 * `transfers`, and an imported one maybe otherwise; the bank takes its money all the same.
 */
function clearingOf(receipt: ItemState, lines: readonly Line[]): Line {
  const found = lines.find((line) => line.credit === 'ar' && clearing.includes(line.debit));
  const amount = money(receipt.amount, receipt.currency);
  return found ?? { debit: 'cash-clearing', credit: 'ar', amount, base: receipt.openBase };
}

function known(items: ReadonlyMap<Id, ItemState>, itemId: StandingApplication['debitItemId']) {
  const item = items.get(itemId);
  if (!item) throw new Error(`an application names item ${itemId}, which is not there`);
  return item;
}
