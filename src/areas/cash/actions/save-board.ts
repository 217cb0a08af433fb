/**
 * Keeps a match board as somebody left it; nothing is posted by it. It is laid on an account of
 * the receipt's own company: whoever opens it next may see no other.
 */
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type StateRefusal, mustWait } from '../rules/receipts/receipt.ts';
import { saveBoard as keep } from '../store/boards.ts';
import { isOfCompany } from '../store/items.ts';
import { lockReceipt } from '../store/receipts.ts';

/** The account that it is laid on, and whatever else the board notes of itself. */
export type BoardDraft = { readonly accountId: string | null };

type SaveRefusal = StateRefusal | 'cash.no_such_receipt' | 'cash.no_such_account';

export async function saveBoard(
  context: Context,
  { receiptId, draft }: { readonly receiptId: Id; readonly draft: BoardDraft },
): Promise<Outcome<{ receiptId: Id }, SaveRefusal>> {
  const receipt = await lockReceipt(context.tx, receiptId);
  if (!receipt) return refuse('cash.no_such_receipt');
  const waits = mustWait(receipt.state);
  if (!waits.ok) return waits;
  const { accountId } = draft;
  if (accountId !== null && !(await isOfCompany(context.tx, id(accountId), receipt.companyId))) {
    return refuse('cash.no_such_account');
  }
  await keep(context, receiptId, draft);
  return accept({ receiptId });
}
