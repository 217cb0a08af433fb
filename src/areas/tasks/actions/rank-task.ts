/** Says how urgent a task is. Only who leads does: the order is the team's, not each one's. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Priority } from '../rules/task.ts';
import { type By, type StandingRefusal, changeTask, standingTask } from './standing-task.ts';

export type RankTask = { readonly taskId: Id; readonly priority: Priority };

export async function rankTask(
  context: Context,
  { taskId, priority }: RankTask,
  by: By,
): Promise<Outcome<{ priority: Priority }, StandingRefusal | 'task.priority_is_the_managers'>> {
  if (!by.leads) return refuse('task.priority_is_the_managers');
  const task = await standingTask(context, taskId, by);
  if (!task.ok) return task;
  await changeTask(context, { ...task.value, priority }, { kind: 'ranked', facts: { priority } });
  return accept({ priority });
}
