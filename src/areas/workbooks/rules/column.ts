/**
 * A column of a workbook: what its cells hold, and which verb an edited cell stands for.
 *
 * A column without an act is locked: its figure or key is ours, and a changed cell is refused.
 * Values travel as text (a day as 2026-12-15, an amount as 1250.10, a choice as its code), so
 * that what went out and what came back are compared as what they mean, not as they are drawn.
 */
import type { Id } from '#kernel/ids.ts';

export type ColumnType = 'text' | 'amount' | 'count' | 'day' | 'choice' | 'member';

/** What an edited cell asks of the area that owns the fact. */
export const acts = [
  'note',
  'owner',
  'next_action',
  'promise',
  'change_promise',
  'withdraw_promise',
  'dispute_people',
  'dispute_state',
  'dispute_note',
  'contact',
  'task_people',
  'task_plan',
  'task_state',
  'task_comment',
] as const;
export type Act = (typeof acts)[number];

/** The permission that each act asks of whoever applies it: the one of the same act on screen. */
export const permissionOf: Readonly<Record<Act, string>> = {
  note: 'accounts.note',
  owner: 'accounts.assign',
  next_action: 'worklist.work',
  promise: 'promises.make',
  change_promise: 'promises.make',
  withdraw_promise: 'promises.make',
  dispute_people: 'disputes.open',
  dispute_state: 'disputes.open',
  dispute_note: 'disputes.open',
  contact: 'accounts.edit',
  task_people: 'tasks.work',
  task_plan: 'tasks.work',
  task_state: 'tasks.work',
  task_comment: 'tasks.work',
};

export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  /** Absent for a locked column. */
  readonly act?: Act;
  /** Says something new each time, such as a note: it goes out empty. */
  readonly adds?: true;
  /** May not be emptied once it holds something. */
  readonly needed?: true;
  /** Codes of a choice. */
  readonly choices?: readonly string[];
  /** Codes that may be chosen; the others only stand there. */
  readonly offered?: readonly string[];
  /** Computed in the sheet from other cells; what comes back in it is not looked at. */
  readonly formula?: true;
  readonly width?: number;
};

/** By column name; empty text is an empty cell. */
export type Values = Readonly<Record<string, string>>;

/** A row of a workbook as the desk knows it. */
export type BookRow = {
  /** Known again by this when the sheet comes back. */
  readonly key: string;
  readonly accountId: Id | null;
  /** What an edit changes: an account, a promise, a case, a contact, a task. */
  readonly targetId: Id;
  readonly values: Values;
};

export function valueOf(values: Values, name: string): string {
  return values[name] ?? '';
}
