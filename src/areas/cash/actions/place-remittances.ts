/**
 * Lays remittances that came apart from their money beside the receipts that they explain.
 *
 * One that comes two days after its wire opens a receipt again that was posted on account
 * meanwhile, so that its invoices are paid and nobody chases the customer for them.
 */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { remittanceLinesFromJson } from '#areas/bank-files/rules/money-json.ts';
import { speaksOfClaims } from '../rules/claims/claim-payment.ts';
import { paymentOf, remittanceRows } from '../rules/receipts/remittance.ts';
import { type LooseRemittance, looseRemittances } from '../store/bank-lines.ts';
import { type ToExplain, insertRemittanceUse, paymentsToExplain } from '../store/remittances.ts';
import { lockReceipts, moveReceipts } from '../store/receipts.ts';

/** Answers how many found their payment. */
export async function placeRemittances(context: Context, companyId: Id): Promise<number> {
  const { tx } = context;
  const loose = await looseRemittances(tx, companyId);
  if (loose.length === 0) return 0;
  const pairs = pairsOf(loose, await paymentsToExplain(tx, companyId));
  if (pairs.length === 0) return 0;
  await lockReceipts(
    tx,
    pairs.map(({ receiptId }) => receiptId),
  );
  // Somebody may have returned or used one before it was locked; its remittance stays loose.
  const still = new Map((await paymentsToExplain(tx, companyId)).map((p) => [p.receiptId, p]));
  const placed = pairs.filter(({ receiptId }) => still.has(receiptId));
  for (const { remittance, receiptId } of placed) {
    await useRemittance(context, remittance, receiptId);
  }
  const ids = placed.map(({ receiptId }) => receiptId);
  const reopened = ids.filter((receiptId) => still.get(receiptId)?.posted);
  if (reopened.length > 0) await moveReceipts(context, reopened, 'reopened');
  return placed.length;
}

/** Notes that a remittance explains a receipt; one of claims is posted claim by claim. */
export function useRemittance(
  context: Context,
  { remittanceId, lines: json }: Pick<LooseRemittance, 'remittanceId' | 'lines'>,
  receiptId: Id,
): Promise<void> {
  const lines = remittanceLinesFromJson(json);
  const use = { rows: remittanceRows(lines), claims: speaksOfClaims(lines) };
  return insertRemittanceUse(context, remittanceId, receiptId, use);
}

type Pair = { readonly remittance: LooseRemittance; readonly receiptId: Id };

/** Each remittance with its payment; a payment has one remittance. */
function pairsOf(loose: readonly LooseRemittance[], payments: readonly ToExplain[]): Pair[] {
  const waiting = new Map(payments.map((each) => [each.receiptId, each]));
  return loose.flatMap((remittance) => {
    const payment = paymentOf(remittance, [...waiting.values()]);
    if (!payment) return [];
    const { receiptId } = payment;
    waiting.delete(receiptId);
    return [{ remittance, receiptId }];
  });
}
