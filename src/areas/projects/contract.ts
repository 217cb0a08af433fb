/** What verification and clean-ups say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
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

/** What the queue shows of the findings. */
const which = {
  kind: kind.optional(),
  state: z
    .enum(['standing', 'answered', ...findingStates])
    .default('standing')
    .describe('standing: open or in work; answered: accepted or no problem.'),
  owner: z
    .union([z.literal('me'), wireId])
    .optional()
    .describe('Whose; default everybody’s.'),
  company: z.string().optional(),
};
const stake = z.array(z.object({ amount: wireAmount, currency: wireCurrency }));

export const findings = route({
  method: 'GET',
  path: '/api/v1/verification',
  summary: 'What is doubtful in the book, most at stake first, with how much of each kind',
  tag: 'verification',
  permission: 'projects.read',
  query: z.object({ ...which, ...pageQuery }),
  answer: z.object({
    rows: z.array(finding),
    ...pageAnswer,
    amounts: stake.describe('At stake in the whole list, by the companies’ own currency.'),
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

/** Findings named one by one, or all that the queue shows, with how many those were. */
const chosen = {
  keys: z
    .array(z.object({ accountId: wireId, kind, subject: z.string().max(60) }))
    .min(1)
    .max(1000)
    .optional(),
  all: z.object({ ...which, count: z.number().int().min(0) }).optional(),
};
const touched = z.object({ count: z.number().int(), amounts: stake });

/** What a person fills in for one finding or for many. */
export const findingAnswer = {
  body: z.object({
    state: z.enum(findingStates),
    note: z.string().trim().max(500).default(''),
    until: wireDay.nullable().default(null),
  }),
};

export const answerFindings = route({
  method: 'POST',
  path: '/api/v1/verification/answers',
  summary: 'Say what becomes of findings: in work, accepted until a day, no problem, open again',
  tag: 'verification',
  permission: 'projects.work',
  body: z.object({ ...chosen, ...findingAnswer.body.shape }),
  answer: touched,
});

export const giveFindings = route({
  method: 'POST',
  path: '/api/v1/verification/owners',
  summary: 'Give findings to somebody',
  tag: 'verification',
  permission: 'projects.work',
  body: z.object({ ...chosen, memberId: wireId.nullable().default(null) }),
  answer: touched,
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

export const duplicatePlan = route({
  method: 'GET',
  path: '/api/v1/verification/duplicates',
  summary: 'Which invoice would be closed as a duplicate, and which stays; nothing is written',
  tag: 'verification',
  permission: 'projects.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    rows: z.array(
      z.object({
        accountId: wireId,
        account: z.string(),
        name: z.string(),
        closes: z.string(),
        keeps: z.string(),
        amount: wireAmount,
        currency: wireCurrency,
      }),
    ),
  }),
});

export const closeDuplicates = route({
  method: 'POST',
  path: '/api/v1/verification/duplicates',
  summary: 'Close untouched duplicates by a credit memo each; no accounts: all of the company',
  tag: 'verification',
  permission: 'ledger.write_off',
  body: z.object({ company: z.string().optional(), accountIds, reason }),
  answer: z.object({ fixId: wireId, closed: z.number().int() }),
});

/** What a person fills in to set fields; empty leaves it as it is. */
export const fieldsWanted = {
  body: z.object({
    language: wireLanguage.optional(),
    termsCode: z.string().trim().min(1).max(40).optional(),
    contactName: z.string().trim().max(200).optional(),
    email: z.string().trim().max(200).optional(),
    phone: z.string().trim().max(40).optional(),
    reason,
  }),
};

export const setFields = route({
  method: 'POST',
  path: '/api/v1/verification/fields',
  summary: 'Set the language or the terms of many accounts, or add a contact to each',
  tag: 'verification',
  permission: 'accounts.edit',
  body: z.object({
    ...chosen,
    accountIds: z.array(wireId).min(1).max(1000).optional(),
    company: z.string().optional(),
    ...fieldsWanted.body.shape,
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
        kind: z.enum(['apply_credits', 'set_fields', 'close_duplicates']),
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
  accountOwner: z.string().nullable(),
  segment: z.string().nullable(),
  leastAmount: wireAmount.nullable(),
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
    accountOwnerId: wireId.nullable().default(null).describe('Only accounts of this owner.'),
    segment: z.string().trim().min(1).max(100).optional().describe('Only accounts of it.'),
    leastAmount: wireAmount.default('0').describe('Only findings of at least so much.'),
    targetCount: z.coerce.number().int().min(0).max(1_000_000).default(0),
    targetAmount: wireAmount.optional().describe('At most so much at stake may be left.'),
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
  summary: 'The proof: before, day by day, after, row by row with who did what',
  tag: 'projects',
  permission: 'projects.read',
  params: z.object({ projectId: wireId }),
  query: z.object({ format: z.enum(['xlsx', 'pdf']).default('xlsx') }),
  kind: 'file',
  answer: z.undefined(),
});
