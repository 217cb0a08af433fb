/**
 * Changes the schedule of a plan that runs: an instalment moved before its day (an amendment),
 * or what was missed spread over what is to come (a catch-up). A new version; nothing is edited.
 *
 * Within one's bounds it is done at once. Beyond them the same act asks for approval, and the
 * schedule stays as it is until a second person granted it.
 */
import type { Id } from '#kernel/ids.ts';
import { currency, formatMoney, money, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Context, accepted } from '#platform/action.ts';
import { requestApproval } from '#areas/approvals/index.ts';
import type { RequestRefusal } from '#areas/approvals/rules/refusal.ts';
import { bookedBase, lockAccount } from '#areas/ledger/index.ts';
import {
  type Amendable,
  type AmendRefusal,
  type CatchUpRefusal,
  amend,
  catchUp,
} from '../../rules/plans/amend.ts';
import { type Verdict, whoMayMove } from '../../rules/plans/bounds.ts';
import type { PlanEdit } from '../../rules/plans/draft.ts';
import { isOver } from '../../rules/plans/path.ts';
import type { PlanPolicy } from '../../rules/plans/policy.ts';
import type { Scheduled } from '../../rules/plans/progress.ts';
import { debtorOf } from '../../store/plans/drawing.ts';
import { type StoredPlan, planOf } from '../../store/plans/plans.ts';
import { insertVersion, putPlanNow } from '../../store/plans/writes.ts';
import { agreeingAs } from './agreeing-as.ts';
import { judgePlans } from './judge-plans.ts';
import { keepAmountNotice } from './keep-amount-notice.ts';
import { tellPlan } from './tell-plan.ts';

export type AmendPlan = {
  readonly accountId: Id;
  readonly planId: Id;
  /** `catch_up` for what was missed; otherwise the instalments that change. */
  readonly change: readonly PlanEdit[] | 'catch_up';
};

export type AmendPlanRefusal =
  | AmendRefusal
  | CatchUpRefusal
  | RequestRefusal
  | 'ledger.no_rate'
  | 'plan.beyond_authority'
  | 'plan.no_such_account'
  | 'plan.no_such_plan'
  | 'plan.wrong_state';

export type Amended = { readonly version: number; readonly requestId: Id | null };

export async function amendPlan(
  context: Context,
  wish: AmendPlan,
  policy: PlanPolicy,
): Promise<Outcome<Amended, AmendPlanRefusal>> {
  const decided = await decideAmendment(context, wish);
  if (!decided.ok) return decided;
  const { plan, schedule, movedDays } = decided.value;
  const roles = await agreeingAs(context.tx, context.actor);
  const endsOn = schedule.at(-1)?.dueOn ?? context.today;
  const { madeOn } = plan;
  const verdict = whoMayMove({ days: movedDays, madeOn, endsOn }, roles, policy.bounds);
  if (verdict.least === null) return refuse('plan.beyond_authority', { who: 'nobody' });
  if (!verdict.mine) return ask(context, wish, plan, verdict);
  await writeAmendment(context, wish, decided.value);
  return accept({ version: plan.version + 1, requestId: null });
}

export type Decided = {
  readonly plan: StoredPlan;
  readonly schedule: readonly Scheduled[];
  readonly movedDays: number;
};

type DecidedRefusal = Exclude<AmendPlanRefusal, RequestRefusal | 'plan.beyond_authority'>;

/** What the schedule would become, as the plan stands now. */
export async function decideAmendment(
  context: Context,
  { accountId, planId, change }: AmendPlan,
): Promise<Outcome<Decided, DecidedRefusal>> {
  if (!(await lockAccount(context.tx, accountId))) return refuse('plan.no_such_account');
  const plan = await planOf(context.tx, accountId, planId);
  if (!plan) return refuse('plan.no_such_plan');
  const may = change === 'catch_up' ? !isOver(plan) : plan.state !== 'breached' && !isOver(plan);
  if (!may || plan.state === 'offered') return refuse('plan.wrong_state', { state: plan.state });
  const current = paidNow(plan);
  if (change === 'catch_up') {
    const caught = catchUp(current, context.today);
    return caught.ok ? accept({ plan, schedule: caught.value, movedDays: 0 }) : caught;
  }
  const amended = amend(current, change, context.today);
  if (!amended.ok) return amended;
  const { installments, movedDays } = amended.value;
  return accept({ plan, schedule: installments, movedDays });
}

/** Its instalments with what of each is paid, in their order. */
export function paidNow({ installments, paid }: StoredPlan): Amendable[] {
  let left = paid.minor;
  return installments.map(({ no, dueOn, firstDueOn, amount }) => {
    const own = left < amount.minor ? left : amount.minor;
    left -= own;
    return { no, dueOn, firstDueOn, amount, paid: money(own, amount.currency) };
  });
}

async function ask(
  context: Context,
  { accountId, planId, change }: AmendPlan,
  plan: StoredPlan,
  { least }: Verdict,
): Promise<Outcome<Amended, RequestRefusal | 'ledger.no_rate' | 'plan.no_such_account'>> {
  const debtor = await debtorOf(context.tx, accountId);
  if (!debtor) return refuse('plan.no_such_account');
  const base = currency(debtor.baseCurrency);
  const weight = await bookedBase(context.tx, plan.covered, base, context.today);
  if (!weight.ok) return refuse('ledger.no_rate', weight.facts);
  const told = change === 'catch_up' ? change : change.map(editText);
  const asked = await requestApproval(context, {
    companyId: debtor.companyId,
    accountId,
    kind: 'plan',
    subjectKey: planId,
    subject: { act: 'amend', accountId, planId, change: told },
    facts: { name: debtor.name, count: String(plan.installments.length) },
    amount: plan.covered,
    weight: money(weight.value, base),
    ...(least === null ? {} : { least }),
    evidence: context.reason,
  });
  return asked.ok ? accept({ version: plan.version, requestId: asked.value.requestId }) : asked;
}

function editText({ no, amount, dueOn }: PlanEdit) {
  return { no, amount: amount === undefined ? null : formatMoney(amount), dueOn: dueOn ?? null };
}

/** Writes the schedule as the version in force from today, and judges the plan by it. */
export async function writeAmendment(
  context: Context,
  { accountId, planId, change }: AmendPlan,
  { plan, schedule }: Decided,
): Promise<void> {
  const kind = change === 'catch_up' ? 'catch_up' : 'amendment';
  const known = new Map(plan.installments.map((each) => [each.no, each]));
  const version = plan.version + 1;
  const installments = schedule.flatMap((each) => {
    const before = known.get(each.no);
    return before ? [{ ...before, dueOn: each.dueOn, amount: each.amount }] : [];
  });
  await insertVersion(context, { accountId, planId, version, kind, installments });
  const total = sum(
    installments.map(({ amount }) => amount),
    plan.currency,
  );
  await putPlanNow(context, { ...plan, version, total, next: undefined });
  await keepAmountNotice(context, plan, installments);
  await tellPlan(
    context,
    { accountId, planId, state: plan.state, before: plan.state },
    {
      phrase: `activity.plan_${kind}`,
      facts: { version, until: installments.at(-1)?.dueOn ?? '' },
      text: context.reason,
      touch: true,
    },
  );
  context.did({ what: `payment plan ${kind}`, id: planId, facts: { version } });
  accepted(await judgePlans(context, [accountId]));
}
