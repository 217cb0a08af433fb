/** Gives a task to somebody, or to whoever takes it. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type AssignRefusal, checkAssignee } from './make-task.ts';
import { type By, type StandingRefusal, changeTask, standingTask } from './standing-task.ts';

export type AssignTask = { readonly taskId: Id; readonly assigneeId: Id | null };

/** Answers the name of who has it now. */
export async function assignTask(
  context: Context,
  { taskId, assigneeId }: AssignTask,
  by: By,
): Promise<Outcome<{ assignee: string | null }, StandingRefusal | AssignRefusal>> {
  const task = await standingTask(context, taskId, by);
  if (!task.ok) return task;
  const taken = await checkAssignee(context, assigneeId, task.value.companyId);
  if (!taken.ok) return taken;
  const facts = { name: taken.value ?? '' };
  await changeTask(context, { ...task.value, assigneeId }, { kind: 'assigned', facts });
  return accept({ assignee: taken.value });
}
