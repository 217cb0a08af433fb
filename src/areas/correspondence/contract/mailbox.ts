/** The mailbox over the wire: boxes, mails, what is done with them. */
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
import { intents } from '../rules/mailbox/intent.ts';

export { intents };
export const mailStates = ['open', 'answered', 'done'] as const;
export const mailViews = ['mine', 'unlinked', 'all'] as const;

const mailParams = z.object({ mailId: wireId });
const reason = z.string().trim().min(1).max(500);

const finding = z.object({
  intent: z.enum(intents),
  confidence: z.number().int().describe('Of a hundred; below 60 it is a guess.'),
  from: z.number().int().describe('Where in the body it is said; 0 to 0 where it is not there.'),
  to: z.number().int(),
  evidence: z.string(),
  where: z.enum(['body', 'subject', 'file', 'header', 'person']),
  said: z.object({
    amount: wireAmount.optional(),
    currency: wireCurrency.optional(),
    on: wireDay.optional(),
    checkNumber: z.string().optional(),
    of: z.literal('statement').optional(),
    channels: z.array(z.enum(['email', 'call', 'text', 'all'])).optional(),
  }),
});

export const mail = z.object({
  mailId: wireId,
  threadId: wireId,
  company: z.string(),
  box: z.string(),
  from: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  receivedAt: wireInstant,
  answerDueAt: wireInstant.nullable().describe('By when it ought to be answered.'),
  late: z.boolean(),
  state: z.enum(mailStates),
  language: wireLanguage,
  silent: z.string().nullable().describe('Why no program ever answers it.'),
  problem: z.string().nullable().describe('What was wrong with it; it was read all the same.'),
  intents: z.array(z.enum(intents)),
  findings: z.array(finding),
  cash: z.enum(['none', 'waiting', 'handed_over', 'unreadable']),
  absentUntil: wireDay.nullable(),
  account: z
    .object({
      accountId: wireId,
      number: z.string(),
      name: z.string(),
      ownerId: wireId.nullable(),
      owner: z.string().nullable(),
    })
    .nullable(),
  itemIds: z.array(wireId),
  assignee: z.object({ memberId: wireId, name: z.string() }).nullable(),
  covering: z.string().nullable().describe('Whom the reader covers in it.'),
  blocked: z.object({ amount: wireAmount, currency: wireCurrency }).nullable(),
  files: z.number().int(),
  inThread: z.number().int(),
});
export type WireMail = z.infer<typeof mail>;
export type WireFinding = z.infer<typeof finding>;

const mailPage = z.object({
  mail,
  body: z.string(),
  to: z.array(z.string()),
  sentAt: wireInstant.nullable(),
  bytes: z.number().int(),
  /** False for a mail of which the head alone was taken in. */
  whole: z.boolean(),
  files: z.array(
    z.object({
      fileNo: z.number().int(),
      name: z.string(),
      type: z.string(),
      bytes: z.number().int(),
    }),
  ),
  items: z.array(
    z.object({
      itemId: wireId,
      number: z.string(),
      dueOn: wireDay,
      open: wireAmount,
      currency: wireCurrency,
      originalIds: z.array(wireId),
    }),
  ),
  people: z
    .array(z.object({ memberId: wireId, name: z.string() }))
    .describe('Whom it may be given to.'),
  candidates: z.array(z.object({ accountId: wireId, number: z.string(), name: z.string() })),
  thread: z.array(
    z.object({
      id: wireId,
      direction: z.enum(['in', 'out']),
      who: z.string(),
      at: wireInstant,
      subject: z.string(),
      body: z.string(),
      state: z.string().nullable(),
    }),
  ),
  acts: z.array(
    z.object({
      kind: z.string(),
      facts: z.record(z.string(), z.unknown()),
      reason: z.string(),
      at: wireInstant,
      actor: z.string(),
    }),
  ),
});
export type WireMailPage = z.infer<typeof mailPage>;

export const mails = route({
  method: 'GET',
  path: '/api/v1/mails',
  summary: 'Mails that came, by the money that each holds up times how long it has waited',
  tag: 'mailbox',
  permission: 'mail.read',
  query: z.object({
    company: z.string().optional(),
    state: z.enum([...mailStates, 'any']).default('open'),
    intent: z.enum(intents).optional(),
    mailboxId: wireId.optional(),
    accountId: wireId.optional(),
    mailId: wireId.optional().describe('This mail only.'),
    view: z.enum(mailViews).default('all'),
    search: z.string().max(200).optional(),
    ...pageQuery,
  }),
  answer: z.object({ rows: z.array(mail), ...pageAnswer }),
});

export const oneMail = route({
  method: 'GET',
  path: '/api/v1/mails/:mailId',
  summary: 'A mail with its thread, its files, what it names and what was done with it',
  tag: 'mailbox',
  permission: 'mail.read',
  params: mailParams,
  answer: mailPage,
});

export const rawMail = route({
  method: 'GET',
  path: '/api/v1/mails/:mailId/raw',
  summary: 'A mail as it came, byte for byte',
  tag: 'mailbox',
  permission: 'mail.read',
  kind: 'file',
  params: mailParams,
  answer: z.undefined(),
});

