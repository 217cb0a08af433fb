/** Money and credit memos that go back, move or are asked back, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { postingLineKinds } from '../rules/book-of-record/book.ts';

const why = { reason: z.string().trim().min(1).max(500) };
const creditParams = z.object({ accountId: wireId, itemId: wireId });

/** What a change does to ages and promises; with `?dryRun=true` before it is done. */
const aftermath = {
  opened: z.array(
    z.object({
      itemId: wireId,
      document: z.string(),
      open: wireAmount,
      currency: wireCurrency,
      dueOn: wireDay,
      daysLate: z.number().int(),
    }),
  ),
  promises: z
    .array(
      z.object({
        promiseId: wireId,
        amount: wireAmount,
        currency: wireCurrency,
        dueOn: wireDay,
        was: z.string(),
        becomes: z.string(),
      }),
    )
    .describe('Promises that will be judged again, and as what.'),
  told: z
    .array(
      z.object({
        kind: z.enum(postingLineKinds),
        account: z.string(),
        document: z.string(),
        amount: wireAmount,
        currency: wireCurrency,
      }),
    )
    .describe('What the company’s book of record will be told, where that is another system.'),
};
const wireAftermath = z.object(aftermath);
export type WireAftermath = z.infer<typeof wireAftermath>;

/** A fee that was above what the customer's state allows. */
export const loweredFee = z
  .object({
    asked: wireAmount,
    most: wireAmount,
    currency: wireCurrency,
    state: z.string(),
    list: z.string().describe('Of the states’ highest fees, by its name.'),
  })
  .nullable()
  .describe('The fee was above what the customer’s state allows.');

export const returnPayment = route({
  method: 'POST',
  path: '/api/v1/cash/receipts/:receiptId/return',
  summary: 'The bank took a payment back: reopen what it paid, book the fees',
  tag: 'cash',
  permission: 'cash.post',
  params: z.object({ receiptId: wireId }),
  body: z.object({
    returnedOn: wireDay.optional(),
    bankFee: wireAmount.optional().describe('What the bank takes from us.'),
    customerFee: wireAmount.optional().describe('What we charge the customer, if it is lawful.'),
    ...why,
  }),
  answer: z.object({
    ...aftermath,
    feeItemId: wireId.nullable(),
    feeLowered: loweredFee,
    policyFee: z
      .object({ amount: wireAmount, currency: wireCurrency })
      .nullable()
      .describe('What the policy asks of the customer for such a reason, before any state’s most.'),
  }),
});

export const reverseReceipt = route({
  method: 'POST',
  path: '/api/v1/cash/receipts/:receiptId/reversal',
  summary: 'Take back a posting that should never have been made',
  tag: 'cash',
  permission: 'cash.post',
  params: z.object({ receiptId: wireId }),
  body: z.object(why),
  answer: z.object({ ...aftermath, feeItemId: wireId.nullable() }),
});

const off = {
  itemIds: z.array(wireId).max(500).default([]).describe('Off these items; off all when empty.'),
  fault: z.boolean().default(true).describe('The posting had been wrong.'),
  ...why,
};

export const unapplyCredit = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/credits/:itemId/unapplication',
  summary: 'Take cash or a credit memo off what it pays',
  tag: 'cash',
  permission: 'cash.apply',
  params: creditParams,
  body: z.object(off),
  answer: z.object({ ...aftermath, freed: wireAmount, currency: wireCurrency }),
});

export const moveCredit = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/credits/:itemId/move',
  summary: 'Move cash or a credit memo from what it pays onto another item',
  tag: 'cash',
  permission: 'cash.apply',
  params: creditParams,
  body: z.object({ ...off, toItemId: wireId }),
  answer: z.object({
    ...aftermath,
    applied: wireAmount,
    onAccount: wireAmount,
    currency: wireCurrency,
  }),
});

export const transferMoney = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/credits/:itemId/transfer',
  summary: 'Send cash or a credit memo to the account whose it is',
  tag: 'cash',
  permission: 'cash.apply',
  params: creditParams,
  body: z.object({
    ...off,
    toAccountId: wireId,
    amount: wireAmount,
    currency: wireCurrency,
  }),
  answer: z.object({ ...aftermath, itemId: wireId }),
});
