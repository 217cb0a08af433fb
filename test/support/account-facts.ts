/** Accounts of stories as a strategy sees them; what is not told is not there. */
import { type Day, day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import {
  type AccountFacts,
  type DoneStep,
  type ItemFact,
  blankAccount,
} from '#areas/strategies/rules/account-facts.ts';
import type { Decision } from '#areas/strategies/rules/decision.ts';
import { formatMinor } from '#kernel/money.ts';
import { amountIn } from './builders.ts';

export type ItemTold = {
  readonly due: string;
  readonly open: string;
  readonly currency?: string;
  readonly disputed?: string;
  readonly promisedUntil?: string;
};

/** An item named `a`, `b` … by its place. */
export function owed(told: readonly ItemTold[]): AccountFacts {
  const items = told.map((each, index): ItemFact => {
    const code = each.currency ?? 'USD';
    return {
      itemId: String.fromCharCode(97 + index),
      currency: currency(code),
      dueOn: day(each.due),
      open: amountIn(each.open, code).minor,
      disputed: amountIn(each.disputed ?? '0', code).minor,
      promisedUntil: each.promisedUntil === undefined ? null : day(each.promisedUntil),
      interestTo: null,
    };
  });
  const oldestFirst = items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return { ...blankAccount, texts: { kind: ['trade'] }, items: oldestFirst };
}

/** The same account after the step of a decision went out on a day. */
export function afterSending(facts: AccountFacts, decision: Decision, on: Day): AccountFacts {
  if (decision.kind === 'none') return facts;
  const { step, days, episode, items } = decision;
  const done = items.map((item): DoneStep => ({
    itemId: item.itemId,
    step: item.step,
    days,
    episode,
    on,
  }));
  return step === '' ? facts : { ...facts, done: [...facts.done, ...done], lastNoticeOn: on };
}

/** `l1 USD 600.00`, or the codes of why not. */
export function said(decision: Decision): string {
  if (decision.kind === 'none') return decision.why.map(({ code }) => code).join(' ');
  const asks = decision.asks.map((ask) => `${ask.currency} ${formatMinor(ask.total, 2)}`);
  return [decision.step, ...asks].join(' ');
}
