/** One case over the wire: what stands in it, and everything that is done to it. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireDay, wireId, wireInstant, wireLanguage } from '#platform/contract/wire.ts';
import { caseMoves, caseStates, decisions } from '../rules/case-life.ts';
import { rootCauses } from '../rules/cause.ts';
import { evidenceKinds, longestLink, verdicts } from '../rules/link.ts';
import { departments } from '../rules/routing.ts';
import { wireCase } from './board.ts';

const base = '/api/v1/accounts/:accountId/disputes/:caseId';
const params = z.object({ accountId: wireId, caseId: wireId });
const note = z.string().trim().max(4000).default('');
const stands = z.object({ state: z.enum(caseStates) });
const tag = 'disputes';

export const disputeCase = route({
  method: 'GET',
  path: base,
  summary: 'A case with its items, what happened, links, answers and files',
  tag,
  permission: 'accounts.read',
  params,
  answer: wireCase.extend({
    note: z.string(),
    openedBy: z.string(),
    coordinatorId: wireId.nullable(),
    ownerId: wireId.nullable(),
    outsideEmail: z.string().nullable(),
    escalatedTo: z.string().nullable(),
    requestId: wireId.nullable().describe('The approval that is waited for.'),
    items: z.array(
      z.object({
        itemId: wireId,
        document: z.string(),
        lineNo: z.number().int().nullable(),
        said: wireAmount,
        amount: wireAmount.describe('Contested now.'),
        open: wireAmount,
        total: wireAmount,
        ended: z.boolean(),
      }),
    ),
    deductions: z.array(
      z.object({
        receiptId: wireId,
        document: z.string(),
        amount: wireAmount,
        code: z.string().nullable(),
        payer: z.string(),
        reference: z.string(),
        receivedOn: wireDay,
      }),
    ),
    events: z.array(
      z.object({
        kind: z.string(),
        facts: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
        note: z.string(),
        on: wireDay,
        at: wireInstant,
        by: z.string(),
      }),
    ),
    links: z.array(
      z.object({
        linkId: wireId,
        toName: z.string(),
        toEmail: z.string(),
        madeBy: z.string(),
        madeAt: wireInstant,
        expiresAt: wireInstant,
        openedAt: wireInstant.nullable(),
        answeredAt: wireInstant.nullable(),
        open: z.boolean(),
        revoked: z.boolean(),
      }),
    ),
    answers: z.array(
      z.object({
        by: z.string(),
        verdict: z.enum(verdicts),
        answer: z.string(),
        at: wireInstant,
      }),
    ),
    evidence: z.array(
      z.object({
        evidenceId: wireId,
        kind: z.enum(evidenceKinds),
        file: z.string(),
        mediaType: z.string(),
        bytes: z.number().int(),
        by: z.string(),
        at: wireInstant,
      }),
    ),
  }),
});

export const assignDispute = route({
  method: 'POST',
  path: `${base}/assignment`,
  summary: 'Say who coordinates a case and who must find out',
  tag,
  permission: 'disputes.open',
  params,
  body: z.object({
    department: z.enum(departments),
    coordinatorId: wireId.nullable().default(null),
    ownerId: wireId.nullable().default(null),
    outside: z
      .object({ name: z.string().trim().min(1).max(200), email: z.email().max(254) })
      .nullable()
      .default(null),
    note,
  }),
  answer: stands,
});

export const moveDispute = route({
  method: 'POST',
  path: `${base}/moves`,
  summary: 'Hand a case to its owner or the customer, take it back, or open it again',
  tag,
  permission: 'disputes.open',
  params,
  body: z.object({ move: z.enum(caseMoves), note }),
  answer: stands,
});

export const noteDispute = route({
  method: 'POST',
  path: `${base}/notes`,
  summary: 'Write a note into a case',
  tag,
  permission: 'disputes.open',
  params,
  body: z.object({ note: z.string().trim().min(1).max(4000) }),
  answer: stands,
});

export const causeOfDispute = route({
  method: 'POST',
  path: `${base}/cause`,
  summary: 'Say why it came to this, as it turned out',
  tag,
  permission: 'disputes.open',
  params,
  body: z.object({ cause: z.enum(rootCauses), note }),
  answer: stands,
});

export const answerDispute = route({
  method: 'POST',
  path: `${base}/answers`,
  summary: 'Write down an answer that came by telephone or mail',
  tag,
  permission: 'disputes.open',
  params,
  body: z.object({
    by: z.string().trim().min(1).max(200),
    verdict: z.enum(verdicts),
    answer: z.string().trim().min(1).max(4000),
  }),
  answer: stands,
});

export const decideDispute = route({
  method: 'POST',
  path: `${base}/decision`,
  summary: 'Decide a case: credit, new invoice, rejected, or written off',
  tag,
  permission: 'disputes.decide',
  params,
  body: z.object({
    decision: z.enum(decisions),
    amount: wireAmount.nullable().default(null).describe('For a credit; null is all of it.'),
    cause: z.enum(rootCauses).nullable().default(null).describe('Null: as it was found before.'),
    note: z.string().trim().min(1).max(4000),
  }),
  answer: stands.extend({
    requestIds: z.array(wireId).describe('Approvals that are waited for; empty when it is done.'),
  }),
});

export const rebillDispute = route({
  method: 'POST',
  path: `${base}/rebill`,
  summary: 'Name the new invoice in the place of what was credited',
  tag,
  permission: 'disputes.decide',
  params,
  body: z.object({ number: z.string().trim().min(1).max(100) }),
  answer: stands,
});

export const inviteOutsider = route({
  method: 'POST',
  path: `${base}/links`,
  summary: 'Make a link by which somebody without an account answers this one case',
  tag,
  permission: 'disputes.open',
  params,
  body: z.object({
    toName: z.string().trim().min(1).max(200),
    toEmail: z.email().max(254),
    language: wireLanguage,
    question: z.string().trim().min(1).max(2000),
    days: z.number().int().min(1).max(longestLink).default(14),
  }),
  answer: z.object({
    linkId: wireId,
    path: z
      .string()
      .nullable()
      .describe('Shown once; null in a dry run and when the answer is a repeated one.'),
  }),
});

export const revokeLink = route({
  method: 'POST',
  path: `${base}/links/:linkId/revocation`,
  summary: 'Take a link back: it opens nothing from now on',
  tag,
  permission: 'disputes.open',
  params: params.extend({ linkId: wireId }),
  answer: z.object({ revoked: z.literal(true) }),
});

export const addEvidence = route({
  method: 'POST',
  path: `${base}/evidence`,
  summary: 'Put files into a case: proof of delivery, claim, contract, photographs',
  tag,
  permission: 'disputes.open',
  params,
  kind: 'upload',
  answer: z.object({ ids: z.array(wireId) }),
});

export const evidence = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/dispute-files/:evidenceId',
  summary: 'A file of a case, as it came',
  tag,
  permission: 'accounts.read',
  kind: 'file',
  params: z.object({ accountId: wireId, evidenceId: wireId }),
  answer: z.string(),
});

export const researchPack = route({
  method: 'GET',
  path: `${base}/pack`,
  summary: 'Everything of a case in one archive: what happened, invoices, remittances, files',
  tag,
  permission: 'accounts.read',
  kind: 'file',
  params,
  answer: z.string(),
});

export type WireCaseFile = z.infer<typeof disputeCase.answer>;
