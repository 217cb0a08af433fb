/** What the ledger says and hears over the wire: items, their history, postings. */
import { z } from 'zod';
import { documentKinds } from './rules/document.ts';
import { chargeKinds } from './rules/fees.ts';
import { periodStates } from './rules/period.ts';
import { receiptMethods } from './rules/receipt.ts';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  timeQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
  wireInstant,
} from '#platform/contract/wire.ts';

const accountParams = z.object({ accountId: wireId });
const itemParams = z.object({ accountId: wireId, itemId: wireId });

export const itemKinds = [
  'invoice',
  'debit_memo',
  'credit_memo',
  'receipt',
  'refund',
  'adjustment',
  'charge',
  'transfer',
  'reversal',
] as const;

export const item = z.object({
  itemId: wireId,
  kind: z.enum(itemKinds),
  side: z.enum(['debit', 'credit']),
  document: z.string().describe('The outside number.'),
  documentId: wireId.nullable(),
  reference: z.string().nullable().describe('Purchase order or payment reference.'),
  issuedOn: wireDay,
  dueOn: wireDay,
  daysLate: z.number().int(),
  currency: wireCurrency,
  amount: wireAmount,
  open: wireAmount.describe('Negative for credits.'),
  disputed: z.boolean(),
  promisedOn: wireDay.nullable(),
  instalment: z.number().int().nullable(),
});
export type Item = z.infer<typeof item>;

export const items = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/items',
  summary: 'The items of an account, open or all, as of any day',
  tag: 'ledger',
  permission: 'accounts.read',
  params: accountParams,
  query: z.object({
    ...timeQuery,
    state: z.enum(['open', 'all']).default('open'),
    bucket: z.coerce.number().int().min(0).max(60).optional(),
    sort: z.enum(['due', 'open', 'document', 'issued']).default('due'),
    direction: z.enum(['asc', 'desc']).default('asc'),
    q: z.string().max(100).optional(),
    ...pageQuery,
  }),
  answer: z.object({ asOf: wireDay, rows: z.array(item), ...pageAnswer }),
});

export const itemHistory = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/items/:itemId',
  summary: 'One item with its applications, entries and lines',
  tag: 'ledger',
  permission: 'accounts.read',
  params: itemParams,
  query: z.object(timeQuery),
  answer: z.object({
    item,
    applications: z.array(
      z.object({
        applicationId: wireId,
        kind: z.string(),
        counterDocument: z.string(),
        counterItemId: wireId,
        amount: wireAmount,
        effectiveOn: wireDay,
        recordedAt: wireInstant,
        reverses: wireId.nullable(),
        reversed: z.boolean(),
      }),
    ),
    entries: z.array(
      z.object({
        entryId: wireId,
        kind: z.string(),
        effectiveOn: wireDay,
        postedOn: wireDay,
        recordedAt: wireInstant,
        actor: z.string(),
        reason: z.string(),
        lines: z.array(
          z.object({
            debit: z.string(),
            credit: z.string(),
            currency: wireCurrency,
            amount: wireAmount,
            base: wireAmount,
          }),
        ),
      }),
    ),
  }),
});

/** A posting answers the entry it made. */
const posted = z.object({ entryId: wireId, itemId: wireId.nullable() });
const why = { reason: z.string().trim().min(1).max(500) };

export const postReceipt = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/receipts',
  summary: 'Post money received, and apply it to items',
  tag: 'ledger',
  permission: 'cash.post',
  params: accountParams,
  body: z.object({
    amount: wireAmount,
    currency: wireCurrency,
    receivedOn: wireDay.optional(),
    method: z.enum(receiptMethods),
    reference: z.string().max(100).default(''),
    apply: z
      .array(z.object({ itemId: wireId, amount: wireAmount, discount: wireAmount.optional() }))
      .default([]),
    ...why,
  }),
  answer: posted.extend({
    leftOpen: z
      .array(
        z.object({
          itemId: wireId,
          amount: wireAmount,
          reason: z.enum(['unearned_discount']),
        }),
      )
      .describe('What was taken and not granted: it stays open on its item.'),
  }),
});

export const applyCredit = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/applications',
  summary: 'Apply a credit item onto a debit item',
  tag: 'ledger',
  permission: 'cash.apply',
  params: accountParams,
  body: z.object({
    creditItemId: wireId,
    debitItemId: wireId,
    amount: wireAmount,
    effectiveOn: wireDay.optional(),
    ...why,
  }),
  answer: z.object({ applicationId: wireId }),
});

export const reverseApplication = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/applications/:applicationId/reversal',
  summary: 'Take an application back',
  tag: 'ledger',
  permission: 'cash.apply',
  params: z.object({ accountId: wireId, applicationId: wireId }),
  body: z.object(why),
  answer: z.object({ applicationId: wireId }),
});

export const returnReceipt = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/items/:itemId/return',
  summary: 'A payment came back (NSF, ACH return): reopen what it paid, charge the fee',
  tag: 'ledger',
  permission: 'cash.post',
  params: itemParams,
  body: z.object({
    returnedOn: wireDay.optional(),
    bankFee: wireAmount.optional(),
    customerFee: wireAmount.optional(),
    ...why,
  }),
  answer: posted.extend({
    feeLowered: z
      .object({
        asked: wireAmount,
        most: wireAmount,
        currency: wireCurrency,
        state: z.string(),
        list: z.string().describe('Of the states’ highest fees, by its name.'),
      })
      .nullable()
      .describe('The fee was above what the customer’s state allows.'),
  }),
});

