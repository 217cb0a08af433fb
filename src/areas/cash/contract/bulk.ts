/** Credits of the bank that are many payments, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireDay, wireId } from '#platform/contract/wire.ts';
import { remittanceRow } from './receipts.ts';

const params = z.object({ receiptId: wireId });
const reason = z.string().trim().min(1).max(500);

export const awaitDetails = route({
  method: 'POST',
  path: '/api/v1/cash/receipts/:receiptId/details-awaited',
  summary: 'Say that a credit of the bank is many payments whose details are to come',
  tag: 'cash',
  permission: 'cash.post',
  params,
  body: z.object({
    until: wireDay.optional().describe('Default: the days that a bank is given to answer.'),
    reason,
  }),
  answer: z.object({ receiptId: wireId }),
});

export const takeAsOne = route({
  method: 'POST',
  path: '/api/v1/cash/receipts/:receiptId/one-payment',
  summary: 'Take a credit whose details were awaited as one payment',
  tag: 'cash',
  permission: 'cash.post',
  params,
  body: z.object({ reason }),
  answer: z.object({ receiptId: wireId }),
});

export const splitCredit = route({
  method: 'POST',
  path: '/api/v1/cash/receipts/:receiptId/parts',
  summary: 'Split a credit of the bank into its payments, which come to it to the cent',
  tag: 'cash',
  permission: 'cash.post',
  params,
  body: z.object({
    parts: z
      .array(
        z.object({
          account: z.string().trim().max(100).default('').describe('Its number, if it is known.'),
          payerName: z.string().trim().max(200).default(''),
          reference: z.string().trim().max(100).default(''),
          amount: wireAmount,
          pays: z.array(remittanceRow).max(2000).default([]),
        }),
      )
      .min(2)
      .max(2000),
    reason,
  }),
  answer: z.object({ receiptIds: z.array(wireId) }),
});

export const creditParts = route({
  method: 'GET',
  path: '/api/v1/cash/receipts/:receiptId/parts',
  summary: 'The payments that a credit was split into, or the credit that a payment is part of',
  tag: 'cash',
  permission: 'cash.read',
  params,
  answer: z.object({
    bulkId: wireId.nullable(),
    parts: z.array(z.object({ receiptId: wireId, payerName: z.string(), amount: wireAmount })),
  }),
});
