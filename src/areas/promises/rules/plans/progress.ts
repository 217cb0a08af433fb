/**
 * What of a plan is paid: money goes to the instalments in their order, whatever invoice of the
 * plan it was applied to.
 */
import type { Day } from '#kernel/day.ts';
import { type Money, isPositive, minus, plus, smaller, zero } from '#kernel/money.ts';
import type { Installment } from './plan-standing.ts';

export type Scheduled = { readonly no: number; readonly dueOn: Day; readonly amount: Money };

/** Money that counts for the plan, from its own day on. */
export type PlanMoney = { readonly on: Day; readonly amount: Money };

export type PaidInstallment = Scheduled & Installment;

/** Each instalment with what of it is paid by the money of up to a day. */
export function paidBy(
  installments: readonly Scheduled[],
  money: readonly PlanMoney[],
  today: Day,
): PaidInstallment[] {
  const [first] = installments;
  if (!first) return [];
  let left = money
    .filter(({ on }) => on <= today)
    .reduce((total, { amount }) => plus(total, amount), zero(first.amount.currency));
  return installments.map((each) => {
    const paid = smaller(left, each.amount);
    left = minus(left, paid);
    return { ...each, paid };
  });
}

export type NextDue = { readonly no: number; readonly dueOn: Day; readonly amount: Money };

/** The next instalment with what is missing of it; undefined when all are paid. */
export function nextDue(installments: readonly PaidInstallment[]): NextDue | undefined {
  const next = installments.find(({ amount, paid }) => isPositive(minus(amount, paid)));
  return next && { no: next.no, dueOn: next.dueOn, amount: minus(next.amount, next.paid) };
}
