/** Boxes over the wire: registered, looked at, closed; a secret goes in and never comes out. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireId, wireInstant } from '#platform/contract/wire.ts';

const boxParams = z.object({ mailboxId: wireId });

export const mailbox = z.object({
  mailboxId: wireId,
  company: z.string(),
  name: z.string(),
  address: z.string(),
  /** Null for one of the settings, whose server only they know. */
  server: z
    .object({
      host: z.string(),
      port: z.number().int(),
      secure: z.boolean(),
      user: z.string(),
      folder: z.string(),
      signIn: z.enum(['password', 'oauth2']),
    })
    .nullable(),
  answerMinutes: z.number().int(),
  triedAt: wireInstant.nullable().describe('The last look.'),
  workedAt: wireInstant.nullable().describe('The last look that went well.'),
  problem: z.string().nullable(),
  /** What went wrong and what to do about it, in the reader’s words. */
  remedy: z.string().nullable(),
  detail: z.string().nullable(),
  waiting: z.number().int().describe('Mails on the server that are not taken in yet.'),
  taken: z.number().int().describe('Mails so far.'),
});
export type WireMailbox = z.infer<typeof mailbox>;

export const mailboxes = route({
  method: 'GET',
  path: '/api/v1/mailboxes',
  summary: 'The boxes that are looked at, and how the last look at each went',
  tag: 'mailbox',
  permission: 'mail.read',
  answer: z.object({ rows: z.array(mailbox) }),
});

const secretText = z.string().min(1).max(10_000);

const registering = z.object({
  company: z.string().optional(),
  name: z.string().trim().min(1).max(100),
  address: z.string().trim().min(3).max(320),
  host: z.string().trim().min(1).max(255),
  port: z.coerce.number().int().min(1).max(65_535).default(993),
  secure: z.boolean().default(true),
  user: z.string().trim().min(1).max(320),
  folder: z.string().trim().min(1).max(200).default('INBOX'),
  answerMinutes: z.coerce.number().int().min(1).max(20_000).default(240),
  /** A password, or the three of a hosted box: its token's address, client and token. */
  password: secretText.optional(),
  tokenUrl: z.url().max(500).optional(),
  clientId: z.string().min(1).max(300).optional(),
  refreshToken: secretText.optional(),
  clientSecret: secretText.optional(),
});

export const testMailbox = route({
  method: 'POST',
  path: '/api/v1/mailboxes/test',
  summary: 'Sign in to a box and count its mails; nothing is kept and nothing taken in',
  tag: 'mailbox',
  permission: 'mailboxes.manage',
  body: registering,
  answer: z.object({
    mails: z.number().int().nullable().describe('Null where it could not be looked at.'),
    problem: z.string().nullable(),
    remedy: z.string().nullable(),
    detail: z.string().nullable(),
    refreshToken: z
      .string()
      .nullable()
      .describe('A new token that the server gave along: register the box with this one.'),
  }),
});

export const registerMailbox = route({
  method: 'POST',
  path: '/api/v1/mailboxes',
  summary: 'Register a box on a mail server, with a password or with a token',
  tag: 'mailbox',
  permission: 'mailboxes.manage',
  body: registering,
  answer: z.object({ mailboxId: wireId }),
});

export const closeMailbox = route({
  method: 'POST',
  path: '/api/v1/mailboxes/:mailboxId/closing',
  summary: 'Look at a box no more; its secret is forgotten, its mails stay',
  tag: 'mailbox',
  permission: 'mailboxes.manage',
  params: boxParams,
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ closed: z.literal(true) }),
});

export const fetchMailbox = route({
  method: 'POST',
  path: '/api/v1/mailboxes/:mailboxId/fetch',
  summary: 'Look at a box now',
  tag: 'mailbox',
  permission: 'mail.work',
  params: boxParams,
  body: z.object({}),
  answer: z.object({
    taken: z.number().int(),
    known: z.number().int(),
    problem: z.string().nullable(),
    detail: z.string().nullable(),
  }),
});

export const addMails = route({
  method: 'POST',
  path: '/api/v1/mailboxes/:mailboxId/mails',
  summary: 'Take in mails that lie in files (.eml), each once',
  tag: 'mailbox',
  permission: 'mail.work',
  kind: 'upload',
  params: boxParams,
  answer: z.object({
    rows: z.array(z.object({ file: z.string(), mailId: wireId, added: z.boolean() })),
  }),
});
