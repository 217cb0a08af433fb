/** Messages over the wire: written, previewed, sent, settled, and where each stands. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireId,
  wireInstant,
  wireLanguage,
} from '#platform/contract/wire.ts';
import { messageChannels, messagePurposes, messageStates } from '../rules/messages/message.ts';

const state = z.enum(messageStates);
const reason = z.string().trim().min(1).max(300);
const accountParams = z.object({ accountId: wireId });
const messageParams = z.object({ accountId: wireId, messageId: wireId });

const attachment = z.object({
  kind: z.enum(['original', 'statement', 'file']),
  id: wireId,
  name: z.string(),
  bytes: z.number().int(),
});

const line = z.object({
  messageId: wireId,
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  channel: z.enum(messageChannels),
  purpose: z.enum(messagePurposes),
  toName: z.string(),
  toAddress: z.string(),
  language: wireLanguage,
  subject: z.string(),
  templateKey: z.string().nullable(),
  run: z.string().nullable(),
  state,
  since: wireInstant,
  nextAt: wireInstant.nullable().describe('When it is looked at again, of one that waits.'),
  detail: z.string().describe('What the provider said, or why it is held or was cancelled.'),
  at: wireInstant,
  actor: z.string(),
});
export type WireMessageLine = z.infer<typeof line>;

const event = z.object({
  event: z.string(),
  state,
  detail: z.string(),
  permitId: wireId.nullable().describe('The permit that was asked for then.'),
  at: wireInstant,
  actor: z.string(),
});

const message = line.extend({
  text: z.string(),
  html: z.string(),
  templateVersion: z.number().int().nullable(),
  inReplyTo: wireId.nullable(),
  attachments: z.array(attachment),
  events: z.array(event),
});
export type WireMessage = z.infer<typeof message>;

export const accountMessages = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/messages',
  summary: 'What was written to the customer, the newest first',
  tag: 'correspondence',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({ rows: z.array(line) }),
});

export const accountMessage = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/messages/:messageId',
  summary: 'A message with everything that happened to it',
  tag: 'correspondence',
  permission: 'accounts.read',
  params: messageParams,
  answer: message,
});

export const outbox = route({
  method: 'GET',
  path: '/api/v1/outbox',
  summary: 'Messages of the desk by state: what waits, what is held, what must be settled',
  tag: 'correspondence',
  permission: 'accounts.read',
  query: z.object({
    ...pageQuery,
    state: state.optional(),
    channel: z.enum(messageChannels).optional(),
    run: z.string().optional(),
  }),
  answer: z.object({
    rows: z.array(line),
    ...pageAnswer,
    states: z.array(z.object({ state, count: z.number().int() })),
  }),
});

const wording = {
  templateKey: z.string().max(60).nullable().default(null),
  language: wireLanguage.optional().describe('Default: that of the contact.'),
  contactId: wireId.nullable().default(null),
  itemIds: z
    .array(wireId)
    .max(500)
    .default([])
    .describe('What it speaks of; none means everything that is owed.'),
};

export const previewMessage = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/messages/preview',
  summary: 'A template filled for this account, without writing anything down',
  tag: 'correspondence',
  permission: 'messages.write',
  params: accountParams,
  body: z.object({ ...wording, templateKey: z.string().min(1).max(60) }),
  answer: z.object({
    language: wireLanguage,
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    templateVersion: z.number().int(),
    attachments: z.array(attachment).describe('The originals of the named items, as they came.'),
  }),
});

export const writeMessage = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/messages',
  summary: 'Write an e-mail to a contact, from a template or in own words, as a draft or to go',
  tag: 'correspondence',
  permission: 'messages.write',
  params: accountParams,
  body: z.object({
    ...wording,
    contactId: wireId,
    edited: z
      .object({ subject: z.string().max(300), text: z.string().max(20_000) })
      .nullable()
      .default(null)
      .describe('Own words in the place of the template’s.'),
    purpose: z.enum(messagePurposes).default('answer'),
    attachments: z
      .array(z.object({ kind: attachment.shape.kind, id: wireId }))
      .max(20)
      .default([]),
    inReplyTo: wireId.nullable().default(null),
    send: z.boolean().default(true).describe('false keeps a draft.'),
  }),
  answer: z.object({
    messageId: wireId,
    state,
    nextAt: wireInstant.nullable().describe('Until then it can be taken back.'),
  }),
});

export const rewordMessage = route({
  method: 'PUT',
  path: '/api/v1/accounts/:accountId/messages/:messageId/text',
  summary: 'Other words for a draft',
  tag: 'correspondence',
  permission: 'messages.write',
  params: messageParams,
  body: z.object({ subject: z.string().max(300), text: z.string().trim().min(1).max(20_000) }),
  answer: z.object({ state }),
});

export const sendDraft = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/messages/:messageId/send',
  summary: 'Check a draft and queue it; a final demand waits for a second person',
  tag: 'correspondence',
  permission: 'messages.write',
  params: messageParams,
  body: z.object({ reason: reason.default('ready to go') }),
  answer: z.object({ state }),
});

export const approveMessage = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/messages/:messageId/approve',
  summary: 'Approve what somebody else wrote, and queue it',
  tag: 'correspondence',
  permission: 'messages.approve',
  params: messageParams,
  body: z.object({ reason }),
  answer: z.object({ state }),
});

export const cancelMessage = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/messages/:messageId/cancel',
  summary: 'Take back a message that has not gone out',
  tag: 'correspondence',
  permission: 'messages.write',
  params: messageParams,
  body: z.object({ reason }),
  answer: z.object({ state }),
});

export const releaseMessage = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/messages/:messageId/release',
  summary: 'Try a held or failed message now; the gate is asked again',
  tag: 'correspondence',
  permission: 'messages.write',
  params: messageParams,
  body: z.object({ reason }),
  answer: z.object({ state }),
});

export const settleMessage = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/messages/:messageId/settle',
  summary:
    'Say what became of a message whose sending broke off; one that did not arrive goes once more',
  tag: 'correspondence',
  permission: 'messages.write',
  params: messageParams,
  body: z.object({ found: z.enum(['sent', 'not_sent']), reason }),
  answer: z.object({ state }),
});