export const mailFile = route({
  method: 'GET',
  path: '/api/v1/mails/:mailId/files/:fileNo',
  summary: 'A file of a mail',
  tag: 'mailbox',
  permission: 'mail.read',
  kind: 'file',
  params: z.object({ mailId: wireId, fileNo: z.coerce.number().int().min(1).max(1000) }),
  answer: z.undefined(),
});

export const linkMail = route({
  method: 'POST',
  path: '/api/v1/mails/:mailId/account',
  summary: 'Say whose mail it is; later mails of the sender are the account’s too',
  tag: 'mailbox',
  permission: 'mail.work',
  params: mailParams,
  body: z.object({
    /** Either the account, or its number as people write it. */
    accountId: wireId.optional(),
    account: z.string().trim().max(100).optional(),
    learn: z.boolean().default(true),
  }),
  answer: z.object({ itemIds: z.array(wireId) }),
});

export const changeIntent = route({
  method: 'POST',
  path: '/api/v1/mails/:mailId/intent',
  summary: 'Say what a mail asks for, where the rules read it wrongly',
  tag: 'mailbox',
  permission: 'mail.work',
  params: mailParams,
  body: z.object({ intent: z.enum(intents) }),
  answer: z.object({ intent: z.enum(intents) }),
});

export const assignMail = route({
  method: 'POST',
  path: '/api/v1/mails/:mailId/assignee',
  summary: 'Give a mail to somebody, or back to whoever owns the account',
  tag: 'mailbox',
  permission: 'mail.work',
  params: mailParams,
  body: z.object({ assigneeId: wireId.nullable() }),
  answer: z.object({ assigneeId: wireId.nullable() }),
});

export const settleMail = route({
  method: 'POST',
  path: '/api/v1/mails/:mailId/state',
  summary: 'Close a mail, which ends what it held back, or open it again',
  tag: 'mailbox',
  permission: 'mail.work',
  params: mailParams,
  body: z.object({ to: z.enum(['done', 'open']), reason }),
  answer: z.object({ state: z.enum(['done', 'open']) }),
});

export const draftAnswer = route({
  method: 'GET',
  path: '/api/v1/mails/:mailId/draft',
  summary: 'The answer that a mail’s intent calls for, ready to be sent, with its papers',
  tag: 'mailbox',
  permission: 'mail.work',
  params: mailParams,
  query: z.object({ as: z.enum(intents).optional(), language: wireLanguage.optional() }),
  answer: z.object({
    intent: z.enum(intents),
    templateKey: z.string(),
    templateVersion: z.number().int(),
    language: wireLanguage,
    subject: z.string(),
    text: z.string(),
    gloss: z.string().nullable().describe('The same in English, of an answer that is not.'),
    originals: z.array(z.object({ originalId: wireId, name: z.string() })),
    statement: z.boolean(),
    missing: z.array(z.string()).describe('Invoices of which no original is kept.'),
  }),
});

export const answerMail = route({
  method: 'POST',
  path: '/api/v1/mails/:mailId/answer',
  summary: 'Send an answer in the mail’s thread, and log it',
  tag: 'mailbox',
  permission: 'mail.work',
  params: mailParams,
  body: z.object({
    subject: z.string().trim().min(1).max(300),
    text: z.string().trim().min(1).max(50_000),
    language: wireLanguage,
    originalIds: z.array(wireId).max(20).default([]),
    /** With a statement as of today. */
    statement: z.boolean().default(false),
    templateKey: z.string().max(60).nullable().default(null),
    templateVersion: z.number().int().nullable().default(null),
  }),
  answer: z.object({ messageId: wireId }),
});

export const takePromise = route({
  method: 'POST',
  path: '/api/v1/mails/:mailId/promise',
  summary: 'Take the promise of a mail as it was read',
  tag: 'mailbox',
  permission: 'promises.make',
  params: mailParams,
  body: z.object({
    amount: wireAmount,
    currency: wireCurrency,
    dueOn: wireDay,
    itemIds: z.array(wireId).max(500).default([]),
    supersedes: z.array(wireId).max(50).default([]),
  }),
  answer: z.object({ promiseId: wireId }),
});

export const takeDispute = route({
  method: 'POST',
  path: '/api/v1/mails/:mailId/dispute',
  summary: 'Open a dispute over the open invoices that a mail names',
  tag: 'mailbox',
  permission: 'disputes.open',
  params: mailParams,
  body: z.object({}),
  answer: z.object({ caseId: wireId }),
});

export const askForTask = route({
  method: 'POST',
  path: '/api/v1/mails/:mailId/task',
  summary: 'Ask a colleague for what the answer needs, such as a signed W-9',
  tag: 'mailbox',
  permission: 'mail.work',
  params: mailParams,
  body: z.object({
    title: z.string().trim().min(1).max(200),
    text: z.string().max(4000).default(''),
  }),
  answer: z.object({ asked: z.literal(true) }),
});
