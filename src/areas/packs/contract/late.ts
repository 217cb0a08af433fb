/** Accounts over 60 days, and what the desk says about them, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { gaps, lateCauses } from '../rules/late-account.ts';

const lateRow = z.object({
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  currency: wireCurrency,
  days: z.number().int(),
  balance: wireAmount,
  disputed: wireAmount,
  planned: wireAmount,
  toCollect: wireAmount,
  cause: z.enum(lateCauses).nullable(),
  plan: z.string().nullable(),
  planOwner: z.string().nullable(),
  planDueOn: wireDay.nullable(),
  byActionPlan: z.boolean().describe('What is done is the account’s open plan of action.'),
  collector: z.string().nullable(),
  gaps: z.array(z.enum(gaps)).describe('What nobody has said yet; such rows stand first.'),
});
export type WireLate = z.infer<typeof lateRow>;

export const lateAccounts = route({
  method: 'GET',
  path: '/api/v1/packs/over-60',
  summary: 'Accounts over 60 days with cause, plan and owner; what lacks one stands first',
  tag: 'packs',
  permission: 'packs.read',
  query: z.object({ company: z.string().optional(), asOf: wireDay.optional() }),
  answer: z.object({
    asOf: wireDay,
    rows: z.array(lateRow),
    totals: z.array(
      z.object({
        currency: wireCurrency,
        balance: wireAmount,
        disputed: wireAmount,
        planned: wireAmount,
        toCollect: wireAmount,
      }),
    ),
    lacking: z.number().int(),
    people: z.array(z.object({ memberId: wireId, name: z.string() })),
    mayPlan: z.boolean(),
  }),
});

export const planLate = route({
  method: 'PUT',
  path: '/api/v1/packs/over-60/:accountId',
  summary: 'Say why an account is overdue, what is done about it and by whom',
  tag: 'packs',
  permission: 'accounts.note',
  params: z.object({ accountId: wireId }),
  body: z.object({
    cause: z
      .enum(lateCauses)
      .nullable()
      .default(null)
      .describe('Kept with the causes of the account; null: as it was said.'),
    plan: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .nullable()
      .default(null)
      .describe('Null: as it was said, or the open plan of action says it.'),
    ownerId: wireId.optional().describe('Default: who says it.'),
    dueOn: wireDay.nullable().default(null),
  }),
  answer: z.object({ planId: wireId.nullable() }),
});
