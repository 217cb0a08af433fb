/**
 * Changing a plan that is agreed: a new version of its schedule, never an edit of the old one.
 *
 *   amendment   an instalment moved, or its amount shared otherwise, before its day; no breach
 *   catch-up    what was missed, spread over the instalments that are still to come
 *
 * The total stays what it is, and each instalment keeps the first day on which it was due.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import {
  type Money,
  allocate,
  formatMoney,
  isPositive,
  isZero,
  minus,
  plus,
  sum,
} from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { PlanEdit } from './draft.ts';
import type { PaidInstallment, Scheduled } from './progress.ts';

export type Amendment = {
  readonly installments: readonly Scheduled[];
  /** The furthest that an edited day stands from its first, or that money is put off. */
  readonly movedDays: number;
};

export type AmendRefusal =
  | 'plan.nothing_changes'
  | 'plan.no_such_instalment'
  | 'plan.instalment_paid'
  | 'plan.instalment_past'
  | 'plan.day_has_passed'
  | 'plan.days_not_rising'
  | 'plan.below_what_is_paid'
  | 'plan.sum_differs';

/** With the day on which it was due at first; many small moves are one large one. */
export type Amendable = PaidInstallment & { readonly firstDueOn: Day };

/** The schedule with the edits; refuses in the order of the refusals above. */
export function amend(
  current: readonly Amendable[],
  edits: readonly PlanEdit[],
  today: Day,
): Outcome<Amendment, AmendRefusal> {
  if (edits.length === 0) return refuse('plan.nothing_changes');
  for (const edit of edits) {
    const unfit = unfitEdit(current, edit, today);
    if (unfit) return unfit;
  }
  const installments = current.map(({ no, amount, dueOn }): Scheduled => {
    const edit = edits.findLast((each) => each.no === no);
    return { no, amount: edit?.amount ?? amount, dueOn: edit?.dueOn ?? dueOn };
  });
  const fallen = installments.find(({ dueOn }, at) => {
    const before = installments[at - 1];
    return before !== undefined && dueOn <= before.dueOn && before.no > 0;
  });
  if (fallen) return refuse('plan.days_not_rising', { day: fallen.dueOn });
  const [before, after] = [totalOf(current), totalOf(installments)];
  if (before && after && before.minor !== after.minor) {
    return refuse('plan.sum_differs', {
      sum: formatMoney(after),
      total: formatMoney(before),
      difference: formatMoney(minus(before, after)),
    });
  }
  const moved = edits.map(({ no, dueOn }) => {
    const first = current.find((each) => each.no === no)?.firstDueOn;
    return first && dueOn ? Math.abs(daysBetween(first, dueOn)) : 0;
  });
  return accept({ installments, movedDays: Math.max(...moved, putOff(current, installments)) });
}

/** The most days by which any money comes later, both schedules being of the same sum. */
function putOff(before: readonly Scheduled[], after: readonly Scheduled[]): number {
  let most = 0;
  let covered = 0n;
  const rest = [...before];
  for (const { amount, dueOn } of after) {
    let left = amount.minor;
    for (let [first] = rest; first && left > 0n; [first] = rest) {
      const open = first.amount.minor - covered;
      const taken = left < open ? left : open;
      if (taken > 0n) most = Math.max(most, daysBetween(first.dueOn, dueOn));
      left -= taken;
      covered += taken;
      if (covered < first.amount.minor) continue;
      rest.shift();
      covered = 0n;
    }
  }
  return most;
}

function unfitEdit(
  current: readonly PaidInstallment[],
  { no, amount, dueOn }: PlanEdit,
  today: Day,
): Outcome<never, AmendRefusal> | undefined {
  const one = current.find((each) => each.no === no);
  if (!one) return refuse('plan.no_such_instalment', { no });
  if (isZero(minus(one.amount, one.paid))) return refuse('plan.instalment_paid', { no });
  if (one.dueOn < today) return refuse('plan.instalment_past', { no, dueOn: one.dueOn });
  if (dueOn !== undefined && dueOn < today) {
    return refuse('plan.day_has_passed', { day: dueOn, today });
  }
  if (amount !== undefined && (!isPositive(amount) || amount.minor < one.paid.minor)) {
    return refuse('plan.below_what_is_paid', { no, paid: formatMoney(one.paid) });
  }
  return undefined;
}

export type CatchUpRefusal = 'plan.nothing_past_due' | 'plan.nothing_to_spread_over';

/** What is past due, spread over what is to come; an instalment paid in part ends at that part. */
export function catchUp(
  current: readonly PaidInstallment[],
  today: Day,
): Outcome<readonly Scheduled[], CatchUpRefusal> {
  const past = current.filter(({ dueOn, amount, paid }) => {
    return dueOn < today && amount.minor > paid.minor;
  });
  const [first] = past;
  if (!first) return refuse('plan.nothing_past_due');
  const coming = current.filter(({ dueOn }) => dueOn >= today);
  if (coming.length === 0) return refuse('plan.nothing_to_spread_over');
  const missing = sum(
    past.map(({ amount, paid }) => minus(amount, paid)),
    first.amount.currency,
  );
  const shares = allocate(
    missing,
    coming.map(() => 1n),
  );
  const more = new Map(coming.map(({ no }, at) => [no, shares[at]]));
  return accept(
    current.flatMap(({ paid, ...each }): Scheduled[] => {
      if (past.some(({ no }) => no === each.no)) {
        return isPositive(paid) ? [{ ...each, amount: paid }] : [];
      }
      const share = more.get(each.no);
      return [{ ...each, amount: share ? plus(each.amount, share) : each.amount }];
    }),
  );
}

function totalOf(installments: readonly Scheduled[]): Money | undefined {
  const [first] = installments;
  return (
    first &&
    sum(
      installments.map(({ amount }) => amount),
      first.amount.currency,
    )
  );
}
