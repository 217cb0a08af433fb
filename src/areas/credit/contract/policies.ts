/** Credit policies over the wire: a file judged, and proposed as the next version. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';

const problem = z.object({
  line: z.number().int(),
  column: z.number().int(),
  field: z.string(),
  code: z.string(),
  says: z.string(),
});

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
  }),
});

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
