/** Orders that wait for somebody, over the wire. */
import { z } from 'zod';
import { type BodyOf, route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import { holdReasons } from '../rules/policy.ts';
import { figures, why } from './orders.ts';

const because = z.string().trim().min(1).max(500);

export const heldOrder = z.object({
  orderId: wireId,
  order: z.string(),
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  company: z.string(),
  orderedOn: wireDay,
  amount: wireAmount.describe('What no invoice holds yet.'),
  currency: wireCurrency,
  verdict: z.enum(['held', 'approved', 'released']).describe('Others only with an alert.'),
  reasons: z.array(why).describe('As they stand now, all of them.'),
  figures: figures.nullable(),
  heldAt: wireInstant.nullable(),
  alerted: z.boolean().describe('It has shipped, and what let it go is gone.'),
  forwardedTo: z.string().nullable(),
  reviewOn: wireDay.nullable(),
  clearsNow: z.boolean().describe('Asked again today, nothing speaks against it.'),
  authority: z.object({
    mine: z.boolean().describe('The reader may release it alone.'),
    who: z.string().nullable().describe('The role that may.'),
    dual: z.boolean(),
    asked: z.boolean().describe('Its release has been asked for.'),
  }),
  payments: z.object({
    lastPaidOn: wireDay.nullable(),
    paidLastYear: wireAmount,
    daysLate: z.number().int().nullable().describe('On average, of what was paid in a year.'),
    promisesKept: z.number().int(),
    promisesBroken: z.number().int(),
  }),
});
export type WireHold = z.infer<typeof heldOrder>;

export const holds = route({
  method: 'GET',
  path: '/api/v1/holds',
  summary: 'Orders that wait for somebody: every reason, what is at risk and who may release',
  tag: 'credit',
  permission: 'credit.read',
  query: z.object({
    reason: z.enum(holdReasons).optional(),
    view: z.enum(['all', 'mine', 'forwarded', 'clears']).default('all'),
    order: z.enum(['small', 'old', 'large']).default('small'),
    company: z.string().optional(),
  }),
  answer: z.object({
    rows: z.array(heldOrder),
    count: z.number().int(),
    clears: z.number().int().describe('How many would go on if they were asked again now.'),
    reasons: z.array(z.object({ reason: z.enum(holdReasons), count: z.number().int() })),
    listed: z.number().int().describe('Of so many all views and counts are.'),
    waiting: z.number().int().describe('All that wait.'),
    cut: z.boolean().describe('More wait than are listed; the first ones in the order are.'),
  }),
});

export const decideOrder = route({
  method: 'POST',
  path: '/api/v1/orders/:orderId/decision',
  summary: 'Release, reject, forward, hold an order, or have it asked again',
  tag: 'credit',
  permission: 'credit.release',
  params: z.object({ orderId: wireId }),
  body: z.object({
    act: z.enum(['release', 'reject', 'forward', 'hold', 'recheck']),
    reason: because,
    reviewOn: wireDay.nullable().default(null),
    to: z.string().max(200).nullable().default(null).describe('A member, of a forwarded one.'),
    evidence: z.string().max(2000).default(''),
  }),
  answer: z.object({
    orderId: wireId,
    verdict: z.enum(['approved', 'held', 'released', 'rejected']).nullable(),
    noticeBy: wireDay.nullable().describe('By when the customer is told of a rejection.'),
  }),
});

export const decideOrders = route({
  method: 'POST',
  path: '/api/v1/orders/decisions',
  summary: 'Decide several orders alike; each by itself, the smallest first',
  tag: 'credit',
  permission: 'credit.release',
  body: z.object({
    orderIds: z.array(wireId).min(1).max(200),
    act: z.enum(['release', 'reject', 'recheck']),
    reason: because,
    reviewOn: wireDay.nullable().default(null),
  }),
  answer: z.object({
    done: z.number().int(),
    rows: z.array(
      z.object({
        orderId: wireId,
        verdict: z.string().nullable(),
        refused: z.string().nullable().describe('Why it was not done.'),
      }),
    ),
  }),
});

export const askRelease = route({
  method: 'POST',
  path: '/api/v1/orders/:orderId/release-requests',
  summary: 'Ask for a release that is beyond one’s own authority',
  tag: 'credit',
  permission: 'approvals.ask',
  params: z.object({ orderId: wireId }),
  body: z.object({ reason: because, evidence: z.string().max(2000).default('') }),
  answer: z.object({ requestId: wireId }),
});

export const holdAccount = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/credit-hold',
  summary: 'Hold a whole account for new orders, or end that',
  tag: 'credit',
  permission: 'credit.release',
  params: z.object({ accountId: wireId }),
  body: z.object({
    act: z.enum(['hold', 'release']),
    untilOn: wireDay.nullable().default(null).describe('The last day of the hold; then it ends.'),
    reason: because,
  }),
  answer: z.object({ held: z.boolean() }),
});
export type WireAccountHold = BodyOf<typeof holdAccount>;
