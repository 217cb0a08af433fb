/** What goals, teams and stated figures say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { metricKeys, units } from '../rules/metric.ts';

export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/u)
  .describe('YYYY-MM');
export const amount = z.string().regex(/^\d+(\.\d+)?$/u, 'a number with a point');
export const reason = z.string().trim().min(1).max(500);

const reached = {
  target: z.string(),
  actual: z.string().nullable().describe('Null: not begun, or nothing to divide by.'),
  attainmentPct: z.string().nullable().describe('Over 100 is good, also where less is better.'),
  variance: z.string().nullable(),
};

export const wireGoal = z.object({
  goalId: wireId,
  company: z.string(),
  memberId: wireId.nullable(),
  teamId: wireId.nullable(),
  name: z.string().nullable().describe('Null: the company’s.'),
  metric: z.enum(metricKeys),
  variant: z.string(),
  unit: z.enum(units),
  currency: wireCurrency,
  flow: z.boolean().describe('Shared out over the weeks; else it stands for each.'),
  lessIsBetter: z.boolean(),
  ...reached,
  weeks: z.array(z.object({ from: wireDay, to: wireDay, ...reached })),
  history: z.array(
    z.object({
      target: z.string().nullable(),
      setAt: z.string(),
      setBy: z.string().nullable(),
      reason: z.string(),
    }),
  ),
});
export type WireGoal = z.infer<typeof wireGoal>;

export const goals = route({
  method: 'GET',
  path: '/api/v1/goals',
  summary: 'The goals of a month, week by week, beside what came of them',
  tag: 'goals',
  permission: 'aging.read',
  fromReplica: true,
  query: z.object({
    month: month.optional().describe('Default: this month.'),
    company: z.string().optional(),
  }),
  answer: z.object({ month, rows: z.array(wireGoal) }),
});

export const setGoal = route({
  method: 'PUT',
  path: '/api/v1/goals',
  summary: 'Set, change or take back the goal of a person, a team or a company',
  tag: 'goals',
  permission: 'goals.set',
  body: z.object({
    company: z.string().min(1),
    memberId: wireId.nullish(),
    teamId: wireId.nullish(),
    month,
    metric: z.enum(metricKeys),
    variant: z.string().max(40).optional(),
    currency: wireCurrency.optional(),
    target: amount.nullable().describe('Null takes it back.'),
    reason,
  }),
  answer: z.object({ goalId: wireId }),
});

export const stateFigure = route({
  method: 'PUT',
  path: '/api/v1/goals/stated',
  summary: 'State a month’s cost of the department, or a person’s paid hours',
  tag: 'goals',
  permission: 'goals.set',
  body: z.object({
    company: z.string().min(1),
    kind: z.enum(['department_cost', 'paid_hours']),
    month,
    memberId: wireId.nullish(),
    currency: wireCurrency.optional(),
    value: amount,
    reason,
  }),
  answer: z.object({ stated: z.literal(true) }),
});

export const teams = route({
  method: 'GET',
  path: '/api/v1/goals/teams',
  summary: 'People who are measured together',
  tag: 'goals',
  permission: 'aging.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    rows: z.array(
      z.object({
        teamId: wireId,
        company: z.string(),
        name: z.string(),
        memberIds: z.array(wireId),
      }),
    ),
  }),
});

export const setTeam = route({
  method: 'PUT',
  path: '/api/v1/goals/teams',
  summary: 'Name people who are measured together',
  tag: 'goals',
  permission: 'goals.set',
  body: z.object({
    company: z.string().min(1),
    teamId: wireId.optional().describe('Of a team that changes.'),
    name: z.string().trim().min(1).max(100),
    memberIds: z.array(wireId).max(200),
    reason,
  }),
  answer: z.object({ teamId: wireId }),
});
