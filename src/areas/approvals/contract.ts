/** What approvals say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import { approvalKinds } from './rules/authority.ts';
import { requestStates } from './rules/request.ts';

export { approvalKinds, requestStates };

const requestParams = z.object({ requestId: wireId });
const because = z.object({ reason: z.string().trim().min(1).max(500) });

const request = z.object({
  requestId: wireId,
  company: z.string(),
  account: z.object({ accountId: wireId, number: z.string(), name: z.string() }).nullable(),
  kind: z.enum(approvalKinds),
  title: z.string(),
  amount: wireAmount,
  currency: wireCurrency,
  requester: z.string(),
  requesterLeft: z.boolean().describe('Whoever asked works here no more.'),
  mine: z.boolean().describe('The reader asked for it.'),
  reason: z.string(),
  evidence: z.string(),
  files: z.array(
    z.object({
      evidenceId: wireId,
      file: z.string(),
      mediaType: z.string(),
      bytes: z.number().int(),
      by: z.string(),
      at: wireInstant,
    }),
  ),
  lacksFile: z.boolean().describe('Nobody says yes to it before a paper is put beside it.'),
  before: wireAmount
    .nullable()
    .describe('What this customer was given in thirty days and counts with it; base currency.'),
  baseCurrency: wireCurrency,
  least: z.string().nullable().describe('At least this role decides.'),
  needs: z.number().int().describe('How many persons must say yes.'),
  expiresOn: wireDay,
  askedAt: wireInstant,
  state: z.enum(requestStates),
  /** What came of a granted one; null while it is under way. */
  outcome: z.enum(['done', 'failed']).nullable(),
  /** Why the reader may not decide it; null when they may. */
  mayNot: z.string().nullable(),
  /** For whom the reader would decide. */
  forName: z.string().nullable(),
  words: z.array(
    z.object({
      by: z.string(),
      forName: z.string().nullable(),
      said: z.enum(['yes', 'no']),
      reason: z.string(),
      at: wireInstant,
    }),
  ),
});
export type WireRequest = z.infer<typeof request>;

/** What the address of the screen holds. */
export const approvalList = {
  query: z.object({
    view: z.enum(['decide', 'asked', 'open', 'ended']).default('decide'),
    company: z.string().optional(),
  }),
};

export const approvals = route({
  method: 'GET',
  path: '/api/v1/approvals',
  summary: 'Requests for approval: to decide, asked by oneself, all open ones, ended ones',
  tag: 'approvals',
  permission: 'approvals.read',
  query: approvalList.query,
  answer: z.object({ rows: z.array(request), count: z.number().int(), cut: z.boolean() }),
});

export const decideApproval = route({
  method: 'POST',
  path: '/api/v1/approvals/:requestId/decision',
  summary: 'Say yes or no, by one’s own right or for whom one covers; never to one’s own',
  tag: 'approvals',
  permission: 'approvals.decide',
  params: requestParams,
  body: z.object({ said: z.enum(['yes', 'no']), reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ state: z.enum(['open', 'granted', 'refused']) }),
});

export const withdrawApproval = route({
  method: 'POST',
  path: '/api/v1/approvals/:requestId/withdrawal',
  summary: 'Take back what one asked for oneself',
  tag: 'approvals',
  permission: 'approvals.ask',
  params: requestParams,
  body: because,
  answer: z.object({ withdrawn: z.literal(true) }),
});

const authority = z.object({
  limits: z
    .array(z.object({ role: z.string(), most: wireAmount.nullable() }))
    .min(1)
    .max(20)
    .describe('Rising; null is without a limit. In the company’s base currency.'),
  dualFrom: wireAmount.nullable().describe('Above it two persons say yes; null: never.'),
  evidenceFrom: wireAmount
    .nullable()
    .optional()
    .describe('From it on a paper is asked for; null: never; left out: as it stands.'),
  validDays: z.number().int().min(1).max(366),
});

export const authorities = route({
  method: 'GET',
  path: '/api/v1/companies/:code/authorities',
  summary: 'Who may approve what in a company, and how much',
  tag: 'approvals',
  permission: 'approvals.read',
  params: z.object({ code: z.string() }),
  answer: z.object({
    company: z.string(),
    currency: wireCurrency,
    rows: z.array(
      authority.extend({
        kind: z.enum(approvalKinds),
        own: z.boolean().describe('Said by the company; otherwise the standard.'),
      }),
    ),
  }),
});

export const askAuthority = route({
  method: 'POST',
  path: '/api/v1/companies/:code/authorities/:kind',
  summary: 'Ask for another authority; it counts once it is granted',
  tag: 'approvals',
  permission: 'approvals.decide',
  params: z.object({ code: z.string(), kind: z.enum(approvalKinds) }),
  body: authority.extend({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ requestId: wireId }),
});

export const addEvidence = route({
  method: 'POST',
  path: '/api/v1/approvals/:requestId/evidence',
  summary: 'Put papers beside an open request: PDF, PNG, JPEG or TIFF, at most 10 MB each',
  tag: 'approvals',
  permission: 'approvals.ask',
  params: requestParams,
  kind: 'upload',
  answer: z.object({ ids: z.array(wireId).describe('Those that were not there before.') }),
});

export const evidence = route({
  method: 'GET',
  path: '/api/v1/approvals/:requestId/evidence/:evidenceId',
  summary: 'A paper of a request, as it came',
  tag: 'approvals',
  permission: 'approvals.read',
  kind: 'file',
  params: requestParams.extend({ evidenceId: wireId }),
  answer: z.string(),
});
