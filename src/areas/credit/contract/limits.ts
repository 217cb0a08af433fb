/** How far a customer may go, over the wire: what is in force, and how it is changed. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { notice } from './notices.ts';
import { figures, orderLine, why } from './orders.ts';

const accountParams = z.object({ accountId: wireId });

const limit = z.object({
  amount: wireAmount.nullable(),
  currency: wireCurrency,
  fromOn: wireDay.nullable(),
  untilOn: wireDay.nullable(),
  reviewOn: wireDay.nullable(),
});

export const accountCredit = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/credit',
  summary: 'What an account may owe and what is at risk on it, with its held orders',
  tag: 'credit',
  permission: 'credit.read',
  params: accountParams,
  answer: z.object({
    figures: figures.nullable().describe('Of no order: `order` is nothing.'),
    available: wireAmount.nullable().describe('What is left of the limit; null without one.'),
    hold: z.string().nullable().describe('Why the whole account is held.'),
    holdUntil: wireDay.nullable().describe('The last day of that hold; null: until it is ended.'),
    standing: limit.nullable(),
    temporary: limit.nullable(),
    insurance: limit
      .extend({ insurer: z.string().nullable(), policyNumber: z.string().nullable() })
      .nullable(),
    group: z
      .object({
        name: z.string(),
        limit: wireAmount,
        currency: wireCurrency,
        exposure: wireAmount.nullable(),
        untilOn: wireDay.nullable(),
      })
      .nullable(),
    reasons: z.array(why).describe('What would hold the smallest order now.'),
    orders: z.array(orderLine),
    notices: z.array(notice).describe('What the customer is still to be told, by law.'),
  }),
});
export type WireCredit = z.infer<typeof accountCredit.answer>;

const change = {
  kind: z.enum(['standing', 'temporary', 'insurance', 'group']),
  amount: wireAmount.nullable().describe('Null takes the limit away.'),
  currency: wireCurrency,
  fromOn: wireDay.optional().describe('Default: today.'),
  untilOn: wireDay.nullable().default(null),
  reviewOn: wireDay.nullable().default(null),
  insurer: z.string().max(200).nullable().default(null),
  policyNumber: z.string().max(100).nullable().default(null),
  forDelinquency: z.boolean().default(false).describe('Cut because this account is behind.'),
  reason: z.string().trim().min(1).max(500),
};

export const setLimit = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/limits',
  summary: 'Set a limit within one’s own authority',
  tag: 'credit',
  permission: 'credit.limit',
  params: accountParams,
  body: z.object(change),
  answer: z.object({
    grantId: wireId,
    noticeBy: wireDay.nullable().describe('By when the customer is told of a cut.'),
  }),
});

export const askLimit = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/limit-requests',
  summary: 'Ask for a limit that is beyond one’s own authority',
  tag: 'credit',
  permission: 'approvals.ask',
  params: accountParams,
  body: z.object({ ...change, evidence: z.string().max(2000).default('') }),
  answer: z.object({ requestId: wireId }),
});
