/** Credit policies over the wire: read in words, a file judged, and proposed as a version. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay } from '#platform/contract/wire.ts';

const problem = z.object({
  line: z.number().int(),
  column: z.number().int(),
  field: z.string(),
  code: z.string(),
  says: z.string(),
});

export const creditPolicies = route({
  method: 'GET',
  path: '/api/v1/credit/policies',
  summary: 'The credit policies that count on a day, each with its rules in words',
  tag: 'credit',
  permission: 'policies.read',
  query: z.object({ on: wireDay.optional().describe('Default: today.') }),
  answer: z.object({
    on: wireDay,
    rows: z.array(
      z.object({
        key: z.string(),
        version: z.number().int(),
        standard: z.boolean().describe('Of the house: it counts where the desk wrote none.'),
        rules: z.array(z.string()),
      }),
    ),
    template: z.string().describe('A first policy to start from: the standard, written out.'),
  }),
});
export type WireCreditPolicies = z.infer<typeof creditPolicies.answer>;

export const checkCreditPolicy = route({
  method: 'POST',
  path: '/api/v1/credit/policies/check',
  summary: 'Judge a credit policy file and run its examples; nothing is kept',
  tag: 'credit',
  permission: 'policies.read',
  body: z.object({ written: z.string().max(100_000) }),
  answer: z.object({
    key: z.string().nullable(),
    problems: z.array(problem),
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
      .describe('Against the version in force, or against the standard.'),
  }),
});
export type WireCheckedPolicy = z.infer<typeof checkCreditPolicy.answer>;

export const proposeCreditPolicy = route({
  method: 'POST',
  path: '/api/v1/credit/policies',
  summary: 'Propose a credit policy file as the next version; a second person approves it',
  tag: 'credit',
  permission: 'policies.propose',
  body: z.object({
    written: z.string().min(1).max(100_000),
    reason: z.string().trim().min(1).max(500),
  }),
  answer: z.object({
    key: z.string(),
    version: z.number().int(),
    passed: z.number().int(),
    failed: z.number().int(),
  }),
});
