/**
 * Settles a return that the bank reported with the receipt that it took back: one step, the
 * receipt goes back on the bank's day and the bank's line is done with.
 */
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { mustWait } from '../rules/receipts/receipt.ts';
import { insertReturnLink } from '../store/postings.ts';
import { type StandingReceipt, lockReceipt, moveReceipts } from '../store/receipts.ts';
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
  if (receipt.amount.minor + back.amount.minor !== 0n) return refuse('cash.not_a_return');
  const gone = await returnPayment(context, {
    receiptId,
    returnedOn: back.receivedOn,
    bankFee: undefined,
    customerFee: undefined,
  });
  if (!gone.ok) return gone;
  await insertReturnLink(context, back.receiptId, receiptId);
  await moveReceipts(context, [back.receiptId], 'settled');
  return accept(gone.value);
}
