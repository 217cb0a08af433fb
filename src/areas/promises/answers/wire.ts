/** A promise as the API and `dunlin promises --json` write it. */
import { formatMoney } from '#kernel/money.ts';
import { type WirePromise, paymentMethods } from '../contract.ts';
import type { ListedPromise } from '../store/list.ts';

export function wirePromise(promise: ListedPromise): WirePromise {
  const { amount, received, method, items, history, ...rest } = promise;
  return {
    ...rest,
    amount: formatMoney(amount),
    currency: amount.currency,
    received: formatMoney(received),
    method: paymentMethods.find((known) => known === method) ?? null,
    items: [...items],
    history: [...history],
  };
}
