/**
 * Withdraws a promise that was written down wrongly: it was never said so, and breaks no word.
 *
 * Only an open one: what came to a verdict stays, because letters and limits relied on it.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { insertVerdicts, promisesOf } from '../store/promises.ts';

export type WithdrawPromise = { readonly accountId: Id; readonly promiseId: Id };

export type WithdrawRefusal =
  | 'promise.no_such_account'
  | 'promise.no_such_promise'
  | 'promise.not_open';

/** `context.reason` becomes the reason of the verdict. */
export async function withdrawPromise(
  context: Context,
  { accountId, promiseId }: WithdrawPromise,
): Promise<Outcome<{ state: 'withdrawn' }, WithdrawRefusal>> {
  const { tx, today, reason } = context;
  if (!(await lockAccount(tx, accountId))) return refuse('promise.no_such_account');
  const promise = (await promisesOf(tx, [accountId])).find(({ id }) => id === promiseId);
  if (!promise) return refuse('promise.no_such_promise');
  if (promise.state !== 'open') return refuse('promise.not_open', { state: promise.state });

  const received = promise.received.minor;
  await insertVerdicts(context, [
    { accountId, promiseId, state: 'withdrawn', on: today, received, replacedBy: null, reason },
  ]);
  await recordActivity(context, {
    accountId,
    kind: 'promise',
    phrase: 'activity.promise_withdrawn',
    facts: {
      amount: formatMoney(promise.amount),
      currency: promise.amount.currency,
      dueOn: promise.dueOn,
    },
    text: reason,
    touch: false,
  });
  context.did({ what: 'promise withdrawn', id: promiseId });
  await context.tell({ name: 'promises.promise_withdrawn', accountId, payload: { promiseId } });
  return accept({ state: 'withdrawn' });
}
