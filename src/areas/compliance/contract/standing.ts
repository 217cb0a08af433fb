/** What stands about an account: the kind of its debt, holds, consents, and each channel now. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import { wireAnswer, wireChannel, wireHoldKind, wireScope } from './shapes.ts';

const accountParams = z.object({ accountId: wireId });

const stated = z.object({
  collector: z.enum(['first_party', 'third_party']).nullable().default(null),
  obligor: z.enum(['natural_person', 'entity']).nullable().default(null),
  guarantor: z.enum(['natural_person', 'entity', 'none']).nullable().default(null),
  purpose: z.enum(['consumer', 'commercial']).nullable().default(null),
  state: z.string().trim().max(10).nullable().default(null),
  city: z.string().trim().max(100).nullable().default(null),
  zone: z.string().trim().max(60).nullable().default(null),
  enteredOn: wireDay.nullable().default(null),
});

const hold = z.object({
  holdId: wireId,
  kind: wireHoldKind,
  startsOn: wireDay,
  endsOn: wireDay.nullable(),
  evidence: z.string(),
  details: z.record(z.string(), z.string()),
  reason: z.string(),
  actor: z.string(),
  standing: z.boolean(),
  ended: z.object({ on: wireDay, reason: z.string(), actor: z.string() }).nullable(),
});
export type WireHold = z.infer<typeof hold>;

const consent = z.object({
  consentId: wireId,
  said: z.enum(['yes', 'no']),
  channel: wireChannel,
  address: z.string(),
  scope: wireScope,
  topic: z.string(),
  source: z.string(),
  evidence: z.string(),
  at: wireInstant,
  actor: z.string(),
  /** The last word on its channel and address. */
  counts: z.boolean(),
  latestStop: wireDay.nullable().describe('The law’s last day to heed a refusal; we stop at once.'),
});
export type WireConsent = z.infer<typeof consent>;

const channelNow = wireAnswer.extend({
  channel: wireChannel,
  contactId: wireId.nullable(),
  contactName: z.string().nullable(),
  address: z.string(),
});
export type WireChannelNow = z.infer<typeof channelNow>;

export const accountCompliance = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/compliance',
  summary: 'May the account be contacted: each channel now, and what it follows from',
  tag: 'compliance',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({
    channels: z.array(channelNow),
    profile: z.object({
      collector: z.string(),
      obligor: z.string().nullable(),
      guarantor: z.string(),
      purpose: z.string().nullable(),
      state: z.string().nullable(),
      city: z.string().nullable(),
      country: z.string(),
      zones: z.array(z.string()),
      stated: stated.nullable(),
    }),
    holds: z.array(hold),
    consents: z.array(consent),
  }),
});
export type WireCompliance = z.infer<typeof accountCompliance.answer>;

export const stateProfile = route({
  method: 'PUT',
  path: '/api/v1/accounts/:accountId/debt-profile',
  summary: 'State what kind of debt it is; what is null goes by the customer’s data',
  tag: 'compliance',
  permission: 'compliance.settle',
  params: accountParams,
  body: stated.extend({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ accountId: wireId }),
});

export const placeHold = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/holds',
  summary: 'Stop contact: bankruptcy, death, attorney, written refusal, lawsuit, service, hardship',
  tag: 'compliance',
  permission: 'compliance.tell',
  params: accountParams,
  body: z.object({
    kind: wireHoldKind,
    startsOn: wireDay.optional().describe('Default: today.'),
    endsOn: wireDay.nullable().default(null),
    evidence: z.string().trim().max(2000),
    details: z.record(z.string().max(60), z.string().max(500)).default({}),
    reason: z.string().trim().max(500).default(''),
  }),
  answer: z.object({ holdId: wireId }),
});

export const liftHold = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/holds/:holdId/end',
  summary: 'Lift a hold, with the reason',
  tag: 'compliance',
  permission: 'compliance.settle',
  params: z.object({ accountId: wireId, holdId: wireId }),
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ holdId: wireId }),
});

export const recordConsent = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/consents',
  summary: 'Write down what somebody agreed to (yes) or refused (no)',
  tag: 'compliance',
  permission: 'compliance.tell',
  params: accountParams,
  body: z.object({
    said: z.enum(['yes', 'no']),
    channel: wireChannel,
    address: z.string().max(320).default('').describe('Empty: every address of the channel.'),
    scope: wireScope.default('channel'),
    topic: z.string().trim().min(1).max(60).default('all'),
    contactId: wireId.nullable().default(null),
    source: z.string().trim().min(1).max(60),
    evidence: z.string().max(2000).default(''),
    at: z.iso.datetime().optional().describe('When it was said; default: now.'),
  }),
  answer: z.object({ consentId: wireId }),
});
