/** Works a plan of action: a step done, dropped, moved or added; the plan ended with its result. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { moveClock, stopClock } from '#areas/clocks/index.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { memberById } from '#areas/team/index.ts';
import type { ActionPlanRefusal, PlanResult, StepAct } from '../rules/action-plan.ts';
import {
  type ActionPlan,
  type PlanRef,
  actionPlans,
  endPlanNow,
  insertEvent,
  lockWorked,
  putStep,
} from '../store/action-plans.ts';
import { startStep, stepKey } from './make-action-plan.ts';

export type MoveStep = PlanRef & {
  readonly no: number;
  readonly what: StepAct;
  readonly note: string;
  /** The new day of one that is moved. */
  readonly dueOn: Day | null;
};

export async function moveStep(
  context: Context,
  { no, what, note, dueOn, ...ref }: MoveStep,
): Promise<Outcome<{ state: string }, ActionPlanRefusal>> {
  const found = await openPlan(context, ref);
  if (!found.ok) return found;
  const step = found.value.steps.find((each) => each.no === no);
  if (!step) return refuse('action_plan.no_such_step', { no });
  if (step.state !== 'to_do') return refuse('action_plan.step_closed', { no });
  const { today } = context;
  const key = stepKey(ref.planId, no);
  const event = { kind: `step_${what}`, stepNo: no, note } as const;
  if (what === 'moved') {
    if (dueOn === null) return refuse('action_plan.day_missing');
    if (dueOn < today) return refuse('action_plan.day_has_passed', { day: dueOn, today });
    await putStep(context, ref, { ...step, dueOn });
    const source = 'policy: action plans';
    await moveClock(context, { key, dueOn, source, reason: note });
    await insertEvent(context, ref, { ...event, facts: { from: step.dueOn, to: dueOn } });
    return accept({ state: 'to_do' });
  }
  await putStep(context, ref, { ...step, state: what, closedOn: today });
  await stopClock(context, { key, how: what === 'done' ? 'met' : 'void', reason: note });
  await insertEvent(context, ref, { ...event, facts: {} });
  context.did({ what: `step ${what}`, id: ref.planId, facts: { no } });
  return accept({ state: what });
}

export type AddStep = PlanRef & {
  readonly title: string;
  readonly dueOn: Day;
  /** Null: the owner of the plan. */
  readonly ownerId: Id | null;
};

export async function addStep(
  context: Context,
  { title, dueOn, ownerId, ...ref }: AddStep,
): Promise<Outcome<{ no: number }, ActionPlanRefusal>> {
  const found = await openPlan(context, ref);
  if (!found.ok) return found;
  const plan = found.value;
  const { today } = context;
  if (dueOn < today) return refuse('action_plan.day_has_passed', { day: dueOn, today });
  const no = Math.max(0, ...plan.steps.map((step) => step.no)) + 1;
  const owner = ownerId ?? plan.ownerId;
  if (!(await memberById(context.tx, owner))?.active) return refuse('action_plan.no_such_person');
  const kept = { no, code: null, title, ownerId: owner, dueOn, closedOn: null };
  await startStep(context, plan, { ...kept, state: 'to_do' });
  await insertEvent(context, ref, { kind: 'step_added', stepNo: no, facts: {}, note: title });
  context.did({ what: 'step added', id: ref.planId, facts: { no } });
  return accept({ no });
}

export type EndActionPlan = PlanRef & { readonly result: PlanResult; readonly note: string };

/** What is not done yet asks for nothing any more. */
export async function endActionPlan(
  context: Context,
  { result, note, ...ref }: EndActionPlan,
): Promise<Outcome<{ result: PlanResult }, ActionPlanRefusal>> {
  const found = await openPlan(context, ref);
  if (!found.ok) return found;
  for (const { no, state } of found.value.steps) {
    if (state !== 'to_do') continue;
    await stopClock(context, { key: stepKey(ref.planId, no), how: 'void', reason: note });
  }
  await endPlanNow(context, ref, result);
  await insertEvent(context, ref, { kind: 'ended', stepNo: null, facts: { result }, note });
  await recordActivity(context, {
    accountId: ref.accountId,
    kind: 'task',
    phrase: 'activity.action_plan_ended',
    text: note,
    touch: false,
  });
  context.did({ what: 'action plan ended', id: ref.planId, facts: { result } });
  return accept({ result });
}

async function openPlan(
  { tx }: Context,
  { accountId, planId }: PlanRef,
): Promise<Outcome<ActionPlan, ActionPlanRefusal>> {
  if (!(await lockWorked(tx, accountId))) return refuse('action_plan.no_such_account');
  const [plan] = await actionPlans(tx, { companies: 'all', accountId, planId });
  if (!plan) return refuse('action_plan.no_such_plan');
  return plan.state === 'open' ? accept(plan) : refuse('action_plan.ended');
}
