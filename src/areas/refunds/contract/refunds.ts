/** Refunds over the wire: what may be paid back, asked for, let go, and what came of it. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { origins } from '../rules/origin.ts';
import { payees, refundMethods, refundStates } from '../rules/refund.ts';
import {
  because,
  eligibleCredit,
  ofCompany,
  ofRefund,
  refund,
  refundEvent,
  withReason,
} from './shapes.ts';

export const eligibleCredits = route({
  method: 'GET',
  path: '/api/v1/refunds/credits',
  summary: 'Credits that may be paid back: where each came from, its clock and its day',
  tag: 'refunds',
  permission: 'refunds.read',
  query: z.object({
    ...ofCompany,
    accountId: wireId.optional(),
    origin: z.enum(origins).optional(),
    clock: z.enum(['true']).optional().describe('Only credits that a law watches.'),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  answer: z.object({ rows: z.array(eligibleCredit), count: z.number().int(), cut: z.boolean() }),
});

export const refundList = z.object({
  ...ofCompany,
  state: z.enum(refundStates).optional(),
  view: z.enum(['open', 'all']).default('open'),
  accountId: wireId.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

export const refunds = route({
  method: 'GET',
  path: '/api/v1/refunds',
  summary: 'Refunds by state, those with the next clock first',
  tag: 'refunds',
  permission: 'refunds.read',
  query: refundList,
  answer: z.object({
    rows: z.array(refund),
    count: z.number().int(),
    cut: z.boolean(),
    states: z.array(z.object({ state: z.enum(refundStates), count: z.number().int() })),
  }),
});

export const oneRefund = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/refunds/:refundId',
  summary: 'One refund with its credits, checks, approvals, payments and everything said of it',
  tag: 'refunds',
  permission: 'refunds.read',
  params: ofRefund,
  answer: z.object({
    refund,
    parts: z.array(z.object({ itemId: wireId, document: z.string(), amount: wireAmount })),
    bank: z
      .object({
        payeeId: wireId,
        holder: z.string(),
        bank: z.string(),
        number: z.string().describe('Masked: its last four.'),
        calledBack: z.boolean(),
      })
      .nullable(),
    payments: z.array(
      z.object({
        paymentId: wireId,
        method: z.enum(refundMethods),
        number: z.string(),
        amount: wireAmount,
        issuedOn: wireDay,
        payoutId: wireId,
      }),
    ),
    events: z.array(refundEvent),
    may: z
      .record(z.string(), z.string().nullable())
      .describe('What the reader may do now; a text says why not.'),
  }),
});

export const requestRefund = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/refunds',
  summary: 'Ask for credits to be paid back; they are held, and a second person approves',
  tag: 'refunds',
  permission: 'refunds.request',
  params: z.object({ accountId: wireId }),
  body: z.object({
    parts: z
      .array(z.object({ itemId: wireId, amount: wireAmount }))
      .min(1)
      .max(50),
    currency: wireCurrency,
    method: z.enum(refundMethods).optional().describe('Default: the way the money came.'),
    payee: z.enum(payees).exclude(['state']).default('customer'),
    payeeName: z.string().trim().min(1).max(140).optional(),
    evidence: z.string().max(2000).default(''),
    ...withReason,
  }),
  answer: z.object({ refundId: wireId, requestId: wireId, held: z.string().nullable() }),
});

export const requestCreditRefund = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/credits/:itemId/refund-requests',
  summary: 'Ask for one credit to be paid back the way its money came; it is held',
  tag: 'refunds',
  permission: 'refunds.request',
  params: z.object({ accountId: wireId, itemId: wireId }),
  body: z.object({ amount: wireAmount, currency: wireCurrency, ...withReason }),
  answer: z.object({ refundId: wireId, requestId: wireId, held: z.string().nullable() }),
});

const state = z.object({ state: z.enum(refundStates) });

export const withdrawRefund = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/refunds/:refundId/withdrawal',
  summary: 'Take a refund back before it is paid; its credits are free again',
  tag: 'refunds',
  permission: 'refunds.request',
  params: ofRefund,
  body: because,
  answer: state,
});

export const freeRefund = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/refunds/:refundId/hold-removal',
  summary: 'Set aside the check that holds a refund, as a second person, with a reason',
  tag: 'refunds',
  permission: 'refunds.free',
  params: ofRefund,
  body: because,
  answer: z.object({ freed: z.string() }),
});

export const releaseRefund = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/refunds/:refundId/release',
  summary: 'Let an approved refund go: the third person, who neither asked nor approved',
  tag: 'refunds',
  permission: 'refunds.release',
  params: ofRefund,
  body: because,
  answer: state,
});

const onDay = { on: wireDay.optional().describe('Default: today.') };

export const clearRefund = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/refunds/:refundId/clearing',
  summary: 'Note that the bank paid a refund',
  tag: 'refunds',
  permission: 'refunds.request',
  params: ofRefund,
  body: z.object({ ...onDay, ...withReason }),
  answer: state,
});

export const returnRefund = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/refunds/:refundId/return',
  summary: 'A refund came back or its check is void: the credit stands again',
  tag: 'refunds',
  permission: 'refunds.request',
  params: ofRefund,
  body: z.object({
    ...onDay,
    code: z.string().trim().max(20).default('').describe('R03, void, undeliverable …'),
    ...withReason,
  }),
  answer: state,
});

export const retryRefund = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/refunds/:refundId/retry',
  summary: 'Try a refund that came back again; it is released anew',
  tag: 'refunds',
  permission: 'refunds.request',
  params: ofRefund,
  body: because,
  answer: state,
});

export const returnToDepartment = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/refunds/:refundId/department-return',
  summary: 'Send a Title IV refund that nobody cashed back to the Department of Education',
  tag: 'refunds',
  permission: 'refunds.release',
  params: ofRefund,
  body: because,
  answer: state,
});
