/**
 * A payment that fell short: what is left of a debt after its due day, why, and what is said of
 * it.
 *
 *   ask        somebody asks the customer for the rest
 *   charge     it stays owed and bears interest with the next run
 *   write_off  it is asked to be given up
 *   leave      it stands as it is until a day
 *
 * An answer is about the rest as it stood; another payment, and it is asked about again.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const shortReasons = [
  'unearned_discount',
  'small_rest',
  'missed_instalment',
  'part_paid',
] as const;
export type ShortReason = (typeof shortReasons)[number];

export const shortAnswers = ['ask', 'charge', 'write_off', 'leave'] as const;
export type ShortAnswer = (typeof shortAnswers)[number];

export type ShortDebt = {
  readonly amount: bigint;
  readonly open: bigint;
  readonly instalment: boolean;
  /** The discounts that were offered on it. */
  readonly offered: readonly bigint[];
  readonly small: boolean;
};

/** Why something is left; undefined when nothing was paid and it is no instalment. */
export function shortReason(debt: ShortDebt): ShortReason | undefined {
  const untouched = debt.open === debt.amount;
  if (untouched) return debt.instalment ? 'missed_instalment' : undefined;
  if (debt.offered.includes(debt.open)) return 'unearned_discount';
  return debt.small ? 'small_rest' : 'part_paid';
}

export type ShortRefusal =
  | 'charges.no_such_rest'
  | 'charges.leave_needs_day'
  | 'charges.leave_too_long';

/** So long may a rest stand before somebody looks at it again. */
const longestDays = 366;

export function acceptShortAnswer(
  answer: ShortAnswer,
  until: Day | null,
  today: Day,
): Outcome<{ until: Day | null }, ShortRefusal> {
  if (answer !== 'leave') return accept({ until: null });
  if (until === null || until <= today) return refuse('charges.leave_needs_day', { today });
  const furthest = plusDays(today, longestDays);
  if (until > furthest) return refuse('charges.leave_too_long', { furthest });
  return accept({ until });
}
