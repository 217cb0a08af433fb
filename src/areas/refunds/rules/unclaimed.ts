/**
 * Money that nobody asks for goes to the state of its owner, after a letter to him.
 *
 *   arises ─ last word of the owner ─ dormancy ─▶ letter 180 to 60 days before ─▶ reported
 *
 * A word of the owner starts the clock again. Federal student aid never goes there, whatever
 * the state. Only the law of the District of Columbia has been read (D.C. Law 24-45, 7005,
 * 7014, 7026, 7029): for another state the rule has no answer.
 */
import { type Day, dayOf, later, parts, plusDays, plusMonths } from '#kernel/day.ts';
import { type Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type UnclaimedMoney = {
  readonly state: string;
  /** `customer_credit`, `wages`, `gift_card` … */
  readonly type: string;
  readonly aroseOn: Day;
  readonly lastContactOn?: Day | undefined;
  readonly amount: Money;
};

export type UnclaimedStatus =
  | { readonly routeTo: 'department_of_education' }
  | {
      readonly routeTo: 'state';
      readonly dormantOn: Day;
      /** The report must be in before this day. */
      readonly reportBefore: Day;
      readonly plannedFilingOn: Day;
      /** Between these days the letter goes out. */
      readonly noticeWindow: readonly [Day, Day];
      readonly isNoticeRequired: boolean;
    };

/** Months of dormancy in the District; what is not named is the residual class. */
const dormancyMonths: Readonly<Record<string, number>> = {
  wages: 12,
  payroll: 12,
  utility_deposit: 12,
  utility_refund: 12,
  dissolution: 12,
  court_deposit: 12,
  government_refund: 12,
  gift_card: 60,
  money_order: 84,
  travelers_check: 180,
};
const residualMonths = 36;
const smallestNoticedMinor = 5_000n;

/** What is due and when; refused for a state whose law nobody has read. */
export function unclaimedStatus(
  held: UnclaimedMoney,
): Outcome<UnclaimedStatus, 'unclaimed.state_not_read'> {
  if (held.type.startsWith('title_iv')) return accept({ routeTo: 'department_of_education' });
  if (held.state !== 'DC') return refuse('unclaimed.state_not_read', { state: held.state });
  const since = held.lastContactOn ? later(held.aroseOn, held.lastContactOn) : held.aroseOn;
  const months = Object.hasOwn(dormancyMonths, held.type) ? dormancyMonths[held.type] : undefined;
  const dormantOn = plusMonths(since, months ?? residualMonths);
  const reportBefore = reportDay(dormantOn);
  const plannedFilingOn = plusDays(reportBefore, -1);
  return accept({
    routeTo: 'state',
    dormantOn,
    reportBefore,
    plannedFilingOn,
    noticeWindow: [plusDays(plannedFilingOn, -180), plusDays(plannedFilingOn, -60)],
    isNoticeRequired: held.amount.minor >= smallestNoticedMinor,
  });
}

/** A report covers the twelve months to 30 June and is in before 1 November. */
function reportDay(dormantOn: Day): Day {
  const { year, month } = parts(dormantOn);
  const found = dayOf(month <= 6 ? year : year + 1, 11, 1);
  if (found === undefined) throw new RangeError(`no report follows ${dormantOn}`);
  return found;
}
