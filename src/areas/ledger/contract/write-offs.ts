/** Giving a receivable up, and what comes of it after all. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireDay, wireId } from '#platform/contract/wire.ts';
import { writeOffMethods } from '../rules/policy.ts';
import { receiptMethods } from '../rules/receipt.ts';

const itemParams = z.object({ accountId: wireId, itemId: wireId });
const posted = z.object({ entryId: wireId, itemId: wireId.nullable() });
const taxPart = {
  tax: wireAmount.optional().describe('The sales tax in it that is claimed back.'),
};
const why = { reason: z.string().trim().min(1).max(500) };

export const requestWriteOff = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/items/:itemId/write-off',
  summary: 'Write off the open rest of an item, up to one’s authority',
  tag: 'ledger',
  permission: 'ledger.write_off',
  params: itemParams,
  body: z.object({ amount: wireAmount, ...taxPart, ...why }),
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
    ...taxPart,
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

const policy = {
  method: z.enum(writeOffMethods).describe('direct: a company that keeps no allowance.'),
  smallMost: z
    .record(z.string().regex(/^[A-Z]{3}$/u), wireAmount)
    .describe('What a small balance is at most, by currency; one that is missing has none.'),
  smallDays: z.number().int().min(0).max(3650).describe('Days past due before a rest counts.'),
  automatic: z.boolean().describe('Swept every night.'),
};

export const writeOffPolicy = route({
  method: 'GET',
  path: '/api/v1/companies/:code/write-off-policy',
  summary: 'How a company writes off, and what a small balance is',
  tag: 'ledger',
  permission: 'accounts.read',
  params: z.object({ code: z.string() }),
  answer: z.object(policy),
});

export const setWriteOffPolicy = route({
  method: 'PUT',
  path: '/api/v1/companies/:code/write-off-policy',
  summary: 'Say how a company writes off, and what a small balance is',
  tag: 'ledger',
  permission: 'ledger.rule',
  params: z.object({ code: z.string() }),
  body: z.object({ ...policy, ...why }),
  answer: z.object({ automatic: z.boolean() }),
});
