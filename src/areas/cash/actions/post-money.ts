/**
 * Puts one receipt into the ledger as it was laid out: the one door through which cash is posted.
 *
 * The receipt's row is locked before and its accounts here, in the order of their ids, so that
 * two people or two workers can never post one payment twice or spend one invoice twice.
 */
import { type Day, later } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type ReceiptApplication,
  applyCredit,
  lockAccounts,
  postReceipt,
  transferCredit,
} from '#areas/ledger/index.ts';
import { type LedgerPolicy, standardPolicy } from '#areas/ledger/rules/policy.ts';
import { ledgerMethod, mustWait, numberOf } from '../rules/receipts/receipt.ts';
import { type CashLine, type Plan, type Spread, planSpread } from '../rules/receipts/spread.ts';
import { companiesOfAccounts, openItemsOf } from '../store/items.ts';
import {
  type HowPosted,
  type Posted,
  addPostedLines,
  insertPostings,
  postingsOf,
} from '../store/postings.ts';
import { type StandingReceipt, moveReceipts } from '../store/receipts.ts';
import { postHouseEntry } from './post-house-entry.ts';

export type How = {
  readonly how: HowPosted;
  readonly decisionId: Id | null;
  readonly rank: number | null;
  /** What the banks took on the way, which we bear; minor units. */
  readonly fee: bigint;
};

export type PostedMoney = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly onAccount: Money;
};

