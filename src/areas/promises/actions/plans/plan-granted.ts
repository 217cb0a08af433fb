/**
 * Does what was approved beyond somebody's bounds, once: an offer may be signed from now on, a
 * schedule is changed. What cannot be done any more is told to whoever asked.
 */
import { parseDay } from '#kernel/day.ts';
import { type Id, parseId } from '#kernel/ids.ts';
import { type Currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { grantedRequest, settleRequest } from '#areas/approvals/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import type { PlanEdit } from '../../rules/plans/draft.ts';
import { planOf } from '../../store/plans/plans.ts';
import { insertPlanApproval, putPlanNow } from '../../store/plans/writes.ts';
import { decideAmendment, writeAmendment } from './amend-plan.ts';

/** What requestApproval was given as the subject of a plan. */
type Subject = {
  readonly act: 'offer' | 'amend';
  readonly accountId: string;
  readonly planId: string;
  readonly change?:
    | 'catch_up'
    | readonly { no: number; amount: string | null; dueOn: string | null }[];
};

export async function planGranted(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ done: boolean }, never>> {
  const request = await grantedRequest(context.tx, requestId, 'plan');
  if (!request) return accept({ done: false });
  // What offerPlan and amendPlan kept.
  const subject = request.subject as Subject;
  const [accountId, planId] = [parseId(subject.accountId), parseId(subject.planId)];
  if (accountId === undefined || planId === undefined) return accept({ done: false });
  await lockAccount(context.tx, accountId);
  const plan = await planOf(context.tx, accountId, planId);
  if (!plan) return accept({ done: false });
  if (subject.act === 'offer') {
    if (plan.state !== 'offered') return fail(context, requestId, 'plan.wrong_state');
    await insertPlanApproval(context, plan, requestId, true);
    await putPlanNow(context, { ...plan, approved: true, next: plan.installments[0] });
  } else {
    const change = changeOf(subject, plan.currency);
    const wish = { accountId, planId, change };
    const decided = await decideAmendment(context, wish);
    if (!decided.ok) return fail(context, requestId, decided.refusal);
    await insertPlanApproval(context, plan, requestId, true);
    await writeAmendment(context, wish, decided.value);
  }
  await context.tell({
    name: 'promises.plan_changed',
    accountId,
    payload: { planId, state: plan.state, before: plan.state },
  });
  await settleRequest(context, requestId, { how: 'done', detail: { planId } });
  return accept({ done: true });
}

function changeOf({ change }: Subject, currency: Currency): 'catch_up' | readonly PlanEdit[] {
  if (change === undefined || change === 'catch_up') return 'catch_up';
  return change.map(({ no, amount, dueOn }) => ({
    no,
    amount: amount === null ? undefined : parseMoney(amount, currency),
    dueOn: dueOn === null ? undefined : parseDay(dueOn),
  }));
}

async function fail(
  context: Context,
  requestId: Id,
  refusal: string,
): Promise<Outcome<{ done: boolean }, never>> {
  await settleRequest(context, requestId, { how: 'failed', detail: { refusal, facts: {} } });
  return accept({ done: false });
}
