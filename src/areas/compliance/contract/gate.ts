/** Asking the gate: what stands about an account, may this be done, the permits that were given. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { pageAnswer, pageQuery, wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import {
  aboutKinds,
  permitKinds,
  wireAnswer,
  wireChannel,
  wireContact,
  wirePermit,
  wirePurpose,
  wireReason,
  wireResult,
  wireTechnology,
} from './shapes.ts';

const accountParams = z.object({ accountId: wireId });

const intended = {
  channel: wireChannel,
  contactId: wireId.nullable().default(null),
  address: z
    .string()
    .max(320)
    .default('')
    .describe('E-mail or number; empty: the contact’s own, where one is named.'),
  purpose: wirePurpose.default('collect'),
  technology: wireTechnology.default('manual'),
};

export const mayContact = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/may-contact',
  summary: 'What the gate would answer, without a permit being stored',
  tag: 'compliance',
  permission: 'accounts.read',
  params: accountParams,
  query: z.object({
    ...intended,
    contactId: wireId.optional(),
    at: z.iso.datetime().optional().describe('Default: now.'),
  }),
  answer: wireAnswer,
});

export const askPermit = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/permits',
  summary: 'Ask for a permit just before a contact is made; the answer is stored either way',
  tag: 'compliance',
  permission: 'compliance.tell',
  params: accountParams,
  body: z.object({ ...intended, itemIds: z.array(wireId).max(500).default([]) }),
  answer: z.object({
    permitId: wireId,
    allowed: z.boolean(),
    reasons: z.array(wireReason),
    nextAllowedAt: wireInstant.nullable(),
  }),
});

export const accountPermits = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/permits',
  summary: 'The permits of an account, the latest first',
  tag: 'compliance',
  permission: 'accounts.read',
  params: accountParams,
  query: z.object({ kind: z.enum(permitKinds).optional(), ...pageQuery }),
  answer: z.object({ rows: z.array(wirePermit), ...pageAnswer }),
});

const made = {
  channel: wireChannel,
  result: wireResult,
  at: z.iso.datetime().optional().describe('Default: now.'),
  address: z.string().max(320).default(''),
  contactId: wireId.nullable().default(null),
  itemIds: z.array(wireId).max(500).default([]),
};

export const recordContact = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/contact-log',
  summary: 'Write down a contact that was made under its permit',
  tag: 'compliance',
  permission: 'compliance.tell',
  params: accountParams,
  body: z.object({ permitId: wireId, ...made }),
  answer: z.object({ permitId: wireId }),
});

export const reported = z.object({
  direction: z.enum(['out', 'in']),
  about: z.enum(aboutKinds).default('call'),
  purpose: wirePurpose.default('answer'),
  note: z.string().max(4000).default(''),
  ...made,
});

export const reportContact = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/contact-log/reported',
  summary: 'Write down what had happened already: an inbound call, a visit that sales tells of',
  tag: 'compliance',
  permission: 'compliance.tell',
  params: accountParams,
  body: reported,
  answer: z.object({ permitId: wireId, breaches: z.array(z.string()) }),
});

export const accountContacts = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/contact-log',
  summary: 'The contacts of an account, the latest first',
  tag: 'compliance',
  permission: 'accounts.read',
  params: accountParams,
  query: z.object(pageQuery),
  answer: z.object({ rows: z.array(wireContact), ...pageAnswer }),
});

const logQuery = {
  channel: wireChannel.optional(),
  direction: z.enum(['out', 'in']).optional(),
  from: wireDay.optional(),
  to: wireDay.optional(),
  breach: z.enum(['true', 'false']).default('false').describe('Only what broke a rule.'),
  mine: z.enum(['true', 'false']).default('false').describe('Only the reader’s accounts.'),
};

export const contactLog = route({
  method: 'GET',
  path: '/api/v1/compliance/contacts',
  summary: 'The contact log: every contact over all channels, the latest first',
  tag: 'compliance',
  permission: 'accounts.read',
  query: z.object({ ...logQuery, ...pageQuery }),
  answer: z.object({ rows: z.array(wireContact), ...pageAnswer }),
});

export const exportContacts = route({
  method: 'GET',
  path: '/api/v1/compliance/contacts/file',
  summary: 'The contact log as a file',
  tag: 'compliance',
  permission: 'accounts.read',
  kind: 'file',
  query: z.object({ ...logQuery, format: z.enum(['csv', 'xlsx']).default('csv') }),
  answer: z.undefined(),
});

export const permitLog = route({
  method: 'GET',
  path: '/api/v1/compliance/permits',
  summary: 'Permits of every account, the latest first: what was blocked, and why',
  tag: 'compliance',
  permission: 'accounts.read',
  query: z.object({
    kind: z.enum(permitKinds).optional(),
    channel: wireChannel.optional(),
    from: wireDay.optional(),
    to: wireDay.optional(),
    mine: z.enum(['true', 'false']).default('false'),
    ...pageQuery,
  }),
  answer: z.object({ rows: z.array(wirePermit), ...pageAnswer }),
});
