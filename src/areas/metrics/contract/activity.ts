/** What activity against result says and hears over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { pageAnswer, pageQuery, wireCurrency, wireDay } from '#platform/contract/wire.ts';
import { questionQuery } from '../contract.ts';

const pct = z.string().nullable();

export const wireActivity = z.object({
  key: z.string().describe('A member’s or an account’s id; empty: nobody.'),
  name: z.string(),
  account: z.string().nullable(),
  attempts: z.number().int(),
  calls: z.number().int(),
  reached: z.number().int(),
  rightParty: z.number().int(),
  rightPartyPct: pct,
  promises: z.number().int(),
  promised: z.string(),
  promisesEnded: z.number().int(),
  promisesKept: z.number().int(),
  keptPct: pct,
  cashAfterContact: z.string().describe('Came within 7 days after a contact.'),
  cash: z.string(),
  cashAfterContactPct: pct,
  overdue: z.string(),
  paidHours: pct,
  cashPerHour: pct,
  contactsPerHour: pct,
});
export type WireActivity = z.infer<typeof wireActivity>;

export const activity = route({
  method: 'GET',
  path: '/api/v1/activity',
  summary: 'Activity beside what came of it, by collector or by account',
  tag: 'metrics',
  permission: 'aging.read',
  fromReplica: true,
  query: z.object({
    ...questionQuery,
    by: z.enum(['collector', 'account']).default('collector'),
    ...pageQuery,
  }),
  answer: z.object({
    asOf: wireDay,
    period: z.object({ from: wireDay, to: wireDay }),
    currency: wireCurrency,
    rows: z.array(wireActivity),
    ...pageAnswer,
  }),
});
