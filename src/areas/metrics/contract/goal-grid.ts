/** Goals of many people and months at once: what a page of them says and hears over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireCurrency, wireId } from '#platform/contract/wire.ts';
import { metricKeys, units } from '../rules/metric.ts';
import { amount, month, reason } from './goals.ts';

/** Which goals stand in the cells: of one figure, in one currency. */
const which = {
  company: z.string().min(1),
  metric: z.enum(metricKeys),
  variant: z.string().max(40).optional(),
  currency: wireCurrency.optional().describe('Default: the company’s.'),
};

export const goalGrid = route({
  method: 'GET',
  path: '/api/v1/goals/grid',
  summary: 'The goals of one figure, by person and month, as last said',
  tag: 'goals',
  permission: 'aging.read',
  query: z.object({
    ...which,
    from: month.optional().describe('Default: this month.'),
    months: z.coerce.number().int().min(1).max(12).default(6),
  }),
  answer: z.object({
    currency: wireCurrency,
    variant: z.string(),
    unit: z.enum(units),
    months: z.array(month),
    rows: z.array(
      z.object({
        memberId: wireId.nullable(),
        name: z.string().nullable().describe('Null: the company’s.'),
        targets: z.array(z.string().nullable()).describe('In the order of the months.'),
      }),
    ),
  }),
});

export const setGoals = route({
  method: 'PUT',
  path: '/api/v1/goals/grid',
  summary: 'Set, change or take back many goals of one figure: all of them, or none',
  tag: 'goals',
  permission: 'goals.set',
  body: z.object({
    ...which,
    goals: z
      .array(
        z.object({
          memberId: wireId.nullable(),
          month,
          target: amount.nullable().describe('Null takes it back.'),
        }),
      )
      .min(1)
      .max(2000),
    reason,
  }),
  answer: z.object({ set: z.number().int() }),
});
