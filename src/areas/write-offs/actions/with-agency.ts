/**
 * The status of an account that an agency has: the gate, the strategies and the credit policy ask
 * for it, so that nobody here writes or calls while somebody else collects.
 *
 * What forbids contact by law stays what it is: a bankruptcy or a lawsuit outlives an agency.
 */
import type { Id } from '#kernel/ids.ts';
import { type Context, accepted } from '#platform/action.ts';
import { endStatus, setStatus, statusOn } from '#areas/customers/index.ts';

/** From today the account is with an agency. */
export async function beginAgency(context: Context, accountId: Id): Promise<void> {
  const { tx, today } = context;
  const inForce = await statusOn(tx, accountId, today);
  if (inForce === 'agency' || inForce === 'bankrupt' || inForce === 'legal') return;
  accepted(await setStatus(context, { accountId, status: 'agency', effectiveOn: today }));
}

/** It was called back: what stood before holds again. */
export async function endAgency(context: Context, accountId: Id): Promise<void> {
  accepted(await endStatus(context, { accountId, status: 'agency' }));
}
