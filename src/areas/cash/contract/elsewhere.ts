/** Money that is not receivables, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';

const why = { reason: z.string().trim().min(1).max(500) };
const sent = z.object({
  booked: z.boolean(),
  requestId: wireId.nullable().describe('Set when a second person was asked.'),
});

export const sendElsewhere = route({
  method: 'POST',
  path: '/api/v1/cash/receipts/:receiptId/elsewhere',
  summary: 'Book money that is not receivables: a ledger account, or a sister company',
  tag: 'cash',
  permission: 'cash.post',
  params: z.object({ receiptId: wireId }),
  body: z.object({
    ledgerAccount: z.string().trim().max(60).default('').describe('Number in the general ledger.'),
    sister: z.string().trim().max(40).optional().describe('Code of the company whose it is.'),
    ...why,
  }),
  answer: sent,
});

export const elsewhereRequests = route({
  method: 'GET',
  path: '/api/v1/cash/requests',
  summary: 'Money above the limit that waits for a second person',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    rows: z.array(
      z.object({
        requestId: wireId,
        receiptId: wireId,
        company: z.string(),
        payerName: z.string(),
        amount: wireAmount,
        currency: wireCurrency,
        receivedOn: wireDay,
        ledgerAccount: z.string().nullable(),
        sisterId: wireId.nullable(),
        sister: z.string().nullable().describe('Code of the company whose it is said to be.'),
        askedBy: z.string(),
        mine: z.boolean().describe('Asked by the reader, who may not decide it.'),
        reason: z.string(),
      }),
    ),
  }),
});

export const decideElsewhere = route({
  method: 'POST',
  path: '/api/v1/cash/requests/:requestId/decision',
  summary: 'Approve or reject money for a ledger account; never who asked',
  tag: 'cash',
  permission: 'cash.approve',
  params: z.object({ requestId: wireId }),
  body: z.object({ outcome: z.enum(['approved', 'rejected']), ...why }),
  answer: sent,
});
