/** What the cash desk says and hears of receipts and batches over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { bands, batchMethods, methods, receiptStates } from '../rules/receipts/receipt.ts';
import { shortReasons } from '../rules/receipts/spread.ts';

export const batchStates = ['open', 'posted', 'withdrawn', 'reversed'] as const;

const why = { reason: z.string().trim().min(1).max(500) };
const batchParams = z.object({ batchId: wireId });
const receiptParams = z.object({ receiptId: wireId });
const control = z.object({ count: z.number().int(), amount: wireAmount });

export const remittanceRow = z.object({
  reference: z.string().trim().min(1).max(100),
  paid: wireAmount.optional().describe('What the payer pays on it; negative for a credit taken.'),
  gross: wireAmount.optional(),
  discount: wireAmount.optional(),
  deduction: wireAmount.optional(),
  note: z.string().max(200).optional().describe('The payer’s own reason.'),
});
export type WireRemittanceRow = z.infer<typeof remittanceRow>;

/** One receipt in a list. */
export const receipt = z.object({
  receiptId: wireId,
  batchId: wireId.nullable(),
  company: z.string(),
  method: z.enum(methods),
  source: z.enum(['keyboard', 'paste', 'bank', 'lockbox', 'card', 'portal']),
  amount: wireAmount,
  currency: wireCurrency,
  receivedOn: wireDay,
  payerName: z.string(),
  reference: z.string().describe('Check number, or what the bank calls it.'),
  state: z.enum(receiptStates),
  band: z.enum(bands).nullable(),
  confidence: z.number().nullable().describe('0 to 1; null when nothing was proposed.'),
  account: z
    .object({ accountId: wireId, number: z.string(), name: z.string() })
    .nullable()
    .describe('Whose it is, or is thought to be.'),
  itemId: wireId.nullable().describe('The credit that it became.'),
  waitsFor: z.string().nullable(),
  waitsUntil: wireDay.nullable(),
});
export type WireReceipt = z.infer<typeof receipt>;

export const batch = z.object({
  batchId: wireId,
  company: z.string(),
  method: z.enum(batchMethods),
  source: z.enum(['keyboard', 'paste', 'file']),
  receivedOn: wireDay,
  bank: z.string().nullable(),
  currency: wireCurrency,
  control,
  entered: control,
  difference: control.describe('What is there less what was counted.'),
  note: z.string(),
  state: z.enum(batchStates),
  by: z.string(),
});
export type WireBatch = z.infer<typeof batch>;

export const batches = route({
  method: 'GET',
  path: '/api/v1/cash/batches',
  summary: 'Batches with their controls: the open ones first, then the newest',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({
    company: z.string().optional(),
    state: z.enum(batchStates).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({ rows: z.array(batch) }),
});

export const oneBatch = route({
  method: 'GET',
  path: '/api/v1/cash/batches/:batchId',
  summary: 'One batch with its receipts',
  tag: 'cash',
  permission: 'cash.read',
  params: batchParams,
  answer: z.object({ batch, receipts: z.array(receipt) }),
});

/** A row as it is typed or pasted. */
export const typedRow = z.object({
  account: z.string().trim().max(100).default('').describe('Account number, if it is known.'),
  payerName: z.string().trim().max(200).default(''),
  payerAccount: z.string().trim().max(100).default('').describe('MICR or bank account.'),
  amount: wireAmount,
  checkNumber: z.string().trim().max(40).default(''),
  reference: z.string().trim().max(100).default(''),
  pays: z.array(remittanceRow).max(2000).default([]),
});

export const openBatch = route({
  method: 'POST',
  path: '/api/v1/cash/batches',
  summary: 'Open a batch with what was counted, and enter its receipts',
  tag: 'cash',
  permission: 'cash.post',
  body: z.object({
    company: z.string().optional().describe('Default: the first one sees.'),
    method: z.enum(batchMethods),
    source: z.enum(['keyboard', 'paste']).default('keyboard'),
    receivedOn: wireDay.optional(),
    bank: z.string().trim().max(60).optional().describe('The journal’s name of the bank account.'),
    currency: wireCurrency,
    count: z.coerce.number().int().min(1).max(100_000),
    amount: wireAmount,
    note: z.string().trim().max(500).default(''),
    rows: z.array(typedRow).max(2000).default([]),
  }),
  answer: z.object({ batchId: wireId }),
});

export const enterReceipts = route({
  method: 'POST',
  path: '/api/v1/cash/batches/:batchId/receipts',
  summary: 'Enter more receipts into an open batch',
  tag: 'cash',
  permission: 'cash.post',
  params: batchParams,
  body: z.object({ rows: z.array(typedRow).min(1).max(2000) }),
  answer: z.object({ receiptIds: z.array(wireId) }),
});

export const postBatch = route({
  method: 'POST',
  path: '/api/v1/cash/batches/:batchId/posting',
  summary: 'Post a batch whose count and sum agree with what was counted',
  tag: 'cash',
  permission: 'cash.post',
  params: batchParams,
  body: z.object({}),
  answer: z.object({ posted: z.number().int(), waiting: z.number().int() }),
});

export const withdrawBatch = route({
  method: 'POST',
  path: '/api/v1/cash/batches/:batchId/withdrawal',
  summary: 'Withdraw a batch that was opened wrongly and is not posted',
  tag: 'cash',
  permission: 'cash.post',
  params: batchParams,
  body: z.object(why),
  answer: z.object({ batchId: wireId }),
});

export const reverseBatch = route({
  method: 'POST',
  path: '/api/v1/cash/batches/:batchId/reversal',
  summary: 'Reverse a posted batch: what it paid opens again, nothing is deleted',
  tag: 'cash',
  permission: 'cash.post',
  params: batchParams,
  body: z.object(why),
  answer: z.object({ reversed: z.number().int() }),
});

export const withdrawReceipt = route({
  method: 'POST',
  path: '/api/v1/cash/receipts/:receiptId/withdrawal',
  summary: 'Withdraw a receipt that was keyed wrongly and is not posted',
  tag: 'cash',
  permission: 'cash.post',
  params: receiptParams,
  body: z.object(why),
  answer: z.object({ receiptId: wireId }),
});

/** What is done to one item of the book. */
export const wireLine = z.object({
  accountId: wireId,
  itemId: wireId,
  amount: wireAmount.describe('Positive pays a debit; negative uses a credit of the account.'),
  discount: wireAmount.default('0'),
  short: wireAmount.default('0').describe('Kept back by the payer; stays open.'),
  shortReason: z.enum(shortReasons).nullable().default(null),
});

export type WireLine = z.infer<typeof wireLine>;

export const postReceipt = route({
  method: 'POST',
  path: '/api/v1/cash/receipts/:receiptId/posting',
  summary: 'Post a receipt as laid out; what is left stays on its account',
  tag: 'cash',
  permission: 'cash.post',
  params: receiptParams,
  body: z.object({
    accountId: wireId.describe('Whose money it is.'),
    lines: z.array(wireLine).max(2000),
    tolerate: z.boolean().default(true).describe('Close a rest within the tolerance.'),
    proposal: z.number().int().min(1).optional().describe('The proposal that was accepted.'),
    learn: z.boolean().default(false).describe('Always this account for this payer, from now on.'),
  }),
  answer: z.object({ accountId: wireId, itemId: wireId, onAccount: wireAmount }),
});
