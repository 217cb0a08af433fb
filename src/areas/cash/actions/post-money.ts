/**
 * Puts one receipt into the ledger as it was laid out: the one door through which cash is posted.
 *
 * The receipt's row is locked before and its accounts here, in the order of their ids, so that
 * two people or two workers can never post one payment twice or spend one invoice twice.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type PostReceiptRefusal,
  type ReceiptApplication,
  applyCredit,
  lockAccounts,
  postReceipt,
  transferCredit,
} from '#areas/ledger/index.ts';
import { type LedgerPolicy, standardPolicy } from '#areas/ledger/rules/policy.ts';
import {
  type StateRefusal,
  ledgerMethod,
  mustWait,
  numberOf,
} from '../rules/receipts/receipt.ts';
import {
  type CashLine,
  type CreditUse,
  type Plan,
  type Spread,
  type SpreadRefusal,
  planSpread,
} from '../rules/receipts/spread.ts';
import { companiesOfAccounts } from '../store/items.ts';
import { type HowPosted, insertPostings } from '../store/postings.ts';
import { type StandingReceipt, moveReceipts } from '../store/receipts.ts';

export type How = {
  readonly how: HowPosted;
  readonly decisionId: Id | null;
  readonly rank: number | null;
};

export type PostMoneyRefusal = SpreadRefusal | StateRefusal | 'cash.no_such_account' | string;

export type PostedMoney = { readonly accountId: Id; readonly itemId: Id; readonly onAccount: Money };

/** Posts a receipt whose row the caller has locked. */
export async function postMoney(
  context: Context,
  receipt: StandingReceipt,
  spread: Spread,
  how: How,
): Promise<Outcome<PostedMoney, PostMoneyRefusal>> {
  const waits = mustWait(receipt.state);
  if (!waits.ok) return waits;
  const plan = planSpread(receipt.amount, spread);
  if (!plan.ok) return plan;
  const named = [...new Set([spread.accountId, ...spread.lines.map((line) => line.accountId)])];
  const companies = await companiesOfAccounts(context.tx, named);
  if (named.some((accountId) => companies.get(accountId) !== receipt.companyId)) {
    return refuse('cash.no_such_account');
  }
  await lockAccounts(context.tx, named);
  const credits = await useCredits(context, plan.value.credits, receipt);
  if (!credits.ok) return credits;
  const posted = await postOwn(context, receipt, spread, plan.value);
  if (!posted.ok) return posted;
  const { itemId, entryId } = posted.value;
  const paying = new Map<Id, Id>([[spread.accountId, itemId]]);
  for (const other of plan.value.others) {
    const paid = await payElsewhere(context, receipt, { ...other, from: spread.accountId, itemId });
    if (!paid.ok) return paid;
    paying.set(other.accountId, paid.value);
  }
  await insertPostings(context, [
    {
      accountId: spread.accountId,
      receiptId: receipt.receiptId,
      entryId,
      itemId,
      ...how,
      lines: spread.lines
        .filter((line) => line.amount > 0n)
        .map((line) => ({ ...line, creditItemId: paying.get(line.accountId) ?? itemId })),
    },
  ]);
  await moveReceipts(context, [receipt.receiptId], 'posted');
  return accept({ accountId: spread.accountId, itemId, onAccount: plan.value.onAccount });
}

async function useCredits(
  context: Context,
  uses: readonly CreditUse[],
  { amount: { currency }, receivedOn }: StandingReceipt,
): Promise<Outcome<null>> {
  for (const { amount, ...use } of uses) {
    const applied = await applyCredit(context, {
      ...use,
      amount: money(amount, currency),
      effectiveOn: receivedOn,
    });
    if (!applied.ok) return applied;
  }
  return accept(null);
}

async function postOwn(
  context: Context,
  receipt: StandingReceipt,
  spread: Spread,
  plan: Plan,
): Promise<Outcome<{ itemId: Id; entryId: Id }, PostReceiptRefusal>> {
  const { amount, receivedOn, method, bank } = receipt;
  return postReceipt(
    context,
    {
      accountId: spread.accountId,
      amount,
      receivedOn,
      method: ledgerMethod(method),
      reference: numberOf(receipt),
      ...(bank === null ? {} : { bank }),
      apply: plan.own.map((line) => applicationOf(line, amount)),
    },
    spread.tolerate ? standardPolicy : intolerant,
  );
}

/** Every short rest stays open: somebody looked at it and said so. */
const intolerant: LedgerPolicy = { ...standardPolicy, tolerance: { rateBps: 0, most: {} } };

function applicationOf(line: CashLine, { currency }: Money): ReceiptApplication {
  const part = { itemId: line.itemId, amount: money(line.cash, currency) };
  return line.discount > 0n ? { ...part, discount: money(line.discount, currency) } : part;
}

type Elsewhere = {
  readonly accountId: Id;
  readonly from: Id;
  readonly itemId: Id;
  readonly sum: bigint;
  readonly lines: readonly CashLine[];
};

/** Moves the money for another account's items there and pays them; answers that credit. */
async function payElsewhere(
  context: Context,
  { amount: { currency }, receivedOn }: { amount: Money; receivedOn: Day },
  { accountId, from, itemId, sum, lines }: Elsewhere,
): Promise<Outcome<Id>> {
  const amount = money(sum, currency);
  const moved = await transferCredit(context, {
    accountId: from,
    creditItemId: itemId,
    toAccountId: accountId,
    amount,
    effectiveOn: receivedOn,
  });
  if (!moved.ok) return moved;
  context.did({ what: 'paid for another account', facts: { amount: formatMoney(amount) } });
  for (const line of lines) {
    const applied = await applyCredit(context, {
      accountId,
      creditItemId: moved.value.itemId,
      debitItemId: line.itemId,
      amount: money(line.cash, currency),
      effectiveOn: receivedOn,
    });
    if (!applied.ok) return applied;
  }
  return accept(moved.value.itemId);
}
