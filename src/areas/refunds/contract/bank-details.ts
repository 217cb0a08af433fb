/** Where customers want money sent: entered, called back, confirmed by a second person. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId } from '#platform/contract/wire.ts';
import { payeeStates } from '../rules/payee.ts';
import { withReason } from './shapes.ts';

const wirePayee = z.object({
  payeeId: wireId,
  kind: z.enum(['ach', 'iban']),
  holder: z.string(),
  bank: z.string(),
  accountType: z.enum(['checking', 'savings']),
  number: z.string().describe('Masked: its last four.'),
  source: z.string(),
  enteredOn: wireDay,
  enteredBy: z.string(),
  state: z.enum(payeeStates),
  confirmedBy: z.string().nullable().describe('The second person.'),
  calledBack: z
    .object({ by: z.string(), on: wireDay, spokeTo: z.string(), number: z.string() })
    .nullable(),
  replaces: z
    .object({ holder: z.string(), bank: z.string(), number: z.string() })
    .nullable()
    .describe('What was paid to before, masked.'),
  heldUntil: wireDay
    .nullable()
    .describe('Through this day a refund to them is held, because they are new.'),
  mayCallBack: z.string().nullable().describe('Null: the reader may; else why not.'),
});
export type WirePayee = z.infer<typeof wirePayee>;

export const bankDetails = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/bank-details',
  summary: 'The bank details that a customer gave, masked, and who called back',
  tag: 'refunds',
  permission: 'refunds.read',
  params: z.object({ accountId: wireId }),
  answer: z.object({ rows: z.array(wirePayee) }),
});

export const enterBankDetails = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/bank-details',
  summary: 'Write bank details down, sealed; a second person confirms them',
  tag: 'refunds',
  permission: 'refunds.bank_details',
  params: z.object({ accountId: wireId }),
  body: z.object({
    kind: z.enum(['ach', 'iban']),
    holder: z.string().trim().min(1).max(140),
    bank: z.string().trim().max(11).default('').describe('Routing number or BIC.'),
    accountType: z.enum(['checking', 'savings']).default('checking'),
    accountNumber: z.string().trim().min(4).max(42).describe('Kept sealed, shown never.'),
    source: z.string().trim().min(1).max(200).describe('How the customer told us.'),
    evidence: z.string().max(2000).default(''),
    ...withReason,
  }),
  answer: z.object({ payeeId: wireId, requestId: wireId }),
});

export const callBack = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/bank-details/:payeeId/call-backs',
  summary: 'Write down the call to a number that was known before the change',
  tag: 'refunds',
  permission: 'refunds.request',
  params: z.object({ accountId: wireId, payeeId: wireId }),
  body: z.object({
    number: z.string().trim().min(5).max(40),
    spokeTo: z.string().trim().min(1).max(140),
    ...withReason,
  }),
  answer: z.object({ calledBack: z.literal(true) }),
});
