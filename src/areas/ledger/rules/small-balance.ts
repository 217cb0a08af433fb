/**
 * A small balance: the rest of an item, no larger than the policy says for its currency.
 *
 * The limit is inclusive, and a currency that the policy does not name has no small balances.
 */
import { type Money, parseMoney } from '#kernel/money.ts';
import type { SmallBalances } from './policy.ts';

export function isSmall(amount: Money, { most }: Pick<SmallBalances, 'most'>): boolean {
  const said = Object.hasOwn(most, amount.currency) ? most[amount.currency] : undefined;
  const limit = said === undefined ? undefined : parseMoney(said, amount.currency);
  return limit !== undefined && amount.minor > 0n && amount.minor <= limit.minor;
}
