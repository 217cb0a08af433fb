/**
 * Posts a batch whose control agrees: what is named goes onto its account, the rest is asked.
 *
 * A receipt whose account and numbers were all found is posted; one that names no number
 * stays on its account; any other waits in the queue, because nothing is guessed here.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { mayPost } from '../rules/receipts/control.ts';
import type { Spread } from '../rules/receipts/spread.ts';
import { spreadTyped } from '../rules/receipts/typed.ts';
import { actOnBatch, lockBatch } from '../store/batches.ts';
import { openItemsOf } from '../store/items.ts';
import { type StandingReceipt, lockReceiptsOfBatch, moveReceipts } from '../store/receipts.ts';
import { postMoney } from './post-money.ts';

export type PostedBatch = { readonly posted: number; readonly waiting: number };

export async function postBatch(context: Context, batchId: Id): Promise<Outcome<PostedBatch>> {
  const batch = await lockBatch(context.tx, batchId);
  if (!batch) return refuse('cash.no_such_batch');
  const receipts = await lockReceiptsOfBatch(context.tx, batchId);
  const agrees = mayPost(
    batch.state,
    batch.control,
    receipts.map(({ amount }) => amount),
  );
  if (!agrees.ok) return agrees;
  const waiting: Id[] = [];
  const rows = receipts.filter(({ state }) => state === 'entered');
  for (const receipt of rows) {
    const spread = await typedSpread(context, receipt);
    if (!spread) {
      waiting.push(receipt.receiptId);
      continue;
    }
    const how = { how: 'typed', decisionId: null, rank: null, fee: 0n } as const;
    const posted = await postMoney(context, receipt, spread, how);
    if (!posted.ok) return posted;
  }
  await moveReceipts(context, waiting, 'unposted');
  await actOnBatch(context, batchId, 'posted');
  await context.tell({
    name: 'cash.batch_posted',
    accountId: null,
    payload: { batchId, companyId: batch.companyId, waiting: waiting.length },
  });
  context.did({ what: 'batch posted', id: batchId, facts: { waiting: waiting.length } });
  return accept({ posted: rows.length - waiting.length, waiting: waiting.length });
}

/** What the keyboard said, if all of it was found. */
async function typedSpread({ tx }: Context, receipt: StandingReceipt): Promise<Spread | undefined> {
  const accountId = receipt.statedAccount;
  if (accountId === null) return undefined;
  const items = await openItemsOf(tx, [accountId], receipt.amount.currency);
  const debts = items.filter(({ side }) => side === 'debit');
  const typed = spreadTyped(receipt.amount.minor, receipt.remittance, debts);
  if (typed.unknown.length > 0) return undefined;
  return {
    accountId,
    tolerate: true,
    lines: typed.lines.map((line) => ({ ...line, accountId, short: 0n, shortReason: null })),
  };
}
