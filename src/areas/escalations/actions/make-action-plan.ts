/**
 * Sets a plan of action from what the customer answered: its steps stand on the lists of their
 * owners, each with its clock. An account has one that is open at a time.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { startClock } from '#areas/clocks/index.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { calendarOf, memberById } from '#areas/team/index.ts';
import { plusBusinessDays } from '#areas/team/rules/calendar.ts';
import { type ActionPlanRefusal, type ResponseCode, stepsFor } from '../rules/action-plan.ts';
import { stepNames } from '../rules/step-names.ts';
import {
  type KeptStep,
  type NewPlan,
  actionPlans,
  insertEvent,
  insertPlan,
  lockWorked,
  putStep,
} from '../store/action-plans.ts';

export type MakeActionPlan = {
  readonly accountId: Id;
  readonly response: ResponseCode;
  readonly goal: string;
  /** Null: who works the account, else who sets the plan. */
  readonly ownerId: Id | null;
};

export async function makeActionPlan(
  context: Context,
  { accountId, response, goal, ownerId: named }: MakeActionPlan,
): Promise<Outcome<{ planId: Id }, ActionPlanRefusal>> {
  const { tx, actor, today } = context;
  const account = await lockWorked(tx, accountId);
  if (!account) return refuse('action_plan.no_such_account');
  const [standing] = await actionPlans(tx, { companies: 'all', accountId, state: 'open' });
  if (standing) return refuse('action_plan.open_already', { day: standing.madeOn });
  const ownerId = named ?? account.ownerId ?? actor.memberId;
  if (ownerId === null) return refuse('action_plan.no_owner');
  if (!(await memberById(tx, ownerId))?.active) return refuse('action_plan.no_such_person');
  const { companyId } = account;
  const plan: NewPlan = { accountId, planId: context.newId(), companyId, response, goal, ownerId };
  await insertPlan(context, plan);
  await insertEvent(context, plan, { kind: 'made', stepNo: null, facts: { response }, note: goal });
  const calendar = await calendarOf(tx, companyId);
  for (const [at, { code, inBusinessDays }] of stepsFor(response).entries()) {
    const dueOn = plusBusinessDays(today, inBusinessDays, calendar);
    const kept = { no: at + 1, code, title: '', ownerId, dueOn, state: 'to_do', closedOn: null };
    await startStep(context, plan, { ...kept, state: 'to_do' });
  }
  await recordActivity(context, {
    accountId,
    kind: 'task',
    phrase: 'activity.action_plan_made',
    text: goal === '' ? null : goal,
    touch: false,
  });
  context.did({ what: 'action plan', id: plan.planId, facts: { response } });
  return accept({ planId: plan.planId });
}

/** A step on the list of its owner, from the day on which it is due. */
export async function startStep(
  context: Context,
  plan: Pick<NewPlan, 'accountId' | 'planId' | 'companyId'>,
  step: KeptStep,
): Promise<void> {
  const { accountId, planId, companyId } = plan;
  await putStep(context, plan, step);
  await startClock(context, {
    key: stepKey(planId, step.no),
    kind: 'action_step',
    companyId,
    accountId,
    about: { kind: 'action_plan', id: planId },
    startedOn: context.today,
    dueOn: step.dueOn,
    source: 'policy: action plans',
    ownerId: step.ownerId,
    facts: factsOf(step),
  });
}

/** A deadline says which step it is, in the language of whoever reads it. */
function factsOf({ code, title }: KeptStep): Record<string, string> {
  if (code === null) return { title };
  const { en, es } = stepNames[code];
  return { step: code, title_en: en, title_es: es };
}

export function stepKey(planId: Id, no: number): string {
  return `action/${planId}/${no}`;
}
