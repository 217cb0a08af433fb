/** How well receipts are matched, and the policy by which they are, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireCurrency, wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';

export const scoreboard = route({
  method: 'GET',
  path: '/api/v1/cash/scoreboard',
  summary: 'Hit rate, touchless rate and false-match rate side by side, by source and month',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    rows: z.array(
      z.object({
        source: z.string(),
        month: wireDay,
        receipts: z.number().int(),
        touchless: z.number().int().describe('Receipts that the engine posted.'),
        lines: z.number().int(),
        hits: z.number().int().describe('Lines that its best explanation held.'),
        engineLines: z.number().int(),
        wrong: z.number().int().describe('Lines that it posted and people took off since.'),
      }),
    ),
  }),
});

export const policyDocument = z.object({
  toleranceBps: z.number().int().min(0).max(1000),
  toleranceMostMinor: z.string().regex(/^\d{1,9}$/u),
  discountGraceDays: z.number().int().min(0).max(60),
  lateDiscounts: z.enum(['leave_open', 'allow']),
  bankFeeMostMinor: z.string().regex(/^\d{1,9}$/u),
  bankFees: z.enum(['write_off', 'leave_open']),
  postFrom: z.number().min(0).max(1),
  showFrom: z.number().min(0).max(1),
  autoUniqueSubset: z.boolean(),
  unexplained: z.enum(['on_account', 'ask']),
  elsewhereLimitMinor: z.string().regex(/^\d{1,15}$/u),
  adjustmentLimitMinor: z
    .string()
    .regex(/^\d{1,15}$/u)
    .default('50000')
    .describe('Of one payment of claims; above it a second person grants the adjustments.'),
  returnFeeMinor: z
    .string()
    .regex(/^\d{1,9}$/u)
    .default('0')
    .describe(
      'Asked of a customer whose payment the bank took back for want of funds; 0: nothing.',
    ),
  onePoster: z.boolean().describe('One person posts: a second one looks over each day of theirs.'),
});

const policyVersion = z.object({
  companyId: wireId,
  company: z.string(),
  version: z.number().int(),
  document: policyDocument,
  by: z.string(),
  at: wireInstant,
  reason: z.string(),
  act: z.enum(['approved', 'rejected']).nullable(),
  decidedBy: z.string().nullable(),
});

export const policies = route({
  method: 'GET',
  path: '/api/v1/cash/policies',
  summary: 'The matching policies: what is in force, every version with who approved it',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    standard: policyDocument,
    currency: wireCurrency.nullable().describe('Of the company in sight, in which its limits are.'),
    rows: z.array(policyVersion),
  }),
});

const why = { reason: z.string().trim().min(1).max(500) };

export const proposePolicy = route({
  method: 'POST',
  path: '/api/v1/cash/policies',
  summary: 'Propose a version of the matching policy; another person approves it',
  tag: 'cash',
  permission: 'cash.propose_policy',
  body: z.object({ company: z.string().optional(), document: policyDocument, ...why }),
  answer: z.object({ version: z.number().int() }),
});

export const decidePolicy = route({
  method: 'POST',
  path: '/api/v1/cash/policies/:version/decision',
  summary: 'Approve or reject a proposed version; never its author',
  tag: 'cash',
  permission: 'cash.approve',
  params: z.object({ version: z.coerce.number().int().min(1) }),
  body: z.object({
    company: z.string().optional(),
    act: z.enum(['approved', 'rejected']),
    ...why,
  }),
  answer: z.object({ version: z.number().int() }),
});
