/**
 * The validation notice of 12 CFR 1006.34: whether it must be sent, by when, and until when the
 * debt may be disputed.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type BusinessCalendar, plusBusinessDays } from '#areas/team/rules/calendar.ts';

export type ValidationDuty = {
  readonly required: boolean;
  /** Null where no notice is owed by such an actor at all. */
  readonly dueBy: Day | null;
};

/**
 * Owed by third-party collectors within five days of the first communication, unless the debt
 * is paid before that: 1006.34(a)(1)(i)(B), (a)(2).
 */
export function validationDuty(
  actor: 'first_party' | 'third_party',
  initialCommunication: Day,
  paidInFullOn: Day | undefined,
): ValidationDuty {
  if (actor === 'first_party') return { required: false, dueBy: null };
  const dueBy = plusDays(initialCommunication, 5);
  return { required: paidInFullOn === undefined || paidInFullOn > dueBy, dueBy };
}

export type ValidationPeriod = {
  readonly assumedReceivedOn: Day;
  readonly validationPeriodEnds: Day;
};

/**
 * Thirty days after receipt, which may be assumed on the fifth day after sending, Saturdays,
 * Sundays and legal public holidays left out: 1006.34(b)(5).
 */
export function validationPeriod(sentOn: Day, calendar: BusinessCalendar): ValidationPeriod {
  const assumedReceivedOn = plusBusinessDays(sentOn, 5, calendar);
  return { assumedReceivedOn, validationPeriodEnds: plusDays(assumedReceivedOn, 30) };
}
