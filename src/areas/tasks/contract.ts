/** What the tasks say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import { everies } from './rules/duty.ts';
import { priorities, taskStates } from './rules/task.ts';

export { everies, priorities, taskStates };

const taskParams = z.object({ taskId: wireId });
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/u)
  .describe('HH:MM in the company’s zone.');

export const task = z.object({
  taskId: wireId,
  company: z.string(),
  account: z.object({ accountId: wireId, number: z.string(), name: z.string() }).nullable(),
  title: z.string(),
  text: z.string(),
  assigneeId: wireId.nullable(),
  assignee: z.string().nullable(),
  requester: z.string().nullable(),
  dueOn: wireDay.nullable(),
  dueTime: clock.nullable(),
  overdue: z.boolean(),
  timeBoxMinutes: z.number().int().nullable(),
  priority: z.enum(priorities),
  state: z.enum(taskStates),
  /** On whom it waits, or why it was dropped. */
  note: z.string().nullable(),
  needs: z.array(z.object({ taskId: wireId, title: z.string(), ended: z.boolean() })),
  blocked: z.boolean(),
  lines: z.array(z.object({ text: z.string(), done: z.boolean() })),
  every: z.enum(everies).nullable(),
  changedAt: wireInstant,
});
export type WireTask = z.infer<typeof task>;

const listQuery = {
  company: z.string().optional(),
  state: z.enum(['standing', 'ended']).default('standing'),
};
const rows = { rows: z.array(task), count: z.number().int() };

export const myTasks = route({
  method: 'GET',
  path: '/api/v1/tasks',
  summary: 'One’s own tasks with those of who one covers, or those one asked others for',
  tag: 'tasks',
  permission: 'tasks.read',
  query: z.object({ ...listQuery, view: z.enum(['mine', 'asked', 'free']).default('mine') }),
  answer: z.object(rows),
});

export const teamTasks = route({
  method: 'GET',
  path: '/api/v1/tasks/team',
  summary: 'Everybody’s tasks, or one person’s, and how much each has to do',
  tag: 'tasks',
  permission: 'tasks.lead',
  query: z.object({ ...listQuery, who: wireId.optional() }),
  answer: z.object({
    ...rows,
    people: z.array(
      z.object({
        memberId: wireId.nullable(),
        name: z.string().nullable(),
        standing: z.number().int(),
        overdue: z.number().int(),
        minutes: z.number().int().describe('The time boxes together.'),
      }),
    ),
  }),
});

export const accountTasks = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/tasks',
  summary: 'The standing tasks of an account',
  tag: 'tasks',
  permission: 'accounts.read',
  params: z.object({ accountId: wireId }),
  answer: z.object({ rows: z.array(task) }),
});

export const oneTask = route({
  method: 'GET',
  path: '/api/v1/tasks/:taskId',
  summary: 'One task with everything that happened to it, newest first',
  tag: 'tasks',
  permission: 'tasks.read',
  params: taskParams,
  answer: z.object({
    task,
    history: z.array(
      z.object({
        changeId: wireId,
        at: wireInstant,
        actor: z.string(),
        kind: z.string(),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
        text: z.string().nullable(),
      }),
    ),
  }),
});

/** What the address of the screen holds. */
export const inbox = {
  query: z.object({
    ...listQuery,
    view: z.enum(['mine', 'asked', 'free', 'team']).default('mine'),
    who: wireId.optional(),
  }),
};
export type InboxSearch = z.infer<typeof inbox.query>;

const minutes = z.coerce.number().int().min(1).max(100_000);
const plan = {
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().max(4000).default(''),
  dueOn: wireDay.nullable().default(null),
  dueTime: clock.nullable().default(null),
  timeBoxMinutes: minutes.nullable().default(null),
  needs: z.array(wireId).max(50).default([]),
  lines: z.array(z.string().trim().min(1).max(200)).max(100).default([]),
  every: z.enum(everies).nullable().default(null),
};

export const makeTask = route({
  method: 'POST',
  path: '/api/v1/tasks',
  summary: 'Ask for something to be done',
  tag: 'tasks',
  permission: 'tasks.work',
  body: z.object({
    ...plan,
    company: z.string().optional().describe('Default: of the account, or the first one sees.'),
    accountId: wireId.nullable().default(null),
    assigneeId: wireId.nullable().default(null).describe('Null: whoever takes it.'),
    priority: z.enum(priorities).default('normal').describe('Another only by who leads.'),
  }),
  answer: z.object({ taskId: wireId }),
});

export const planTask = route({
  method: 'PUT',
  path: '/api/v1/tasks/:taskId',
  summary: 'Change what a task is, its day, its list and what it needs',
  tag: 'tasks',
  permission: 'tasks.work',
  params: taskParams,
  body: z.object(plan),
  answer: z.object({ taskId: wireId }),
});

export const assignTask = route({
  method: 'POST',
  path: '/api/v1/tasks/:taskId/assignee',
  summary: 'Give a task to somebody, or to whoever takes it',
  tag: 'tasks',
  permission: 'tasks.work',
  params: taskParams,
  body: z.object({ assigneeId: wireId.nullable().default(null) }),
  answer: z.object({ assignee: z.string().nullable() }),
});

export const rankTask = route({
  method: 'POST',
  path: '/api/v1/tasks/:taskId/priority',
  summary: 'Say how urgent a task is',
  tag: 'tasks',
  permission: 'tasks.lead',
  params: taskParams,
  body: z.object({ priority: z.enum(priorities) }),
  answer: z.object({ priority: z.enum(priorities) }),
});

export const moveTask = route({
  method: 'POST',
  path: '/api/v1/tasks/:taskId/state',
  summary: 'Start a task, let it wait for somebody, finish it, drop it or open it again',
  tag: 'tasks',
  permission: 'tasks.work',
  params: taskParams,
  body: z.object({
    to: z.enum(taskStates),
    note: z.string().trim().max(500).default('').describe('On whom it waits; why it is dropped.'),
  }),
  answer: z.object({ state: z.enum(taskStates) }),
});

export const tickLine = route({
  method: 'POST',
  path: '/api/v1/tasks/:taskId/lines/:line',
  summary: 'Tick a line of a task’s list, counted from 1, or take the tick away',
  tag: 'tasks',
  permission: 'tasks.work',
  params: z.object({ taskId: wireId, line: z.coerce.number().int().min(1).max(100) }),
  body: z.object({ done: z.boolean() }),
  answer: z.object({ left: z.number().int() }),
});

export const commentTask = route({
  method: 'POST',
  path: '/api/v1/tasks/:taskId/comments',
  summary: 'Say something of a task',
  tag: 'tasks',
  permission: 'tasks.work',
  params: taskParams,
  body: z.object({ text: z.string().trim().min(1).max(4000) }),
  answer: z.object({ taskId: wireId }),
});
