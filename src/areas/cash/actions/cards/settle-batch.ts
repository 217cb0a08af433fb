/**
 * Books a card batch whose money is at the bank: what arrived, what the processor kept, which
 * capture was which receipt. The bank's line is cleared by the entry it made.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type LineRefusal, claimLines } from '#areas/bank-files/index.ts';
import type { Context } from '#platform/action.ts';
import { type SettleRefusal, settle } from '../../rules/cards/settling.ts';
import { cardState, insertSettlement, keyOf } from '../../store/cards/batches.ts';
import { closingPolicyOf } from '../../store/closing/policy.ts';
import { bankAccount } from '../../store/reconciliation/accounts.ts';
import { insertCleared, lockBank } from '../../store/reconciliation/facts.ts';
import { postHouseEntry } from '../post-house-entry.ts';

export type SettleBatch = {
  readonly companyId: Id;
  readonly processor: string;
  readonly batch: string;
  readonly currency: string;
};

export type SettleBatchRefusal =
  | SettleRefusal
  | LineRefusal
  | 'ledger.no_rate'
  | 'cash.no_such_card_batch'
  | 'cash.no_such_bank_account';

export async function settleBatch(
  context: Context,
  wish: SettleBatch,
): Promise<Outcome<{ entryId: Id }, SettleBatchRefusal>> {
  const { companyId } = wish;
  // Two settlements of a company wait for each other, as two reconciliations of a bank do.
  await lockBank(context.tx, companyId);
  const policy = await closingPolicyOf(context.tx, companyId);
  const { batches } = await cardState(context.tx, companyId, context.today, policy);
  const batch = batches.find((each) => keyOf(each) === keyOf(wish));
  if (!batch) return refuse('cash.no_such_card_batch', { batch: wish.batch });
  const lines = settle(batch);
  if (!lines.ok) return lines;
  const { deposit, currency, processor } = batch;
  if (!deposit) return refuse('cash.no_such_bank_account');
  const bank = await bankAccount(context.tx, companyId, deposit.bankAccountId);
  if (!bank) return refuse('cash.no_such_bank_account');
  const { lineId, on } = deposit;
  const used = await claimLines(context, [{ lineId, usedBy: `card batch ${batch.batch}` }]);
  if (!used.ok) return used;
  const entry = { companyId, kind: 'card_settlement', on, currency, lines: lines.value } as const;
  const posted = await postHouseEntry(context, { ...entry, bank: bank.cashAccount });
  if (!posted.ok) return posted;
  const { entryId } = posted.value;
  const keys = [`${companyId} ${entryId} 1`];
  await insertCleared(context, bank, [{ how: 'booked', lineIds: [lineId], keys }]);
  await insertSettlement(context, companyId, batch, entryId);
  context.did({ what: 'card batch booked', facts: { processor, batch: batch.batch } });
  return accept({ entryId });
}