export const chargeAccount = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/charges',
  summary: 'Charge interest or a fee',
  tag: 'ledger',
  permission: 'ledger.charge',
  params: accountParams,
  body: z.object({
    kind: z.enum(chargeKinds),
    amount: wireAmount,
    currency: wireCurrency,
    dueOn: wireDay.optional(),
    returnedItemId: wireId
      .optional()
      .describe('The payment that came back, for its fee: one, and no more than the state allows.'),
    ...why,
  }),
  answer: posted,
});

export const reverseItem = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/items/:itemId/reversal',
  summary: 'Reverse a charge or an adjustment that nothing uses',
  tag: 'ledger',
  permission: 'ledger.charge',
  params: itemParams,
  body: z.object(why),
  answer: posted,
});

export const transfer = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/transfers',
  summary: 'Move an open credit to another account of the same company',
  tag: 'ledger',
  permission: 'cash.apply',
  params: accountParams,
  body: z.object({ creditItemId: wireId, toAccountId: wireId, amount: wireAmount, ...why }),
  answer: posted,
});

export const postDocument = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/documents',
  summary: 'Post an invoice or a debit memo that came by no import',
  tag: 'ledger',
  permission: 'ledger.charge',
  params: accountParams,
  body: z.object({
    kind: z.enum(documentKinds).exclude(['credit_memo']),
    number: z.string().trim().min(1).max(100),
    reference: z.string().trim().max(100).optional(),
    issuedOn: wireDay,
    currency: wireCurrency,
    net: wireAmount,
    tax: wireAmount.default('0'),
    dues: z
      .array(z.object({ dueOn: wireDay, amount: wireAmount }))
      .min(1)
      .max(120)
      .describe('One open item for each; they add up to net and tax.'),
    ...why,
  }),
  answer: z.object({ entryId: wireId, itemIds: z.array(wireId) }),
});

export const recordRate = route({
  method: 'POST',
  path: '/api/v1/rates',
  summary: 'Record the exchange rate of a day',
  tag: 'ledger',
  permission: 'ledger.rates',
  body: z.object({
    from: wireCurrency,
    to: wireCurrency,
    effectiveOn: wireDay,
    rate: z
      .string()
      .regex(/^\d{1,12}(\.\d{1,8})?$/u)
      .describe('Units of `to` for one of `from`.'),
    source: z.string().trim().min(1).max(100),
    ...why,
  }),
  answer: z.object({ effectiveOn: wireDay }),
});

export const revalue = route({
  method: 'POST',
  path: '/api/v1/revaluations',
  summary: 'Value the open foreign items of a company at the closing rates of a day',
  tag: 'ledger',
  permission: 'ledger.rates',
  body: z.object({ company: z.string().min(1).max(40), on: wireDay, ...why }),
  answer: z.object({
    entryId: wireId.nullable().describe('Null when nothing was missing.'),
    currency: wireCurrency,
    book: wireAmount,
    revalued: wireAmount,
    unrealised: wireAmount,
  }),
});

const company = z.string().min(1).max(40).describe('Company code.');
const periodParams = z.object({ period: z.string().min(1).max(20).describe('Such as 2026-10.') });

export const wirePeriod = z.object({
  name: z.string(),
  firstOn: wireDay,
  lastOn: wireDay,
  state: z.enum(periodStates),
  over: z.boolean().describe('Its last day has passed, so it can be closed.'),
  acts: z.array(
    z.object({
      act: z.enum(['soft_close', 'hard_close', 'reopen']),
      by: z.string(),
      at: wireInstant,
      reason: z.string(),
    }),
  ),
});

export const periods = route({
  method: 'GET',
  path: '/api/v1/periods',
  summary: 'The periods of a company, newest first, and what was closed',
  tag: 'periods',
  permission: 'accounts.read',
  query: z.object({ company }),
  answer: z.object({
    company: z.string(),
    softThrough: wireDay.nullable(),
    hardThrough: wireDay.nullable(),
    rows: z.array(wirePeriod),
  }),
});

const closed = z.object({ softThrough: wireDay.nullable(), hardThrough: wireDay.nullable() });

function periodRoute(verb: string, summary: string) {
  return route({
    method: 'POST',
    path: `/api/v1/periods/:period/${verb}`,
    summary,
    tag: 'periods',
    permission: 'ledger.close_periods',
    params: periodParams,
    body: z.object({ company, ...why }),
    answer: closed,
  });
}

export const softClose = periodRoute('soft-close', 'Close a period: only named roles post into it');
export const hardClose = periodRoute('hard-close', 'Close a period for good, for everybody');
export const reopenPeriod = periodRoute('reopen', 'Open the last softly closed period again');

export const extendCalendar = route({
  method: 'POST',
  path: '/api/v1/periods/calendar',
  summary: 'Add a year of weeks (4-4-5) to the company’s own calendar',
  tag: 'periods',
  permission: 'ledger.close_periods',
  body: z.object({
    company,
    year: z.number().int().min(1990).max(2200),
    firstOn: wireDay,
    weeks: z.array(z.number().int().min(1).max(14)).min(1).max(54).optional(),
    ...why,
  }),
  answer: z.object({ periods: z.array(z.string()) }),
});
