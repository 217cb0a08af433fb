/** Moves a task on: started, waiting for somebody, done, dropped, or open again. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { type Move, type MoveRefusal, type TaskState, acceptMove } from '../rules/task.ts';
import { standingOf } from '../store/tasks.ts';
import { type By, type StandingRefusal, changeTask, standingTask } from './standing-task.ts';

export type MoveTask = Move & { readonly taskId: Id };

/** What nobody has and somebody starts is theirs. */
export async function moveTask(
  context: Context,
  { taskId, to, note }: MoveTask,
  by: By,
): Promise<Outcome<{ state: TaskState }, StandingRefusal | MoveRefusal>> {
  const found = await standingTask(context, taskId, by);
  if (!found.ok) return found;
  const task = found.value;
  const moved = acceptMove(task, { to, note }, await standingOf(context.tx, task.needs));
  if (!moved.ok) return moved;
  const assigneeId = task.assigneeId ?? context.actor.memberId;
  const { state } = moved.value;
  const change = { kind: 'moved', facts: { from: task.state, state }, text: note } as const;
  await changeTask(context, { ...task, ...moved.value, assigneeId }, change);
  if (task.accountId !== null && state === 'done') {
    await recordActivity(context, {
      accountId: task.accountId,
      kind: 'task',
      phrase: 'activity.task_done',
      facts: { title: task.title },
      text: note === '' ? null : note,
      touch: true,
    });
  }
  return accept({ state });
}
