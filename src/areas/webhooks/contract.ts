/** Webhooks over the wire: endpoints of other programs, and what was delivered to them. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireId, wireInstant } from '#platform/contract/wire.ts';
import { outsideEvents } from './rules/outside-events.ts';

const endpointParams = z.object({ endpointId: wireId });
const eventName = z.enum(outsideEvents);

export const endpoint = z.object({
  endpointId: wireId,
  company: z.string().nullable().describe('Null: of every company.'),
  name: z.string(),
  url: z.string(),
  events: z.array(eventName),
  state: z.enum(['on', 'paused', 'ended']),
  waiting: z.number().int().describe('Deliveries that wait or were given up.'),
});
export type WireEndpoint = z.infer<typeof endpoint>;

export const webhooks = route({
  method: 'GET',
  path: '/api/v1/webhooks',
  summary: 'Endpoints of other programs that are told of news, and the news there is',
  tag: 'webhooks',
  permission: 'webhooks.manage',
  answer: z.object({ rows: z.array(endpoint), events: z.array(eventName) }),
});

const secret = z.string().describe('`whsec_…`, shown this once: it signs every delivery.');

export const addWebhook = route({
  method: 'POST',
  path: '/api/v1/webhooks',
  summary: 'Tell another program of news, signed as Standard Webhooks says',
  tag: 'webhooks',
  permission: 'webhooks.manage',
  body: z.object({
    name: z.string().trim().min(1).max(100),
    url: z.url().max(500),
    events: z.array(eventName).min(1),
    company: z.string().max(20).optional().describe('Default: every company.'),
  }),
  answer: z.object({ endpointId: wireId, secret }),
});

export const changeWebhook = route({
  method: 'PUT',
  path: '/api/v1/webhooks/:endpointId',
  summary: 'Pause, resume or end an endpoint, or change what it hears',
  tag: 'webhooks',
  permission: 'webhooks.manage',
  params: endpointParams,
  body: z.object({
    state: z.enum(['on', 'paused', 'ended']).optional(),
    events: z.array(eventName).min(1).optional(),
    reason: z.string().trim().min(1).max(500),
  }),
  answer: z.object({ version: z.number().int() }),
});

export const rotateWebhook = route({
  method: 'POST',
  path: '/api/v1/webhooks/:endpointId/secret',
  summary: 'Give an endpoint a new secret; the old one signs beside it for a day',
  tag: 'webhooks',
  permission: 'webhooks.manage',
  params: endpointParams,
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ version: z.number().int(), secret }),
});

export const tryWebhook = route({
  method: 'POST',
  path: '/api/v1/webhooks/:endpointId/test',
  summary: 'Send a piece of test news at once and say what the other side answered',
  tag: 'webhooks',
  permission: 'webhooks.manage',
  params: endpointParams,
  body: z.object({}),
  answer: z.object({
    status: z.number().int().nullable(),
    problem: z.string().nullable(),
    says: z.string().describe('In a sentence, in the reader’s language.'),
    tookMs: z.number().int(),
  }),
});

export const delivery = z.object({
  deliveryId: wireId,
  event: z.string(),
  at: wireInstant,
  state: z.enum(['arrived', 'waiting', 'given_up']),
  tries: z.number().int(),
  status: z.number().int().nullable().describe('What the other side answered last.'),
  says: z.string().describe('What came of the last try, in the reader’s language.'),
  nextTry: wireInstant.nullable(),
});
export type WireDelivery = z.infer<typeof delivery>;

export const webhookDeliveries = route({
  method: 'GET',
  path: '/api/v1/webhooks/:endpointId/deliveries',
  summary: 'The latest deliveries of an endpoint and how each went',
  tag: 'webhooks',
  permission: 'webhooks.manage',
  params: endpointParams,
  query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
  answer: z.object({
    rows: z.array(delivery),
    cut: z.boolean().describe('There are older ones.'),
  }),
});

export const resendWebhook = route({
  method: 'POST',
  path: '/api/v1/webhooks/:endpointId/deliveries/:deliveryId/again',
  summary: 'Send a delivery once more: the same bytes under the same id',
  tag: 'webhooks',
  permission: 'webhooks.manage',
  params: z.object({ endpointId: wireId, deliveryId: wireId }),
  body: z.object({}),
  answer: z.object({ waiting: z.literal(true) }),
});
