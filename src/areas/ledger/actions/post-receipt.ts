/**
 * Posts money received and spreads it over the items it pays: one receipt, or thousands in one
 * transaction, by the same path.
 *
 * What is left stays on the account. A discount that was taken too late stays open on its
 * item, and the answer says so; a rest within the tolerance is closed with the payment. Each
 * receipt sees what those before it in the same call have paid.
 */
import { type Day, earlier } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import { type Outcome, type Refused, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { seenFrom } from '../rules/applying.ts';
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
import { type LockedAccount, lockMany } from '../store/accounts.ts';
import type { ItemRef } from '../store/items.ts';
import { type OwedItem, noteApplications, owedItems } from '../store/owed-items.ts';
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
  const posted = await postReceipts(context, [wish], policy);
  if (!posted.ok) return refuse(posted.refused.refusal, posted.refused.facts);
  const [receipt] = posted.receipts;
  if (!receipt) throw new Error('one receipt was wished for, none was posted');
  return accept(receipt);
}

export type PostedReceipts =
  | { readonly ok: true; readonly receipts: readonly PostedReceipt[] }
  /** `at` is the place of the refused wish, counted from 0. */
  | { readonly ok: false; readonly at: number; readonly refused: Refused<PostReceiptRefusal> };

/**
 * Posts receipts of one company in their order, all or none; the answers stand in the order of
 * the wishes. Throws when the accounts belong to more than one company.
 */
export async function postReceipts(
  context: Context,
  wishes: readonly PostReceipt[],
  policy: LedgerPolicy,
): Promise<PostedReceipts> {
  const accounts = await lockMany(context.tx, [...new Set(wishes.map((wish) => wish.accountId))]);
  const owed = await owedItems(context.tx, wishes.flatMap(payments), earliestDay(wishes));
  const spreads: Decided[] = [];
  for (const [at, wish] of wishes.entries()) {
    const decided = await decide(context, wish, {
      account: accounts.get(wish.accountId),
      owed,
      policy,
    });
    if (!decided.ok) return { ok: false, at, refused: decided };
    for (const posting of decided.value.spread.postings) noteApplications(owed, posting);
    spreads.push(decided.value);
  }
  await recordPostings(
    context,
    spreads.flatMap(({ spread }) => spread.postings),
  );
  const receipts = await Promise.all(spreads.map((decided) => tellReceipt(context, decided)));
  return { ok: true, receipts };
}

type Decided = {
  readonly item: NewItem;
  readonly method: ReceiptMethod;
  readonly spread: Spread;
};

type Sight = {
  readonly account: LockedAccount | undefined;
  readonly owed: ReadonlyMap<Id, OwedItem>;
  readonly policy: LedgerPolicy;
};

function payments({ accountId, apply }: PostReceipt): ItemRef[] {
  return apply.map(({ itemId }) => ({ accountId, itemId }));
}

/** The first day that any of them is effective on; today where there is none. */
function earliestDay(wishes: readonly PostReceipt[]): Day {
  const [first, ...rest] = wishes.map((wish) => wish.receivedOn);
  if (!first) throw new Error('no receipt to post');
  return rest.reduce(earlier, first);
}

async function decide(
  context: Context,
  wish: PostReceipt,
  { account, owed, policy }: Sight,
): Promise<Outcome<Decided, PostReceiptRefusal>> {
  if (!account) return refuse('ledger.no_such_account');
  const dated = happened(wish.receivedOn, context.today);
  if (!dated.ok) return dated;
  if (wish.amount.minor <= 0n) return refuse('ledger.amount_not_positive');
  const base = await bookedBase(context.tx, wish.amount, account.baseCurrency, wish.receivedOn);
  if (!base.ok) return base;
  const parts = partsOf(wish, owed);
  if (!parts.ok) return parts;

  const item = receiptItem(wish, base.value, context.newId());
  const spread = spreadReceipt(
    {
      item,
      parts: parts.value,
      head: { accountId: wish.accountId, effectiveOn: wish.receivedOn },
      clearing: clearingLine(item, wish.method, wish.bank),
      tolerance: policy.tolerance,
    },
    context.newId,
  );
  return spread.ok ? accept({ item, method: wish.method, spread: spread.value }) : spread;
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

function partsOf(
  { accountId, amount, apply, receivedOn }: PostReceipt,
  owed: ReadonlyMap<Id, OwedItem>,
): Outcome<ReceiptPart[], 'ledger.no_such_item' | 'ledger.other_currency'> {
  const parts: ReceiptPart[] = [];
  for (const wanted of apply) {
    const found = owed.get(wanted.itemId);
    if (found?.accountId !== accountId) return refuse('ledger.no_such_item');
    const { currency } = found.state;
    const strange = [wanted.amount, wanted.discount ?? amount, amount].find(
      (each) => each.currency !== currency,
    );
    if (strange) {
      return refuse('ledger.other_currency', { debit: currency, credit: strange.currency });
    }
    parts.push({
      debit: seenFrom(found.state, receivedOn, found.moves),
      amount: wanted.amount.minor,
      claimed: wanted.discount?.minor ?? 0n,
      offers: found.offers,
      taken: found.taken,
    });
  }
  return accept(parts);
}

async function tellReceipt(
  context: Context,
  { item, method, spread: { postings, leftOpen } }: Decided,
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
