/**
 * What every change of a task begins and ends with: the task of one's companies, locked, that
 * concerns who acts; then the fact, the news and what the audit trail says of it.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { type Doer, type Task, concerns } from '../rules/task.ts';
import { coveredBy } from '../store/covers.ts';
import { type Change, lockTask, recordChange } from '../store/tasks.ts';

/** Who does it, and which companies they see. */
export type By = Pick<Doer, 'leads'> & { readonly companies: CompanyScope };

export type StandingRefusal = 'task.no_such_task' | 'task.not_yours';

/** The task, locked, when it concerns who acts; a cover acts for who is away today. */
export async function standingTask(
  { tx, actor: { memberId }, today }: Context,
  taskId: Id,
  by: By,
): Promise<Outcome<Task, StandingRefusal>> {
  const task = await lockTask(tx, taskId, by.companies);
  if (!task) return refuse('task.no_such_task');
  const covers = await coveredBy(tx, memberId, today);
  if (!concerns(task, { leads: by.leads, memberId, covers })) {
    return refuse('task.not_yours', { title: task.title });
  }
  return accept(task);
}

/** Writes a change down and tells of it. */
export async function changeTask(context: Context, task: Task, change: Change): Promise<void> {
  await recordChange(context, task, change);
  const { taskId, accountId, state } = task;
  context.did({ what: `task ${change.kind}`, id: taskId, facts: { title: task.title } });
  await context.tell({ name: 'tasks.task_changed', accountId, payload: { taskId, state } });
}
