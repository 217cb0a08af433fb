/**
 * Lays remittances that came apart from their money beside the receipts that they explain.
 *
 * One that comes two days after its wire opens a receipt again that was posted on account
 * meanwhile, so that its invoices are paid and nobody chases the customer for them.
 */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { remittanceLinesFromJson } from '#areas/bank-files/rules/money-json.ts';
import { paymentOf, remittanceRows } from '../rules/receipts/remittance.ts';
import { looseRemittances } from '../store/bank-lines.ts';
import { insertRemittanceUse, paymentsToExplain } from '../store/remittances.ts';
import { lockReceipts, moveReceipts } from '../store/receipts.ts';

/** Answers how many found their payment. */
export async function placeRemittances(context: Context, companyId: Id): Promise<number> {
  const loose = await looseRemittances(context.tx, companyId);
  if (loose.length === 0) return 0;
  const waiting = new Map(
    (await paymentsToExplain(context.tx, companyId)).map((each) => [each.receiptId, each]),
  );
  const reopened: Id[] = [];
  let placed = 0;
  for (const remittance of loose) {
    const payment = paymentOf(remittance, [...waiting.values()]);
    if (!payment) continue;
    waiting.delete(payment.receiptId);
    const rows = remittanceRows(remittanceLinesFromJson(remittance.lines));
    await insertRemittanceUse(context, remittance.remittanceId, payment.receiptId, rows);
    if (payment.posted) reopened.push(payment.receiptId);
    placed += 1;
  }
  await lockReceipts(context.tx, reopened);
  if (reopened.length > 0) await moveReceipts(context, reopened, 'reopened');
  return placed;
}
