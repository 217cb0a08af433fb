/**
 * Who finds out what: by the reason of a case, the department that knows and the business days in
 * which it owes an answer.
 *
 * These are the house's own until a company says otherwise for a reason. A billing error that a
 * consumer names in writing has the law's own days beside them (12 CFR 1026.13(c)).
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type BusinessCalendar, plusBusinessDays } from '#areas/team/rules/calendar.ts';
import type { DisputeReason } from './case.ts';

export const departments = ['sales', 'operations', 'billing', 'ar'] as const;
export type Department = (typeof departments)[number];

export type Route = {
  readonly reason: DisputeReason;
  readonly department: Department;
  readonly answerDays: number;
  /** Who is asked without anybody choosing; null: whoever coordinates the case chooses. */
  readonly ownerId: Id | null;
  readonly outside: Outsider | null;
};

/** Somebody who answers without an account here. */
export type Outsider = { readonly name: string; readonly email: string };

type Standard = readonly [department: Department, answerDays: number];

const standard: Readonly<Record<DisputeReason, Standard>> = {
  price: ['sales', 5],
  quantity: ['operations', 5],
  damaged: ['operations', 5],
  not_received: ['operations', 3],
  not_ordered: ['sales', 5],
  freight: ['operations', 3],
  tax: ['billing', 5],
  duplicate: ['billing', 3],
  terms: ['sales', 5],
  service: ['operations', 10],
  returned: ['operations', 5],
  promotion: ['sales', 5],
  discount: ['ar', 3],
  short_paid: ['ar', 5],
  billing_error: ['billing', 10],
  other: ['ar', 5],
};

/** How a reason is followed where a company has said nothing of it. */
export function standardRoute(reason: DisputeReason): Route {
  const [department, answerDays] = standard[reason];
  return { reason, department, answerDays, ownerId: null, outside: null };
}

/** The day by which whoever finds out owes an answer; the day of asking is not counted. */
export function answerBy(
  { answerDays }: Pick<Route, 'answerDays'>,
  today: Day,
  calendar: BusinessCalendar,
): Day {
  return plusBusinessDays(today, answerDays, calendar);
}

/** What the law wants of a written billing error: acknowledged in 30 days, resolved in 90. */
export function billingErrorDays(receivedOn: Day): { acknowledge: Day; resolve: Day } {
  return { acknowledge: plusDays(receivedOn, 30), resolve: plusDays(receivedOn, 90) };
}
