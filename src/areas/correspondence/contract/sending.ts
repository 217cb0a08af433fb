/** Sending over the wire: paused and resumed, from whom, and which addresses take nothing. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireId, wireInstant } from '#platform/contract/wire.ts';

const reason = z.string().trim().min(1).max(300);
const scope = z
  .string()
  .regex(/^(?:email|letter|sms|run\/.{1,120})$/u)
  .describe('A channel, or run/ and the name of a run.');

export const sending = route({
  method: 'GET',
  path: '/api/v1/sending',
  summary: 'What is paused or stopped, and whether a mail server is set up',
  tag: 'correspondence',
  permission: 'accounts.read',
  answer: z.object({
    mail: z.object({ provider: z.string(), perMinute: z.number().int() }).nullable(),
    texts: z.boolean().describe('Whether a provider of texts is set up.'),
    stands: z.array(
      z.object({
        scope: z.string(),
        act: z.enum(['paused', 'resumed', 'stopped']),
        reason: z.string(),
        at: wireInstant,
        actor: z.string(),
      }),
    ),
  }),
});

export const steerSending = route({
  method: 'POST',
  path: '/api/v1/sending',
  summary: 'Pause, resume or stop a channel or a run; a stop takes back what has not gone out',
  tag: 'correspondence',
  permission: 'messages.steer',
  body: z.object({ scope, act: z.enum(['paused', 'resumed', 'stopped']), reason }),
  answer: z.object({ cancelled: z.number().int() }),
});

const sender = {
  fromName: z.string().trim().min(1).max(120),
  fromAddress: z.email().max(254),
  replyTo: z.union([z.literal(''), z.email().max(254)]),
  signature: z.string().max(1000),
};

export const companySender = route({
  method: 'GET',
  path: '/api/v1/companies/:company/sender',
  summary: 'From whom the mails of a company come',
  tag: 'correspondence',
  permission: 'accounts.read',
  params: z.object({ company: z.string().max(60).describe('Its code, or its id.') }),
  answer: z.object({
    sender: z
      .object({
        fromName: z.string(),
        fromAddress: z.string(),
        replyTo: z.string(),
        signature: z.string(),
      })
      .nullable()
      .describe('Null: MAIL_FROM, under the name of the company.'),
  }),
});

export const saveSender = route({
  method: 'PUT',
  path: '/api/v1/companies/:company/sender',
  summary: 'Say from whom the mails of a company come',
  tag: 'correspondence',
  permission: 'messages.steer',
  params: z.object({ company: z.string().max(60).describe('Its code, or its id.') }),
  body: z.object({ ...sender, reason }),
  answer: z.object({ saved: z.literal(true) }),
});

export const bouncedAddresses = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/bounces',
  summary: 'Addresses of an account that took nothing',
  tag: 'correspondence',
  permission: 'accounts.read',
  params: z.object({ accountId: wireId }),
  answer: z.object({
    rows: z.array(
      z.object({
        address: z.string(),
        since: wireInstant,
        messageId: wireId,
        detail: z.string(),
      }),
    ),
  }),
});

export const settleBounce = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/bounces',
  summary: 'The address is mended or works again: it gets mail from now on',
  tag: 'correspondence',
  permission: 'messages.write',
  params: z.object({ accountId: wireId }),
  body: z.object({
    address: z.string().min(1).max(254),
    newAddress: z.email().max(254).optional().describe('For whoever had the old one.'),
    reason,
  }),
  answer: z.object({ settled: z.literal(true), contacts: z.number().int() }),
});
