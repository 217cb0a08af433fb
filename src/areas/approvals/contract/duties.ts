/** Who holds which duties, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireId } from '#platform/contract/wire.ts';

const holder = z.object({
  memberId: wireId,
  name: z.string(),
  roles: z.array(z.string()),
  duties: z.array(z.object({ duty: z.string(), name: z.string() })),
  pairs: z
    .array(
      z.object({
        one: z.string(),
        oneName: z.string(),
        other: z.string(),
        otherName: z.string(),
        within: z.string().nullable().describe('The role that joins them; null: several do.'),
      }),
    )
    .describe('Duties that one person should not hold together.'),
});
export type WireHolder = z.infer<typeof holder>;

export const duties = route({
  method: 'GET',
  path: '/api/v1/duties',
  summary: 'Duties of the team, and who holds two that should be apart',
  tag: 'approvals',
  permission: 'approvals.read',
  answer: z.object({
    rows: z.array(holder),
    findings: z.number().int().describe('Forbidden pairs over all persons.'),
  }),
});
