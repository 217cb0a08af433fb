/**
 * What one late debt is charged: interest on what stood open each day, and a fee once.
 *
 *   the law of the state ─┐
 *   the contract's words ─┼─▶ rate, day count ─▶ interest, half-up once ─▶ with the fee
 *   a statute's claim ────┘
 *
 * Whatever stops it is told and charges nothing: a stay, a plan, a consumer's state whose law
 * nobody has entered, a rate that forfeits all interest.
 */
import { type Day, daysBetween, earlier, later, plusDays } from '#kernel/day.ts';
import { type Decimal, type Ratio, addRatios, decimal, formatDecimal } from '#kernel/decimal.ts';
import {
  type Money,
  currency,
  divideHalfUp,
  formatMoney,
  money,
  parseMoney,
} from '#kernel/money.ts';
import { type DayCount, yearFraction } from '#areas/ledger/rules/interest/accrual.ts';
import { checkCap } from '#areas/ledger/rules/interest/cap.ts';
import {
  europeanClaim,
  unitedKingdomClaim,
} from '#areas/ledger/rules/interest/late-payment-law.ts';
import { isAbove, serviceCapPct } from '#areas/ledger/rules/interest/service-member.ts';
import { type DebtHistory, stretches } from './principal.ts';
import { type ChargeTerms, type Statute, readRate, referenceOn, yearlyRate } from './terms.ts';

export const stopReasons = [
  'stay',
  'on_plan',
  'not_late',
  'no_terms',
  'no_cap_known',
  'rate_forfeits',
] as const;
export type StopReason = (typeof stopReasons)[number];

export type LateDebt = DebtHistory & {
  readonly currency: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  /** Interest is charged through this day already. */
  readonly interestTo: Day | null;
  readonly feeCharged: boolean;
  readonly purpose: 'consumer' | 'business';
  readonly state: string | null;
  readonly country: string | null;
  readonly stay: boolean;
  readonly onPlan: boolean;
  /** Military service of the debtor (50 U.S.C. 3937). */
  readonly service: { readonly from: Day; readonly to: Day | null } | null;
};

/** One line of the working: `principal × rate × days`. */
export type WorkedLine = {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly principal: string;
  readonly ratePct: string;
};

export type Worked = {
  readonly interest: Money;
  readonly fee: Money;
  readonly stopped: StopReason | null;
  readonly dayCount: DayCount | null;
  /** `contract`, or the country whose statute gives it. */
  readonly basis: string;
  /** The law's highest rate, where it lowered the contract's. */
  readonly cappedTo: string | null;
  readonly lines: readonly WorkedLine[];
};

type Rate = {
  readonly ratePct: Decimal;
  readonly dayCount: DayCount;
  readonly basis: string;
  readonly cappedTo: string | null;
  readonly fee: Money;
};

/** Interest through `asOf`, and the fee when it was not charged before. */
export function chargeOf(debt: LateDebt, terms: ChargeTerms, asOf: Day): Worked {
  const code = currency(debt.currency);
  const none = money(0n, code);
  const nothing = (stopped: StopReason): Worked => {
    const shared = { basis: '', cappedTo: null, dayCount: null, lines: [] };
    return { interest: none, fee: none, stopped, ...shared };
  };
  if (debt.stay) return nothing('stay');
  if (debt.onPlan) return nothing('on_plan');
  if (asOf <= plusDays(debt.dueOn, terms.graceDays)) return nothing('not_late');
  const rate = rateOf(debt, terms, asOf);
  if (typeof rate === 'string') return nothing(rate);
  const { dayCount, basis, cappedTo } = rate;
  const lines = linesOf(debt, rate, asOf);
  const interest = money(interestOf(lines), code);
  const worked = lines.map(({ from, to, minor, ratePct }): WorkedLine => ({
    from,
    to,
    days: daysBetween(from, to),
    principal: formatMoney(money(minor, code)),
    ratePct: formatDecimal(ratePct, Math.max(2, ratePct.scale)),
  }));
  const fee = debt.feeCharged ? none : rate.fee;
  return { interest, fee, stopped: null, dayCount, basis, cappedTo, lines: worked };
}

