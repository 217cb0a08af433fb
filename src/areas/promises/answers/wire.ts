/** A promise as the API and `dunlin promises --json` write it. */
import { daysBetween } from '#kernel/day.ts';
import { formatMoney, minus, smaller } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type WirePromise, paymentMethods } from '../contract.ts';
import type { ListedPromise } from '../store/list.ts';

export function wirePromise(promise: ListedPromise, language: Language): WirePromise {
  const { amount, received, tolerance, method, takenBy, items, history, ...rest } = promise;
  const came = smaller(received, amount);
  return {
    ...rest,
    amount: formatMoney(amount),
    currency: amount.currency,
    graceDays: daysBetween(rest.dueOn, rest.lastDay),
    tolerance: formatMoney(tolerance),
    received: formatMoney(received),
    missing: formatMoney(minus(amount, came)),
    receivedPct: Number((came.minor * 100n) / amount.minor),
    method: paymentMethods.find((known) => known === method) ?? null,
    takenBy: actorName(takenBy, language),
    items: [...items],
    history: [...history],
  };
}
