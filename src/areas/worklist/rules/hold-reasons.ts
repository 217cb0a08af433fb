/**
 * What the held orders of an account ask of the day: somebody waits for goods, and a customer who
 * hears why pays sooner. It asks nobody for money, so it is not silenced where dunning is.
 */
import type { AccountFacts, Reason } from './work.ts';

export function orderHeld({ holds }: Pick<AccountFacts, 'holds'>): Reason[] {
  if (holds === null) return [];
  const phrase = holds.alerts > 0 ? 'reason.order_at_risk' : 'reason.order_held';
  const { orders, alerts, since } = holds;
  return [{ kind: 'order_held', phrase, facts: { orders, alerts, since } }];
}
