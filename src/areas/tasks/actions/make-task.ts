/**
 * Asks for something to be done: by oneself, by a colleague or by whoever takes it.
 *
 * Whose it is may be anybody who sees the company; how urgent it is only who leads says.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { calendarOf, memberById } from '#areas/team/index.ts';
import type { BusinessCalendar } from '#areas/team/rules/calendar.ts';
import { type Every, anchorOf, dueDay } from '../rules/duty.ts';
import type { Priority, Task } from '../rules/task.ts';
import { companyOfAccount, insertTask, missingTasks } from '../store/tasks.ts';
import type { By } from './standing-task.ts';

export type TaskPlan = {
  readonly title: string;
  readonly text: string;
  readonly dueOn: Day | null;
  readonly dueMinutes: number | null;
  readonly timeBoxMinutes: number | null;
  readonly needs: readonly Id[];
  readonly lines: readonly string[];
  readonly every: Every | null;
};

export type MakeTask = TaskPlan & {
  /** Of which company, where no account says it. */
  readonly companyId: Id | null;
  readonly accountId: Id | null;
  readonly assigneeId: Id | null;
  readonly priority: Priority;
};

export type AssignRefusal = 'task.no_such_person' | 'task.person_sees_other_companies';
export type PlanRefusal = 'task.due_day_missing' | 'task.no_such_need';
export type MakeTaskRefusal =
  | AssignRefusal
  | PlanRefusal
  | 'task.company_unknown'
  | 'task.no_such_account'
  | 'task.priority_is_the_managers';

export async function makeTask(
  context: Context,
  wish: MakeTask,
  by: By,
): Promise<Outcome<{ taskId: Id }, MakeTaskRefusal>> {
  if (wish.priority !== 'normal' && !by.leads) return refuse('task.priority_is_the_managers');
  const company = await companyFor(context, wish, by);
  if (!company.ok) return company;
  const planned = await checkPlan(context, wish, by);
  if (!planned.ok) return planned;
  const taken = await checkAssignee(context, wish.assigneeId, company.value);
  if (!taken.ok) return taken;

  const calendar = await calendarOf(context.tx, company.value);
  const task = newTask(context, wish, { companyId: company.value, calendar });
  await insertTask(context, task);
  await tellOf(context, task);
  return accept({ taskId: task.taskId });
}

async function companyFor(
  { tx }: Context,
  { accountId, companyId }: MakeTask,
  { companies }: By,
): Promise<Outcome<Id, 'task.company_unknown' | 'task.no_such_account'>> {
  const sees = (one: Id): boolean => companies === 'all' || companies.includes(one);
  if (accountId !== null) {
    const owner = await companyOfAccount(tx, accountId);
    return owner && sees(owner) ? accept(owner) : refuse('task.no_such_account');
  }
  return companyId !== null && sees(companyId) ? accept(companyId) : refuse('task.company_unknown');
}

/** A time of the day and a duty need a day; what it needs must be there. */
export async function checkPlan(
  { tx }: Context,
  { dueOn, dueMinutes, every, needs }: TaskPlan,
  { companies }: By,
): Promise<Outcome<true, PlanRefusal>> {
  if (dueOn === null && (dueMinutes !== null || every !== null)) {
    return refuse('task.due_day_missing');
  }
  if ((await missingTasks(tx, needs, companies)) > 0) return refuse('task.no_such_need');
  return accept(true);
}

/** Somebody who works here and sees the company; nobody is always right. */
export async function checkAssignee(
  { tx }: Context,
  assigneeId: Id | null,
  companyId: Id,
): Promise<Outcome<string | null, AssignRefusal>> {
  if (assigneeId === null) return accept(null);
  const member = await memberById(tx, assigneeId);
  if (!member?.active) return refuse('task.no_such_person');
  const { companyIds, name } = member;
  const sees = companyIds === 'all' || companyIds.includes(companyId);
  return sees ? accept(name) : refuse('task.person_sees_other_companies', { name });
}

type Where = { readonly companyId: Id; readonly calendar: BusinessCalendar };

function newTask(context: Context, wish: MakeTask, { companyId, calendar }: Where): Task {
  const { every, dueOn, lines, ...rest } = wish;
  const taskId = context.newId();
  const duty = every !== null && dueOn !== null;
  return {
    ...rest,
    taskId,
    companyId,
    requesterId: context.actor.memberId,
    seriesId: taskId,
    nominalOn: duty ? dueOn : null,
    dueOn: duty ? dueDay(dueOn, calendar) : dueOn,
    state: 'open',
    note: null,
    lines: lines.map((text) => ({ text, done: false })),
    every: duty ? every : null,
    anchor: duty ? anchorOf(every, dueOn) : null,
  };
}

async function tellOf(context: Context, { taskId, accountId, title }: Task): Promise<void> {
  context.did({ what: 'task', id: taskId, facts: { title } });
  if (accountId !== null) {
    const phrase = 'activity.task_made';
    await recordActivity(context, {
      accountId,
      kind: 'task',
      phrase,
      facts: { title },
      touch: false,
    });
  }
  await context.tell({ name: 'tasks.task_changed', accountId, payload: { taskId, state: 'open' } });
}
