/** What the company's policy in force asks of a customer whose payment went back. */
import type { Money } from '#kernel/money.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { policyReturnFee } from '../rules/receipts/return-fee.ts';
import { type BankWord, presentedBefore } from '../store/bank-returns.ts';
import { policyInForce } from '../store/policies.ts';
import type { StandingReceipt } from '../store/receipts.ts';

/** Undefined where it asks nothing: no fee is set, the money was not missing, or it was asked. */
export async function feeOfPolicy(
  tx: Tx,
  paid: Pick<StandingReceipt, 'receiptId' | 'companyId' | 'receivedOn' | 'amount'>,
  word: BankWord,
): Promise<Money | undefined> {
  const { document } = await policyInForce(tx, paid.companyId);
  const feeMinor = BigInt(document.returnFeeMinor);
  if (feeMinor === 0n) return undefined;
  const { again, base } = await presentedBefore(tx, paid);
  return policyReturnFee({ ...word, again, amount: paid.amount }, feeMinor, base);
}
