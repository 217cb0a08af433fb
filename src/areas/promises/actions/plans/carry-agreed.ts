/**
 * Carries plans and settlements along when their account is merged into another: schedule,
 * signature, mandate and history as they are, with the money that counted for them so far.
 *
 * The rule a newcomer would break: nothing is agreed anew. Its days are the days it always had,
 * so a plan that is late stays late and one that is paid up owes nothing before its next day.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Carrying } from '#platform/postgres/carry-rows.ts';
import { lockAccounts } from '#areas/ledger/index.ts';
import { isOver } from '../../rules/plans/path.ts';
import {
  carryPlanRows,
  carrySettlementRows,
  insertCarriedMoney,
} from '../../store/plans/carrying.ts';
import { plansOf } from '../../store/plans/plans.ts';
import { settlementsOf } from '../../store/settlements/settlements.ts';
import { agreedMoney } from '../settlements/agreed-money.ts';

export async function carryAgreed(
  context: Context,
  carrying: Carrying,
): Promise<Outcome<{ plans: number; settlements: number }, never>> {
  const { tx } = context;
  const { from, into } = carrying;
  await lockAccounts(tx, [from, into]);
  const plans = (await plansOf(tx, [from])).filter((plan) => !isOver(plan));
  const settlements = (await settlementsOf(tx, [from])).filter(({ state }) => state === 'open');
  const ids = [
    ...plans.map(({ planId }) => planId),
    ...settlements.map(({ settlementId }) => settlementId),
  ];
  const counted = await agreedMoney(tx, from);
  for (const each of ids) {
    await insertCarriedMoney(context, into, each, counted.get(each)?.applied ?? []);
  }
  await carryPlanRows(
    context,
    carrying,
    plans.map(({ planId }) => planId),
  );
  await carrySettlementRows(
    context,
    carrying,
    settlements.map(({ settlementId }) => settlementId),
  );
  for (const { planId, state } of plans) {
    context.did({ what: 'payment plan carried', id: planId, facts: { into } });
    const payload = { planId, state, before: state };
    await context.tell({ name: 'promises.plan_changed', accountId: into, payload });
  }
  for (const { settlementId, state } of settlements) {
    context.did({ what: 'settlement carried', id: settlementId, facts: { into } });
    const payload = { settlementId, state };
    await context.tell({ name: 'promises.settlement_changed', accountId: into, payload });
  }
  return accept({ plans: plans.length, settlements: settlements.length });
}