function rateOf(debt: LateDebt, terms: ChargeTerms, asOf: Day): Rate | StopReason {
  const statute = terms.statutes.find(
    ({ country, currency: code }) => country === debt.country && code === debt.currency,
  );
  if (statute && debt.purpose === 'business') return statutory(debt, statute, asOf);
  const fee = feeOf(debt, terms);
  const { interest } = terms;
  if (interest === null) {
    if (fee.minor === 0n) return 'no_terms';
    const ratePct = decimal('0');
    return { ratePct, dayCount: 'ACT/365F', basis: 'contract', cappedTo: null, fee };
  }
  const agreed = yearlyRate(interest);
  const shared = { dayCount: agreed.dayCount, basis: 'contract', fee };
  if (debt.country !== null && debt.country !== 'US') {
    return { ...shared, ratePct: agreed.ratePct, cappedTo: null };
  }
  const cap = checkCap({
    state: debt.state ?? '',
    purpose: debt.purpose,
    isWritten: interest.clause !== '',
    ratePct: agreed.ratePct,
    principal: money(debt.minor, debt.currency),
  });
  // A business without an entered law is charged what it signed; a consumer never is.
  if (!cap.ok) {
    if (debt.purpose === 'consumer') return 'no_cap_known';
    return { ...shared, ratePct: agreed.ratePct, cappedTo: null };
  }
  const { isAllowed, maxPct, consequence } = cap.value;
  if (consequence !== null) return 'rate_forfeits';
  if (isAllowed || maxPct === null) return { ...shared, ratePct: agreed.ratePct, cappedTo: null };
  return { ...shared, ratePct: decimal(maxPct), cappedTo: maxPct };
}

function statutory(debt: LateDebt, statute: Statute, asOf: Day): Rate | StopReason {
  const reference = referenceOn(statute, plusDays(debt.dueOn, 1));
  if (reference === undefined) return 'no_terms';
  const late = {
    principal: money(debt.minor, debt.currency),
    referenceRatePct: reference,
    dueOn: debt.dueOn,
    paidOn: asOf,
  };
  const { country, dayCount } = statute;
  const fixedSum = amountIn(statute.fixedSum, debt.currency);
  const margin = readRate(statute.marginPct);
  const claim =
    country === 'GB'
      ? unitedKingdomClaim(late)
      : europeanClaim(late, { margin, dayCount, fixedSum });
  const ratePct = decimal(claim.ratePct);
  const count = country === 'GB' ? 'ACT/365F' : dayCount;
  return { ratePct, dayCount: count, basis: country, cappedTo: null, fee: claim.compensation };
}

/** The fee of the range that the debt reaches; only where a clause agrees on it. */
function feeOf({ minor, currency: code }: LateDebt, { fees, feeClause }: ChargeTerms): Money {
  const none = money(0n, code);
  if (feeClause === '') return none;
  const reached = fees
    .filter((range) => range.currency === code)
    .map((range) => ({ from: amountIn(range.from, code), amount: amountIn(range.amount, code) }))
    .filter(({ from }) => from.minor <= minor)
    .toSorted((a, b) => (a.from.minor < b.from.minor ? -1 : 1));
  return reached.at(-1)?.amount ?? none;
}

function amountIn(text: string, code: string): Money {
  const read = parseMoney(text, currency(code));
  if (!read) throw new Error(`the amount ${text} ${code} was accepted and is none`);
  return read;
}

type Line = {
  readonly from: Day;
  readonly to: Day;
  readonly minor: bigint;
  readonly ratePct: Decimal;
  readonly fraction: Ratio;
};

function linesOf(debt: LateDebt, { ratePct, dayCount }: Rate, asOf: Day): Line[] {
  const { service, interestTo, dueOn } = debt;
  const from = interestTo === null ? dueOn : later(dueOn, interestTo);
  const turns = service ? [service.from, ...(service.to === null ? [] : [service.to])] : [];
  return stretches(debt, from, asOf, turns).map((stretch) => ({
    ...stretch,
    ratePct: servedRate(debt, ratePct, stretch.from),
    fraction: yearFraction(stretch.from, earlier(stretch.to, asOf), dayCount),
  }));
}

/** No more than 6 % on a debt from before the service, while it lasts. */
function servedRate({ service, issuedOn }: LateDebt, ratePct: Decimal, on: Day): Decimal {
  if (service === null || issuedOn >= service.from) return ratePct;
  const serves = on >= service.from && (service.to === null || on < service.to);
  return serves && isAbove(ratePct, serviceCapPct) ? serviceCapPct : ratePct;
}

/** Rounded once, over all the lines. */
function interestOf(lines: readonly Line[]): bigint {
  const none: Ratio = { top: 0n, bottom: 1n };
  const { top, bottom } = lines
    .map(({ minor, ratePct, fraction }): Ratio => ({
      top: minor * ratePct.units * fraction.top,
      bottom: 100n * 10n ** BigInt(ratePct.scale) * fraction.bottom,
    }))
    .reduce(addRatios, none);
  return divideHalfUp(top, bottom);
}
