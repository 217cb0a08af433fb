/** What the write-offs say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
} from '#platform/contract/wire.ts';
import { leftOutReasons } from './rules/sweeping.ts';

const why = { reason: z.string().trim().min(1).max(500) };
const whose = { accountId: wireId, account: z.string(), name: z.string() };

const writeOff = z.object({
  ...whose,
  company: z.string(),
  entryId: wireId,
  itemId: wireId.describe('The credit of the write-off, which money is recovered on.'),
  applicationId: wireId.describe('What a reversal takes back.'),
  document: z.string(),
  dueOn: wireDay.describe('Of the debt, as it always was.'),
  amount: wireAmount,
  currency: wireCurrency,
  on: wireDay,
  method: z.enum(['allowance', 'direct']),
  imported: z.boolean(),
  by: z.string(),
  reason: z.string(),
  request: z
    .object({
      requestId: wireId,
      askedBy: z.string(),
      approvedBy: z.string(),
      reason: z.string(),
      evidence: z.string(),
    })
    .nullable()
    .describe('Null: within one’s own authority, or by the policy.'),
  sweepId: wireId.nullable(),
  recovered: wireAmount,
  reversed: z.object({ on: wireDay, by: z.string(), reason: z.string() }).nullable(),
});
export type WireWriteOff = z.infer<typeof writeOff>;

export const writeOffStates = ['standing', 'reversed', 'all'] as const;
const registerQuery = {
  company: z.string().optional(),
  from: wireDay.optional(),
  to: wireDay.optional(),
  state: z.enum(writeOffStates).default('all'),
};

export const writeOffs = route({
  method: 'GET',
  path: '/api/v1/write-offs',
  summary: 'The register of write-offs: request, approval, entry, recovery and reversal of each',
  tag: 'write-offs',
  permission: 'accounts.read',
  query: z.object({ ...registerQuery, ...pageQuery }),
  answer: z.object({
    rows: z.array(writeOff),
    totals: z.array(
      z.object({ standing: wireAmount, recovered: wireAmount, currency: wireCurrency }),
    ),
    ...pageAnswer,
  }),
});

export const exportWriteOffs = route({
  method: 'GET',
  path: '/api/v1/write-offs/export',
  summary: 'The register as CSV or workbook',
  tag: 'write-offs',
  permission: 'accounts.read',
  query: z.object({ ...registerQuery, format: z.enum(['csv', 'xlsx']).default('csv') }),
  kind: 'file',
  answer: z.undefined(),
});

export const reverseWriteOff = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/write-offs/:applicationId/reversal',
  summary: 'Take a write-off back: the debt opens again with its own due day',
  tag: 'write-offs',
  permission: 'ledger.write_off',
  params: z.object({ accountId: wireId, applicationId: wireId }),
  body: z.object(why),
  answer: z.object({ applicationId: wireId.describe('What took it back.') }),
});

/** What a person fills in when money came for a write-off. */
export const recovery = {
  body: z.object({
    amount: wireAmount,
    receivedOn: wireDay.optional(),
    method: z.enum(['check', 'wire', 'ach']),
    reference: z.string().max(100).default(''),
    ...why,
  }),
};

export type Recovery = z.output<typeof recovery.body>;

const smallRest = z.object({
  ...whose,
  itemId: wireId,
  document: z.string(),
  dueOn: wireDay,
  amount: wireAmount,
  open: wireAmount,
  currency: wireCurrency,
  leftOut: z.enum(leftOutReasons).nullable(),
});
export type WireSmallRest = z.infer<typeof smallRest>;

export const smallBalances = route({
  method: 'GET',
  path: '/api/v1/write-offs/small',
  summary: 'Which small rests a sweep would give up, and which stay and why; nothing is written',
  tag: 'write-offs',
  permission: 'accounts.read',
  query: z.object({
    company: z.string().optional(),
    cutOff: wireDay.optional().describe('Due on or before it; default and latest: the policy’s.'),
  }),
  answer: z.object({
    company: z.string(),
    cutOff: wireDay,
    lastCutOff: wireDay,
    most: z.record(z.string(), wireAmount),
    automatic: z.boolean(),
    count: z.number().int().describe('Rows that would go; a sweep names it.'),
    weight: wireAmount.describe('Their sum in the company’s base currency.'),
    currency: wireCurrency,
    rows: z.array(smallRest),
    cut: z.boolean().describe('There are more; they come with the next sweep.'),
  }),
});

