/** What verification and clean-ups say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
  wireInstant,
  wireLanguage,
} from '#platform/contract/wire.ts';
import { type FindingKind, findingKinds, findingStates } from './rules/finding.ts';

export { type FindingKind, findingKinds, findingStates };

const kind = z.enum(findingKinds);
const reason = z.string().trim().min(1).max(500);

export const finding = z.object({
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  company: z.string(),
  kind,
  subject: z.string(),
  amount: wireAmount,
  currency: wireCurrency,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  state: z.enum(findingStates),
  note: z.string().nullable(),
  until: wireDay.nullable(),
  owner: z.string().nullable(),
  firstSeenOn: wireDay,
});
export type WireFinding = z.infer<typeof finding>;

export const findings = route({
  method: 'GET',
  path: '/api/v1/verification',
  summary: 'What is doubtful in the book, most at stake first, with how much of each kind',
  tag: 'verification',
  permission: 'projects.read',
  query: z.object({
    kind: kind.optional(),
    state: z.enum(['standing', 'answered']).default('standing'),
    mine: z.enum(['true', 'false']).default('false'),
    company: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  answer: z.object({
    rows: z.array(finding),
    count: z.number().int(),
    kinds: z.array(
      z.object({ kind, count: z.number().int(), amount: wireAmount, currency: wireCurrency }),
    ),
  }),
});

export const findDoubtful = route({
  method: 'POST',
  path: '/api/v1/verification/search',
  summary: 'Find again what is doubtful',
  tag: 'verification',
  permission: 'projects.work',
  body: z.object({}),
  answer: z.object({ seen: z.number().int(), gone: z.number().int() }),
});

const keys = z
  .array(z.object({ accountId: wireId, kind, subject: z.string().max(60) }))
  .min(1)
  .max(1000);

export const answerFindings = route({
  method: 'POST',
  path: '/api/v1/verification/answers',
  summary: 'Say what becomes of findings: in work, accepted until a day, no problem, open again',
  tag: 'verification',
  permission: 'projects.work',
  body: z.object({
    keys,
    state: z.enum(findingStates),
    note: z.string().trim().max(500).default(''),
    until: wireDay.nullable().default(null),
  }),
  answer: z.object({ answered: z.number().int() }),
});

/** What a person fills in for one finding. */
export const findingAnswer = {
  body: z.object({
    state: z.enum(findingStates),
    note: z.string().trim().max(500).default(''),
    until: wireDay.nullable().default(null),
  }),
};

export const giveFindings = route({
  method: 'POST',
  path: '/api/v1/verification/owners',
  summary: 'Give findings to somebody',
  tag: 'verification',
  permission: 'projects.work',
  body: z.object({ keys, memberId: wireId.nullable().default(null) }),
  answer: z.object({ given: z.number().int() }),
});

const accountIds = z.array(wireId).max(1000).default([]);

export const creditPlan = route({
  method: 'GET',
  path: '/api/v1/verification/credits',
  summary: 'Which old credit would be applied onto which invoice; nothing is written',
  tag: 'verification',
  permission: 'projects.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    rows: z.array(
      z.object({
        accountId: wireId,
        account: z.string(),
        name: z.string(),
        credit: z.string(),
        invoice: z.string(),
        amount: wireAmount,
        currency: wireCurrency,
      }),
    ),
  }),
});

export const applyOldCredits = route({
  method: 'POST',
  path: '/api/v1/verification/credits',
  summary: 'Apply the oldest credits onto the oldest invoices; no accounts: wherever one is old',
  tag: 'verification',
  permission: 'cash.apply',
  body: z.object({ company: z.string().optional(), accountIds, reason }),
  answer: z.object({ fixId: wireId, applied: z.number().int() }),
});

export const setFields = route({
  method: 'POST',
  path: '/api/v1/verification/fields',
  summary: 'Set the language or the terms of many accounts',
  tag: 'verification',
  permission: 'accounts.edit',
  body: z.object({
    company: z.string().optional(),
    accountIds: z.array(wireId).min(1).max(1000),
    language: wireLanguage.optional(),
    termsCode: z.string().trim().min(1).max(40).optional(),
    reason,
  }),
  answer: z.object({ fixId: wireId, changed: z.number().int() }),
});

export const fixes = route({
  method: 'GET',
  path: '/api/v1/verification/fixes',
  summary: 'The latest repairs of many at once',
  tag: 'verification',
  permission: 'projects.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    rows: z.array(
      z.object({
        fixId: wireId,
        kind: z.enum(['apply_credits', 'set_fields']),
        reason: z.string(),
        actor: z.string(),
        at: wireInstant,
        steps: z.number().int(),
        undone: z.boolean(),
      }),
    ),
  }),
});

export const undoFix = route({
  method: 'POST',
  path: '/api/v1/verification/fixes/:fixId/undo',
  summary: 'Take a repair back as a whole',
  tag: 'verification',
  permission: 'projects.work',
  params: z.object({ fixId: wireId }),
  body: z.object({ reason }),
  answer: z.object({ undone: z.number().int() }),
});

const standing = { count: z.number().int(), amount: wireAmount };

export const project = z.object({
  projectId: wireId,
  company: z.string(),
  title: z.string(),
  kinds: z.array(kind),
  owner: z.string().nullable(),
  targetCount: z.number().int(),
  targetAmount: wireAmount.nullable(),
  currency: wireCurrency,
  dueOn: wireDay,
  startedOn: wireDay,
  before: z.object(standing),
  now: z.object(standing),
  days: z.array(z.object({ on: wireDay, ...standing })),
  end: z
    .object({ ...standing, met: z.boolean(), note: z.string(), by: z.string(), at: wireInstant })
    .nullable(),
});
export type WireProject = z.infer<typeof project>;

export const projects = route({
  method: 'GET',
  path: '/api/v1/projects',
  summary: 'Clean-ups with their burn-down, the running ones first',
  tag: 'projects',
  permission: 'projects.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({ rows: z.array(project) }),
});

export const startCleanUp = route({
  method: 'POST',
  path: '/api/v1/projects',
  summary: 'Start a clean-up; what stands now is frozen as the proof of before',
  tag: 'projects',
  permission: 'projects.lead',
  body: z.object({
    company: z.string().optional(),
    title: z.string().trim().min(1).max(200),
    kinds: z.array(kind).min(1),
    ownerId: wireId.nullable().default(null),
    targetCount: z.coerce.number().int().min(0).max(1_000_000).default(0),
    dueOn: wireDay,
  }),
  answer: z.object({ projectId: wireId, count: z.number().int() }),
});

export const endCleanUp = route({
  method: 'POST',
  path: '/api/v1/projects/:projectId/end',
  summary: 'End a clean-up and sign its proof',
  tag: 'projects',
  permission: 'projects.lead',
  params: z.object({ projectId: wireId }),
  body: z.object({ note: reason }),
  answer: z.object({ met: z.boolean(), left: z.number().int() }),
});

export const projectProof = route({
  method: 'GET',
  path: '/api/v1/projects/:projectId/proof',
  summary: 'The proof as a workbook: before, day by day, after, row by row with who did what',
  tag: 'projects',
  permission: 'projects.read',
  params: z.object({ projectId: wireId }),
  kind: 'file',
  answer: z.undefined(),
});
