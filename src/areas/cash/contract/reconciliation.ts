/** What is said and heard of bank reconciliation over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { treatments } from '../rules/reconciliation/treatment.ts';
import { ofCompany, withReason } from './closing.ts';

const bankParams = z.object({ bankAccountId: wireId });
const treatment = z.enum(treatments);

const statementCard = {
  statementId: wireId,
  from: wireDay,
  to: wireDay,
  opening: wireAmount,
  closing: wireAmount,
  signedBy: z.string().nullable(),
  signedAt: z.string().nullable(),
};
const bankCard = {
  bankAccountId: wireId,
  name: z.string(),
  numberEnd: z.string(),
  currency: wireCurrency,
};

export const bankAccounts = route({
  method: 'GET',
  path: '/api/v1/cash/bank-accounts',
  summary: 'Bank accounts with their statements, the latest first',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({ ...ofCompany, limit: z.coerce.number().int().min(1).max(400).default(30) }),
  answer: z.object({
    company: z.string(),
    rows: z.array(z.object({ ...bankCard, statements: z.array(z.object(statementCard)) })),
  }),
});

export const statementRow = z.object({
  side: z.enum(['bank', 'book']),
  id: z.string().describe('The bank’s line, or the entry: account, entry and line.'),
  on: wireDay,
  amount: wireAmount.describe('Money out is negative.'),
  who: z.string(),
  said: z.string(),
  proposal: z.object({ treatment, because: z.enum(['code', 'words', 'rest']) }).nullable(),
  treated: treatment.nullable(),
  note: z.string(),
  needsWord: z.boolean().describe('Nobody has said what it is, and the signature waits for it.'),
});

export const statementProof = route({
  method: 'GET',
  path: '/api/v1/cash/bank-accounts/:bankAccountId/statements/:statementId',
  summary: 'A statement against cash clearing: the proof and every row that is open',
  tag: 'cash',
  permission: 'cash.read',
  params: bankParams.extend({ statementId: wireId }),
  query: z.object(ofCompany),
  answer: z.object({
    ...bankCard,
    ...statementCard,
    movements: wireAmount,
    book: wireAmount.describe('Cash clearing of the account at the end of the last day.'),
    proof: z.object({
      arithmetic: wireAmount.describe('Closing less opening and movements.'),
      continuity: wireAmount.describe('Opening less what the last statement closed with.'),
      broughtForward: wireAmount,
      adjustedBank: wireAmount,
      adjustedBook: wireAmount,
      difference: wireAmount,
    }),
    rows: z.array(statementRow),
    untreated: z.number().int(),
    unsignedBefore: wireDay.nullable(),
    secondPerson: z.boolean(),
    workedOnBy: z.array(z.string()),
  }),
});
export type StatementProof = z.infer<(typeof statementProof)['answer']>;

/** What the screen keeps in its address. */
export const bankSearch = {
  query: z.object({ ...ofCompany, account: wireId.optional(), statement: wireId.optional() }),
};

export const signStatement = route({
  method: 'POST',
  path: '/api/v1/cash/bank-accounts/:bankAccountId/statements/:statementId/signature',
  summary: 'Sign a reconciliation without a difference and without a row that nobody explained',
  tag: 'cash',
  permission: 'cash.reconcile',
  params: bankParams.extend({ statementId: wireId }),
  body: z.object({ ...ofCompany, note: z.string().trim().max(500).default('') }),
  answer: z.object({ statementId: wireId }),
});

export const clearLines = route({
  method: 'POST',
  path: '/api/v1/cash/clearings',
  summary: 'Clear every line of the bank that can only be one entry of ours',
  tag: 'cash',
  permission: 'cash.reconcile',
  body: z.object(ofCompany),
  answer: z.object({ cleared: z.number().int() }),
});

export const clearByHand = route({
  method: 'POST',
  path: '/api/v1/cash/bank-accounts/:bankAccountId/clearings',
  summary: 'Say that lines and entries of one amount belong together',
  tag: 'cash',
  permission: 'cash.reconcile',
  params: bankParams,
  body: z.object({
    ...ofCompany,
    lineIds: z.array(wireId).max(500),
    entryKeys: z.array(z.string().max(120)).max(500),
    ...withReason,
  }),
  answer: z.object({ cleared: z.number().int() }),
});

export const clearedRows = route({
  method: 'GET',
  path: '/api/v1/cash/bank-accounts/:bankAccountId/statements/:statementId/cleared',
  summary: 'Lines of a statement that were cleared and may be taken back',
  tag: 'cash',
  permission: 'cash.read',
  params: bankParams.extend({ statementId: wireId }),
  query: z.object(ofCompany),
  answer: z.object({
    currency: wireCurrency,
    rows: z.array(
      z.object({
        lineId: wireId,
        on: wireDay,
        amount: wireAmount,
        who: z.string(),
        said: z.string(),
        how: z.enum(['deposit', 'amount', 'person']),
        by: z.string(),
        reason: z.string(),
      }),
    ),
  }),
});

export const unclearLine = route({
  method: 'POST',
  path: '/api/v1/cash/bank-accounts/:bankAccountId/lines/:lineId/unclearing',
  summary: 'Take a clearing of a line back',
  tag: 'cash',
  permission: 'cash.reconcile',
  params: bankParams.extend({ lineId: wireId }),
  body: z.object({ ...ofCompany, ...withReason }),
  answer: z.object({ lineId: wireId }),
});

export const treatLine = route({
  method: 'POST',
  path: '/api/v1/cash/bank-accounts/:bankAccountId/lines/:lineId/treatment',
  summary: 'Say what a line of the bank is; a fee, interest or sweep is booked',
  tag: 'cash',
  permission: 'cash.reconcile',
  params: bankParams.extend({ lineId: wireId }),
  body: z.object({ ...ofCompany, treatment, ...withReason }),
  answer: z.object({ entryId: wireId.nullable() }),
});

export const noteEntry = route({
  method: 'POST',
  path: '/api/v1/cash/bank-accounts/:bankAccountId/notes',
  summary: 'Say why the bank does not show an entry',
  tag: 'cash',
  permission: 'cash.reconcile',
  params: bankParams,
  body: z.object({ ...ofCompany, entryKey: z.string().max(120), ...withReason }),
  answer: z.object({ entryKey: z.string() }),
});
