/**
 * A Medicare overpayment is reported and returned within 60 days of being identified, which
 * means known or recklessly ignored (42 CFR 401.305, since 1 January 2025).
 *
 *   identified ─ inquiry begins ─ at most 180 days ─ concluded ─ what was left of the 60 ─▶ due
 *
 * A good-faith inquiry that begins in time stops the clock; a cost report that is due later
 * puts it off.
 */
import { type Day, daysBetween, earlier, later, plusDays } from '#kernel/day.ts';

export type Overpayment = {
  readonly identifiedOn: Day;
  readonly inquiryFrom?: Day | undefined;
  readonly inquiryTo?: Day | undefined;
  readonly costReportDue?: Day | undefined;
};

export type OverpaymentClock = {
  /** While the inquiry runs: the last day that it may stop the clock. */
  readonly suspendedUntil: Day | null;
  /** Null while the inquiry runs. */
  readonly reportBy: Day | null;
};

const reportDays = 60;
const inquiryDays = 180;

/** Payments of the last six years are looked at (401.305(f)). */
export const lookbackYears = 6;

/** Where the clock of an overpayment stands. */
export function overpaymentClock(overpayment: Overpayment): OverpaymentClock {
  const { identifiedOn, inquiryFrom, inquiryTo, costReportDue } = overpayment;
  const plain = plusDays(identifiedOn, reportDays);
  const due = (on: Day) => (costReportDue ? later(on, costReportDue) : on);
  const isTimely = inquiryFrom !== undefined && inquiryFrom <= plain;
  if (!isTimely) return { suspendedUntil: null, reportBy: due(plain) };

  const longest = plusDays(inquiryFrom, inquiryDays);
  if (inquiryTo === undefined) return { suspendedUntil: longest, reportBy: null };
  const used = Math.max(0, daysBetween(identifiedOn, inquiryFrom));
  const resumes = plusDays(earlier(inquiryTo, longest), reportDays - used);
  return { suspendedUntil: null, reportBy: due(resumes) };
}
