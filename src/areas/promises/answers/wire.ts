/** A promise as the API and `dunlin promises --json` write it. */
import { formatMoney } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type WirePromise, paymentMethods } from '../contract.ts';
import type { ListedPromise } from '../store/list.ts';

export function wirePromise(promise: ListedPromise, language: Language): WirePromise {
  const { amount, received, method, takenBy, items, history, ...rest } = promise;
  return {
    ...rest,
    amount: formatMoney(amount),
    currency: amount.currency,
    received: formatMoney(received),
    method: paymentMethods.find((known) => known === method) ?? null,
    takenBy: actorName(takenBy, language),
    items: [...items],
    history: [...history],
  };
}
