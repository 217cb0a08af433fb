/**
 * A settlement: less than is owed, taken for all of it, if it comes in full by a day.
 *
 *   open ─ the offer paid in full by its day ─▶ fulfilled, the rest written off
 *     └ the day has passed ──────────────────▶ void, what was paid stays applied
 */
import { type Day } from '#kernel/day.ts';
import { type Money, atLeast, minus, smaller, sum, zero } from '#kernel/money.ts';

export type SettlementOffer = {
  readonly balance: Money;
  readonly offer: Money;
  readonly payBy: Day;
};

export type SettlementStanding = {
  readonly status: 'open' | 'fulfilled' | 'void_late';
  readonly writeOff: Money;
  /** What is still owed of the balance. */
  readonly remaining: Money;
};

export type SettlementPayment = { readonly on: Day; readonly amount: Money };

/** How the settlement stands on a day, with the payments made so far. */
export function settlementStanding(
  { balance, offer, payBy }: SettlementOffer,
  payments: readonly SettlementPayment[],
  today: Day,
): SettlementStanding {
  const made = payments.filter(({ on }) => on <= today);
  const paid = total(made, balance);
  const inTime = total(
    made.filter(({ on }) => on <= payBy),
    balance,
  );
  const none = zero(balance.currency);
  if (atLeast(inTime, offer)) {
    return {
      status: 'fulfilled',
      writeOff: minus(balance, smaller(balance, paid)),
      remaining: none,
    };
  }
  const remaining = minus(balance, smaller(balance, paid));
  return { status: today > payBy ? 'void_late' : 'open', writeOff: none, remaining };
}

function total(payments: readonly SettlementPayment[], { currency }: Money): Money {
  return sum(
    payments.map(({ amount }) => amount),
    currency,
  );
}
