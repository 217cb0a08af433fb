/** Why debts are late or contested, over the wire: said, added up, opened to its rows, reviewed. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
  wireInstant,
} from '#platform/contract/wire.ts';
import { causeSides, rootCauses } from '../rules/cause.ts';

const accountParams = z.object({ accountId: wireId });
const factKinds = ['dispute', 'late'] as const;

export const noteLateCause = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/late-causes',
  summary: 'Say why an account, or some of its items, are late; no cause forgets what was said',
  tag: 'causes',
  permission: 'disputes.open',
  params: accountParams,
  body: z.object({
    itemIds: z.array(wireId).max(500).default([]).describe('None: all that is overdue.'),
    cause: z.enum(rootCauses).nullable().default(null),
    note: z.string().trim().max(2000).default(''),
  }),
  answer: z.object({ causeId: wireId, items: z.number().int() }),
});

export const accountLateCauses = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/late-causes',
  summary: 'What was said of why an account is late, the latest first',
  tag: 'causes',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({
    rows: z.array(
      z.object({
        causeId: wireId,
        cause: z.enum(rootCauses).nullable(),
        note: z.string(),
        on: wireDay,
        by: z.string(),
        items: z.array(
          z.object({ document: z.string(), amount: wireAmount, currency: wireCurrency }),
        ),
      }),
    ),
  }),
});

const filter = {
  from: wireDay.optional(),
  to: wireDay.optional(),
  company: z.string().max(20).optional().describe('Its code; none: all that the reader sees.'),
  collectorId: wireId.optional(),
  currency: wireCurrency.optional().describe('None: the one with most facts.'),
  kind: z.enum(factKinds).optional(),
};

const line = z.object({
  cause: z.enum(rootCauses),
  side: z.enum(causeSides),
  disputes: z.number().int(),
  items: z.number().int().describe('Items that are late for it.'),
  amount: wireAmount,
  sharePct: z.string(),
  runningPct: z.string().describe('This and every larger one.'),
  vital: z.boolean().describe('Of the few that make eighty percent.'),
});
export type WireCauseLine = z.infer<typeof line>;

export const causes = route({
  method: 'GET',
  path: '/api/v1/causes',
  summary: 'The Pareto of causes over disputes and late payment, with their amounts',
  tag: 'causes',
  permission: 'accounts.read',
  query: z.object(filter),
  answer: z.object({
    currency: wireCurrency.nullable(),
    currencies: z.array(wireCurrency),
    total: wireAmount,
    lines: z.array(line),
    unsaid: z
      .object({ disputes: z.number().int(), amount: wireAmount })
      .describe('Disputes whose cause nobody has said yet.'),
  }),
});
export type WireCauses = z.infer<typeof causes.answer>;

export const causeFacts = route({
  method: 'GET',
  path: '/api/v1/causes/rows',
  summary: 'The cases and items behind a line of the Pareto, the largest first',
  tag: 'causes',
  permission: 'accounts.read',
  query: z.object({
    ...filter,
    cause: z
      .enum([...rootCauses, 'none'])
      .optional()
      .describe('none: not said yet.'),
    ...pageQuery,
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        kind: z.enum(factKinds),
        accountId: wireId,
        account: z.string(),
        name: z.string(),
        caseId: wireId.nullable(),
        document: z.string(),
        cause: z.enum(rootCauses).nullable(),
        amount: wireAmount,
        currency: wireCurrency,
        foundOn: wireDay,
        stillOpen: z.boolean(),
      }),
    ),
    ...pageAnswer,
  }),
});
export type WireCauseFact = z.infer<typeof causeFacts.answer>['rows'][number];

export const causesFile = route({
  method: 'GET',
  path: '/api/v1/causes/file',
  summary: 'The Pareto and its rows as one workbook',
  tag: 'causes',
  permission: 'accounts.read',
  kind: 'file',
  query: z.object(filter),
  answer: z.undefined(),
});

export const causeReviews = route({
  method: 'GET',
  path: '/api/v1/causes/reviews',
  summary: 'The months whose causes were reviewed, the latest first',
  tag: 'causes',
  permission: 'accounts.read',
  answer: z.object({
    rows: z.array(
      z.object({
        reviewId: wireId,
        companyId: wireId,
        company: z.string(),
        month: wireDay,
        findings: z.string(),
        actions: z.string(),
        by: z.string(),
        at: wireInstant,
      }),
    ),
  }),
});

export const reviewCauses = route({
  method: 'POST',
  path: '/api/v1/causes/reviews',
  summary: 'Sign the review of a month: what was found and what is done about it',
  tag: 'causes',
  permission: 'disputes.route',
  body: z.object({
    company: z.string().min(1).max(20),
    month: wireDay.describe('Any day of it.'),
    findings: z.string().trim().min(1).max(4000),
    actions: z.string().trim().min(1).max(4000),
  }),
  answer: z.object({ reviewId: wireId }),
});
