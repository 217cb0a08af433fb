/** Takes back what was written down and is not in the ledger yet: a row, or a whole batch. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type StateRefusal, mustWait } from '../rules/receipts/receipt.ts';
import { actOnBatch, lockBatch } from '../store/batches.ts';
import { lockReceipt, lockReceiptsOfBatch, moveReceipts } from '../store/receipts.ts';

/** A row that was keyed wrongly; the right one is written anew. */
export async function withdrawReceipt(
  context: Context,
  receiptId: Id,
): Promise<Outcome<{ receiptId: Id }, StateRefusal | 'cash.no_such_receipt' | 'cash.from_bank'>> {
  const receipt = await lockReceipt(context.tx, receiptId);
  if (!receipt) return refuse('cash.no_such_receipt');
  const waits = mustWait(receipt.state);
  if (!waits.ok) return waits;
  if (receipt.state === 'reopened') return refuse('cash.receipt_not_waiting', { state: 'posted' });
  // What the bank reported is there; only what people keyed can have been keyed wrongly.
  if (receipt.source !== 'keyboard' && receipt.source !== 'paste') return refuse('cash.from_bank');
  await moveReceipts(context, [receiptId], 'withdrawn');
  context.did({ what: 'receipt withdrawn', id: receiptId });
  return accept({ receiptId });
}

/** A batch that was opened wrongly, with everything in it. */
export async function withdrawBatch(
  context: Context,
  batchId: Id,
): Promise<Outcome<{ batchId: Id }, 'cash.no_such_batch' | 'cash.batch_not_open'>> {
  const batch = await lockBatch(context.tx, batchId);
  if (!batch) return refuse('cash.no_such_batch');
  if (batch.state !== 'open') return refuse('cash.batch_not_open', { state: batch.state });
  const receipts = await lockReceiptsOfBatch(context.tx, batchId);
  await moveReceipts(
    context,
    receipts.filter(({ state }) => state === 'entered').map((each) => each.receiptId),
    'withdrawn',
  );
  await actOnBatch(context, batchId, 'withdrawn');
  context.did({ what: 'batch withdrawn', id: batchId });
  return accept({ batchId });
}
