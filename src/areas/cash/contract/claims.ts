/** Payments of claims (X12 835) over the wire: read, posted whole. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';

const params = z.object({ remittanceId: wireId });

const payment = z.object({
  remittanceId: wireId,
  company: z.string(),
  payerName: z.string(),
  reference: z.string().describe('TRN02, by which the money is known.'),
  paidOn: wireDay.nullable(),
  currency: wireCurrency,
  total: wireAmount.nullable(),
  claims: z.number().int(),
  receiptId: wireId.nullable().describe('Null as long as its money has not come.'),
  state: z.enum(['awaits_money', 'ready', 'asked', 'posted']),
});

export const claimPayments = route({
  method: 'GET',
  path: '/api/v1/cash/claim-payments',
  summary: 'Payments of claims that insurers sent as an 835, the newest first',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({
    company: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({ rows: z.array(payment) }),
});

export const claimPayment = route({
  method: 'GET',
  path: '/api/v1/cash/claim-payments/:remittanceId',
  summary: 'One payment of claims: each claim as it was sent, and what became of it',
  tag: 'cash',
  permission: 'cash.read',
  params,
  answer: z.object({
    payment,
    claims: z.array(
      z.object({
        claim: z.string(),
        status: z.string(),
        charged: wireAmount,
        paid: wireAmount,
        reductions: z.array(z.object({ reason: z.string(), amount: wireAmount })),
      }),
    ),
    deductions: z.array(
      z.object({
        reason: z.string(),
        reference: z.string(),
        amount: wireAmount.describe('Positive was kept back, negative was added.'),
      }),
    ),
    posted: z.array(
      z.object({
        claim: z.string(),
        account: z.string(),
        itemId: wireId,
        paid: wireAmount,
        adjusted: wireAmount.describe('Written down by contract.'),
        patient: wireAmount.describe('Of what stays open, the patient’s share.'),
        left: wireAmount,
      }),
    ),
  }),
});

export const postClaims = route({
  method: 'POST',
  path: '/api/v1/cash/claim-payments/:remittanceId/posting',
  summary: 'Post a payment of claims whole, or ask for its adjustments first',
  tag: 'cash',
  permission: 'cash.post',
  params,
  body: z.object({
    payerId: wireId.optional().describe('The insurer’s account, where claims are of several.'),
  }),
  answer: z.object({
    posted: z.boolean(),
    claims: z.number().int(),
    requestId: wireId.nullable().describe('Set when a second person was asked.'),
  }),
});
