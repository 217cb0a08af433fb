/** What our bank accounts say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';

export const bankAccount = z.object({
  bankAccountId: wireId,
  company: z.string(),
  name: z.string(),
  number: z.string().describe('Its end only.'),
  currency: wireCurrency,
  cashAccount: z.string().describe('The clearing account of its cash in the journal.'),
  active: z.boolean(),
  lastStatementTo: wireDay.nullable(),
});
export type WireBankAccount = z.infer<typeof bankAccount>;

export const bankAccounts = route({
  method: 'GET',
  path: '/api/v1/bank-accounts',
  summary: 'Our accounts at banks, their numbers by their end',
  tag: 'bank files',
  permission: 'bank_files.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({ rows: z.array(bankAccount) }),
});

const name = z.string().trim().min(1).max(100);
const cashAccount = z.string().trim().min(1).max(60);

export const registerBankAccount = route({
  method: 'POST',
  path: '/api/v1/bank-accounts',
  summary: 'Register one of our accounts at a bank',
  tag: 'bank files',
  permission: 'bank_files.accounts',
  query: z.object({ company: z.string().optional() }),
  body: z.object({
    name,
    number: z.string().trim().min(1).max(60),
    currency: wireCurrency,
    cashAccount,
  }),
  answer: z.object({ bankAccountId: wireId }),
});

/** What a form says of an account; whether it is still used is said beside it. */
export const accountEdits = z.object({
  name,
  cashAccount,
  reason: z.string().trim().min(1).max(500),
});

export const editBankAccount = route({
  method: 'POST',
  path: '/api/v1/bank-accounts/:bankAccountId',
  summary: 'Change the name, the clearing account or the use of a bank account',
  tag: 'bank files',
  permission: 'bank_files.accounts',
  params: z.object({ bankAccountId: wireId }),
  body: accountEdits.extend({ active: z.boolean() }),
  answer: z.object({ bankAccountId: wireId }),
});
