/**
 * Puts money, or a credit memo, where it belongs: off an item, onto another, to another account.
 *
 * One door for cash and credit memos alike. Nothing is edited: an application is taken back and
 * another made, and what was wrong is noted with its reason, because the scoreboard lives of it.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, minus, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  applyCredit,
  lockAccounts,
  receiptInUse,
  reverseApplication,
  transferCredit,
} from '#areas/ledger/index.ts';
import type { Aftermath } from '../rules/receipts/aftermath.ts';
import { type Applied, openItemsOf, paidBy } from '../store/items.ts';
import { mustBePosted } from '../rules/receipts/receipt.ts';
import { insertCorrections, postingsOf, receiptBehind, sentElsewhere } from '../store/postings.ts';
import { lockReceipt, moveReceipts } from '../store/receipts.ts';
import { afterwards } from './afterwards.ts';

export type Credit = { readonly accountId: Id; readonly creditItemId: Id };

export type UnapplyCredit = Credit & {
  /** Off these items only; all that it pays when there are none. */
  readonly itemIds: readonly Id[];
  /** The posting had been wrong, rather than the world having changed. */
  readonly fault: boolean;
};

/** Takes a credit off what it pays; it is free on the account again. */
export async function unapplyCredit(
  context: Context,
  wish: UnapplyCredit,
): Promise<Outcome<Aftermath & { freed: Money }>> {
  await lockAccounts(context.tx, [wish.accountId]);
  const freed = await takeOff(context, wish, 'unapplied');
  if (!freed.ok) return freed;
  const { items, amount } = freed.value;
  const after = await afterwards(context, wish.accountId, items, amount);
  return accept({ ...after, freed: amount });
}

/**
 * Puts a posted receipt back on the desk: taken off what it pays, it waits to be laid out again.
 * Its money stays in the ledger, on its account, so that the bank and the journal still agree.
 */
export async function reopenReceipt(
  context: Context,
  wish: { readonly receiptId: Id; readonly fault: boolean },
): Promise<Outcome<Aftermath>> {
  const { receiptId, fault } = wish;
  const receipt = await lockReceipt(context.tx, receiptId);
  if (!receipt) return refuse('cash.no_such_receipt');
  const stands = mustBePosted(receipt.state);
  if (!stands.ok) return stands;
  const posting = (await postingsOf(context.tx, [receiptId])).get(receiptId);
  if (!posting) throw new Error(`receipt ${receiptId} is posted, but nowhere`);
  const { accountId, itemId } = posting;
  const elsewhere = await sentElsewhere(context.tx, receiptId);
  if (elsewhere.length > 0) return refuse('cash.sent_elsewhere');
  await lockAccounts(context.tx, [accountId]);
  const off = { accountId, creditItemId: itemId, itemIds: [], fault };
  const paid = await paidBy(context.tx, accountId, itemId);
  const freed = paid.length === 0 ? undefined : await takeOff(context, off, 'unapplied');
  if (freed && !freed.ok) return freed;
  await moveReceipts(context, [receiptId], 'reopened');
  if (!freed) return accept({ opened: [], promises: [], told: [] });
  const { items, amount } = freed.value;
  return accept(await afterwards(context, accountId, items, amount));
}

export type MoveCredit = UnapplyCredit & { readonly toItemId: Id };

/** Takes a credit off one item and puts the same money onto another of the account. */
export async function moveCredit(
  context: Context,
  wish: MoveCredit,
): Promise<Outcome<Aftermath & { applied: Money; onAccount: Money }>> {
  const { accountId, creditItemId, toItemId } = wish;
  await lockAccounts(context.tx, [accountId]);
  const freed = await takeOff(context, wish, 'moved');
  if (!freed.ok) return freed;
  const { items, amount } = freed.value;
  const target = (await openItemsOf(context.tx, [accountId])).find(
    ({ itemId, side }) => itemId === toItemId && side === 'debit',
  );
  if (!target) return refuse('ledger.no_such_item');
  const applied = money(target.open < amount.minor ? target.open : amount.minor, amount.currency);
  const effectiveOn = context.today;
  const put = await applyCredit(context, {
    accountId,
    creditItemId,
    debitItemId: toItemId,
    amount: applied,
    effectiveOn,
  });
  if (!put.ok) return put;
  const after = await afterwards(context, accountId, items, amount);
  return accept({ ...after, applied, onAccount: minus(amount, applied) });
}

