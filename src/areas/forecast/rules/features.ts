/**
 * What a model is told about one open invoice on one coming day: how this customer pays at this
 * distance from the due day, on this weekday, at this point of the month.
 *
 * Only what is known at the close of the day of the prediction, and the calendar.
 */
import { type Calendar, weekdayOf } from './calendar.ts';
import { logit, slotOf } from './hazard.ts';
import type { KnownItem } from './known-item.ts';
import type { Matrix } from './matrix.ts';
import { type CustomerSeen, type Seen, termsOf } from './seen.ts';

export const featureNames = [
  'customer_at_offset',
  'customer_near_offset',
  'customer_since_issue',
  'all_at_offset',
  'terms_at_offset',
  'customer_weekday',
  'all_weekday',
  'customer_month_day',
  'all_month_day',
  'month_end',
  'days_to_month_end',
  'not_due',
  'due_today',
  'days_late_early',
  'days_late_long',
  'days_ahead',
  'per_run',
  'mean_delay',
  'spread',
  'since_last_payment',
  'history',
  'skipped',
  'relative_size',
  'mark_at_offset',
] as const;
export const width = featureNames.length;

/** What stays the same on all coming days of one invoice. */
export type Still = {
  readonly item: KnownItem;
  readonly customer: CustomerSeen;
  readonly terms: Float64Array;
  readonly skipped: number;
  readonly mark: Float64Array;
};

export function still(seen: Seen, item: KnownItem, customer: CustomerSeen): Still {
  return {
    item,
    customer,
    terms: seen.byTerms.get(termsOf(item)) ?? seen.all.byDue,
    skipped: laterDuePaid(customer.paidDues, item.dueOn),
    mark: seen.byMark.get(item.attr) ?? seen.all.byDue,
  };
}

export type Known = { readonly seen: Seen; readonly calendar: Calendar };
export type Place = { readonly matrix: Matrix; readonly row: number };

/** Writes the features of one coming day into a row of the matrix. */
export function fill(
  { matrix, row }: Place,
  { seen, calendar }: Known,
  of: Still,
  on: number,
): void {
  const { item, customer, terms } = of;
  const offset = on - item.dueOn;
  const slot = slotOf(offset);
  const week = weekdayOf(on);
  const month = calendar.monthDays[on - calendar.first] ?? 1;
  const toMonthEnd = calendar.toMonthEnd[on - calendar.first] ?? 0;
  let at = row * width;
  const put = (value: number): void => {
    matrix[at] = value;
    at += 1;
  };
  put(logit(customer.byDue[slot] ?? 0));
  put(logit(customer.byDueSmooth[slot] ?? 0));
  put(logit(customer.byIssue[slotOf(on - item.issuedOn)] ?? 0));
  put(logit(seen.all.byDue[slot] ?? 0));
  put(logit(terms[slot] ?? 0));
  put(Math.log((customer.weekdays[week] ?? 1) + 0.005));
  put(Math.log((seen.all.weekdays[week] ?? 1) + 0.005));
  put(Math.log((customer.monthDays[month] ?? 1) + 0.05));
  put(Math.log((seen.all.monthDays[month] ?? 1) + 0.05));
  put(toMonthEnd <= 1 ? 1 : 0);
  put(toMonthEnd / 10);
  put(offset < 0 ? 1 : 0);
  put(offset === 0 ? 1 : 0);
  put(Math.min(Math.max(offset, 0), 10) / 10);
  put(Math.log1p(Math.max(offset, 0)));
  put(Math.log1p(on - seen.asOf - 1));
  put(Math.log(customer.perRun));
  put(Math.max(-30, Math.min(customer.meanDelay, 60)) / 10);
  put(Math.log1p(customer.spread));
  put(Math.log1p(Math.min(on - (customer.lastPaidOn ?? on - 60), 90)));
  put(Math.log1p(Math.min(customer.closed, 200)));
  put(Math.log1p(of.skipped));
  put(relativeSize(item, customer));
  put(logit(of.mark[slot] ?? 0));
}

/** Invoices due later that were paid while this one was left: likely disputed or lost. */
function laterDuePaid(dues: Float64Array, dueOn: number): number {
  let low = 0;
  let high = dues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dues[middle] ?? 0) <= dueOn) low = middle + 1;
    else high = middle;
  }
  return dues.length - low;
}

function relativeSize({ size }: KnownItem, { meanSize }: CustomerSeen): number {
  if (meanSize <= 0 || size <= 0) return 0;
  return Math.max(-3, Math.min(Math.log(size / meanSize), 3));
}
