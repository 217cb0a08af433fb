/** Ticks a line of a task's list, or takes the tick away. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type By, type StandingRefusal, changeTask, standingTask } from './standing-task.ts';

/** `line` counts from 1. */
export type TickLine = { readonly taskId: Id; readonly line: number; readonly done: boolean };

export async function tickLine(
  context: Context,
  { taskId, line, done }: TickLine,
  by: By,
): Promise<Outcome<{ left: number }, StandingRefusal | 'task.no_such_line'>> {
  const task = await standingTask(context, taskId, by);
  if (!task.ok) return task;
  const ticked = task.value.lines[line - 1];
  if (!ticked) return refuse('task.no_such_line', { line });
  const lines = task.value.lines.map((each) => (each === ticked ? { ...each, done } : each));
  const facts = { line: ticked.text, ticked: done ? 'yes' : 'no' };
  await changeTask(context, { ...task.value, lines }, { kind: 'line', facts });
  return accept({ left: lines.filter((each) => !each.done).length });
}
