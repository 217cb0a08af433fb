/** Templates over the wire: read, tried on an account, proposed, approved. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId, wireInstant, wireLanguage } from '#platform/contract/wire.ts';
import { messagePurposes } from '../rules/messages/message.ts';
import { templateChannels, templateStates } from '../rules/templates/template.ts';

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/u, 'small letters, digits and hyphens');
const reason = z.string().trim().min(1).max(300);
const wording = z.object({ subject: z.string().max(300), body: z.string().min(1).max(20_000) });
const both = z.object({ en: wording, es: wording });

const template = {
  key,
  channel: z.enum(templateChannels),
  purpose: z.enum(messagePurposes),
  packs: z.array(z.string().max(40)).max(20).describe('Packs whose sentences it must hold.'),
  name: z.object({
    en: z.string().trim().min(1).max(120),
    es: z.string().trim().min(1).max(120),
  }),
  wording: both,
};

const problem = z.object({
  code: z.string(),
  language: wireLanguage,
  part: z.enum(['subject', 'body']),
  line: z.number().int(),
  column: z.number().int(),
  what: z.string(),
  message: z.string().describe('The same in the language of the reader.'),
});
export type WireTemplateProblem = z.infer<typeof problem>;

const version = z.object({
  ...template,
  version: z.number().int().describe('0 came with the program.'),
  state: z.enum(templateStates),
  owner: z.string(),
  ownerId: wireId.nullable(),
  expiresOn: wireDay.nullable(),
  reason: z.string(),
  at: wireInstant.nullable(),
  author: z.string(),
  approvedBy: z.string(),
  inForce: z.boolean().describe('The one that is used today.'),
});
export type WireTemplate = z.infer<typeof version>;

export const templates = route({
  method: 'GET',
  path: '/api/v1/templates',
  summary: 'Every template with the version in force, or the newest one',
  tag: 'correspondence',
  permission: 'accounts.read',
  answer: z.object({ rows: z.array(version) }),
});

export const templateFields = route({
  method: 'GET',
  path: '/api/v1/templates/fields',
  summary: 'What a template may name',
  tag: 'correspondence',
  permission: 'accounts.read',
  answer: z.object({
    fields: z.array(
      z.object({
        path: z.string(),
        says: z.string(),
        each: z.array(z.object({ path: z.string(), says: z.string() })),
      }),
    ),
    packs: z.array(z.string()),
  }),
});

export const templateVersions = route({
  method: 'GET',
  path: '/api/v1/templates/:key/versions',
  summary: 'All versions of a template, the newest first',
  tag: 'correspondence',
  permission: 'accounts.read',
  params: z.object({ key }),
  answer: z.object({ rows: z.array(version) }),
});

const filled = z.object({ subject: z.string(), text: z.string(), html: z.string() });

export const tryTemplate = route({
  method: 'POST',
  path: '/api/v1/templates/try',
  summary: 'What is wrong with a wording, and how it reads on an account in both languages',
  tag: 'correspondence',
  permission: 'templates.write',
  body: z.object({
    ...template,
    account: z
      .string()
      .trim()
      .max(40)
      .nullable()
      .default(null)
      .describe('The number of a real account to read it on.'),
  }),
  answer: z.object({
    problems: z.array(problem),
    en: filled.nullable(),
    es: filled.nullable(),
  }),
});

export const proposeTemplate = route({
  method: 'POST',
  path: '/api/v1/templates',
  summary: 'Propose a version of a template; a second person approves it',
  tag: 'correspondence',
  permission: 'templates.write',
  body: z.object({
    ...template,
    ownerId: wireId.nullable().default(null),
    expiresOn: wireDay.nullable().default(null),
    reason,
  }),
  answer: z.object({ key, version: z.number().int() }),
});

export const decideTemplate = route({
  method: 'POST',
  path: '/api/v1/templates/:key/versions/:version/decide',
  summary: 'Approve, reject or withdraw a version',
  tag: 'correspondence',
  permission: 'templates.approve',
  params: z.object({ key, version: z.coerce.number().int().min(1) }),
  body: z.object({ act: z.enum(['approved', 'rejected', 'withdrawn']), reason }),
  answer: z.object({ state: z.enum(templateStates) }),
});
