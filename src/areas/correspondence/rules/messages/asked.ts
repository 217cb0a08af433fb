/**
 * What one may ask for: what is late, without what is contested, promised or covered by money on
 * account.
 *
 * The rule a newcomer would break: what is not due yet is never called past due. A letter, a call
 * and the day's list name the same sum.
 */
import { type Currency, type Money, isPositive, minus, sum } from '#kernel/money.ts';

export type LateItem = {
  readonly open: Money;
  /** What of it is contested. */
  readonly disputed: Money;
  /** Days after its due day; zero and below: not late. */
  readonly late: number;
};

/** Late, with something of it that nobody contests. */
export function isAsked({ open, disputed, late }: LateItem): boolean {
  return late > 0 && isPositive(minus(open, disputed));
}

/**
 * By currency, what is left to pay of what is late; a currency with nothing left is not named.
 *
 * @param promised What open promises still are to bring.
 * @param credits Money on account that nobody used.
 */
export function askedAmounts(
  items: readonly LateItem[],
  promised: readonly Money[],
  credits: readonly Money[],
): Money[] {
  const late = items.filter(isAsked);
  const currencies = [...new Set(late.map(({ open }) => open.currency))];
  return currencies
    .map((currency) => {
      const own = late.filter(({ open }) => open.currency === currency);
      const free = own.map(({ open, disputed }) => minus(open, disputed));
      const less = sumIn([...promised, ...credits], currency);
      return minus(sum(free, currency), less);
    })
    .filter(isPositive);
}

/** What open promises still are to bring. */
export function stillPromised(
  promises: readonly { state: string; amount: Money; received: Money }[],
): Money[] {
  return promises
    .filter(({ state }) => state === 'open')
    .map(({ amount, received }) => minus(amount, received));
}

function sumIn(amounts: readonly Money[], currency: Currency): Money {
  return sum(
    amounts.filter((each) => each.currency === currency),
    currency,
  );
}
