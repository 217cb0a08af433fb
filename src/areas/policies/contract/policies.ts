/** Policies over the wire: what is in force, what waits, the life of each version. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireInstant } from '#platform/contract/wire.ts';
import { versionStates } from '../rules/life.ts';

const phrase = z.object({ en: z.string(), es: z.string() });

const documentParams = z.object({ kind: z.string(), key: z.string() });
const versionParams = documentParams.extend({ version: z.coerce.number().int().min(1) });
const why = { reason: z.string().trim().min(1).max(500) };

const exampleResult = z.object({
  name: z.string(),
  passed: z.boolean(),
  on: z.string().optional(),
  expected: z.unknown().optional(),
  found: z.unknown().optional(),
  why: z.unknown().optional(),
});

const act = z.object({
  kind: z.enum([
    'tested',
    'simulated',
    'approved',
    'rejected',
    'published',
    'withdrawn',
    'retired',
  ]),
  on: wireDay.nullable().describe('The first day of a publication or a retirement.'),
  passed: z.number().int(),
  failed: z.number().int(),
  simulationSeen: z.boolean().nullable().describe('Of an approval: whether it had been seen.'),
  by: z.string(),
  at: wireInstant,
  reason: z.string(),
});

export const policyVersion = z.object({
  kind: z.string(),
  key: z.string(),
  version: z.number().int(),
  name: phrase,
  state: z.enum(versionStates),
  from: wireDay.nullable().describe('The first day of a published version.'),
  follows: z.string().nullable().describe('The policy that it inherits from.'),
  by: z.string(),
  mine: z.boolean().describe('Whether the reader wrote it, and so cannot approve it.'),
  at: wireInstant,
  reason: z.string(),
  needsSimulation: z.boolean().describe('Nobody has looked at what it would have done.'),
  attested: z.number().int(),
  readers: z.number().int().describe('How many are to attest what is published.'),
  attestedByMe: z.boolean(),
});
export type WirePolicyVersion = z.infer<typeof policyVersion>;

export const policies = route({
  method: 'GET',
  path: '/api/v1/policies',
  summary: 'Every policy: what is in force and what waits for somebody',
  tag: 'policies',
  permission: 'policies.read',
  query: z.object({ kind: z.string().optional() }),
  answer: z.object({
    rows: z.array(
      z.object({
        kind: z.string(),
        key: z.string(),
        name: phrase,
        inForce: policyVersion.nullable(),
        waiting: z.array(policyVersion).describe('Versions that are not decided or not in force.'),
        versions: z.number().int(),
      }),
    ),
  }),
});
export type WirePolicy = z.infer<typeof policies.answer>['rows'][number];

export const policy = route({
  method: 'GET',
  path: '/api/v1/policies/:kind/:key',
  summary: 'One policy with every version, what was done with each and who has read it',
  tag: 'policies',
  permission: 'policies.read',
  params: documentParams,
  answer: z.object({
    kind: z.string(),
    key: z.string(),
    inForce: z.number().int().nullable(),
    versions: z.array(
      policyVersion.extend({
        written: z.string(),
        acts: z.array(act),
        results: z.array(exampleResult).describe('Of the last time its examples ran.'),
        attestedBy: z.array(z.string()),
      }),
    ),
  }),
});
export type WirePolicyHistory = z.infer<typeof policy.answer>;

export const decideVersion = route({
  method: 'POST',
  path: '/api/v1/policies/:kind/:key/versions/:version/decision',
  summary: 'Approve or reject a version that somebody else wrote',
  tag: 'policies',
  permission: 'policies.approve',
  params: versionParams,
  body: z.object({
    act: z.enum(['approved', 'rejected']),
    unseen: z.boolean().default(false).describe('Approve although nobody saw its simulation.'),
    ...why,
  }),
  answer: z.object({ version: z.number().int() }),
});

export const publishVersion = route({
  method: 'POST',
  path: '/api/v1/policies/:kind/:key/versions/:version/publication',
  summary: 'Put an approved version into force from a day on',
  tag: 'policies',
  permission: 'policies.publish',
  params: versionParams,
  body: z.object({ from: wireDay, ...why }),
  answer: z.object({ from: wireDay }),
});

export const withdrawVersion = route({
  method: 'POST',
  path: '/api/v1/policies/:kind/:key/versions/:version/withdrawal',
  summary: 'Take a version back before it comes into force',
  tag: 'policies',
  permission: 'policies.propose',
  params: versionParams,
  body: z.object(why),
  answer: z.object({ version: z.number().int() }),
});

export const attestVersion = route({
  method: 'POST',
  path: '/api/v1/policies/:kind/:key/versions/:version/attestation',
  summary: 'Say that one has read a published version',
  tag: 'policies',
  permission: 'policies.attest',
  params: versionParams,
  body: z.object({}),
  answer: z.object({ version: z.number().int() }),
});

export const retirePolicy = route({
  method: 'POST',
  path: '/api/v1/policies/:kind/:key/retirement',
  summary: 'End a policy from a day on',
  tag: 'policies',
  permission: 'policies.publish',
  params: documentParams,
  body: z.object({ on: wireDay, ...why }),
  answer: z.object({ on: wireDay }),
});
