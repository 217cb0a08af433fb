/** What one word for several accounts of a family says and hears over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { aloneQuery, wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { paymentMethods } from '../contract.ts';

export const makeFamilyPromise = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/promises/family',
  summary:
    'Record one word for several accounts of a family: a promise on each, oldest debts first; ' +
    'with dryRun it only says how the money is shared',
  tag: 'promises',
  permission: 'promises.make',
  alone: true,
  params: z.object({ accountId: wireId.describe('Any account of the family.') }),
  query: aloneQuery,
  body: z.object({
    amount: wireAmount,
    currency: wireCurrency,
    dueOn: wireDay,
    saidBy: z.string().trim().min(1).max(200),
    method: z.enum(paymentMethods).nullable().default(null),
    accountIds: z.array(wireId).max(200).default([]).describe('None: the whole family.'),
    note: z.string().max(4000).default(''),
  }),
  answer: z.object({
    promises: z.array(
      z.object({
        promiseId: wireId,
        accountId: wireId,
        account: z.string(),
        name: z.string(),
        amount: wireAmount,
        items: z.array(
          z.object({
            itemId: wireId,
            document: z.string(),
            dueOn: wireDay,
            open: wireAmount,
            promised: wireAmount.describe('The share of the promised sum.'),
          }),
        ),
      }),
    ),
  }),
});
