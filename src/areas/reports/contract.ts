/** What the aging and its review say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  timeQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
} from '#platform/contract/wire.ts';

export const agingBy = z.enum([
  'account',
  'customer',
  'family',
  'collector',
  'company',
  'currency',
]);
export const agingFlag = z.enum(['unapplied', 'disputed', 'promised', 'credit_balance', 'crossed']);

/** Whose accounts; `none` is nobody’s. */
export const whoseFilter = {
  collector: wireId.or(z.literal('none')).optional(),
  customer: wireId.optional(),
  family: wireId.optional().describe('The head of a family: the accounts of all its members.'),
};

const agingFilter = {
  ...timeQuery,
  by: agingBy.default('account'),
  basis: z.enum(['due', 'invoice']).default('due'),
  buckets: z.string().default('0,30,60,90,120').describe('Upper edges in days, rising.'),
  company: z.string().optional().describe('Company code.'),
  ...whoseFilter,
  q: z.string().max(100).optional().describe('Part of a number or a name.'),
  flag: agingFlag.optional(),
  sort: z
    .string()
    .default('balance')
    .describe('account, customer, name, unapplied, balance, overdue, oldest, or bucket:N.'),
  direction: z.enum(['asc', 'desc']).default('desc'),
};

export const agingRow = z.object({
  /** Stable key of the row: an account id, customer id, member id, company code or currency. */
  key: z.string(),
  accountId: wireId.nullable(),
  account: z.string().nullable().describe('The account’s outside number.'),
  customer: z.string().nullable().describe('The customer’s outside number.'),
  name: z.string(),
  company: z.string().nullable(),
  collector: z.string().nullable(),
  currency: wireCurrency,
  buckets: z.array(wireAmount),
  unapplied: wireAmount,
  balance: wireAmount,
  overdue: wireAmount,
  oldestDays: z
    .number()
    .int()
    .describe('Days past due of the oldest open debit; negative: not due.'),
  items: z.number().int(),
  flags: z.array(agingFlag),
});
export type AgingRow = z.infer<typeof agingRow>;

const agingTotal = z.object({
  currency: wireCurrency,
  buckets: z.array(wireAmount),
  unapplied: wireAmount,
  balance: wireAmount,
});

export const aging = route({
  method: 'GET',
  path: '/api/v1/aging',
  summary: 'The aging, as of any day, as known at any moment',
  tag: 'aging',
  permission: 'aging.read',
  fromReplica: true,
  query: z.object({ ...agingFilter, ...pageQuery }),
  answer: z.object({
    asOf: wireDay,
    knownAt: z.string(),
    basis: z.enum(['due', 'invoice']),
    buckets: z.array(z.string()),
    rows: z.array(agingRow),
    totals: z.array(agingTotal),
    ...pageAnswer,
  }),
});

export const exportAging = route({
  method: 'GET',
  path: '/api/v1/aging/export',
  summary: 'The aging as CSV or as a workbook with live formulas',
  tag: 'aging',
  permission: 'aging.read',
  fromReplica: true,
  kind: 'file',
  query: z.object({ ...agingFilter, format: z.enum(['csv', 'xlsx']) }),
  answer: z.undefined(),
});

/** One item that moved into a later bucket since the reader's last review. */
const crossing = z.object({
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  itemId: wireId,
  document: z.string(),
  currency: wireCurrency,
  open: wireAmount,
  dueOn: wireDay,
  days: z.number().int(),
  fromBucket: z.string(),
  toBucket: z.string(),
  answer: z.enum(['acknowledged', 'actioned', 'delegated']).nullable(),
});

export const agingReview = route({
  method: 'GET',
  path: '/api/v1/aging/review',
  summary: 'What crossed into a later bucket since my last look',
  tag: 'aging',
  permission: 'aging.read',
  query: z.object({ company: z.string().optional(), ...pageQuery }),
  answer: z.object({
    since: wireDay,
    today: wireDay,
    rows: z.array(crossing),
    answered: z.number().int(),
    /** Percent of the crossings answered, a whole number; 100 when there are none. */
    coverage: z.number().int(),
    ...pageAnswer,
  }),
});

export const answerCrossings = route({
  method: 'POST',
  path: '/api/v1/aging/review',
  summary: 'Acknowledge, action or delegate crossings',
  tag: 'aging',
  permission: 'aging.review',
  body: z.object({
    answer: z.enum(['acknowledged', 'actioned', 'delegated']),
    items: z
      .array(z.object({ accountId: wireId, itemId: wireId }))
      .min(1)
      .max(1000),
    delegateTo: wireId.optional(),
  }),
  answer: z.object({ answered: z.number().int() }),
});

export const over60 = route({
  method: 'GET',
  path: '/api/v1/reports/over-60',
  summary: 'Items 61 or more days past due, by account',
  tag: 'reports',
  permission: 'aging.read',
  fromReplica: true,
  query: z.object({
    ...timeQuery,
    basis: z.enum(['due', 'invoice']).default('due'),
    company: z.string().optional(),
  }),
  answer: z.object({
    asOf: wireDay,
    rows: z.array(
      z.object({
        accountId: wireId,
        company: z.string(),
        account: z.string(),
        name: z.string(),
        currency: wireCurrency,
        document: z.string(),
        dueOn: wireDay,
        days: z.number().int(),
        open: wireAmount,
        disputed: z.boolean(),
      }),
    ),
    totals: z.array(z.object({ currency: wireCurrency, total: wireAmount })),
  }),
});
