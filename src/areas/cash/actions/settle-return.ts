/**
 * Settles a return that the bank reported with the receipt that it took back: one step, the
 * receipt goes back on the bank's day, the customer is charged what the policy asks and the
 * state allows, and the bank's line is done with.
 */
import { type Id, id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { mustWait } from '../rules/receipts/receipt.ts';
import { bankWordOf } from '../store/bank-returns.ts';
import { hasReturnLink, insertReturnLink } from '../store/postings.ts';
import { type StandingReceipt, lockReceipt, moveReceipts } from '../store/receipts.ts';
import { feeOfPolicy } from './fee-of-policy.ts';
import { type GoneBack, returnPayment } from './return-payment.ts';

export async function settleReturn(
  context: Context,
  back: StandingReceipt,
  returnedId: string,
): Promise<Outcome<GoneBack>> {
  const waits = mustWait(back.state);
  if (!waits.ok) return waits;
  if (back.amount.minor >= 0n) return refuse('cash.not_a_return');
  const receiptId: Id = id(returnedId);
  const receipt = await lockReceipt(context.tx, receiptId);
  if (!receipt || receipt.companyId !== back.companyId) return refuse('cash.no_such_receipt');
  if (!mirrors(receipt.amount, back.amount)) return refuse('cash.not_a_return');
  if (receipt.state === 'returned' && !(await hasReturnLink(context.tx, receiptId))) {
    // Somebody was told of it before the bank's line came, and has returned it by hand.
    await link(context, back, receiptId);
    return accept({ opened: [], promises: [], told: [], feeItemId: null, lowered: null });
  }
  const gone = await returnPayment(context, {
    receiptId,
    returnedOn: back.receivedOn,
    bankFee: undefined,
    customerFee: await feeOfPolicy(
      context.tx,
      receipt,
      await bankWordOf(context.tx, back.receiptId),
    ),
  });
  if (!gone.ok) return gone;
  await link(context, back, receiptId);
  return accept(gone.value);
}

function mirrors(paid: Money, back: Money): boolean {
  return paid.currency === back.currency && paid.minor + back.minor === 0n;
}

async function link(context: Context, back: StandingReceipt, receiptId: Id): Promise<void> {
  await insertReturnLink(context, back.receiptId, receiptId);
  await moveReceipts(context, [back.receiptId], 'settled');
}
