/**
 * Moves everything that is open on an account to another one: the ledger's part of a merge.
 *
 * Each item goes on over there with its own number, issue day and due day, so nothing gets
 * younger. The news names each item's old and new id for whoever points at them.
 */
import { later } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { ApplyRefusal } from '../rules/applying.ts';
import type { Posting } from '../rules/posting.ts';
import { moveItem } from '../rules/transferring.ts';
import { lockBoth } from '../store/accounts.ts';
import { movableItems } from '../store/movable.ts';
import { recordPostings } from '../store/postings.ts';
import { carrySourceNames } from '../store/source-items.ts';

export type MoveOpenItems = { readonly accountId: Id; readonly toAccountId: Id };

export type MoveRefusal =
  | ApplyRefusal
  | 'ledger.no_such_account'
  | 'ledger.same_account'
  | 'ledger.other_company'
  | 'ledger.credit_reserved';

export type MovedItem = { readonly from: Id; readonly to: Id };

/** Counts today, or on the item's own day when that lies ahead. */
export async function moveOpenItems(
  context: Context,
  { accountId, toAccountId }: MoveOpenItems,
): Promise<Outcome<{ moved: readonly MovedItem[] }, MoveRefusal>> {
  if (accountId === toAccountId) return refuse('ledger.same_account');
  const accounts = await lockBoth(context.tx, accountId, toAccountId);
  if (!accounts) return refuse('ledger.no_such_account');
  const [from, to] = accounts;
  if (from.companyId !== to.companyId) return refuse('ledger.other_company');
  const postings: Posting[] = [];
  const moved: MovedItem[] = [];
  for (const item of await movableItems(context.tx, accountId)) {
    if (item.reserved > 0n) return refuse('ledger.credit_reserved', { document: item.number });
    const effectiveOn = later(context.today, item.effectiveOn);
    const decision = moveItem(
      item,
      { from: accountId, to: toAccountId, effectiveOn },
      context.newId,
    );
    if (!decision.ok) return decision;
    postings.push(decision.value.given, decision.value.received);
    moved.push({ from: item.itemId, to: decision.value.itemId });
    const facts = { number: item.number, from: item.itemId, to: decision.value.itemId };
    context.did({ what: 'item moved', id: item.itemId, facts });
  }
  await recordPostings(context, postings);
  await carrySourceNames(context.tx, accountId, toAccountId, moved);
  const payload = { fromAccountId: accountId, toAccountId, items: moved };
  for (const each of [accountId, toAccountId]) {
    await context.tell({ name: 'ledger.items_moved', accountId: each, payload });
  }
  return accept({ moved });
}
