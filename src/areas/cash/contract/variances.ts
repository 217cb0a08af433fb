/** What is said of variances over the wire; their fixes are the routes that exist. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
} from '#platform/contract/wire.ts';
import { causes } from '../rules/variances/variance.ts';
import { ofCompany } from './closing.ts';

export const fixKinds = [
  'move',
  'transfer',
  'apply',
  'refund',
  'write_off',
  'back_on_desk',
  'match',
] as const;

const fix = z.object({
  kind: z.enum(fixKinds),
  creditItemId: wireId.nullable().describe('The money that moves.'),
  offItemId: wireId.nullable().describe('Taken off this item first.'),
  toItemId: wireId.nullable().describe('The item it goes onto, or that is written off.'),
  toAccountId: wireId.nullable(),
});

const variance = z.object({
  key: z.string(),
  cause: z.enum(causes),
  account: z.object({ accountId: wireId, number: z.string(), name: z.string() }).nullable(),
  receiptId: wireId.nullable(),
  payer: z.string(),
  amount: wireAmount,
  currency: wireCurrency,
  on: wireDay.describe('The day of the money.'),
  why: z.string().describe('What proves it, in the reader’s language.'),
  fix: fix.nullable().describe('Null: no single move is certain enough.'),
});
export type WireVariance = z.infer<typeof variance>;

export const variances = route({
  method: 'GET',
  path: '/api/v1/cash/variances',
  summary: 'Misapplied cash and what did not come out, by cause, each with its fix',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({ ...ofCompany, cause: z.enum(causes).optional(), ...pageQuery }),
  answer: z.object({
    company: z.string(),
    rows: z.array(variance),
    causes: z.array(z.object({ cause: z.enum(causes), count: z.number().int() })),
    ...pageAnswer,
  }),
});
