/** What the outlook of the open promises says over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';

const rate = z.object({
  judged: z.number().int().describe('Promises that came to their end within a year.'),
  kept: z.number().int().describe('Of those: kept in full, within grace and tolerance.'),
  pct: z.number().int().nullable().describe('Kept of judged in whole percent; null without any.'),
});

const sums = {
  count: z.number().int(),
  promised: wireAmount,
  received: wireAmount,
  outstanding: wireAmount.describe('Promised and not come yet.'),
  expected: wireAmount.nullable().describe('Outstanding times the kept rate; null without one.'),
};

const week = z.object({ weekStart: wireDay, weekEnd: wireDay, ...sums });
export type WireOutlookWeek = z.infer<typeof week>;

const outlookCurrency = z.object({ currency: wireCurrency, weeks: z.array(week), ...sums });
export type WireOutlook = z.infer<typeof outlookCurrency>;

const narrowing = {
  company: z.string().optional().describe('Company code.'),
  mine: z.enum(['true', 'false']).default('false'),
};

export const promiseOutlook = route({
  method: 'GET',
  path: '/api/v1/promises/outlook',
  summary: 'Open promises by the week they fall due, times how often their customers keep them',
  tag: 'promises',
  permission: 'accounts.read',
  query: z.object(narrowing),
  answer: z.object({
    asOf: wireDay,
    rate: rate.describe('Of the whole book, for customers with too short a record.'),
    currencies: z.array(outlookCurrency),
  }),
});

export const outlookWeek = route({
  method: 'GET',
  path: '/api/v1/promises/outlook/:weekStart',
  summary: 'The open promises of one week, each with the rate it is counted with',
  tag: 'promises',
  permission: 'accounts.read',
  params: z.object({ weekStart: wireDay.describe('Its Monday.') }),
  query: z.object({ ...narrowing, currency: wireCurrency }),
  answer: z.object({
    rows: z.array(
      z.object({
        promiseId: wireId,
        accountId: wireId,
        account: z.string(),
        name: z.string(),
        dueOn: wireDay,
        amount: wireAmount,
        received: wireAmount,
        outstanding: wireAmount,
        expected: wireAmount.nullable(),
        basis: z.enum(['customer', 'book', 'none']).describe('Whose record the rate is.'),
        rate,
      }),
    ),
    outstanding: wireAmount,
    expected: wireAmount.nullable(),
  }),
});
