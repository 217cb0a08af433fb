/**
 * What a payment plan asks of the day: broken, somebody has to speak with them while it can be
 * mended; late, to remind; due today, to watch. One reason a plan state, the worst plan first.
 */
import { formatMoney } from '#kernel/money.ts';
import type { AccountFacts, Reason } from './work.ts';

export function planReasons({ plans }: Pick<AccountFacts, 'plans'>): Reason[] {
  const [first] = plans;
  if (first === undefined) return [];
  const { state, amount, dueOn, cureUntil } = first;
  const facts = {
    amount: formatMoney(amount),
    currency: amount.currency,
    dueOn,
    cureUntil: cureUntil ?? '',
    mend: cureUntil === null ? 'no' : 'yes',
  };
  return [{ kind: `plan_${state}`, phrase: `reason.plan_${state}`, facts }];
}
