/**
 * The Title IV credit balance of a payment period, from what stands on the student's account, and
 * by when it is paid.
 *
 *   aid of the term − allowable charges = what is the student's, on a clock of 14 days
 *
 * Whoever withdraws starts the clock anew: first the return is computed, then what is left is
 * paid within 14 days of that (34 CFR 668.22; FSA Handbook, volume 5).
 */
import { type BusinessCalendar, businessDayOnOrBefore } from '#areas/team/rules/calendar.ts';
import { type Day, later } from '#kernel/day.ts';
import { type Currency, type Money, money, zero } from '#kernel/money.ts';
import { type CreditBalance, creditBalance, payableBy } from './credit-balance.ts';

export const chargeKinds = [
  'tuition',
  'fees',
  'room',
  'board',
  'books',
  'fine',
  'other',
  'earlier_year',
] as const;
export type ChargeKind = (typeof chargeKinds)[number];

/** Tuition, fees, contracted room and board, books: what Title IV may always pay. */
const allowableKinds: readonly ChargeKind[] = ['tuition', 'fees', 'room', 'board', 'books'];

export type TermCharge = {
  readonly kind: ChargeKind;
  readonly authorised: boolean;
  readonly minor: bigint;
  readonly on: Day;
};

export type TermAid = { readonly isTitleIv: boolean; readonly minor: bigint; readonly on: Day };

export function isAllowable({
  kind,
  authorised,
}: Pick<TermCharge, 'kind' | 'authorised'>): boolean {
  return allowableKinds.includes(kind) || (authorised && kind !== 'earlier_year');
}

/** Both balances of a term, and the day on which they came to be as they are. */
export function balanceOf(
  charges: readonly TermCharge[],
  aid: readonly TermAid[],
  currency: Currency,
): CreditBalance & { readonly aroseOn: Day | undefined } {
  const total = (minors: readonly bigint[]): Money =>
    money(
      minors.reduce((all, minor) => all + minor, 0n),
      currency,
    );
  const carried = charges.filter(({ kind }) => kind === 'earlier_year');
  const rest = charges.filter(({ kind }) => kind !== 'earlier_year');
  const balance = creditBalance({
    titleIv: total(aid.filter(({ isTitleIv }) => isTitleIv).map(({ minor }) => minor)),
    allowable: total(rest.filter(isAllowable).map(({ minor }) => minor)),
    otherAid: total(aid.filter(({ isTitleIv }) => !isTitleIv).map(({ minor }) => minor)),
    unauthorized: total(rest.filter((each) => !isAllowable(each)).map(({ minor }) => minor)),
    earlierYear: carried.length === 0 ? zero(currency) : total(carried.map(({ minor }) => minor)),
  });
  const days = [...charges, ...aid].map(({ on }) => on);
  const [first, ...others] = days;
  const aroseOn = first === undefined ? undefined : others.reduce((a, b) => later(a, b), first);
  return { ...balance, aroseOn };
}

/** The 14th day, or the business day before it, because the law does not extend it. */
export function payTitleIvBy(aroseOn: Day, classesFrom: Day, calendar: BusinessCalendar): Day {
  return businessDayOnOrBefore(payableBy(aroseOn, classesFrom), calendar);
}
