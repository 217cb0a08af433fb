/** Rule packs, what customers said in writing, and Medicare overpayments, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId } from '#platform/contract/wire.ts';
import { authorisationKinds } from '../rules/authorisation.ts';
import { packIds } from '../rules/packs.ts';
import { withReason } from './shapes.ts';

export const refundPacks = route({
  method: 'GET',
  path: '/api/v1/refunds/packs',
  summary: 'Every rule that watches credits: citation, source, switched on, reviewed by counsel',
  tag: 'refunds',
  permission: 'refunds.read',
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.enum(packIds),
        name: z.string(),
        asks: z.string(),
        jurisdiction: z.string(),
        citation: z.string(),
        source: z.enum(['found', 'recalled', 'policy']),
        effectiveFrom: wireDay,
        enabled: z.boolean(),
        parameters: z.record(z.string(), z.union([z.string(), z.number()])),
        review: z
          .object({ reviewer: z.string(), reviewedOn: wireDay, note: z.string() })
          .nullable()
          .describe('Null: nobody’s counsel has looked at it.'),
      }),
    ),
  }),
});

export const rulePack = route({
  method: 'POST',
  path: '/api/v1/refunds/packs/:packId/acts',
  summary: 'Switch a rule pack on or off, and note who of counsel looked at it',
  tag: 'refunds',
  permission: 'refunds.rule',
  params: z.object({ packId: z.enum(packIds) }),
  body: z.object({
    enabled: z.boolean(),
    reviewer: z.string().trim().max(200).default(''),
    reviewedOn: wireDay.optional(),
    note: z.string().max(2000).default(''),
    ...withReason,
  }),
  answer: z.object({ enabled: z.boolean() }),
});

const authorisation = z.object({
  authorisationId: wireId,
  kind: z.enum(authorisationKinds),
  givenBy: z.string(),
  givenOn: wireDay,
  untilOn: wireDay.nullable(),
  stands: z.boolean().describe('Today is one of its days.'),
  daysLeft: z.number().int().nullable().describe('Until its last day; null: it names none.'),
  evidence: z.string(),
});
export type WireAuthorisation = z.infer<typeof authorisation>;

export const authorisations = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/refund-authorisations',
  summary: 'What a customer said in writing of their credits and did not take back',
  tag: 'refunds',
  permission: 'refunds.read',
  params: z.object({ accountId: wireId }),
  answer: z.object({ rows: z.array(authorisation) }),
});

export const authorise = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/refund-authorisations',
  summary: 'Take down what a customer said in writing: hold it, to whom it goes, that they want it',
  tag: 'refunds',
  permission: 'refunds.request',
  params: z.object({ accountId: wireId }),
  body: z.object({
    kind: z.enum(authorisationKinds),
    givenBy: z.string().trim().min(1).max(140),
    givenOn: wireDay,
    untilOn: wireDay.optional(),
    evidence: z.string().trim().min(1).max(500).describe('Where the paper is.'),
    ...withReason,
  }),
  answer: z.object({ authorisationId: wireId }),
});

export const revokeAuthorisation = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/refund-authorisations/:authorisationId/revocation',
  summary: 'The customer revoked what they had said; it stands no longer from today',
  tag: 'refunds',
  permission: 'refunds.request',
  params: z.object({ accountId: wireId, authorisationId: wireId }),
  body: z.object(withReason),
  answer: z.object({ revoked: z.literal(true) }),
});

export const identifyOverpayment = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/credits/:itemId/medicare-overpayment',
  summary: 'A Medicare overpayment is known: 60 days to report and return it',
  tag: 'refunds',
  permission: 'refunds.request',
  params: z.object({ accountId: wireId, itemId: wireId }),
  body: z.object({ identifiedOn: wireDay, ...withReason }),
  answer: z.object({ creditId: wireId }),
});

export const noteInquiry = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/medicare-overpayments/:creditId/acts',
  summary: 'An inquiry began or ended, or a cost report is due: the clock rests or moves',
  tag: 'refunds',
  permission: 'refunds.request',
  params: z.object({ accountId: wireId, creditId: wireId }),
  body: z.object({
    kind: z.enum(['inquiry_began', 'inquiry_ended', 'cost_report']),
    on: wireDay,
    ...withReason,
  }),
  answer: z.object({ suspendedUntil: wireDay.nullable(), reportBy: wireDay.nullable() }),
});