const sweepBody = {
  company: z.string().optional(),
  cutOff: wireDay,
  count: z.number().int().min(0).describe('So many rows were listed.'),
};
const swept = z.object({ sweepId: wireId, done: z.number().int(), failed: z.number().int() });

export const sweepSmall = route({
  method: 'POST',
  path: '/api/v1/write-offs/sweeps',
  summary: 'Give up the small rests that are listed, up to one’s authority over their sum',
  tag: 'write-offs',
  permission: 'ledger.write_off',
  body: z.object({ ...sweepBody, ...why }),
  answer: swept,
});

export const askSweep = route({
  method: 'POST',
  path: '/api/v1/write-offs/sweep-requests',
  summary: 'Ask a second person for a sweep; done once it is granted',
  tag: 'write-offs',
  permission: 'approvals.ask',
  body: z.object({
    ...sweepBody,
    evidence: z.string().trim().max(2000).default(''),
    ...why,
  }),
  answer: z.object({ requestId: wireId }),
});

export const sweeps = route({
  method: 'GET',
  path: '/api/v1/write-offs/sweeps',
  summary: 'The latest sweeps of small balances',
  tag: 'write-offs',
  permission: 'accounts.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    rows: z.array(
      z.object({
        sweepId: wireId,
        company: z.string(),
        cutOff: wireDay,
        count: z.number().int(),
        weight: wireAmount,
        currency: wireCurrency,
        automatic: z.boolean(),
        done: z.number().int(),
        failed: z.number().int(),
        by: z.string(),
        reason: z.string(),
        at: z.string(),
      }),
    ),
  }),
});

const placement = z.object({
  ...whose,
  company: z.string(),
  placementId: wireId,
  agency: z.string(),
  reference: z.string(),
  placedOn: wireDay,
  amount: wireAmount,
  currency: wireCurrency,
  feePercent: z.string(),
  reason: z.string(),
  recalledOn: wireDay.nullable(),
});
export type WirePlacement = z.infer<typeof placement>;

export const placements = route({
  method: 'GET',
  path: '/api/v1/write-offs/placements',
  summary: 'What agencies have in hand, and what was called back',
  tag: 'write-offs',
  permission: 'accounts.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({ rows: z.array(placement) }),
});

export const placeable = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/placements',
  summary: 'What of an account could be placed: open debts, and write-offs that did not come',
  tag: 'write-offs',
  permission: 'accounts.read',
  params: z.object({ accountId: wireId }),
  answer: z.object({
    placeable: z.array(z.object({ amount: wireAmount, currency: wireCurrency })),
    rows: z.array(placement).describe('Its placements until now, a standing one first.'),
  }),
});

export const placeWithAgency = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/placements',
  summary: 'Give what an account owes to an agency',
  tag: 'write-offs',
  permission: 'write_offs.place',
  params: z.object({ accountId: wireId }),
  body: z.object({
    agency: z.string().trim().min(1).max(120),
    reference: z.string().trim().max(60).default('').describe('The agency’s own number.'),
    amount: wireAmount,
    currency: wireCurrency,
    feePercent: z
      .string()
      .regex(/^\d{1,3}(\.\d{1,2})?$/u)
      .default('0')
      .describe('What the agency keeps of what it brings.'),
    ...why,
  }),
  answer: z.object({ placementId: wireId }),
});

export const recallFromAgency = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/placements/:placementId/recall',
  summary: 'Call an account back from its agency',
  tag: 'write-offs',
  permission: 'write_offs.place',
  params: z.object({ accountId: wireId, placementId: wireId }),
  body: z.object(why),
  answer: z.object({ placementId: wireId }),
});
