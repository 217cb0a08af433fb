/** The files that carry refunds out, and how a company pays. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { refundMethods } from '../rules/refund.ts';
import { ofCompany, payout, withReason } from './shapes.ts';

export const payouts = route({
  method: 'GET',
  path: '/api/v1/refunds/payouts',
  summary: 'Files that carried refunds out, the newest first, and what is ready for the next',
  tag: 'refunds',
  permission: 'refunds.read',
  query: z.object(ofCompany),
  answer: z.object({
    rows: z.array(payout),
    ready: z.array(
      z.object({
        company: z.string(),
        method: z.enum(refundMethods),
        currency: wireCurrency,
        count: z.number().int(),
        total: wireAmount,
        hasSetting: z.boolean(),
      }),
    ),
  }),
});

export const makePayout = route({
  method: 'POST',
  path: '/api/v1/refunds/payouts',
  summary: 'Pay what was released: make the file once, with its totals, and post every refund',
  tag: 'refunds',
  permission: 'refunds.release',
  body: z.object({
    company: z.string().min(1).max(40),
    method: z.enum(refundMethods),
    currency: wireCurrency,
    ...withReason,
  }),
  answer: z.object({
    payoutId: wireId,
    payments: z.number().int(),
    total: wireAmount,
    currency: wireCurrency,
    fileName: z.string(),
  }),
});

export const payoutFile = route({
  method: 'GET',
  path: '/api/v1/refunds/payouts/:payoutId/file',
  summary: 'The file of a payout, the very same bytes each time',
  tag: 'refunds',
  permission: 'refunds.release',
  kind: 'file',
  params: z.object({ payoutId: wireId }),
  answer: z.undefined(),
});

export const payoutChecks = route({
  method: 'GET',
  path: '/api/v1/refunds/payouts/:payoutId/checks.pdf',
  summary: 'The checks of a payout as PDF, one a sheet with its stubs; a void one says so',
  tag: 'refunds',
  permission: 'refunds.release',
  kind: 'file',
  params: z.object({ payoutId: wireId }),
  answer: z.undefined(),
});

export const positivePayFile = route({
  method: 'GET',
  path: '/api/v1/refunds/positive-pay/:company',
  summary: 'Positive pay: checks written and made void in a time, in the bank’s columns (CSV)',
  tag: 'refunds',
  permission: 'refunds.release',
  kind: 'file',
  params: z.object({ company: z.string().min(1).max(40) }),
  query: z.object({
    from: wireDay.optional().describe('Today without it.'),
    to: wireDay.optional().describe('Today without it.'),
  }),
  answer: z.undefined(),
});

const routing = z.string().regex(/^\d{9}$/u);
const text = (most: number) => z.string().trim().min(1).max(most);

export const saveSetting = route({
  method: 'PUT',
  path: '/api/v1/refunds/settings/:company/:method',
  summary: 'Say how a company pays refunds: its bank, its numbers, its next check',
  tag: 'refunds',
  permission: 'refunds.rule',
  params: z.object({
    company: z.string().min(1).max(40),
    method: z.enum(['ach', 'check', 'iban']),
  }),
  body: z.object({
    bankRouting: routing.optional(),
    bankName: text(23).optional(),
    companyName: text(23).optional(),
    companyId: text(10).optional(),
    bankAccount: text(34).optional(),
    firstNumber: z
      .string()
      .regex(/^\d{1,10}$/u)
      .optional(),
    checkColumns: text(500)
      .optional()
      .describe('Columns of positive pay: `check_number, amount:cents, issued_on:MMDDYYYY, …`.'),
    name: text(70).optional(),
    iban: text(34).optional(),
    bic: text(11).optional(),
    ...withReason,
  }),
  answer: z.object({ saved: z.literal(true) }),
});
