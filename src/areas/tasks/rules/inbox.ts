/**
 * The order of an inbox: what one can start before what must wait, then what is late, then what
 * the manager put first, then what is due first. The order is this rule and nothing else.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Priority, priorities } from './task.ts';

export type Placed = {
  readonly taskId: Id;
  /** Needs something that is not done. */
  readonly blocked: boolean;
  readonly overdue: boolean;
  readonly priority: Priority;
  readonly dueOn: Day | null;
  readonly dueMinutes: number | null;
};

/** The tasks in the order in which they are to be taken. */
export function inOrder<T extends Placed>(tasks: readonly T[]): T[] {
  return tasks.toSorted(compare);
}

/** Ids are made in the order of time, so the older of two alike comes first. */
function compare(a: Placed, b: Placed): number {
  return (
    Number(a.blocked) - Number(b.blocked) ||
    Number(b.overdue) - Number(a.overdue) ||
    priorities.indexOf(a.priority) - priorities.indexOf(b.priority) ||
    text(dueOf(a), dueOf(b)) ||
    text(a.taskId, b.taskId)
  );
}

/** A day without a time ends at midnight; no day at all comes after every day. */
function dueOf({ dueOn, dueMinutes }: Placed): string {
  return dueOn === null ? '~' : `${dueOn} ${String(dueMinutes ?? 1440).padStart(4, '0')}`;
}

function text(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
