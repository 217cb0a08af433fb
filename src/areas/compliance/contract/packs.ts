/** The packs of contact rules: what they ask, where it is written, whether counsel has looked. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay } from '#platform/contract/wire.ts';
import { wireChannel } from './shapes.ts';

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

const houseRules = z.object({
  hours: z
    .object({
      from: z.number().int().min(0).max(23),
      to: z.number().int().min(1).max(24),
      businessDays: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  caps: z
    .array(
      z.object({
        channels: z.array(wireChannel).default([]).describe('Empty: all of them together.'),
        limit: z.number().int().min(0).max(100),
        days: z.number().int().min(1).max(35),
        businessDays: z.boolean().default(false),
        counts: z
          .enum(['attempts', 'reached'])
          .default('attempts')
          .describe('`reached` leaves out what was not answered or failed.'),
      }),
    )
    .max(20)
    .default([]),
});

export const compliancePacks = route({
  method: 'GET',
  path: '/api/v1/compliance/packs',
  summary: 'Every pack of contact rules, with its citation, source and review',
  tag: 'compliance',
  permission: 'accounts.read',
  answer: z.object({
    rows: z.array(wirePack),
    house: z.array(
      z.object({
        version: z.number().int(),
        effectiveFrom: wireDay,
        rules: houseRules,
        actor: z.string(),
        reason: z.string(),
      }),
    ),
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

export const stateHouseRules = route({
  method: 'POST',
  path: '/api/v1/compliance/house-rules',
  summary: 'State the firm’s own caps and hours anew, from a day on',
  tag: 'compliance',
  permission: 'compliance.rule',
  body: z.object({
    effectiveFrom: wireDay,
    rules: houseRules,
    reason: z.string().trim().min(1).max(500),
  }),
  answer: z.object({ version: z.number().int() }),
});
