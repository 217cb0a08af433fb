/** Lets a receipt wait for an answer: of its payer, or of a bank whose image nobody can read. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type StateRefusal, mustWait } from '../rules/receipts/receipt.ts';
import { lockReceipt, waitFor } from '../store/receipts.ts';

export type WaitForPayer = {
  readonly receiptId: Id;
  /** On whom or what; empty when it waits no longer. */
  readonly waitsFor: string;
  readonly until: Day | null;
};

export async function waitForPayer(
  context: Context,
  { receiptId, waitsFor, until }: WaitForPayer,
): Promise<Outcome<{ receiptId: Id }, StateRefusal | 'cash.no_such_receipt'>> {
  const receipt = await lockReceipt(context.tx, receiptId);
  if (!receipt) return refuse('cash.no_such_receipt');
  const waits = mustWait(receipt.state);
  if (!waits.ok) return waits;
  const wait = waitsFor === '' ? { for: null, until: null } : { for: waitsFor, until };
  await waitFor(context, receiptId, wait);
  context.did({ what: 'receipt waits', id: receiptId });
  return accept({ receiptId });
}
