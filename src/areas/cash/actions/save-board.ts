/** Keeps a match board as somebody left it; nothing is posted by it. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type StateRefusal, mustWait } from '../rules/receipts/receipt.ts';
import { saveBoard as keep } from '../store/boards.ts';
import { lockReceipt } from '../store/receipts.ts';

export async function saveBoard(
  context: Context,
  { receiptId, draft }: { readonly receiptId: Id; readonly draft: unknown },
): Promise<Outcome<{ receiptId: Id }, StateRefusal | 'cash.no_such_receipt'>> {
  const receipt = await lockReceipt(context.tx, receiptId);
  if (!receipt) return refuse('cash.no_such_receipt');
  const waits = mustWait(receipt.state);
  if (!waits.ok) return waits;
  await keep(context, receiptId, draft);
  return accept({ receiptId });
}
