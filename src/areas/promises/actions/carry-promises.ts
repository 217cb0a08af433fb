/**
 * Carries open promises along when an account's items move to another account: the word was
 * given for the debt, so it goes where the debt goes.
 *
 * The promise on the old account is replaced by the same words on the new one, with the day
 * on which they were said, for what has not come in yet.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney, minus } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccounts } from '#areas/ledger/index.ts';
import { said } from '../store/list.ts';
import { insertPromise, insertVerdicts, promisesOf } from '../store/promises.ts';

export type CarryPromises = {
  readonly from: Id;
  readonly into: Id;
  /** Each item that moved, by its old id. */
  readonly items: ReadonlyMap<Id, Id>;
};

export async function carryPromises(
  context: Context,
  { from, into, items }: CarryPromises,
): Promise<Outcome<{ carried: number }, never>> {
  await lockAccounts(context.tx, [from, into]);
  const open = (await promisesOf(context.tx, [from])).filter(({ state }) => state === 'open');
  for (const promise of open) {
    const words = await said(context.tx, from, promise.id);
    const carried = context.newId();
    const itemIds = promise.itemIds.flatMap((itemId) => items.get(itemId) ?? []);
    const amount = minus(promise.amount, promise.received);
    const { madeOn, dueOn } = promise;
    await insertPromise(context, {
      ...words,
      id: carried,
      accountId: into,
      amount,
      madeOn,
      dueOn,
      itemIds,
    });
    await insertVerdicts(context, [
      {
        accountId: from,
        promiseId: promise.id,
        state: 'superseded',
        on: context.today,
        received: promise.received.minor,
        replacedBy: carried,
        reason: 'its account was merged into another',
      },
    ]);
    context.did({ what: 'promise carried', id: promise.id, facts: { into, as: carried } });
    await context.tell({
      name: 'promises.promise_made',
      accountId: into,
      payload: {
        promiseId: carried,
        amount: formatMoney(amount),
        currency: amount.currency,
        dueOn,
      },
    });
  }
  return accept({ carried: open.length });
}
