/** The firm's contact policy over the wire: read in words, a file judged, and proposed. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay } from '#platform/contract/wire.ts';

const written = z.string().min(1).max(100_000);

export const contactPolicy = route({
  method: 'GET',
  path: '/api/v1/compliance/policy',
  summary: 'The firm’s contact policy as it counts on a day, in words',
  tag: 'compliance',
  permission: 'accounts.read',
  query: z.object({ on: wireDay.optional().describe('Default: today.') }),
  answer: z.object({
    on: wireDay,
    version: z.number().int().nullable().describe('Null: the firm has published none.'),
    rules: z.array(z.string()),
    template: z.string().describe('What counts, written out: a text to start from.'),
  }),
});
export type WireContactPolicy = z.infer<typeof contactPolicy.answer>;

export const checkContactPolicy = route({
  method: 'POST',
  path: '/api/v1/compliance/policy/check',
  summary: 'Judge a contact policy file and run its examples; nothing is kept',
  tag: 'compliance',
  permission: 'policies.read',
  body: z.object({ written: z.string().max(100_000) }),
  answer: z.object({
    problems: z.array(
      z.object({
        line: z.number().int(),
        column: z.number().int(),
        field: z.string(),
        code: z.string(),
        says: z.string(),
      }),
    ),
    results: z.array(
      z.object({
        name: z.string(),
        passed: z.boolean(),
        expected: z.string(),
        found: z.string(),
      }),
    ),
    inForce: z.number().int().nullable().describe('The version it is held against.'),
    rules: z.array(z.string()).describe('What it rules, a sentence each.'),
    changes: z
      .array(z.object({ before: z.string().nullable(), after: z.string().nullable() }))
      .describe('Against what counts today.'),
  }),
});
export type WireCheckedContactPolicy = z.infer<typeof checkContactPolicy.answer>;

export const proposeContactPolicy = route({
  method: 'POST',
  path: '/api/v1/compliance/policy',
  summary: 'Propose a contact policy file as the next version; a second person approves it',
  tag: 'compliance',
  permission: 'policies.propose',
  body: z.object({ written, reason: z.string().trim().min(1).max(500) }),
  answer: z.object({
    key: z.string(),
    version: z.number().int(),
    passed: z.number().int(),
    failed: z.number().int(),
  }),
});
