/** The packs of contact rules: what they ask, where it is written, whether counsel has looked. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay } from '#platform/contract/wire.ts';

const source = z.enum(['found', 'recalled', 'policy']);

export const wirePack = z.object({
  id: z.string(),
  name: z.string(),
  jurisdiction: z.string(),
  citation: z.string(),
  source,
  enabled: z.boolean(),
  inForce: z.boolean(),
  effectiveFrom: wireDay,
  effectiveTo: wireDay.nullable(),
  review: z
    .object({
      reviewed: z.boolean(),
      reviewer: z.string(),
      reviewedOn: wireDay,
      note: z.string(),
      actor: z.string(),
    })
    .nullable()
    .describe('Null: nobody’s counsel has looked at it.'),
  rules: z.array(
    z.object({
      id: z.string(),
      version: z.number().int(),
      stage: z.string(),
      citation: z.string(),
      source,
      text: z.string(),
      parameters: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    }),
  ),
});
export type WirePack = z.infer<typeof wirePack>;

export const compliancePacks = route({
  method: 'GET',
  path: '/api/v1/compliance/packs',
  summary: 'Every pack of contact rules, with its citation, source and review',
  tag: 'compliance',
  permission: 'accounts.read',
  answer: z.object({
    rows: z.array(wirePack),
  }),
});

export const reviewPack = route({
  method: 'POST',
  path: '/api/v1/compliance/packs/:packId/reviews',
  summary: 'Note that counsel has reviewed a pack, or that the review no longer holds',
  tag: 'compliance',
  permission: 'compliance.rule',
  params: z.object({ packId: z.string().max(60) }),
  body: z.object({
    reviewed: z.boolean().default(true),
    reviewer: z.string().trim().min(1).max(200),
    reviewedOn: wireDay,
    note: z.string().max(2000).default(''),
  }),
  answer: z.object({ packId: z.string() }),
});
