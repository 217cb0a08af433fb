/** Limits that want a look, over the wire: due for review, expiring, nearly used up. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { findings } from '../rules/limit-watch.ts';

export const limitViews = ['all', 'review', 'expiring', 'used', 'family'] as const;
export const limitSorts = ['used', 'until', 'review', 'name', 'limit', 'exposure'] as const;

const watched = z.object({
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  company: z.string(),
  family: z.string().nullable().describe('The family whose common limit it is; null: its own.'),
  limit: wireAmount,
  exposure: wireAmount.nullable().describe('Null where an exchange rate is missing.'),
  currency: wireCurrency,
  used: z.number().int().nullable().describe('In percent of the limit, rounded down.'),
  untilOn: wireDay.nullable(),
  reviewOn: wireDay.nullable(),
  findings: z.array(z.enum(findings)).describe('Why it wants a look, the gravest first.'),
});
export type WireWatchedLimit = z.infer<typeof watched>;

export const watchedLimits = route({
  method: 'GET',
  path: '/api/v1/credit/limits',
  summary:
    'Limits due for review, expiring or expired, or used over so many percent; ' +
    'with view=family every common limit of a family',
  tag: 'credit',
  permission: 'credit.read',
  query: z.object({
    view: z.enum(limitViews).default('all'),
    sort: z.enum(limitSorts).default('used'),
    direction: z.enum(['asc', 'desc']).default('desc'),
    within: z.coerce.number().int().min(0).max(366).default(30).describe('Days that are near.'),
    percent: z.coerce.number().int().min(1).max(100).default(90),
    company: z.string().optional(),
  }),
  answer: z.object({
    rows: z.array(watched),
    count: z.number().int(),
    cut: z.boolean().describe('There are more than are looked at.'),
  }),
});
