/** What a statement of account says over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
  wireLanguage,
} from '#platform/contract/wire.ts';

const period = {
  from: wireDay.optional().describe('Default: the first day of the month of `to`.'),
  to: wireDay.optional().describe('Default: today.'),
};

export const statement = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/statement',
  summary: 'The statement of account: opening, what happened, closing, by currency',
  tag: 'statements',
  permission: 'accounts.read',
  params: z.object({ accountId: wireId }),
  query: z.object(period),
  answer: z.object({
    account: z.string(),
    name: z.string(),
    company: z.string(),
    from: wireDay,
    to: wireDay,
    bucketLabels: z.array(z.string()),
    currencies: z.array(
      z.object({
        currency: wireCurrency,
        opening: wireAmount,
        lines: z.array(
          z.object({
            on: wireDay,
            document: z.string(),
            kind: z.string(),
            reference: z.string().nullable(),
            dueOn: wireDay.nullable(),
            amount: wireAmount,
            running: wireAmount,
          }),
        ),
        closing: wireAmount,
        buckets: z.array(wireAmount),
        unapplied: wireAmount,
      }),
    ),
  }),
});

export const statementPdf = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/statement.pdf',
  summary: 'The same as a PDF in the customer’s language',
  tag: 'statements',
  permission: 'accounts.read',
  kind: 'file',
  params: z.object({ accountId: wireId }),
  query: z.object({ ...period, language: wireLanguage.optional() }),
  answer: z.undefined(),
});
