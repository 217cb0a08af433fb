/** Money that nobody asks for, over the wire: its owners, letters, and the state's report. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { unclaimedStages } from '../rules/dormant.ts';
import { ofCompany, withReason } from './shapes.ts';

const unclaimedCredit = z.object({
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  company: z.string(),
  creditId: wireId,
  amount: wireAmount,
  currency: wireCurrency,
  state: z.string().describe('Whose law it is: that of the owner’s last known address.'),
  aroseOn: wireDay,
  dormantOn: wireDay,
  letter: z.object({
    due: z.boolean().describe('The law asks for a letter to the owner first.'),
    from: wireDay.nullable(),
    to: wireDay.nullable(),
    writtenOn: wireDay.nullable(),
  }),
  reportBefore: wireDay.nullable().describe('The report must be in before this day.'),
  stage: z.enum(unclaimedStages),
  facts: z.record(z.string(), z.string()),
});
export type WireUnclaimed = z.infer<typeof unclaimedCredit>;

export const unclaimed = route({
  method: 'GET',
  path: '/api/v1/refunds/unclaimed',
  summary: 'Credits that nobody asks for: when each falls dormant, its letter, and the reports',
  tag: 'refunds',
  permission: 'refunds.read',
  query: z.object(ofCompany),
  answer: z.object({
    rows: z.array(unclaimedCredit),
    released: z
      .array(
        z.object({
          company: z.string(),
          state: z.literal('DC'),
          count: z.number().int(),
          total: wireAmount,
          currency: wireCurrency,
        }),
      )
      .describe('What waits for the next report to the state.'),
    reports: z.array(
      z.object({
        reportId: wireId,
        company: z.string(),
        state: z.string(),
        madeOn: wireDay,
        lines: z.number().int(),
        total: wireAmount,
        currency: wireCurrency,
        fileName: z.string(),
      }),
    ),
  }),
});

export const writeOwnerLetters = route({
  method: 'POST',
  path: '/api/v1/refunds/unclaimed/letters',
  summary: 'Write to every owner whose letter is due; they go out with the other letters',
  tag: 'refunds',
  permission: 'refunds.request',
  body: z.object({ company: z.string().min(1).max(40), ...withReason }),
  answer: z.object({ written: z.number().int() }),
});

export const requestSurrender = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/unclaimed/:creditId/surrender-requests',
  summary: 'Ask that a dormant credit may go to the state; a second person decides',
  tag: 'refunds',
  permission: 'refunds.request',
  params: z.object({ accountId: wireId, creditId: wireId }),
  body: z.object({ evidence: z.string().max(2000).default(''), ...withReason }),
  answer: z.object({ refundId: wireId, requestId: wireId }),
});

export const makeUnclaimedReport = route({
  method: 'POST',
  path: '/api/v1/refunds/unclaimed/reports',
  summary: 'The report to the state of what was released for it; posted as owed to the state',
  tag: 'refunds',
  permission: 'refunds.release',
  body: z.object({ company: z.string().min(1).max(40), state: z.enum(['DC']), ...withReason }),
  answer: z.object({
    reportId: wireId,
    lines: z.number().int(),
    total: wireAmount,
    currency: wireCurrency,
  }),
});

export const unclaimedFile = route({
  method: 'GET',
  path: '/api/v1/refunds/unclaimed/reports/:reportId/file',
  summary: 'A report of unclaimed property as it was made',
  tag: 'refunds',
  permission: 'refunds.read',
  kind: 'file',
  params: z.object({ reportId: wireId }),
  answer: z.undefined(),
});
