/**
 * Ends a status from today, where it is the one in force: what stood before it holds again.
 *
 * Whoever ended it meanwhile, or set another one, has decided already; nothing happens then.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { AccountStatus, StatusRefusal } from '../rules/status.ts';
import { statusBeside, statusOn } from '../store/facts.ts';
import { setStatus } from './set-status.ts';

export async function endStatus(
  context: Context,
  { accountId, status }: { readonly accountId: Id; readonly status: AccountStatus },
): Promise<Outcome<unknown, StatusRefusal | 'customers.no_such_account'>> {
  const { tx, today } = context;
  if ((await statusOn(tx, accountId, today)) !== status) return accept(undefined);
  const before = await statusBeside(tx, accountId, status);
  return setStatus(context, { accountId, status: before, effectiveOn: today });
}
