/**
 * Signing a day: nothing differs that nobody has named, and it is a second person's word where
 * the company asks for one.
 *
 *   open ──signed──▶ signed ──something of that day arrives──▶ signed, with late arrivals
 *                                                                └──signed again──▶ signed
 *
 * A signature is never changed. What arrives later is named beside it, and a further signature
 * takes it in; the first one stays.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { decimalsOf, formatMinor } from '#kernel/money.ts';
import type { ProvedDay } from './day.ts';

export type ClosingPolicy = {
  /** Nobody signs a day of which they entered, deposited or posted anything. */
  readonly secondPerson: boolean;
  /** Calendar days that a bank is given to answer a question. */
  readonly bankAnswerDays: number;
  /** Calendar days in which a second person looks over what somebody signed alone. */
  readonly reviewDays: number;
};

/** The policy of a company that has not set its own (rules: recording and reconciling apart). */
export const standardClosingPolicy: ClosingPolicy = {
  secondPerson: true,
  bankAnswerDays: 3,
  reviewDays: 3,
};

export type SignDayRefusal =
  | 'cash.day_ahead'
  | 'cash.day_signed_already'
  | 'cash.day_differs'
  | 'cash.second_person_signs';

export type DayToSign = {
  readonly day: Day;
  readonly today: Day;
  readonly proved: ProvedDay;
  /** How often it was signed, and what has arrived since. */
  readonly signatures: number;
  readonly lateArrivals: number;
  /** Who entered, deposited or posted something of the day. */
  readonly workedOnBy: readonly string[];
};

/** May this actor sign? A refusal for a difference names the first one, to the cent. */
export function maySignDay(
  wish: DayToSign,
  actor: string,
  policy: ClosingPolicy,
): Outcome<true, SignDayRefusal> {
  const { day, today, proved, signatures, lateArrivals, workedOnBy } = wish;
  if (day > today) return refuse('cash.day_ahead', { day, today });
  if (signatures > 0 && lateArrivals === 0) return refuse('cash.day_signed_already', { day });
  const left = proved.differences.filter(({ heldOver }) => !heldOver);
  const [first] = left;
  if (first) {
    const { kind, who, currency } = first;
    const amount = formatMinor(first.amount, decimalsOf(currency));
    return refuse('cash.day_differs', { day, kind, who, amount, currency, count: left.length });
  }
  if (policy.secondPerson && workedOnBy.includes(actor)) {
    return refuse('cash.second_person_signs', { day });
  }
  return accept(true);
}
