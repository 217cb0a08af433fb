/**
 * When the amount of an instalment that is taken by itself changes, the customer is told ten days
 * before the debit (12 CFR 1005.10(d)(1)): a clock per instalment that changes.
 */
import { plusDays } from '#kernel/day.ts';
import { formatMoney } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { startClock } from '#areas/clocks/index.ts';
import { standardPlanPolicy } from '../../rules/plans/policy.ts';
import { debtorOf } from '../../store/plans/drawing.ts';
import { mandatesOf } from '../../store/plans/mandates.ts';
import type { StoredInstallment, StoredPlan } from '../../store/plans/plans.ts';

export async function keepAmountNotice(
  context: Context,
  before: StoredPlan,
  installments: readonly StoredInstallment[],
): Promise<void> {
  const { tx, today } = context;
  const { accountId, planId } = before;
  const mandates = await mandatesOf(tx, accountId, planId);
  if (!mandates.some(({ endedOn }) => endedOn === null)) return;
  const was = new Map(before.installments.map(({ no, amount }) => [no, amount.minor]));
  const changed = installments.filter(({ no, amount, dueOn }) => {
    return dueOn > today && was.get(no) !== amount.minor;
  });
  const debtor = await debtorOf(tx, accountId);
  for (const { no, amount, dueOn } of debtor ? changed : []) {
    await startClock(context, {
      key: `plan/${planId}/notice/${no}/${context.at}`,
      kind: 'plan_amount_notice',
      companyId: debtor?.companyId ?? accountId,
      accountId,
      about: { kind: 'plan', id: planId },
      startedOn: today,
      dueOn: plusDays(dueOn, -standardPlanPolicy.amountNoticeDays),
      source: '12 CFR 1005.10(d)(1)',
      ownerId: null,
      facts: { name: debtor?.name ?? '', amount: formatMoney(amount), dueOn },
    });
  }
}
