/** A refund item with the line that paid it and what it was paid from. */
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { PaidRefund } from '../rules/refund-return.ts';
import { entriesOfItems } from './entries.ts';
import { itemStates, standingApplications } from './items.ts';

/** Undefined when there is no such item. */
export async function paidRefund(
  db: Queries,
  accountId: Id,
  itemId: Id,
): Promise<PaidRefund | undefined> {
  const refund = (await itemStates(db, accountId, [itemId])).get(itemId);
  const entry = (await entriesOfItems(db, accountId, [itemId])).get(itemId);
  if (!refund || !entry) return undefined;
  const amount = money(refund.amount, refund.currency);
  const line = entry.lines.find((each) => each.debit === 'ar' && each.credit !== 'fx-realised') ?? {
    debit: 'ar' as const,
    credit: 'cash-clearing' as const,
    amount,
    base: refund.openBase,
  };
  const applications = await standingApplications(db, accountId, itemId);
  return {
    refund,
    entryId: entry.entryId,
    line,
    standing: applications.map((application) => ({ application, debit: refund })),
  };
}
