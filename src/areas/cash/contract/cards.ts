/** What is said and heard of card batches over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { ofCompany } from './closing.ts';

export const gapKinds = ['fee', 'timing', 'missing', 'chargeback'] as const;
const gap = {
  kind: z.enum(gapKinds),
  side: z.enum(['ar', 'batch', 'statement', 'bank']).describe('Where it is not.'),
  amount: wireAmount,
  on: wireDay,
  reference: z.string(),
};

export const cardBatch = z.object({
  processor: z.string(),
  batch: z.string(),
  currency: wireCurrency,
  on: wireDay,
  captured: wireAmount,
  refunded: wireAmount,
  chargedBack: wireAmount,
  fees: wireAmount,
  expected: wireAmount.describe('Captures less refunds, chargebacks and fees.'),
  stated: wireAmount.nullable().describe('What the processor says it pays out.'),
  deposit: z.object({ on: wireDay, amount: wireAmount }).nullable(),
  posted: z.number().int().describe('Captures that are receipts of ours.'),
  captures: z.number().int(),
  settled: z.boolean(),
  gaps: z.array(
    z.object({
      ...gap,
      receipt: z
        .object({
          receiptId: wireId,
          who: z.string(),
          state: z.enum(['posted', 'returned']),
          receivedOn: wireDay,
        })
        .nullable()
        .describe('Of a chargeback: the receipt that it takes back, where only one can be.'),
    }),
  ),
});
export type WireBatch = z.infer<typeof cardBatch>;

export const cards = route({
  method: 'GET',
  path: '/api/v1/cash/cards',
  summary: 'Card batches from our postings to the bank, with what keeps them apart',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object(ofCompany),
  answer: z.object({
    company: z.string(),
    rows: z.array(cardBatch),
    loose: z.array(z.object({ ...gap, currency: wireCurrency, who: z.string() })),
  }),
});

export const settleBatch = route({
  method: 'POST',
  path: '/api/v1/cash/cards/settlements',
  summary: 'Book a batch whose money is at the bank, with its fees',
  tag: 'cash',
  permission: 'cash.reconcile',
  body: z.object({
    ...ofCompany,
    processor: z.string().max(60),
    batch: z.string().max(120),
    currency: wireCurrency,
  }),
  answer: z.object({ entryId: wireId }),
});
