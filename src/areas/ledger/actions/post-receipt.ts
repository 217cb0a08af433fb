/**
 * Posts money received and spreads it over the items it pays.
 *
 * What is left stays on the account. A discount that was taken too late stays open on its
 * item, and the answer says so; a rest within the tolerance is closed with the payment.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { derivedItem, derivedNumber } from '../rules/derived-item.ts';
import { itemPayload, paidPayloads } from '../rules/news.ts';
import type { LedgerPolicy } from '../rules/policy.ts';
import { type DayRefusal, happened } from '../rules/posting-day.ts';
import type { NewItem } from '../rules/posting.ts';
import {
  type LeftOpen,
  type ReceiptMethod,
  type ReceiptPart,
  type ReceiptRefusal,
  type Spread,
  clearingLine,
  leftOpenFacts,
  spreadReceipt,
} from '../rules/receipt.ts';
import { lockAccount } from '../store/accounts.ts';
import { discountOffers, discountsTaken } from '../store/discounts.ts';
import { itemsSeenFrom } from '../store/moves.ts';
import { recordPostings } from '../store/postings.ts';
import { type RateRefusal, bookedBase } from '../store/rates.ts';

export type PostReceipt = {
  readonly accountId: Id;
  readonly amount: Money;
  readonly receivedOn: Day;
  readonly method: ReceiptMethod;
  /** The check number or the bank's reference; empty when there is none. */
  readonly reference: string;
  /** The bank account that the money came to, when it is known. */
  readonly bank?: string;
  readonly apply: readonly ReceiptApplication[];
};

export type ReceiptApplication = {
  readonly itemId: Id;
  readonly amount: Money;
  /** What the payer kept back as an early-payment discount. */
  readonly discount?: Money;
};

export type PostReceiptRefusal =
  | ReceiptRefusal
  | RateRefusal
  | DayRefusal
  | 'ledger.no_such_account'
  | 'ledger.no_such_item';

export type PostedReceipt = {
  readonly entryId: Id;
  readonly itemId: Id;
  readonly leftOpen: readonly LeftOpen[];
};

/** Refuses what cannot be applied as wished; then nothing is posted. */
export async function postReceipt(
  context: Context,
  wish: PostReceipt,
  policy: LedgerPolicy,
): Promise<Outcome<PostedReceipt, PostReceiptRefusal>> {
  const account = await lockAccount(context.tx, wish.accountId);
  if (!account) return refuse('ledger.no_such_account');
  const dated = happened(wish.receivedOn, context.today);
  if (!dated.ok) return dated;
  if (wish.amount.minor <= 0n) return refuse('ledger.amount_not_positive');
  const base = await bookedBase(context.tx, wish.amount, account.baseCurrency, wish.receivedOn);
  if (!base.ok) return base;
  const parts = await partsOf(context, wish);
  if (!parts.ok) return parts;

  const item = receiptItem(wish, base.value, context.newId());
  const decision = spreadReceipt(
    {
      item,
      parts: parts.value,
      head: { accountId: wish.accountId, effectiveOn: wish.receivedOn },
      clearing: clearingLine(item, wish.method, wish.bank),
      tolerance: policy.tolerance,
    },
    context.newId,
  );
  if (!decision.ok) return decision;
  await recordPostings(context, decision.value.postings);
  return accept(await tellReceipt(context, item, wish.method, decision.value));
}

function receiptItem(wish: PostReceipt, base: bigint, itemId: Id): NewItem {
  return derivedItem({
    itemId,
    kind: 'receipt',
    side: 'credit',
    amount: wish.amount,
    base,
    number: wish.reference === '' ? derivedNumber('receipt', wish.receivedOn) : wish.reference,
    reference: wish.method,
    on: wish.receivedOn,
  });
}

async function partsOf(
  { tx }: Context,
  { accountId, amount, apply, receivedOn }: PostReceipt,
): Promise<Outcome<ReceiptPart[], 'ledger.no_such_item' | 'ledger.other_currency'>> {
  const ids = apply.map(({ itemId }) => itemId);
  const [items, offers, taken] = await Promise.all([
    itemsSeenFrom(tx, accountId, ids, receivedOn),
    discountOffers(tx, accountId, ids),
    discountsTaken(tx, accountId, ids),
  ]);
  const parts: ReceiptPart[] = [];
  for (const wanted of apply) {
    const debit = items.get(wanted.itemId);
    if (!debit) return refuse('ledger.no_such_item');
    const strange = [wanted.amount, wanted.discount ?? amount, amount].find(
      ({ currency }) => currency !== debit.currency,
    );
    if (strange) {
      const { currency } = debit;
      return refuse('ledger.other_currency', { debit: currency, credit: strange.currency });
    }
    parts.push({
      debit,
      amount: wanted.amount.minor,
      claimed: wanted.discount?.minor ?? 0n,
      offers: offers.get(wanted.itemId) ?? [],
      taken: taken.get(wanted.itemId) ?? 0n,
    });
  }
  return accept(parts);
}

async function tellReceipt(
  context: Context,
  item: NewItem,
  method: ReceiptMethod,
  { postings, leftOpen }: Spread,
): Promise<PostedReceipt> {
  const [main] = postings;
  if (!main) throw new Error('a receipt without an entry');
  const { accountId } = main;
  const news = itemPayload(main, item);
  await context.tell({ name: 'ledger.receipt_posted', accountId, payload: news });
  context.did({
    what: 'receipt',
    id: item.itemId,
    facts: { amount: formatMoney(item.amount), method },
  });
  for (const posting of postings) {
    for (const payload of paidPayloads(posting, item.amount.currency)) {
      await context.tell({ name: 'ledger.money_applied', accountId, payload });
      context.did({ what: `applied ${payload['kind'] ?? ''}`, facts: payload });
    }
  }
  for (const left of leftOpen) {
    const payload = leftOpenFacts(left);
    await context.tell({ name: 'ledger.discount_unearned', accountId, payload });
    context.did({ what: 'left open', id: left.itemId, facts: payload });
  }
  return { entryId: main.entryId, itemId: item.itemId, leftOpen };
}
