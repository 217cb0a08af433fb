/**
 * Judges the plans of accounts by the money that came: every night, whenever money moves, and
 * after each act on a plan.
 *
 * Nights that were left out change nothing: each state is recorded with the day on which it
 * began. What a plan earns in interest is charged as each instalment falls due.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney, isPositive, minus, sum } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Context, accepted } from '#platform/action.ts';
import { chargeNotice, lockAccounts } from '#areas/ledger/index.ts';
import {
  type LivePlan,
  type PlanMoment,
  isOver,
  newMoments,
  pathOf,
} from '../../rules/plans/path.ts';
import { judgedByMoney } from '../../rules/plans/job-reason.ts';
import { type PlanMoney, nextDue, paidBy } from '../../rules/plans/progress.ts';
import { accountsWithPlan } from '../../store/plans/concerned.ts';
import { type StoredPlan, plansOf } from '../../store/plans/plans.ts';
import { insertPlanItems, insertPlanVerdicts, putPlanNow } from '../../store/plans/writes.ts';
import { agreedMoney } from '../settlements/agreed-money.ts';
import { keepClocks } from './keep-clocks.ts';
import { tellPlan } from './tell-plan.ts';

/** Answers how many plans changed their state. */
export async function judgePlans(
  context: Context,
  accountIds: readonly Id[] | 'all',
): Promise<Outcome<{ changed: number }, never>> {
  const concerned = await accountsWithPlan(context.tx, accountIds);
  if (concerned.length === 0) return accept({ changed: 0 });
  await lockAccounts(context.tx, concerned);
  const plans = (await plansOf(context.tx, concerned)).filter(isLive);
  let changed = 0;
  for (const [accountId, own] of Map.groupBy(plans, (plan) => plan.accountId)) {
    const charged = [];
    for (const plan of own) charged.push(await chargeInterest(context, plan));
    const money = await agreedMoney(context.tx, accountId);
    for (const plan of charged) {
      const { applied = [], loose = [] } = money.get(plan.planId) ?? {};
      if (await judgeOne(context, plan, [...applied, ...loose])) changed += 1;
    }
  }
  return accept({ changed });
}

/** Signed, and nothing ended it. */
function isLive({ state, cureUntil }: StoredPlan): boolean {
  return state !== 'offered' && !isOver({ state, cureUntil });
}

/** The interest of every instalment whose day has come, as a debt that the plan covers. */
async function chargeInterest(context: Context, plan: StoredPlan): Promise<StoredPlan> {
  const { accountId, planId } = plan;
  const charged = new Set(plan.items.map(({ kind, no }) => (kind === 'interest' ? no : null)));
  const due = plan.installments.filter(({ no, dueOn, interest }) => {
    return isPositive(interest) && dueOn <= context.today && !charged.has(no);
  });
  const items = [];
  for (const { no, dueOn, interest } of due) {
    const fees = minus(interest, interest);
    const wish = { accountId, interest, fees, chargedOn: dueOn, dueOn };
    const { itemId } = accepted(await chargeNotice(context, wish));
    items.push({ itemId, covered: interest, kind: 'interest', no } as const);
  }
  if (items.length === 0) return plan;
  await insertPlanItems(context, accountId, planId, items);
  return { ...plan, items: [...plan.items, ...items] };
}

async function judgeOne(
  context: Context,
  plan: StoredPlan,
  money: readonly PlanMoney[],
): Promise<boolean> {
  const { today } = context;
  const { accountId, planId, state, stateOn, cureUntil, currency } = plan;
  const path = pathOf(livePlan(plan), money, today);
  const fresh = newMoments(path, { state, on: stateOn, cureUntil }, today);
  const installments = paidBy(plan.installments, money, today);
  const paid = sum(
    installments.map((each) => each.paid),
    currency,
  );
  const last = path.at(-1);
  const standing = last?.standing ?? { missed: plan.missed, pastDue: plan.pastDue };
  const now = fresh.at(-1);
  await insertPlanVerdicts(
    context,
    accountId,
    planId,
    fresh.map((moment) => verdictOf(moment, paidUntil(plan, money, moment.on))),
  );
  const next = nextDue(installments);
  await putPlanNow(context, {
    ...plan,
    state: now?.state ?? state,
    stateOn: now?.on ?? stateOn,
    cureUntil: now ? now.cureUntil : cureUntil,
    paid,
    missed: standing.missed,
    pastDue: standing.pastDue,
    next,
  });
  await keepClocks(context, plan, now ?? { state, cureUntil }, next);
  let before = state;
  for (const moment of fresh) {
    if (moment.state !== before) await tellOf(context, plan, moment, before);
    before = moment.state;
  }
  return fresh.length > 0;
}

function paidUntil(plan: StoredPlan, money: readonly PlanMoney[], on: Day) {
  return sum(
    paidBy(plan.installments, money, on).map(({ paid }) => paid),
    plan.currency,
  );
}

function verdictOf(moment: PlanMoment, paid: StoredPlan['paid']) {
  const { state, on, cureUntil, standing } = moment;
  const { missed, pastDue } = standing;
  return { state, on, cureUntil, paid, missed, pastDue, reason: judgedByMoney };
}

/** The plan as its path is reckoned: a schedule agreed later counts from its own day. */
export function livePlan(plan: StoredPlan): LivePlan {
  const { currency, installments, terms, copyOn, version, versionOn } = plan;
  return {
    currency,
    installments,
    signedOn: plan.signedOn ?? plan.madeOn,
    copyOn,
    needsCopy: !plan.isBusiness && plan.stateCode === 'DC',
    afreshOn: version > 1 ? versionOn : null,
    terms,
  };
}

async function tellOf(
  context: Context,
  { accountId, planId, currency }: StoredPlan,
  { state, on, cureUntil, standing }: PlanMoment,
  before: StoredPlan['state'],
): Promise<void> {
  const facts = { pastDue: formatMoney(standing.pastDue), currency, on };
  context.did({ what: `payment plan ${state}`, id: planId, facts: { before, on } });
  await tellPlan(
    context,
    { accountId, planId, state, before },
    { phrase: `activity.plan_${state}`, facts, text: null, touch: false },
  );
  if (state !== 'breached') return;
  const payload = { planId, pastDue: facts.pastDue, currency, cureUntil };
  await context.tell({ name: 'promises.plan_breached', accountId, payload });
}
