/**
 * What a reader may see of the cash desk: batches and receipts have a company and no account,
 * so that the gate cannot ask for them. A thing of another company is not there.
 */
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { type BatchCard, listBatches } from '../store/batches.ts';
import { type ListedReceipt, listReceipts } from '../store/receipt-list.ts';

/** The batch, if it is of a company in sight. */
export async function batchInSight(
  desk: Desk,
  session: Session,
  batchId: string,
): Promise<Outcome<BatchCard, 'cash.no_such_batch'>> {
  const filter = { companies: session.companyIds, batchId: id(batchId) };
  const [batch] = await listBatches(desk.db, filter, 1);
  return batch ? accept(batch) : refuse('cash.no_such_batch');
}

/** The receipt, if it is of a company in sight. */
export async function receiptInSight(
  desk: Desk,
  session: Session,
  receiptId: string,
): Promise<Outcome<ListedReceipt, 'cash.no_such_receipt'>> {
  const filter = { companies: session.companyIds, receiptId: id(receiptId) };
  const { rows } = await listReceipts(desk.db, filter, { offset: 0, limit: 1 });
  const [receipt] = rows;
  return receipt ? accept(receipt) : refuse('cash.no_such_receipt');
}

/** The company that is named, or the first that is shown. */
export function companyInSight(
  session: Session,
  code: string | undefined,
): Outcome<Id, 'cash.no_such_company'> {
  const visible = visibleCompanies(session, code);
  const shown = visible === 'all' ? session.companies.map((each) => each.companyId) : visible;
  const [first] = shown;
  return first ? accept(first) : refuse('cash.no_such_company');
}
