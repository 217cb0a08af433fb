/**
 * A debit that came back through the ACH: what may be done with it, and until when.
 *
 *   settled ─ returned R01, R09 ─▶ again ─▶ and once more, within 180 days ─▶ never after
 *                    any other ──▶ not without a new account or a new authorization
 *
 * Nacha Operating Rules, subsection 2.13.4 (reinitiation) and section 3.8 with 3.13 (return
 * windows). An entry that is sent again bears the same company, amount and RETRY PYMT.
 */
import { federalBankCalendar, plusBusinessDays } from '#areas/team/rules/calendar.ts';
import { type Day, plusDays } from '#kernel/day.ts';

export type StopReason =
  | 'past_180_days'
  | 'max_presentments'
  | 'unauthorized_stop'
  | 'administrative_stop';

export type AfterReturn = {
  readonly mayReinitiate: boolean;
  /** The last day on which the entry may settle again; null when it never may. */
  readonly lastDay: Day | null;
  /** How often it may still be sent. */
  readonly remaining: number;
  /** What the company entry description must say. */
  readonly description: 'RETRY PYMT' | null;
  readonly reason: StopReason | null;
};

export type ReturnedDebit = {
  /** R-code of the return, such as R01. */
  readonly code: string;
  readonly settledOn: Day;
  /** How often the debit has been sent, the first time included. */
  readonly presentments: number;
};

/** Insufficient and uncollected funds: the only returns after which a debit is sent again. */
const retryable: ReadonlySet<string> = new Set(['R01', 'R09']);
const mostPresentments = 3;
const retryDays = 180;

/**
 * The receiver did not agree, took it back or stopped it: a new word of the receiver comes
 * first. R08 stops one payment, R11 says that it was not as agreed.
 */
const unauthorized: ReadonlySet<string> = new Set([
  'R05',
  'R07',
  'R08',
  'R10',
  'R11',
  'R29',
  'R51',
]);

/** May the debit be sent again on that day? */
export function afterReturn(returned: ReturnedDebit, on: Day): AfterReturn {
  if (!retryable.has(returned.code)) {
    const reason = unauthorized.has(returned.code) ? 'unauthorized_stop' : 'administrative_stop';
    return { ...never, reason };
  }
  const lastDay = plusDays(returned.settledOn, retryDays);
  const left = Math.max(0, mostPresentments - returned.presentments);
  if (on > lastDay) return { ...never, lastDay, reason: 'past_180_days' };
  if (left === 0) return { ...never, lastDay, reason: 'max_presentments' };
  const description = 'RETRY PYMT';
  return { mayReinitiate: true, lastDay, remaining: left, description, reason: null };
}

const never = { mayReinitiate: false, lastDay: null, remaining: 0, description: null } as const;

/** Consumers may say within 60 days that they did not agree; banks send these on. */
const sixtyDays: ReadonlySet<string> = new Set([
  'R05',
  'R07',
  'R10',
  'R11',
  'R33',
  'R37',
  'R38',
  'R51',
  'R52',
  'R53',
]);

/** The day until which a return by this code can still come for a settled debit. */
export function returnExpectedBy(code: string, settledOn: Day): Day {
  return sixtyDays.has(code)
    ? plusDays(settledOn, 60)
    : plusBusinessDays(settledOn, 2, federalBankCalendar);
}
