/** What packs, their schedules and their issues say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireDay,
  wireId,
  wireInstant,
  wireLanguage,
} from '#platform/contract/wire.ts';
import { printedBlock } from './contract/printed.ts';
import { scheduleStates } from './rules/schedule.ts';

const hour = z.number().int().min(0).max(23).describe('On the company’s wall clock.');

const rhythm = z.union([
  z.object({ every: z.literal('day'), hour }),
  z.object({ every: z.literal('week'), weekday: z.number().int().min(1).max(7), hour }),
  z.object({ every: z.literal('month'), day: z.number().int().min(1).max(31), hour }),
  z.object({
    every: z.literal('month'),
    businessDay: z
      .number()
      .int()
      .min(-10)
      .max(10)
      .refine((no) => no !== 0)
      .describe('1 is the first business day, -1 the last.'),
    hour,
  }),
]);

const recipient = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), memberId: wireId }),
  z.object({ kind: z.literal('role'), role: z.string().max(40) }),
  z.object({
    kind: z.literal('address'),
    name: z.string().trim().min(1).max(200),
    address: z.email().max(254),
    language: wireLanguage,
  }),
]);

const plan = {
  kind: z.string().max(60),
  name: z.string().trim().min(1).max(120),
  ownerId: wireId.optional().describe('Default: who asks.'),
  rhythm,
  recipients: z.array(recipient).max(200),
  settings: z.record(z.string().max(60), z.string().max(200)).default({}),
  reviewOn: wireDay.optional().describe('Default: a year from now.'),
};

export const packKinds = route({
  method: 'GET',
  path: '/api/v1/packs/kinds',
  summary: 'The packs that there are, and how much of each one would receive',
  tag: 'packs',
  permission: 'packs.read',
  answer: z.object({
    rows: z.array(
      z.object({
        kind: z.string(),
        title: z.string(),
        says: z.string(),
        sight: z.enum(['company', 'own', 'nothing']),
        asks: z.array(
          z.object({
            setting: z.string(),
            label: z.string(),
            choices: z.array(z.object({ value: z.string(), label: z.string() })),
          }),
        ),
      }),
    ),
  }),
});

export const previewPack = route({
  method: 'GET',
  path: '/api/v1/packs/preview',
  summary: 'A pack as it would be made now, for oneself; nothing is kept',
  tag: 'packs',
  permission: 'packs.read',
  query: z.object({
    kind: z.string(),
    company: z.string().optional(),
    asOf: wireDay.optional(),
    settings: z.string().max(2000).optional().describe('A JSON object of texts.'),
  }),
  answer: z.object({
    title: z.string(),
    company: z.string(),
    asOf: wireDay,
    knownAt: wireInstant,
    summary: z.array(z.string()),
    blocks: z.array(printedBlock),
  }),
});

const issueReader = z.object({
  readerNo: z.number().int(),
  name: z.string(),
  address: z.string(),
  language: wireLanguage,
  editionNo: z.number().int().nullable(),
  leftOut: z.string().nullable().describe('Why nothing went to them, in a sentence.'),
  state: z.enum(['queued', 'attempted', 'sent', 'failed', 'unknown']).nullable(),
  detail: z.string(),
  changedAt: wireInstant.nullable(),
});

const issue = z.object({
  issueId: wireId,
  scheduleId: wireId.nullable(),
  company: z.string(),
  kind: z.string(),
  title: z.string(),
  name: z.string(),
  period: z.string(),
  asOf: wireDay,
  knownAt: wireInstant,
  madeAt: wireInstant,
  madeBy: z.string(),
  signed: z.object({ by: z.string(), at: wireInstant, note: z.string() }).nullable(),
  toSign: z.boolean(),
  readers: z.array(issueReader),
  editions: z.array(
    z.object({
      editionNo: z.number().int(),
      language: wireLanguage,
      own: z.boolean(),
      title: z.string(),
      sha256: z.string(),
    }),
  ),
});
export type WireIssue = z.infer<typeof issue>;

const schedule = z.object({
  scheduleId: wireId,
  revision: z.number().int(),
  company: z.string(),
  kind: z.string(),
  title: z.string(),
  name: z.string(),
  state: z.enum(scheduleStates),
  ownerId: wireId,
  owner: z.string(),
  rhythm,
  rhythmText: z.string(),
  recipients: z.array(recipient),
  recipientsText: z.string(),
  settings: z.record(z.string(), z.string()),
  reviewOn: wireDay,
  reviewDue: z.boolean(),
  next: z.object({ on: wireDay, hour: z.number().int(), period: z.string() }).nullable(),
  last: z
    .object({ issueId: wireId, period: z.string(), asOf: wireDay, madeAt: wireInstant })
    .nullable(),
  failed: z
    .object({ period: z.string(), detail: z.string(), againAt: wireInstant.nullable() })
    .nullable(),
  subscribed: z.boolean(),
});
export type WireSchedule = z.infer<typeof schedule>;

export const schedules = route({
  method: 'GET',
  path: '/api/v1/packs/schedules',
  summary: 'The schedules: what is sent when and to whom, the next turn, the last issue',
  tag: 'packs',
  permission: 'packs.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    rows: z.array(schedule),
    mailSetUp: z.boolean().describe('False: issues are made and kept, and wait to be sent.'),
  }),
});

const made = z.object({ scheduleId: wireId, revision: z.number().int() });

export type WireRecipient = z.infer<typeof recipient>;

export const setSchedule = route({
  method: 'POST',
  path: '/api/v1/packs/schedules',
  summary: 'Set up a pack that sends itself',
  tag: 'packs',
  permission: 'packs.manage',
  body: z.object({ company: z.string().optional(), ...plan }),
  answer: made,
});

const scheduleParams = z.object({ scheduleId: wireId });

export const changeSchedule = route({
  method: 'PUT',
  path: '/api/v1/packs/schedules/:scheduleId',
  summary: 'Change a schedule; its kind and company stay',
  tag: 'packs',
  permission: 'packs.manage',
  params: scheduleParams,
  body: z.object({ ...plan, kind: plan.kind.optional() }),
  answer: made,
});

export const steerSchedule = route({
  method: 'POST',
  path: '/api/v1/packs/schedules/:scheduleId/state',
  summary: 'Pause, resume or retire a schedule',
  tag: 'packs',
  permission: 'packs.manage',
  params: scheduleParams,
  body: z.object({ state: z.enum(scheduleStates), reason: z.string().trim().min(1).max(500) }),
  answer: made,
});

export const subscribe = route({
  method: 'POST',
  path: '/api/v1/packs/schedules/:scheduleId/subscription',
  summary: 'Receive a pack oneself, or no longer',
  tag: 'packs',
  permission: 'packs.read',
  params: scheduleParams,
  body: z.object({ wanted: z.boolean() }),
  answer: made,
});

export const sendNow = route({
  method: 'POST',
  path: '/api/v1/packs/schedules/:scheduleId/issues',
  summary: 'Make and send the issue of the period now; one that was sent only where that is asked',
  tag: 'packs',
  permission: 'packs.manage',
  params: scheduleParams,
  body: z.object({
    asOf: wireDay.optional(),
    again: z
      .boolean()
      .default(false)
      .describe('Also where the period, or the day named, was made and sent already.'),
  }),
  answer: z.object({ issueId: wireId }),
});

export const sendToMe = route({
  method: 'POST',
  path: '/api/v1/packs/issues',
  summary: 'Make a pack on demand and send it to oneself',
  tag: 'packs',
  permission: 'packs.read',
  body: z.object({
    kind: z.string(),
    company: z.string().optional(),
    asOf: wireDay.optional(),
    settings: z.record(z.string().max(60), z.string().max(200)).default({}),
    again: z
      .boolean()
      .default(false)
      .describe('Sends it though the same was sent to oneself within ten minutes.'),
  }),
  answer: z.object({
    issueId: wireId,
    already: z.boolean().describe('It was sent a moment ago: nothing new was made.'),
  }),
});

export const issues = route({
  method: 'GET',
  path: '/api/v1/packs/issues',
  summary: 'The archive, newest first: what was made, when, and who received it',
  tag: 'packs',
  permission: 'packs.read',
  query: z.object({
    company: z.string().optional(),
    kind: z.string().optional(),
    scheduleId: wireId.optional(),
    ...pageQuery,
  }),
  answer: z.object({ rows: z.array(issue), ...pageAnswer }),
});

const issueParams = z.object({ issueId: wireId });

export const oneIssue = route({
  method: 'GET',
  path: '/api/v1/packs/issues/:issueId',
  summary: 'An issue as it was sent: one edition of it, and its readers',
  tag: 'packs',
  permission: 'packs.read',
  params: issueParams,
  query: z.object({ edition: z.coerce.number().int().min(1).optional() }),
  answer: z.object({
    issue,
    edition: z
      .object({
        editionNo: z.number().int(),
        title: z.string(),
        summary: z.array(z.string()),
        blocks: z.array(printedBlock),
      })
      .nullable(),
  }),
});

export const issueFile = route({
  method: 'GET',
  path: '/api/v1/packs/issues/:issueId/file',
  summary: 'The PDF, the workbook or the mail of an edition, byte by byte as sent',
  tag: 'packs',
  permission: 'packs.read',
  kind: 'file',
  params: issueParams,
  query: z.object({
    edition: z.coerce.number().int().min(1).optional(),
    format: z.enum(['pdf', 'xlsx', 'html', 'txt']),
  }),
  answer: z.undefined(),
});

export const signIssue = route({
  method: 'POST',
  path: '/api/v1/packs/issues/:issueId/sign-off',
  summary: 'Sign an issue of the over-60 report',
  tag: 'packs',
  permission: 'packs.sign',
  params: issueParams,
  body: z.object({ note: z.string().max(2000).default('') }),
  answer: z.object({ sha256: z.string() }),
});

export const settleDelivery = route({
  method: 'POST',
  path: '/api/v1/packs/issues/:issueId/readers/:readerNo/settled',
  summary: 'Say that a mail arrived, or have it sent again',
  tag: 'packs',
  permission: 'packs.manage',
  params: z.object({ issueId: wireId, readerNo: z.coerce.number().int().min(1) }),
  body: z.object({ arrived: z.boolean(), reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ state: z.string() }),
});
