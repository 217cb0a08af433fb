/**
 * Reverses a charge, an adjustment or a memo that nothing uses: a waived fee, a wrong debit memo.
 *
 * Everything its entry made goes with it; an invoice is reversed by a credit memo, a receipt
 * by its return.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { itemPayload } from '../rules/news.ts';
import { type ReverseItemRefusal, reverseEntry } from '../rules/reversing.ts';
import { lockAccount } from '../store/accounts.ts';
import { entriesOfItems } from '../store/entries.ts';
import { itemsSeenFrom } from '../store/moves.ts';
import { type OwnDayRefusal, ownDay } from '../store/own-day.ts';
import { recordPostings } from '../store/postings.ts';

export type ReverseItem = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly reversedOn: Day;
};

export type ReverseItemRefused =
  | ReverseItemRefusal
  | OwnDayRefusal
  | 'ledger.no_such_account'
  | 'ledger.no_such_item';

/** The answer's item is the counter item of the one that was named. */
export async function reverseItem(
  context: Context,
  { accountId, itemId, reversedOn }: ReverseItem,
): Promise<Outcome<{ entryId: Id; itemId: Id | null }, ReverseItemRefused>> {
  const { tx } = context;
  const account = await lockAccount(tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const dated = await ownDay(context, account, reversedOn);
  if (!dated.ok) return dated;
  const entry = (await entriesOfItems(tx, accountId, [itemId])).get(itemId);
  if (!entry) return refuse('ledger.no_such_item');
  const items = await itemsSeenFrom(tx, accountId, entry.itemIds, reversedOn);
  const decision = reverseEntry(
    { ...entry, items: [...items.values()] },
    { accountId, effectiveOn: reversedOn },
    context.newId,
  );
  if (!decision.ok) return decision;

  const posting = decision.value;
  await recordPostings(context, [posting]);
  for (const item of posting.items) {
    const original = posting.applications.find(
      (part) => part.debitItemId === item.itemId || part.creditItemId === item.itemId,
    );
    const originalId = item.side === 'debit' ? original?.creditItemId : original?.debitItemId;
    const payload = { ...itemPayload(posting, item), reversedItemId: originalId };
    await context.tell({ name: 'ledger.item_reversed', accountId, payload });
    context.did({ what: 'item reversed', id: item.itemId, facts: { number: item.number } });
  }
  return accept({ entryId: posting.entryId, itemId: posting.items[0]?.itemId ?? null });
}
