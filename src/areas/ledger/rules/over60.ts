/**
 * The controller's report of what is more than 60 days old, on a stated basis.
 *
 * "Over 60" means 61 days or more: an item due on 1 October is 60 days late on 30 November
 * and stays out (rule report.over60). Credits do not net the list; disputed items and plan
 * instalments are in the total and shown apart, because they are worked by other people.
 */
import { type Day } from '#kernel/day.ts';
import { type Currency, type Money, isPositive, sum } from '#kernel/money.ts';
import { age } from './aging.ts';

export type Over60Item = {
  readonly id: string;
  /** The due day or the invoice day, whichever basis the report states. */
  readonly countedFrom: Day;
  readonly open: Money;
  readonly disputed?: boolean;
  readonly onPlan?: boolean;
};

export type Over60 = {
  /** Ids of the items in the report, in the order of their ids. */
  readonly included: readonly string[];
  readonly total: Money;
  readonly ofWhichDisputed: Money;
  readonly ofWhichOnPlan: Money;
};

const lastDayOut = 60;

/** The items of one currency that are 61 or more days old, with their total. */
export function over60(items: readonly Over60Item[], currency: Currency, asOf: Day): Over60 {
  const included = items
    .filter((item) => isPositive(item.open) && age(asOf, item.countedFrom) > lastDayOut)
    .toSorted((a, b) => inOrder(a.id, b.id));
  const total = (some: readonly Over60Item[]) =>
    sum(
      some.map((item) => item.open),
      currency,
    );
  return {
    included: included.map((item) => item.id),
    total: total(included),
    ofWhichDisputed: total(included.filter((item) => item.disputed === true)),
    ofWhichOnPlan: total(included.filter((item) => item.onPlan === true)),
  };
}

function inOrder(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
