/**
 * The company's house account, where journal lines without a customer stand.
 *
 * It has the company's own id, so that asking twice makes nothing twice.
 */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { insertAccounts as openInLedger } from '#areas/ledger/index.ts';
import { insertHouse } from '../store/accounts.ts';

/** Answers the house account of the company, made if it is not there yet. */
export async function houseAccount(
  context: Context,
  companyId: Id,
): Promise<{ accountId: Id; customerId: Id }> {
  await openInLedger(context.tx, companyId, [companyId]);
  await insertHouse(context.tx, companyId, context.at);
  return { accountId: companyId, customerId: companyId };
}
