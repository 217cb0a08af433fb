/**
 * The Servicemembers Civil Relief Act: a debt from before military service bears no more
 * than 6 % while it lasts, and what is above is forgiven, not put off (50 U.S.C. 3937(a)).
 *
 * A debt that was incurred during the service keeps its rate.
 */
import { type Day } from '#kernel/day.ts';
import { type Decimal } from '#kernel/decimal.ts';
import { type Money, minus, zero } from '#kernel/money.ts';
import { type DayCount, simpleInterest } from './accrual.ts';

export type ServiceDebt = {
  readonly principal: Money;
  readonly contractRatePct: Decimal;
  readonly incurredOn: Day;
  readonly serviceFrom: Day;
  readonly serviceTo: Day;
  readonly dayCount: DayCount;
};

export type ServiceInterest = {
  readonly appliedRatePct: Decimal;
  readonly interest: Money;
  readonly forgiven: Money;
  readonly reason: 'obligation_incurred_during_service' | null;
};

export const serviceCapPct: Decimal = { units: 6n, scale: 0 };

/** The interest of the time of service; interest and what is forgiven add up to the contract's. */
export function serviceMemberInterest(debt: ServiceDebt): ServiceInterest {
  const { principal, contractRatePct, serviceFrom: from, serviceTo: to, dayCount } = debt;
  const time = { principal, from, to, dayCount };
  const agreed = simpleInterest({ ...time, ratePct: contractRatePct });
  const none = zero(principal.currency);
  if (debt.incurredOn >= from) {
    const reason = 'obligation_incurred_during_service';
    return { appliedRatePct: contractRatePct, interest: agreed, forgiven: none, reason };
  }
  if (!isAbove(contractRatePct, serviceCapPct)) {
    return { appliedRatePct: contractRatePct, interest: agreed, forgiven: none, reason: null };
  }
  const interest = simpleInterest({ ...time, ratePct: serviceCapPct });
  const forgiven = minus(agreed, interest);
  return { appliedRatePct: serviceCapPct, interest, forgiven, reason: null };
}

/** Is one rate above another? */
export function isAbove(a: Decimal, b: Decimal): boolean {
  return a.units * 10n ** BigInt(b.scale) > b.units * 10n ** BigInt(a.scale);
}
