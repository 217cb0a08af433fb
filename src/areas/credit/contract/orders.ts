/** Orders over the wire: stated, checked, listed by account. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import { orderStates, orderVerdicts } from '../rules/exposure.ts';
import { checkpoints, holdReasons } from '../rules/policy.ts';

export const why = z.object({
  reason: z.enum(holdReasons),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  says: z.string().describe('The reason in a sentence, in the reader’s language.'),
});

export const figures = z.object({
  currency: wireCurrency,
  owed: wireAmount,
  unapplied: wireAmount,
  orders: wireAmount.describe('Of the other orders, what no invoice holds yet.'),
  delivered: wireAmount.describe('Of those, what went out; a part of them, not beside them.'),
  exposure: wireAmount.describe('Owed, less unapplied, and the other orders.'),
  order: wireAmount,
  withOrder: wireAmount,
  limit: wireAmount.nullable().describe('Null: none was given.'),
  limitKind: z.enum(['standing', 'temporary', 'insurance']).nullable(),
  over: wireAmount,
});
export type WireFigures = z.infer<typeof figures>;

const whose = {
  account: z.string().trim().min(1).max(100).describe('The number of the account.'),
  company: z.string().max(20).optional().describe('Where several companies have that number.'),
};

export const stateOrder = route({
  method: 'POST',
  path: '/api/v1/orders',
  summary: 'State an order as it stands now, and be told whether it may go on',
  tag: 'credit',
  permission: 'orders.state',
  body: z.object({
    ...whose,
    order: z.string().trim().min(1).max(100).describe('Its number; the same number is the same.'),
    amount: wireAmount.describe('All that was ordered, tax and freight included.'),
    currency: wireCurrency,
    orderedOn: wireDay.optional().describe('Default: today.'),
    delivered: wireAmount.default('0').describe('All that went out so far.'),
    invoiced: wireAmount.default('0').describe('All that was billed so far.'),
    state: z.enum(orderStates).default('open'),
  }),
  answer: z.object({
    orderId: wireId,
    verdict: z.enum(orderVerdicts).nullable().describe('Null: nothing of it is at risk.'),
    reasons: z.array(why),
    figures: figures.nullable(),
  }),
});

export const checkOrder = route({
  method: 'POST',
  path: '/api/v1/orders/check',
  summary: 'Ask whether an order, a delivery or an invoice may go on; nothing is written',
  tag: 'credit',
  permission: 'credit.read',
  body: z.object({
    ...whose,
    order: z.string().trim().min(1).max(100).optional().describe('Of an order that is known.'),
    amount: wireAmount.optional().describe('Default: what is open of the known order.'),
    currency: wireCurrency,
    at: z.enum(checkpoints).default('order'),
  }),
  answer: z.object({
    verdict: z.enum(orderVerdicts),
    reasons: z.array(why),
    figures: figures.nullable(),
    excluded: z.string().nullable().describe('What the policy leaves out, and so approves.'),
  }),
});

const accountParams = z.object({ accountId: wireId });

export const orderLine = z.object({
  orderId: wireId,
  order: z.string(),
  orderedOn: wireDay,
  currency: wireCurrency,
  amount: wireAmount,
  delivered: wireAmount,
  invoiced: wireAmount,
  open: wireAmount.describe('What no invoice holds yet.'),
  state: z.enum(orderStates),
  verdict: z.enum(orderVerdicts).nullable(),
});

export const accountOrders = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/orders',
  summary: 'The orders of an account, newest first',
  tag: 'credit',
  permission: 'credit.read',
  params: accountParams,
  answer: z.object({ rows: z.array(orderLine) }),
});

export const orderHistory = route({
  method: 'GET',
  path: '/api/v1/orders/:orderId',
  summary: 'One order: how it stands, what was stated of it and what was decided, and why',
  tag: 'credit',
  permission: 'credit.read',
  params: z.object({ orderId: wireId }),
  answer: orderLine.extend({
    accountId: wireId,
    acts: z.array(
      z.object({
        kind: z.enum(['approved', 'held', 'released', 'rejected', 'forwarded', 'alerted']),
        how: z.string(),
        reasons: z.array(why),
        figures: figures.nullable(),
        policy: z.string().nullable().describe('Its key and version.'),
        by: z.string(),
        to: z.string().nullable(),
        reason: z.string(),
        evidence: z.string(),
        reviewOn: wireDay.nullable(),
        at: wireInstant,
      }),
    ),
    statements: z.array(
      z.object({
        amount: wireAmount,
        delivered: wireAmount,
        invoiced: wireAmount,
        state: z.enum(orderStates),
        at: wireInstant,
      }),
    ),
  }),
});
export type WireOrderHistory = z.infer<typeof orderHistory.answer>;
