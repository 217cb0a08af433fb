/**
 * Changes what a task is, by when it is due and what must be done before it.
 *
 * A line of the list that stays keeps its tick. What would make a circle is refused.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { anchorOf } from '../rules/duty.ts';
import { circleOf } from '../rules/needs.ts';
import type { Task } from '../rules/task.ts';
import { lockNeeds } from '../store/tasks.ts';
import { type PlanRefusal, type TaskPlan, checkPlan } from './make-task.ts';
import { type By, type StandingRefusal, changeTask, standingTask } from './standing-task.ts';

export type PlanTask = TaskPlan & { readonly taskId: Id };

export async function planTask(
  context: Context,
  wish: PlanTask,
  by: By,
): Promise<Outcome<{ taskId: Id }, StandingRefusal | PlanRefusal | 'task.circle'>> {
  const { taskId, needs } = wish;
  const known = await lockNeeds(context.tx);
  const task = await standingTask(context, taskId, by);
  if (!task.ok) return task;
  const checked = await checkPlan(context, wish, by);
  if (!checked.ok) return checked;
  const circle = circleOf(taskId, needs, known);
  if (circle) return refuse('task.circle', { count: circle.length - 1 });

  await changeTask(context, planned(task.value, wish), {
    kind: 'planned',
    facts: { title: wish.title, dueOn: wish.dueOn ?? '', needs: needs.length },
  });
  return accept({ taskId });
}

function planned(task: Task, wish: PlanTask): Task {
  const { every, dueOn, lines, ...rest } = wish;
  const ticked = new Set(task.lines.filter((line) => line.done).map((line) => line.text));
  const same = every !== null && every === task.every && dueOn === task.dueOn;
  return {
    ...task,
    ...rest,
    dueOn,
    lines: lines.map((text) => ({ text, done: ticked.has(text) })),
    every,
    anchor: same ? task.anchor : every === null || dueOn === null ? null : anchorOf(every, dueOn),
  };
}
