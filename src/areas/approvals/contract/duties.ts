/** Who holds which duties, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';

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
        accepted: z
          .object({
            by: z.string(),
            untilOn: wireDay,
            reason: z.string().describe('What is done instead.'),
            at: wireInstant,
            stands: z.boolean().describe('Its last day has not passed.'),
          })
          .nullable()
          .describe('Who answered for it last; null: nobody has.'),
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
    unanswered: z.number().int().describe('Of those, for which nobody answers today.'),
  }),
});

export const acceptDuties = route({
  method: 'POST',
  path: '/api/v1/duties/:memberId/acceptances',
  summary: 'Answer for two duties of another person, until a day, with what is done instead',
  tag: 'approvals',
  permission: 'approvals.decide',
  params: z.object({ memberId: wireId }),
  body: z.object({
    one: z.string(),
    other: z.string(),
    untilOn: wireDay.describe('At most a year away; today ends what was accepted before.'),
    reason: z.string().trim().min(1).max(500).describe('What is done instead.'),
  }),
  answer: z.object({ accepted: z.literal(true) }),
});
