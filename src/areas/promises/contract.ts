/** What a promise to pay says and hears over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  aloneQuery,
  pageAnswer,
  pageQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
} from '#platform/contract/wire.ts';

export const promiseStates = [
  'open',
  'kept',
  'partly',
  'broken',
  'superseded',
  'withdrawn',
] as const;
export const paymentMethods = ['check', 'ach', 'wire', 'card', 'cash', 'other'] as const;

const promiseParams = z.object({ accountId: wireId, promiseId: wireId });

export const promise = z.object({
  promiseId: wireId,
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  amount: wireAmount,
  currency: wireCurrency,
  madeOn: wireDay,
  dueOn: wireDay,
  lastDay: wireDay.describe('Due day plus grace.'),
  graceDays: z.number().int().describe('The days of grace it is judged with.'),
  tolerance: wireAmount.describe('What may be missing and it is kept all the same.'),
  method: z.enum(paymentMethods).nullable(),
  saidBy: z.string(),
  state: z.enum(promiseStates),
  received: wireAmount,
  missing: wireAmount.describe('Promised and not come in time.'),
  receivedPct: z.number().int().describe('How far the money got, in whole percent, rounded down.'),
  /** 1 for the first promise on these items, 2 when one was broken before, and so on. */
  level: z.number().int(),
  items: z.array(z.object({ itemId: wireId, document: z.string() })),
  takenBy: z.string(),
  history: z.array(z.object({ state: z.enum(promiseStates), on: wireDay, recordedAt: z.string() })),
});
export type WirePromise = z.infer<typeof promise>;

export const makePromise = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/promises',
  summary: 'Record the customer’s word that an amount will arrive by a day',
  tag: 'promises',
  permission: 'promises.make',
  alone: true,
  params: z.object({ accountId: wireId }),
  query: aloneQuery,
  body: z.object({
    amount: wireAmount,
    currency: wireCurrency,
    dueOn: wireDay,
    saidBy: z.string().trim().min(1).max(200),
    method: z.enum(paymentMethods).nullable().default(null),
    itemIds: z.array(wireId).max(500).default([]),
    /** Replaces these open promises of the account. */
    supersedes: z.array(wireId).max(50).default([]),
    note: z.string().max(4000).default(''),
  }),
  answer: z.object({ promiseId: wireId }),
});

export const withdrawPromise = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/promises/:promiseId/withdrawal',
  summary: 'Withdraw a promise that was written down wrongly',
  tag: 'promises',
  permission: 'promises.make',
  params: promiseParams,
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ state: z.enum(promiseStates) }),
});

export const accountPromises = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/promises',
  summary: 'The promises of an account, newest first',
  tag: 'promises',
  permission: 'accounts.read',
  params: z.object({ accountId: wireId }),
  answer: z.object({ rows: z.array(promise) }),
});

export const promises = route({
  method: 'GET',
  path: '/api/v1/promises',
  summary: 'Promises by state, due day and collector: the open ones first, the next due on top',
  tag: 'promises',
  permission: 'accounts.read',
  query: z.object({
    state: z.enum(promiseStates).optional(),
    dueFrom: wireDay.optional(),
    dueTo: wireDay.optional(),
    mine: z.enum(['true', 'false']).default('false'),
    ...pageQuery,
  }),
  answer: z.object({
    rows: z.array(promise),
    states: z
      .array(z.object({ state: z.enum(promiseStates), count: z.number().int() }))
      .describe('How many there are in each state by the other filters.'),
    ...pageAnswer,
  }),
});
