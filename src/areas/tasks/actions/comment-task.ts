/** Adds what somebody has to say of a task; a comment is never changed. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockTask } from '../store/tasks.ts';
import { type By, changeTask } from './standing-task.ts';

export type CommentTask = { readonly taskId: Id; readonly text: string };

/** Whoever sees the company may say something, also of another's task. */
export async function commentTask(
  context: Context,
  { taskId, text }: CommentTask,
  { companies }: By,
): Promise<Outcome<{ taskId: Id }, 'task.no_such_task'>> {
  const task = await lockTask(context.tx, taskId, companies);
  if (!task) return refuse('task.no_such_task');
  await changeTask(context, task, { kind: 'comment', text });
  return accept({ taskId });
}
