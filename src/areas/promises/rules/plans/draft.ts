/**
 * A plan as it is drawn up: what it covers, the down payment, and every instalment with its day.
 *
 * The instalments always add up to what is owed, to the cent. An amount or a day that somebody
 * edited stays; the others share the rest, and with interest the last one clears. The rule a
 * newcomer would break: a month later than the 31st is the last day of the month, counted from
 * the first day, never from the shortened one.
 */
import { type Day, daysBetween, plusDays, plusMonths } from '#kernel/day.ts';
import type { Decimal } from '#kernel/decimal.ts';
import { type Money, formatMoney, isPositive, minus, plus, sum, zero } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Period, scheduleRows } from './schedule.ts';

export const frequencies = ['weekly', 'biweekly', 'monthly', 'custom'] as const;
export type Frequency = (typeof frequencies)[number];

export type PlanEdit = {
  /** The instalment, counted from 1. */
  readonly no: number;
  readonly amount?: Money | undefined;
  readonly dueOn?: Day | undefined;
};

export type PlanWish = {
  /** What is open of the debts that the plan is for. */
  readonly covered: Money;
  readonly down: Money;
  readonly fee: Money;
  readonly aprPct: Decimal;
  readonly frequency: Frequency;
  readonly count: number;
  readonly firstOn: Day;
  /** The due days of a custom plan, in order. */
  readonly days: readonly Day[];
  readonly edits: readonly PlanEdit[];
};

export type DraftInstallment = {
  /** 0 is the down payment. */
  readonly no: number;
  readonly dueOn: Day;
  readonly amount: Money;
  readonly principal: Money;
  readonly interest: Money;
};

export type PlanDraft = {
  readonly installments: readonly DraftInstallment[];
  /** All that the customer pays, the down payment included. */
  readonly total: Money;
  readonly interest: Money;
  readonly fee: Money;
};

export type DraftRefusal =
  | 'plan.nothing_to_cover'
  | 'plan.down_not_below_debt'
  | 'plan.fee_below_zero'
  | 'plan.rate_out_of_range'
  | 'plan.count_out_of_range'
  | 'plan.day_has_passed'
  | 'plan.days_not_rising'
  | 'plan.no_such_instalment'
  | 'plan.last_clears'
  | 'plan.sum_differs'
  | 'plan.instalment_not_positive';

export const mostInstallments = 260;

/** Draws up the plan today; refuses in the order of the refusals above. */
export function draftPlan(wish: PlanWish, today: Day): Outcome<PlanDraft, DraftRefusal> {
  const unfit = unfitTerms(wish);
  if (unfit) return unfit;
  const days = daysOf(wish);
  const early = days.find((each) => each < today);
  if (early !== undefined) return refuse('plan.day_has_passed', { day: early, today });
  const fallen = days.find((each, at) => at > 0 && each <= (days[at - 1] ?? each));
  if (fallen !== undefined) return refuse('plan.days_not_rising', { day: fallen });
  const owed = plus(minus(wish.covered, wish.down), wish.fee);
  const periods = periodsOf(wish, days, today);
  const unfitEdit = unfitEdits(wish, owed, periods);
  if (unfitEdit) return unfitEdit;
  const rows = scheduleRows(owed, periods);
  const installments = rows.map(({ principal, interest }, at): DraftInstallment => {
    const dueOn = days[at] ?? wish.firstOn;
    return { no: at + 1, dueOn, amount: plus(principal, interest), principal, interest };
  });
  const small = installments.find(({ amount }) => !isPositive(amount));
  if (small) {
    return refuse('plan.instalment_not_positive', {
      no: small.no,
      amount: formatMoney(small.amount),
    });
  }
  return accept(drafted(wish, installments, today));
}

function drafted(
  { covered: { currency }, down, fee }: PlanWish,
  installments: readonly DraftInstallment[],
  today: Day,
): PlanDraft {
  const first = { no: 0, dueOn: today, amount: down, principal: down, interest: zero(currency) };
  const all = isPositive(down) ? [first, ...installments] : installments;
  return {
    installments: all,
    total: sum(
      all.map(({ amount }) => amount),
      currency,
    ),
    interest: sum(
      all.map(({ interest }) => interest),
      currency,
    ),
    fee,
  };
}

function unfitTerms(wish: PlanWish): Outcome<never, DraftRefusal> | undefined {
  const { covered, down, fee, aprPct } = wish;
  const count = countOf(wish);
  if (!isPositive(covered)) return refuse('plan.nothing_to_cover');
  if (down.minor < 0n || down.minor >= covered.minor) {
    return refuse('plan.down_not_below_debt', {
      down: formatMoney(down),
      debt: formatMoney(covered),
    });
  }
  if (fee.minor < 0n) return refuse('plan.fee_below_zero', { fee: formatMoney(fee) });
  if (aprPct.units < 0n || aprPct.units > 100n * 10n ** BigInt(aprPct.scale)) {
    return refuse('plan.rate_out_of_range');
  }
  if (count < 1 || count > mostInstallments) {
    return refuse('plan.count_out_of_range', { count, most: mostInstallments });
  }
  return undefined;
}

function unfitEdits(
  { edits }: PlanWish,
  owed: Money,
  periods: readonly Period[],
): Outcome<never, DraftRefusal> | undefined {
  const strange = edits.find(({ no }) => no < 1 || no > periods.length);
  if (strange) return refuse('plan.no_such_instalment', { no: strange.no });
  const hasInterest = periods.some(({ rate }) => rate.top > 0n);
  if (hasInterest && periods.at(-1)?.fixed !== undefined) return refuse('plan.last_clears');
  const fixed = periods.flatMap((period) => period.fixed ?? []);
  const together = sum(fixed, owed.currency);
  const wrong = fixed.length === periods.length && together.minor !== owed.minor;
  if (!hasInterest && wrong) {
    return refuse('plan.sum_differs', {
      sum: formatMoney(together),
      total: formatMoney(owed),
      difference: formatMoney(minus(owed, together)),
    });
  }
  return undefined;
}

function countOf({ frequency, count, days }: PlanWish): number {
  return frequency === 'custom' ? days.length : count;
}

/** The due days, those edited as they were edited. */
function daysOf(wish: PlanWish): Day[] {
  return Array.from({ length: countOf(wish) }, (_, at) => {
    const edited = wish.edits.findLast(({ no, dueOn }) => no === at + 1 && dueOn !== undefined);
    return edited?.dueOn ?? regularDay(wish, at);
  });
}

function regularDay({ frequency, firstOn, days }: PlanWish, at: number): Day {
  if (frequency === 'custom') return days[at] ?? firstOn;
  if (frequency === 'monthly') return plusMonths(firstOn, at);
  return plusDays(firstOn, at * (frequency === 'weekly' ? 7 : 14));
}

const periodsAYear = { weekly: 52n, biweekly: 26n, monthly: 12n };

/** Each period's rate: an equal part of the year, or of a custom plan its days of 365. */
function periodsOf(wish: PlanWish, days: readonly Day[], today: Day): Period[] {
  const { aprPct, frequency, edits } = wish;
  const whole = 100n * 10n ** BigInt(aprPct.scale);
  return days.map((dueOn, at) => {
    const fixed = edits.findLast(({ no, amount }) => no === at + 1 && amount !== undefined)?.amount;
    if (frequency !== 'custom') {
      return { rate: { top: aprPct.units, bottom: whole * periodsAYear[frequency] }, fixed };
    }
    const elapsed = BigInt(daysBetween(days[at - 1] ?? today, dueOn));
    return { rate: { top: aprPct.units * elapsed, bottom: whole * 365n }, fixed };
  });
}
