/**
 * What a customer says in writing of a credit.
 *
 *   hold_title_iv     the school may hold the balance (34 CFR 668.165(b)): revocable at any time,
 *                     not retroactive, never a condition of enrolment
 *   plus_to_student   a parent lets a PLUS balance go to the student (668.164(h)(1))
 *   written_request   the customer asks for the credit back (12 CFR 1026.11(a)(2))
 */
import type { Day } from '#kernel/day.ts';

export const authorisationKinds = ['hold_title_iv', 'plus_to_student', 'written_request'] as const;
export type AuthorisationKind = (typeof authorisationKinds)[number];

/** Does a word stand on a day? Its last day is one of its days. */
export function stands(
  { givenOn, untilOn }: { readonly givenOn: Day; readonly untilOn: Day | null },
  on: Day,
): boolean {
  return givenOn <= on && (untilOn === null || on <= untilOn);
}
