/**
 * The workbooks there are, column by column.
 *
 * The key of a row stands in the first column, so that rows may be sorted, filtered and deleted;
 * a deleted row is no edit. Yellow columns are those with an act, at the end of the row.
 */
import { caseStates } from '#areas/disputes/rules/case-life.ts';
import { disputeReasons } from '#areas/disputes/rules/case.ts';
import { departments } from '#areas/disputes/rules/routing.ts';
import { priorities, taskStates } from '#areas/tasks/rules/task.ts';
import type { ItemKind } from '#areas/ledger/rules/posting.ts';
import type { Column } from './column.ts';

export const workbookKinds = [
  'aging',
  'open-items',
  'worklist',
  'promises',
  'disputes',
  'contacts',
  'unapplied',
  'tasks',
] as const;
export type WorkbookKind = (typeof workbookKinds)[number];

/** What whoever asks for a workbook of the kind must be allowed to read on the screen. */
export const readingOf: Readonly<Record<WorkbookKind, string>> = {
  aging: 'aging.read',
  'open-items': 'aging.read',
  worklist: 'worklist.read',
  promises: 'accounts.read',
  disputes: 'accounts.read',
  contacts: 'accounts.read',
  unapplied: 'aging.read',
  tasks: 'tasks.read',
};

export function parseWorkbookKind(text: string): WorkbookKind | undefined {
  return workbookKinds.find((kind) => kind === text);
}

/** What may stand open on an account. */
const itemKinds = [
  'invoice',
  'debit_memo',
  'charge',
  'credit_memo',
  'receipt',
  'adjustment',
  'refund',
  'reversal',
  'transfer',
] as const satisfies readonly ItemKind[];

const account: readonly Column[] = [
  { name: 'account', type: 'text', width: 14 },
  { name: 'name', type: 'text', width: 32 },
  { name: 'company', type: 'text', width: 10 },
];

const owner: Column = { name: 'owner', type: 'member', act: 'owner', width: 22 };
const note: Column = { name: 'note', type: 'text', act: 'note', adds: true, width: 40 };
const nextAction: readonly Column[] = [
  { name: 'come_back', type: 'day', act: 'next_action', needed: true, width: 13 },
  { name: 'next_action', type: 'text', act: 'next_action', adds: true, width: 34 },
];
const currency: Column = { name: 'currency', type: 'text', width: 9 };

/** How the promise of a row is told: the day, the amount and who said so. */
const promise: readonly Column[] = [
  { name: 'promise_on', type: 'day', act: 'promise', adds: true, width: 13 },
  { name: 'promise_amount', type: 'amount', act: 'promise', adds: true },
  { name: 'said_by', type: 'text', act: 'promise', adds: true, width: 20 },
];

const days: Column = { name: 'days', type: 'count', formula: true };

export const columnsOf: Readonly<Record<WorkbookKind, readonly Column[]>> = {
  aging: [
    ...account,
    currency,
    { name: 'buckets', type: 'amount', formula: true },
    owner,
    ...nextAction,
    note,
  ],
  'open-items': [
    ...account,
    { name: 'document', type: 'text', width: 18 },
    { name: 'kind', type: 'choice', choices: itemKinds, width: 14 },
    { name: 'issued_on', type: 'day' },
    { name: 'due_on', type: 'day' },
    days,
    currency,
    { name: 'amount', type: 'amount' },
    { name: 'open', type: 'amount' },
    { name: 'disputed', type: 'amount' },
    ...promise,
    note,
  ],
  worklist: [
    { name: 'rank', type: 'count', width: 7 },
    ...account,
    { name: 'why', type: 'text', width: 34 },
    currency,
    { name: 'overdue', type: 'amount' },
    { name: 'balance', type: 'amount' },
    { name: 'last_touch', type: 'day' },
    owner,
    ...nextAction,
    note,
  ],
  promises: [
    ...account,
    { name: 'said_by', type: 'text', width: 20 },
    { name: 'made_on', type: 'day' },
    currency,
    { name: 'received', type: 'amount' },
    { name: 'missing', type: 'amount', formula: true },
    days,
    {
      name: 'state',
      type: 'choice',
      act: 'withdraw_promise',
      needed: true,
      choices: ['open', 'kept', 'partly', 'broken', 'superseded', 'withdrawn'],
      offered: ['open', 'withdrawn'],
      width: 14,
    },
    { name: 'due_on', type: 'day', act: 'change_promise', needed: true, width: 13 },
    { name: 'amount', type: 'amount', act: 'change_promise', needed: true },
    note,
  ],
  disputes: [
    ...account,
    { name: 'reason', type: 'choice', choices: disputeReasons, width: 18 },
    { name: 'documents', type: 'text', width: 22 },
    currency,
    { name: 'amount', type: 'amount' },
    { name: 'opened_on', type: 'day' },
    days,
    { name: 'answer_by', type: 'day' },
    {
      name: 'state',
      type: 'choice',
      act: 'dispute_state',
      needed: true,
      choices: caseStates,
      offered: ['open', 'with_owner', 'with_customer'],
      width: 18,
    },
    {
      name: 'department',
      type: 'choice',
      act: 'dispute_people',
      needed: true,
      choices: departments,
      width: 14,
    },
    { name: 'coordinator', type: 'member', act: 'dispute_people', width: 22 },
    { name: 'finder', type: 'member', act: 'dispute_people', width: 22 },
    { name: 'note', type: 'text', act: 'dispute_note', adds: true, width: 40 },
  ],
  contacts: [
    ...account,
    { name: 'verified_on', type: 'day' },
    { name: 'contact', type: 'text', act: 'contact', needed: true, width: 26 },
    { name: 'role', type: 'text', act: 'contact', width: 20 },
    { name: 'email', type: 'text', act: 'contact', width: 30 },
    { name: 'phone', type: 'text', act: 'contact', width: 20 },
    {
      name: 'language',
      type: 'choice',
      act: 'contact',
      needed: true,
      choices: ['en', 'es'],
      width: 12,
    },
    { name: 'zone', type: 'text', act: 'contact', width: 22 },
    note,
  ],
  unapplied: [
    ...account,
    { name: 'document', type: 'text', width: 18 },
    { name: 'kind', type: 'choice', choices: itemKinds, width: 14 },
    { name: 'issued_on', type: 'day' },
    days,
    currency,
    { name: 'amount', type: 'amount' },
    { name: 'open', type: 'amount' },
    owner,
    ...nextAction,
    note,
  ],
  tasks: [
    ...account,
    {
      name: 'priority',
      type: 'choice',
      choices: priorities,
      width: 12,
    },
    days,
    { name: 'title', type: 'text', act: 'task_plan', needed: true, width: 40 },
    { name: 'due_on', type: 'day', act: 'task_plan', width: 13 },
    { name: 'assignee', type: 'member', act: 'task_people', width: 22 },
    {
      name: 'state',
      type: 'choice',
      act: 'task_state',
      needed: true,
      choices: taskStates,
      width: 14,
    },
    { name: 'note', type: 'text', act: 'task_comment', adds: true, width: 40 },
  ],
};

/** The columns that go out as values and are compared when they come back. */
export function keptColumns(kind: WorkbookKind): readonly Column[] {
  return columnsOf[kind].filter((column) => column.formula === undefined);
}

/** The columns that a person may edit. */
export function editableColumns(kind: WorkbookKind): readonly Column[] {
  return columnsOf[kind].filter((column) => column.act !== undefined);
}
