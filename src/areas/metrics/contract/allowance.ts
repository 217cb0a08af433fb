/** What the allowance for credit losses says and hears over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { allowanceMethods } from '../rules/allowance.ts';

const amount = z.string().regex(/^-?\d+(\.\d+)?$/u);
const share = z.string().regex(/^\d{1,3}(\.\d{1,6})?$/u);

export const allowanceFacts = z.object({
  buckets: z.array(
    z.object({
      bucket: z.string(),
      balance: z.string(),
      roll: z.string().nullable().describe('Share that rolls on; null: rates were stated.'),
      lossRatePct: z.string(),
      loss: z.string(),
    }),
  ),
  months: z.number().int(),
  forwardAdjustment: z.string(),
  pooled: z.string(),
  apart: z.string().describe('Reserved singly, together.'),
  singly: z.array(z.object({ accountId: wireId, balance: z.string(), reserve: z.string() })),
  allowance: z.string(),
  before: z.string(),
  provision: z.string(),
});

export const wireAllowance = z.object({
  allowanceId: wireId,
  company: z.string(),
  asOf: wireDay,
  knownAt: z.string(),
  currency: wireCurrency,
  method: z.enum(allowanceMethods),
  facts: allowanceFacts,
  preparedBy: z.string().nullable(),
  preparedAt: z.string(),
  own: z.boolean().describe('Prepared by the reader, who may not review it.'),
  reason: z.string(),
  verdict: z.enum(['signed', 'sent_back']).nullable(),
  note: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
});
export type WireAllowance = z.infer<typeof wireAllowance>;

export const allowances = route({
  method: 'GET',
  path: '/api/v1/allowances',
  summary: 'Allowances as they were computed, signed or sent back',
  tag: 'allowance',
  permission: 'aging.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({ rows: z.array(wireAllowance) }),
});

export const prepareAllowance = route({
  method: 'POST',
  path: '/api/v1/allowances',
  summary: 'Compute the allowance by aging schedule or by roll rates',
  tag: 'allowance',
  permission: 'allowance.prepare',
  body: z.object({
    company: z.string().min(1),
    currency: wireCurrency.optional(),
    asOf: wireDay.optional(),
    method: z.enum(allowanceMethods),
    lossRates: z.array(share).max(5).default([]).describe('Percent by bucket, not due first.'),
    writeOffRoll: share.optional().describe('Share of the last bucket written off: 0.40'),
    months: z.number().int().min(1).max(24).default(6),
    forwardAdjustment: share.default('1').describe('1.10 expects a tenth more.'),
    before: amount.default('0').describe('What stands in the books.'),
    singly: z
      .array(z.object({ accountId: wireId, reserve: amount }))
      .max(200)
      .default([]),
    reason: z.string().trim().min(1).max(500),
  }),
  answer: z.object({ allowanceId: wireId, facts: allowanceFacts }),
});

export const reviewAllowance = route({
  method: 'POST',
  path: '/api/v1/allowances/:allowanceId/review',
  summary: 'The second person’s word: signed or sent back',
  tag: 'allowance',
  permission: 'allowance.sign',
  params: z.object({ allowanceId: wireId }),
  body: z.object({
    verdict: z.enum(['signed', 'sent_back']),
    note: z.string().max(2000).default(''),
  }),
  answer: z.object({ verdict: z.enum(['signed', 'sent_back']) }),
});
