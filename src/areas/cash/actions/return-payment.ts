/**
 * A posted payment goes back: the bank returns it, or it had been keyed wrongly.
 *
 * One step: what it paid opens with its own ages, the fees are booked, the receipt says so. A
 * return counts on the bank's day; a reversal of our own mistake on the day it is done, without
 * fees, and the scoreboard counts it as a mistake.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { applyCredit, returnReceipt } from '#areas/ledger/index.ts';
import type { LoweredFee } from '#areas/ledger/rules/returned-check-fee.ts';
import type { Aftermath } from '../rules/receipts/aftermath.ts';
import { mustBePosted } from '../rules/receipts/receipt.ts';
import { actOnBatch, lockBatch } from '../store/batches.ts';
import { type Applied, paidBy } from '../store/items.ts';
import { insertCorrections, postingsOf } from '../store/postings.ts';
import {
  type StandingReceipt,
  lockReceipt,
  lockReceiptsOfBatch,
  moveReceipts,
} from '../store/receipts.ts';
import { afterwards } from './afterwards.ts';
import { type CalledBack, callBack } from './call-back.ts';
import { postHouseEntry } from './post-house-entry.ts';

export type ReturnPayment = {
  readonly receiptId: Id;
  readonly returnedOn: Day;
  /** What the bank takes from us. */
  readonly bankFee: Money | undefined;
  /** What we would charge the customer; the ledger lowers it to what is lawful. */
  readonly customerFee: Money | undefined;
};

export type GoneBack = Aftermath & {
  readonly feeItemId: Id | null;
  /** Set when the customer's state allows less than was asked for. */
  readonly lowered: LoweredFee | null;
};

/** NSF, ACH return, chargeback: the bank took the payment back. */
export async function returnPayment(
  context: Context,
  wish: ReturnPayment,
): Promise<Outcome<GoneBack>> {
  const receipt = await lockReceipt(context.tx, wish.receiptId);
  if (!receipt) return refuse('cash.no_such_receipt');
  return goBack(context, receipt, wish, 'returned');
}

/** A posting that should never have been made; its money is entered anew. */
export async function reverseReceipt(context: Context, receiptId: Id): Promise<Outcome<GoneBack>> {
  const receipt = await lockReceipt(context.tx, receiptId);
  if (!receipt) return refuse('cash.no_such_receipt');
  const wish = { receiptId, returnedOn: context.today, bankFee: undefined, customerFee: undefined };
  return goBack(context, receipt, wish, 'reversed');
}

/** A posted batch, receipt by receipt; what was returned already stays returned. */
export async function reverseBatch(
  context: Context,
  batchId: Id,
): Promise<Outcome<{ reversed: number }>> {
  const batch = await lockBatch(context.tx, batchId);
  if (!batch) return refuse('cash.no_such_batch');
  if (batch.state !== 'posted') return refuse('cash.batch_not_posted', { state: batch.state });
  const receipts = await lockReceiptsOfBatch(context.tx, batchId);
  const waiting = receipts.filter(({ state }) => state === 'unposted');
  const posted = receipts.filter(({ state }) => mustBePosted(state).ok);
  const nothing = { returnedOn: context.today, bankFee: undefined, customerFee: undefined };
  for (const receipt of posted) {
    const wish = { receiptId: receipt.receiptId, ...nothing };
    const gone = await goBack(context, receipt, wish, 'reversed');
    if (!gone.ok) return gone;
  }
  await moveReceipts(
    context,
    waiting.map(({ receiptId }) => receiptId),
    'withdrawn',
  );
  await actOnBatch(context, batchId, 'reversed');
  return accept({ reversed: posted.length });
}

async function goBack(
  context: Context,
  receipt: StandingReceipt,
  wish: ReturnPayment,
  as: 'returned' | 'reversed',
): Promise<Outcome<GoneBack>> {
  const stands = mustBePosted(receipt.state);
  if (!stands.ok) return stands;
  const { receiptId, amount } = receipt;
  const posting = (await postingsOf(context.tx, [receiptId])).get(receiptId);
  if (!posting) throw new Error(`receipt ${receiptId} is posted, but nowhere`);
  const { accountId, itemId } = posting;
  const called = await callBack(context, posting, wish.returnedOn);
  if (!called.ok) return called;
  const paid = await paidBy(context.tx, accountId, itemId);
  const gone = await returnReceipt(context, {
    accountId,
    itemId,
    returnedOn: wish.returnedOn,
    ...(wish.bankFee ? { bankFee: wish.bankFee } : {}),
    ...(wish.customerFee ? { customerFee: wish.customerFee } : {}),
  });
  if (!gone.ok) return gone;
  const repaid = await giveFeeBack(context, receipt, posting.fee, wish.returnedOn);
  if (!repaid.ok) return repaid;
  const closed = await closeTransfers(
    context,
    { accountId, on: wish.returnedOn },
    paid,
    called.value,
  );
  if (!closed.ok) return closed;
  await insertCorrections(context, [
    {
      accountId,
      receiptId,
      kind: as,
      creditItemId: itemId,
      itemId: null,
      amount: amount.minor,
      fault: as === 'reversed',
    },
  ]);
  await moveReceipts(context, [receiptId], as);
  await context.tell({
    name: 'cash.payment_went_back',
    accountId,
    payload: { receiptId, itemId, as },
  });
  const items = paid.filter(({ kind }) => kind !== 'transfer').map((each) => each.debitItemId);
  const after = await afterwards(context, accountId, items, amount);
  return accept({
    opened: [...after.opened, ...called.value.opened],
    promises: after.promises,
    told: after.told,
    feeItemId: gone.value.itemId,
    lowered: gone.value.lowered,
  });
}

/** The payment came back whole, so that what the banks had kept of it is no expense any more. */
async function giveFeeBack(
  context: Context,
  { companyId, amount, bank }: StandingReceipt,
  fee: bigint,
  on: Day,
): Promise<Outcome<null>> {
  if (fee === 0n) return accept(null);
  const booked = await postHouseEntry(context, {
    companyId,
    kind: 'bank_fee',
    on,
    currency: amount.currency,
    lines: [{ debit: 'cash-clearing', credit: 'bank-fees', amount: fee }],
    bank,
  });
  return booked.ok ? accept(null) : booked;
}

/** What had left for other accounts meets what came back from them. */
async function closeTransfers(
  context: Context,
  { accountId, on }: { readonly accountId: Id; readonly on: Day },
  paid: readonly Applied[],
  { credits }: CalledBack,
): Promise<Outcome<null>> {
  const left = paid.filter(({ kind }) => kind === 'transfer').map((each) => ({ ...each }));
  for (const credit of credits) {
    let rest = credit.amount;
    for (const debit of left) {
      const part = rest < debit.amount ? rest : debit.amount;
      if (part === 0n) continue;
      const met = await applyCredit(context, {
        accountId,
        creditItemId: credit.itemId,
        debitItemId: debit.debitItemId,
        amount: money(part, debit.currency),
        effectiveOn: on,
      });
      if (!met.ok) return met;
      debit.amount -= part;
      rest -= part;
    }
  }
  return accept(null);
}
