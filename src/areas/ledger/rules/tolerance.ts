/**
 * A small difference: a rest too small to ask for, closed with the payment that left it.
 *
 * The limit is the smaller of a share of the item and a fixed amount (case P-13), both
 * inclusive. It is never used for a discount that was taken and not earned.
 */
import { type Money, parseMoney, share, smaller, zero } from '#kernel/money.ts';
import type { TolerancePolicy } from './policy.ts';

/** May the rest of an item of this amount be closed as a small difference? */
export function isSmallDifference(rest: Money, of: Money, policy: TolerancePolicy): boolean {
  return rest.minor > 0n && rest.minor <= smallDifferenceLimit(of, policy).minor;
}

function smallDifferenceLimit(of: Money, policy: TolerancePolicy): Money {
  // A limit that the currency cannot write, such as 5.00 yen, is no limit that anybody set.
  const most = parseMoney(policy.most[of.currency] ?? '0', of.currency) ?? zero(of.currency);
  return smaller(most, share(of, BigInt(policy.rateBps), 10_000n));
}
