/** Edits of a task: whose it is, by when, how far it has come, what is said of it. */
import { parseDay } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type By, assignTask, commentTask, moveTask, planTask } from '#areas/tasks/index.ts';
import { taskStates } from '#areas/tasks/rules/task.ts';
import { type Values, valueOf } from '../rules/column.ts';
import { wanted } from '../rules/edits.ts';
import { taskPlan } from '../store/rows/tasks.ts';
import { type Acts, type Applier, idIn, idOrNull, leads } from './doing.ts';

export const taskActs: Acts = {
  task_people: {
    async do(context, edit, by) {
      const taskId = edit.targetId;
      const assigneeId = idOrNull(wanted(edit, 'assignee'));
      const given = await assignTask(context, { taskId, assigneeId }, byOf(by));
      return given.ok ? accept({ taskId, assignee: valueOf(edit.now, 'assignee') }) : given;
    },
    undo: (context, { undo }, by) =>
      assignTask(
        context,
        { taskId: idIn(undo, 'taskId'), assigneeId: idOrNull(undo['assignee']) },
        byOf(by),
      ),
  },
  task_plan: {
    async do(context, edit, by) {
      const taskId = edit.targetId;
      const planned = await plan(context, taskId, { ...edit.now, ...edit.taken }, by);
      if (!planned.ok) return planned;
      const { title, due_on } = edit.now;
      return accept({ taskId, title: title ?? '', due_on: due_on ?? '' });
    },
    undo: (context, { undo }, by) => plan(context, idIn(undo, 'taskId'), undo, by),
  },
  task_state: {
    async do(context, edit, by) {
      const taskId = edit.targetId;
      const move = { state: wanted(edit, 'state'), note: valueOf(edit.row, 'note') };
      if (needsWords(move.state) && move.note === '') return refuse('workbooks.task_needs_note');
      const moved = await moveOn(context, taskId, move, by);
      return moved.ok ? accept({ taskId, state: valueOf(edit.now, 'state') }) : moved;
    },
    undo: (context, { undo }, by) =>
      moveOn(
        context,
        idIn(undo, 'taskId'),
        { state: undo['state'] ?? '', note: context.reason },
        by,
      ),
  },
  task_comment: {
    async do(context, edit, by) {
      const taskId = edit.targetId;
      const said = await commentTask(
        context,
        { taskId, text: valueOf(edit.taken, 'note') },
        byOf(by),
      );
      return said.ok ? accept(null) : said;
    },
  },
};

/** Who acts, as the tasks ask for it. */
function byOf(by: Applier): By {
  return { leads: leads(by), companies: by.companies };
}

async function plan(
  context: Context,
  taskId: Id,
  values: Values,
  by: Applier,
): Promise<Outcome<unknown>> {
  const now = await taskPlan(context.tx, taskId);
  if (!now) return refuse('workbooks.row_gone');
  const dueOn = parseDay(valueOf(values, 'due_on')) ?? null;
  const dueMinutes = dueOn === null ? null : now.dueMinutes;
  const title = valueOf(values, 'title');
  return planTask(context, { ...now, taskId, title, dueOn, dueMinutes }, byOf(by));
}

async function moveOn(
  context: Context,
  taskId: Id,
  { state, note }: { readonly state: string; readonly note: string },
  by: Applier,
): Promise<Outcome<unknown>> {
  const to = taskStates.find((each) => each === state);
  if (!to) return refuse('workbooks.bad_choice', { value: state });
  return moveTask(context, { taskId, to, note: needsWords(to) ? note : '' }, byOf(by));
}

/** For whom one waits, and why one is dropped, is said; the rest needs no words. */
function needsWords(state: string): boolean {
  return state === 'waiting' || state === 'dropped';
}
