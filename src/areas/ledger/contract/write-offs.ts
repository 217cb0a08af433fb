/** Giving a receivable up, and what comes of it after all. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireDay, wireId } from '#platform/contract/wire.ts';
import { receiptMethods } from '../rules/receipt.ts';

const itemParams = z.object({ accountId: wireId, itemId: wireId });
const posted = z.object({ entryId: wireId, itemId: wireId.nullable() });
const why = { reason: z.string().trim().min(1).max(500) };

export const requestWriteOff = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/items/:itemId/write-off',
  summary: 'Write off the open rest of an item, up to one’s authority',
  tag: 'ledger',
  permission: 'ledger.write_off',
  params: itemParams,
  body: z.object({ amount: wireAmount, ...why }),
  answer: posted,
});

export const askWriteOff = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/items/:itemId/write-off-requests',
  summary: 'Ask for a write-off beyond one’s own authority; done once it is granted',
  tag: 'ledger',
  permission: 'approvals.ask',
  params: itemParams,
  body: z.object({
    amount: wireAmount,
    evidence: z.string().trim().max(2000).default('').describe('What speaks for it.'),
    ...why,
  }),
  answer: z.object({ requestId: wireId }),
});

export const recoverWriteOff = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/items/:itemId/recovery',
  summary: 'Money came for what was written off: the item is the credit of the write-off',
  tag: 'ledger',
  permission: 'cash.post',
  params: itemParams,
  body: z.object({
    amount: wireAmount,
    receivedOn: wireDay.optional(),
    method: z.enum(receiptMethods),
    reference: z.string().max(100).default(''),
    ...why,
  }),
  answer: posted,
});
