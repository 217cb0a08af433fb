/**
 * What a company charges who pays late: its contract's words, and the law's where there is no
 * contract. The words of a contract stay as they are: 1.5 % a month is not 18 % a year.
 *
 * The rule a newcomer would break: nothing is charged that no clause agrees on, but for what a
 * statute gives without one.
 */
import { type Day, parseDay } from '#kernel/day.ts';
import { type Decimal, parseDecimal } from '#kernel/decimal.ts';
import { parseCurrency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type DayCount, dayCounts } from '#areas/ledger/rules/interest/accrual.ts';

export { dayCounts };

/** A late fee: the one with the highest `from` that the debt reaches. */
export type FeeRange = {
  readonly currency: string;
  /** The debt's amount from which on it counts, inclusive. */
  readonly from: string;
  readonly amount: string;
};

/** A statute's claim for businesses of a country: reference rate and points above it. */
export type Statute = {
  /** ISO 3166, two letters; `GB` has its own fixed sums. */
  readonly country: string;
  readonly marginPct: string;
  readonly dayCount: DayCount;
  readonly fixedSum: string;
  readonly currency: string;
  /** Of the half-year in which a debt becomes late; fixed for the debt. */
  readonly referenceRates: readonly { readonly from: string; readonly ratePct: string }[];
};

export type ChargeTerms = {
  /** Days after the due day before anything is charged; interest then runs from the due day. */
  readonly graceDays: number;
  readonly interest: {
    readonly ratePct: string;
    readonly per: 'year' | 'month';
    readonly dayCount: DayCount;
    /** Where the customer agreed to it; empty: an oral agreement. */
    readonly clause: string;
  } | null;
  readonly fees: readonly FeeRange[];
  /** Where the fees are agreed on; none is charged without. */
  readonly feeClause: string;
  readonly statutes: readonly Statute[];
  /** Runs are booked by one person's word. */
  readonly alone: boolean;
};

/** Nothing is charged until a company says what its contracts agree on. */
export const noTerms: ChargeTerms = {
  graceDays: 0,
  interest: null,
  fees: [],
  feeClause: '',
  statutes: [],
  alone: false,
};

export type TermsRefusal = 'charges.terms_unreadable' | 'charges.fee_without_clause';

/** Refuses terms in which a rate, an amount or a day cannot be read, by what it says. */
export function acceptTerms(terms: ChargeTerms): Outcome<ChargeTerms, TermsRefusal> {
  const unread = unreadable(terms);
  if (unread !== undefined) return refuse('charges.terms_unreadable', { said: unread });
  if (terms.fees.length > 0 && terms.feeClause === '') return refuse('charges.fee_without_clause');
  return accept(terms);
}

function unreadable({ interest, fees, statutes }: ChargeTerms): string | undefined {
  const rates = [
    ...(interest ? [interest.ratePct] : []),
    ...statutes.flatMap((each) => [
      each.marginPct,
      ...each.referenceRates.map(({ ratePct }) => ratePct),
    ]),
  ];
  const badRate = rates.find((text) => !isRate(text));
  if (badRate !== undefined) return badRate;
  const days = statutes.flatMap((each) => each.referenceRates.map(({ from }) => from));
  const badDay = days.find((text) => parseDay(text) === undefined);
  if (badDay !== undefined) return badDay;
  const amounts = [
    ...fees.flatMap(({ from, amount, currency }) => [
      [from, currency] as const,
      [amount, currency] as const,
    ]),
    ...statutes.map(({ fixedSum, currency }) => [fixedSum, currency] as const),
  ];
  return amounts.find(([text, code]) => !isAmount(text, code))?.join(' ');
}

function isRate(text: string): boolean {
  const read = parseDecimal(text);
  return read !== undefined && read.units >= 0n;
}

function isAmount(text: string, code: string): boolean {
  const currency = parseCurrency(code);
  const read = currency && parseMoney(text, currency);
  return read !== undefined && read.minor >= 0n;
}

/** Percent a year and its day count; a month's rate counts months of thirty days. */
export function yearlyRate(interest: NonNullable<ChargeTerms['interest']>): {
  readonly ratePct: Decimal;
  readonly dayCount: DayCount;
} {
  const { units, scale } = readRate(interest.ratePct);
  if (interest.per === 'year') return { ratePct: { units, scale }, dayCount: interest.dayCount };
  return { ratePct: { units: units * 12n, scale }, dayCount: '30/360' };
}

/** A rate that was accepted. */
export function readRate(text: string): Decimal {
  const read = parseDecimal(text);
  if (!read) throw new Error(`the rate ${text} was accepted and is none`);
  return read;
}

/** The reference rate of a debt: that of the latest day on or before it became late. */
export function referenceOn(statute: Statute, lateOn: Day): Decimal | undefined {
  const known = statute.referenceRates
    .filter(({ from }) => from <= lateOn)
    .toSorted((a, b) => a.from.localeCompare(b.from));
  const last = known.at(-1);
  return last && readRate(last.ratePct);
}
