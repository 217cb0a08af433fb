/**
 * Form 1099-C for a debt that is given up: only for those whose trade is lending, from $600,
 * on an event that the rule names (26 CFR 1.6050P-1, -2).
 *
 * A seller that finances its own sales does not lend (1.6050P-2(c), PLR 201917002); its own
 * finance subsidiary does.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Money } from '#kernel/money.ts';

export type CancelledDebt = {
  readonly isSellerOfGoods: boolean;
  readonly hasFinanceSubsidiary: boolean;
  /** Share of gross income that is from lending; undefined when lending is the trade. */
  readonly lendingIncomePct?: Decimal | undefined;
  readonly cancelled: Money;
  /** A to H of the form; empty when nothing has happened yet. */
  readonly event: string;
};

export type DebtForm = {
  readonly isRequired: boolean;
  readonly reason: 'seller_financing' | 'lending_not_significant' | 'under_600' | 'no_event' | null;
};

const leastMinor = 60_000n;
/** Below it lending is no significant trade (1.6050P-2(b)). */
const significantPct: Decimal = { units: 15n, scale: 0 };

/** Must the form be filed? */
export function formOfCancelledDebt(debt: CancelledDebt): DebtForm {
  const { lendingIncomePct: pct } = debt;
  if (debt.isSellerOfGoods && !debt.hasFinanceSubsidiary) return no('seller_financing');
  if (pct && pct.units < significantPct.units * 10n ** BigInt(pct.scale)) {
    return no('lending_not_significant');
  }
  if (debt.cancelled.minor < leastMinor) return no('under_600');
  return /^[A-H]$/u.test(debt.event) ? { isRequired: true, reason: null } : no('no_event');
}

function no(reason: NonNullable<DebtForm['reason']>): DebtForm {
  return { isRequired: false, reason };
}
