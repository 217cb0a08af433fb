/** What stands open and which promises wait for their judge, after money was taken off items. */
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { type Aftermath, aftermath } from '../rules/receipts/aftermath.ts';
import { openAmong, promisesOn } from '../store/reopened.ts';

/** As a rehearsal answers it, before anything moves for good. */
export async function afterwards(
  { tx, today }: Context,
  accountId: Id,
  itemIds: readonly Id[],
  taken: Money,
): Promise<Aftermath> {
  const [opened, promises] = await Promise.all([
    openAmong(tx, accountId, itemIds),
    promisesOn(tx, accountId, itemIds),
  ]);
  return aftermath(opened, promises, taken, today);
}