export type TransferMoney = UnapplyCredit & {
  readonly toAccountId: Id;
  readonly amount: Money;
};

/** Sends free money to the account whose it is, taking it off items first when need be. */
export async function transferMoney(
  context: Context,
  wish: TransferMoney,
): Promise<Outcome<Aftermath & { itemId: Id }>> {
  const { accountId, creditItemId, toAccountId, amount } = wish;
  await lockAccounts(context.tx, [accountId, toAccountId]);
  const named = wish.itemIds.length > 0;
  const freed = named ? await takeOff(context, wish, 'transferred') : undefined;
  if (freed && !freed.ok) return freed;
  const effectiveOn = context.today;
  const sent = await transferCredit(context, { ...wish, effectiveOn });
  if (!sent.ok) return sent;
  if (!freed)
    await note(context, wish, 'transferred', [{ debitItemId: null, amount: amount.minor }]);
  const items = freed?.value.items ?? [];
  const after = await afterwards(context, accountId, items, amount);
  context.did({ what: 'credit sent', id: creditItemId, facts: { amount: formatMoney(amount) } });
  return accept({ ...after, itemId: sent.value.itemId });
}

type Freed = { readonly items: readonly Id[]; readonly amount: Money };

async function takeOff(
  context: Context,
  wish: UnapplyCredit,
  kind: 'unapplied' | 'moved' | 'transferred',
): Promise<Outcome<Freed>> {
  const { accountId, creditItemId, itemIds } = wish;
  const paid = await paidBy(context.tx, accountId, creditItemId);
  const meant = paid.filter(
    (part) =>
      (part.kind === 'payment' || part.kind === 'credit') &&
      (itemIds.length === 0 || itemIds.includes(part.debitItemId)),
  );
  const [first] = meant;
  if (!first) return refuse('cash.nothing_applied');
  const granted = await grantedWith(context, wish, meant);
  for (const applicationId of [...meant.map((part) => part.applicationId), ...granted]) {
    const reversal = { accountId, applicationId, when: context.today } as const;
    const freed = await reverseApplication(context, reversal);
    if (!freed.ok) return freed;
  }
  await note(context, wish, kind, meant);
  const amount = money(
    meant.reduce((sum, part) => sum + part.amount, 0n),
    first.currency,
  );
  return accept({ items: meant.map((part) => part.debitItemId), amount });
}

/** Discounts and small differences were granted for the payment; they go where it goes. */
async function grantedWith(
  { tx }: Context,
  { accountId, creditItemId }: Credit,
  off: readonly Applied[],
): Promise<Id[]> {
  const used = await receiptInUse(tx, accountId, creditItemId);
  const items = new Set(off.map((part) => part.debitItemId));
  return (used?.adjustments ?? [])
    .filter(({ application }) => items.has(application.debitItemId))
    .map(({ application }) => application.applicationId);
}

async function note(
  context: Context,
  { accountId, creditItemId, fault }: UnapplyCredit,
  kind: 'unapplied' | 'moved' | 'transferred',
  parts: readonly (Pick<Applied, 'amount'> & { readonly debitItemId: Id | null })[],
): Promise<void> {
  const receiptId = await receiptBehind(context.tx, accountId, creditItemId);
  await insertCorrections(
    context,
    parts.map((part) => ({
      accountId,
      receiptId: receiptId ?? null,
      kind,
      creditItemId,
      itemId: part.debitItemId,
      amount: part.amount,
      fault,
    })),
  );
}
