/**
 * A credit policy as sentences: one a rule, by which two versions are held against each other.
 *
 * A rule that a policy does not have has no sentence, so that what is new or gone shows as such.
 * A newcomer would compare the texts: two texts may mean the same.
 */
import type { Facts } from '#kernel/outcome.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import type { Saying } from '#areas/policies/rules/sayings.ts';
import { type Checkpoint, type CreditPolicy, checkpoints, holdReasons } from './policy.ts';

/** A rule of the policy; `credit.rule_…`: the words have a sentence for each. */
export type CreditSaying = Saying<SayingCode>;

export type SayingCode =
  | 'credit.rule_companies'
  | 'credit.rule_stops'
  | 'credit.rule_tolerance'
  | 'credit.rule_past_due'
  | 'credit.rule_broken_promise'
  | 'credit.rule_status'
  | 'credit.rule_exclude'
  | 'credit.rule_orders_below'
  | 'credit.rule_release_on_cash'
  | 'credit.rule_on_return'
  | 'credit.rule_release_days'
  | 'credit.rule_unapplied';

/** Every rule of a policy, in the order in which people read them. */
export function sayingsOf(policy: CreditPolicy): readonly CreditSaying[] {
  const { companies, at, toleranceBps, pastDue, brokenPromiseDays, statuses, exclude } = policy;
  const stops = holdReasons.map((reason) =>
    saying(`stops ${reason}`, 'credit.rule_stops', { reason, at: whereOf(at[reason]) }),
  );
  const late = {
    days: pastDue.days,
    grace: pastDue.graceDays,
    from: amounts(pastDue.from) || 'none',
  };
  const excluded = (['accounts', 'segments', 'kinds'] as const).flatMap((what) =>
    exclude[what].length === 0
      ? []
      : [saying(`exclude ${what}`, 'credit.rule_exclude', { what, names: sorted(exclude[what]) })],
  );
  const below = amounts(exclude.ordersBelow);
  return [
    saying('companies', 'credit.rule_companies', { companies: sorted(companies) || 'all' }),
    ...stops,
    saying('tolerance', 'credit.rule_tolerance', { percent: percentOf(toleranceBps) }),
    saying('past due', 'credit.rule_past_due', late),
    saying('broken promise', 'credit.rule_broken_promise', { days: brokenPromiseDays }),
    ...statuses
      .toSorted()
      .map((status) => saying(`status ${status}`, 'credit.rule_status', { status })),
    ...excluded,
    ...(below === '' ? [] : [saying('orders below', 'credit.rule_orders_below', { below })]),
    saying('cash', 'credit.rule_release_on_cash', {
      releases: policy.releaseOnCash ? 'yes' : 'no',
    }),
    saying('return', 'credit.rule_on_return', { does: policy.onReturn }),
    saying('days', 'credit.rule_release_days', { days: policy.releaseDays }),
    saying('unapplied', 'credit.rule_unapplied', { counts: policy.countUnapplied ? 'yes' : 'no' }),
  ];
}

function saying(rule: string, code: SayingCode, facts: Facts): CreditSaying {
  return { rule, code, facts };
}

/** `order_delivery`: a name for each set of documents, which the words know. */
function whereOf(at: readonly Checkpoint[]): string {
  const where = checkpoints.filter((each) => at.includes(each)).join('_');
  return where === '' ? 'nowhere' : where;
}

function amounts(all: readonly Money[]): string {
  return sorted(all.map((each) => `${formatMoney(each)} ${each.currency}`));
}

function sorted(names: readonly string[]): string {
  return names.toSorted().join(', ');
}

/** Hundredths of a percent as a percentage: 250 is 2.5. */
function percentOf(bps: number): string {
  const rest = String(bps % 100)
    .padStart(2, '0')
    .replace(/0+$/u, '');
  return rest === '' ? String(Math.trunc(bps / 100)) : `${Math.trunc(bps / 100)}.${rest}`;
}