/** Posts a receipt whose row the caller has locked. */
export async function postMoney(
  context: Context,
  receipt: StandingReceipt,
  spread: Spread,
  how: How,
): Promise<Outcome<PostedMoney>> {
  const waits = mustWait(receipt.state);
  if (!waits.ok) return waits;
  const { currency } = receipt.amount;
  const paid = money(receipt.amount.minor + how.fee, currency);
  const plan = planSpread(paid, spread);
  if (!plan.ok) return plan;
  const named = [...new Set([spread.accountId, ...spread.lines.map((line) => line.accountId)])];
  const companies = await companiesOfAccounts(context.tx, named);
  if (named.some((accountId) => companies.get(accountId) !== receipt.companyId)) {
    return refuse('cash.no_such_account');
  }
  await lockAccounts(context.tx, named);
  const open = await openItemsOf(context.tx, named, currency);
  const days = new Map(open.map((item) => [item.itemId, item.effectiveOn]));
  const on = (...items: readonly Id[]): Day =>
    items.map((item) => days.get(item) ?? receipt.receivedOn).reduce(later, receipt.receivedOn);
  for (const { amount, ...use } of plan.value.credits) {
    const applied = await applyCredit(context, {
      ...use,
      amount: money(amount, currency),
      effectiveOn: on(use.creditItemId, use.debitItemId),
    });
    if (!applied.ok) return applied;
  }
  const own = { spread, plan: plan.value, on, paid };
  if (receipt.state === 'reopened') return applyReopened(context, receipt, own);
  const posted = await postOwn(context, receipt, own);
  if (!posted.ok) return posted;
  const borne = await bearFee(context, receipt, how.fee);
  if (!borne.ok) return borne;
  const { itemId, entryId } = posted.value;
  const paying = new Map<Id, Id>([[spread.accountId, itemId]]);
  for (const other of plan.value.others) {
    const sent = await payElsewhere(context, receipt, {
      ...other,
      from: spread.accountId,
      itemId,
      on,
    });
    if (!sent.ok) return sent;
    paying.set(other.accountId, sent.value);
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

type Own = {
  readonly spread: Spread;
  readonly plan: Plan;
  readonly on: (itemId: Id) => Day;
  /** What came and what the banks took. */
  readonly paid: Money;
};

/** Posts the receipt on its payer's account; what was billed later is paid on that later day. */
async function postOwn(
  context: Context,
  receipt: StandingReceipt,
  { spread: { accountId, tolerate }, plan, on, paid: amount }: Own,
): Promise<Outcome<{ itemId: Id; entryId: Id }>> {
  const { receivedOn, method, bank } = receipt;
  const [now, then] = [
    plan.own.filter((line) => on(line.itemId) === receivedOn),
    plan.own.filter((line) => on(line.itemId) > receivedOn),
  ];
  const posted = await postReceipt(
    context,
    {
      accountId,
      amount,
      receivedOn,
      method: ledgerMethod(method),
      reference: numberOf(receipt),
      ...(bank === null ? {} : { bank }),
      apply: now.map((line) => applicationOf(line, amount)),
    },
    tolerate ? standardPolicy : intolerant,
  );
  if (!posted.ok) return posted;
  const { itemId } = posted.value;
  const paid = await payWith(context, { accountId, itemId, on }, then, amount);
  return paid.ok ? accept(posted.value) : paid;
}

/** The customer paid in full; what the banks kept of it is our expense. */
async function bearFee(
  context: Context,
  { companyId, receivedOn, amount, bank }: StandingReceipt,
  fee: bigint,
): Promise<Outcome<null>> {
  if (fee === 0n) return accept(null);
  const borne = await postHouseEntry(context, {
    companyId,
    kind: 'bank_fee',
    on: receivedOn,
    currency: amount.currency,
    lines: [{ debit: 'bank-fees', credit: 'cash-clearing', amount: fee }],
    bank,
  });
  return borne.ok ? accept(null) : borne;
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
  readonly on: (itemId: Id) => Day;
};

/** Moves the money for another account's items there and pays them; answers that credit. */
async function payElsewhere(
  context: Context,
  { amount, receivedOn }: StandingReceipt,
  { accountId, from, itemId, sum, lines, on }: Elsewhere,
): Promise<Outcome<Id>> {
  const moved = await transferCredit(context, {
    accountId: from,
    creditItemId: itemId,
    toAccountId: accountId,
    amount: money(sum, amount.currency),
    effectiveOn: receivedOn,
  });
  if (!moved.ok) return moved;
  const arrived = moved.value.itemId;
  context.did({ what: 'paid for another account', facts: { amount: sum.toString() } });
  const paid = await payWith(context, { accountId, itemId: arrived, on }, lines, amount);
  return paid.ok ? accept(arrived) : paid;
}

/**
 * Lays out money that is in the ledger already and stands on account. Where it turns out to be
 * another account's, it is sent there.
 */
async function applyReopened(
  context: Context,
  receipt: StandingReceipt,
  { spread, plan, on }: Own,
): Promise<Outcome<PostedMoney>> {
  const { receiptId, amount } = receipt;
  const { accountId, itemId } = await postingOf(context, receiptId);
  const today: StandingReceipt = { ...receipt, receivedOn: context.today };
  const then = (item: Id): Day => later(on(item), context.today);
  const elsewhere = [
    ...plan.others.filter((other) => other.accountId !== accountId),
    ...(spread.accountId === accountId
      ? []
      : [{ accountId: spread.accountId, sum: sumOf(plan.own), lines: plan.own }]),
  ];
  const here = [
    ...(spread.accountId === accountId ? plan.own : []),
    ...plan.others.filter((other) => other.accountId === accountId).flatMap(({ lines }) => lines),
  ];
  const paying = new Map<Id, Id>([[accountId, itemId]]);
  const paid = await payWith(context, { accountId, itemId, on: then }, here, amount);
  if (!paid.ok) return paid;
  for (const other of elsewhere) {
    const rest = other.accountId === spread.accountId ? plan.onAccount.minor : 0n;
    const wish = { ...other, sum: other.sum + rest, from: accountId, itemId, on: then };
    const sent = await payElsewhere(context, today, wish);
    if (!sent.ok) return sent;
    paying.set(other.accountId, sent.value);
  }
  const lines = spread.lines.filter((line) => line.amount > 0n);
  await addPostedLines(
    context,
    receiptId,
    lines.map((line) => ({ ...line, creditItemId: paying.get(line.accountId) ?? itemId })),
  );
  await moveReceipts(context, [receiptId], 'posted');
  return accept({ accountId, itemId, onAccount: plan.onAccount });
}

function sumOf(lines: readonly CashLine[]): bigint {
  return lines.reduce((sum, line) => sum + line.cash, 0n);
}

async function postingOf({ tx }: Context, receiptId: Id): Promise<Posted> {
  const posting = (await postingsOf(tx, [receiptId])).get(receiptId);
  if (!posting) throw new Error(`receipt ${receiptId} is reopened, but was never posted`);
  return posting;
}

type Paying = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly on: (itemId: Id) => Day;
};

/** Pays items of an account with a credit of it. */
async function payWith(
  context: Context,
  { accountId, itemId, on }: Paying,
  lines: readonly CashLine[],
  { currency }: Money,
): Promise<Outcome<null>> {
  for (const line of lines) {
    const applied = await applyCredit(context, {
      accountId,
      creditItemId: itemId,
      debitItemId: line.itemId,
      amount: money(line.cash, currency),
      effectiveOn: on(line.itemId),
    });
    if (!applied.ok) return applied;
  }
  return accept(null);
}
