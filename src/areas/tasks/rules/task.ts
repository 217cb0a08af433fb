/**
 * A task: something to be done that is no account's place in the day, by somebody, by a day.
 *
 *   open ⇄ in work ⇄ waiting (on whom) ──▶ done
 *     └───────┴──────────┴──────────────▶ dropped (why)
 *
 * What ended may be opened again. Nothing is started or done before what it needs, and nothing
 * is done while a line of its list is left; whoever wants it gone drops it and says why.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Every } from './duty.ts';

export const taskStates = ['open', 'in_work', 'waiting', 'done', 'dropped'] as const;
export type TaskState = (typeof taskStates)[number];

/** The manager's order, the highest first. */
export const priorities = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];

export type Line = { readonly text: string; readonly done: boolean };

export type Task = {
  readonly taskId: Id;
  readonly companyId: Id;
  readonly accountId: Id | null;
  readonly requesterId: Id | null;
  readonly seriesId: Id;
  /** The day that a duty's series means; null for what comes once. */
  readonly nominalOn: Day | null;
  readonly title: string;
  readonly text: string;
  readonly assigneeId: Id | null;
  readonly dueOn: Day | null;
  /** Minutes since midnight in the company's zone; null: by the end of the day. */
  readonly dueMinutes: number | null;
  readonly timeBoxMinutes: number | null;
  readonly priority: Priority;
  readonly state: TaskState;
  /** On whom it waits, or why it was dropped. */
  readonly note: string | null;
  readonly needs: readonly Id[];
  readonly lines: readonly Line[];
  readonly every: Every | null;
  /** The weekday or day of the month that a duty keeps to. */
  readonly anchor: number | null;
};

export function hasEnded(state: TaskState): boolean {
  return state === 'done' || state === 'dropped';
}

export type Move = { readonly to: TaskState; readonly note: string };

export type MoveRefusal =
  | 'task.already_so'
  | 'task.needs_others_first'
  | 'task.lines_left'
  | 'task.needs_reason'
  | 'task.needs_whom';

/** May the task go there, with so many of what it needs not done yet? */
export function acceptMove(
  task: Pick<Task, 'state' | 'lines'>,
  { to, note }: Move,
  openNeeds: number,
): Outcome<{ state: TaskState; note: string | null }, MoveRefusal> {
  if (to === task.state) return refuse('task.already_so', { state: to });
  if ((to === 'in_work' || to === 'done') && openNeeds > 0) {
    return refuse('task.needs_others_first', { count: openNeeds });
  }
  const left = task.lines.filter((line) => !line.done).length;
  if (to === 'done' && left > 0) return refuse('task.lines_left', { count: left });
  if (to === 'dropped' && note === '') return refuse('task.needs_reason');
  if (to === 'waiting' && note === '') return refuse('task.needs_whom');
  return accept({ state: to, note: note === '' ? null : note });
}

/** Who acts: `leads` is the permission to lead; `covers` are those they stand in for. */
export type Doer = {
  readonly memberId: Id | null;
  readonly leads: boolean;
  readonly covers: readonly Id[];
};

/** Whoever leads, asked for it, has it or covers for who has it; what nobody has, anybody takes. */
export function concerns(task: Pick<Task, 'assigneeId' | 'requesterId'>, doer: Doer): boolean {
  const { memberId, leads, covers } = doer;
  if (leads || task.assigneeId === null) return true;
  if (memberId === null) return false;
  return (
    task.assigneeId === memberId ||
    task.requesterId === memberId ||
    covers.includes(task.assigneeId)
  );
}
