/** What figures say and hear over the wire: the question, the figure, its rows, its course. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  timeQuery,
  wireCurrency,
  wireDay,
  wireId,
} from '#platform/contract/wire.ts';
import { metricKeys, partKinds, partRoles, units } from './rules/metric.ts';

const phrase = z.object({ en: z.string(), es: z.string() });

/** Whose figures: each narrows further; without any it is everything the reader may see. */
export const scopeQuery = {
  company: z.string().optional().describe('Company code.'),
  collector: wireId.optional().describe('A member: who owns the accounts, who did the work.'),
  team: wireId.optional(),
  segment: z.string().max(60).optional(),
  customer: wireId.optional(),
  currency: wireCurrency.optional().describe('Default: the company’s.'),
};

export const questionQuery = {
  ...timeQuery,
  from: wireDay.optional().describe('First day of the period. Default: three months to asOf.'),
  ...scopeQuery,
};

const variantQuery = { variant: z.string().max(40).optional().describe('Default: the first.') };

export const wirePart = z.object({
  name: z.string().describe('Stable; a month of one stands behind a colon: sales:2026-08.'),
  role: z.enum(partRoles),
  kind: z.enum(partKinds),
  value: z.string(),
  rows: z.boolean().describe('Opens to rows that add up to it.'),
});

export const wireFigure = z.object({
  metric: z.enum(metricKeys),
  variant: z.string(),
  unit: z.enum(units),
  value: z.string().nullable().describe('A decimal string; null: nothing to divide by.'),
  currency: wireCurrency,
  parts: z.array(wirePart),
  asOf: wireDay,
  knownAt: z.string().nullable().describe('Null: as known now.'),
  period: z.object({ from: wireDay, to: wireDay }),
  formula: phrase,
  source: z.string(),
});
export type WireFigure = z.infer<typeof wireFigure>;

export const metrics = route({
  method: 'GET',
  path: '/api/v1/metrics',
  summary: 'Figures with formula and parts, as of any day, as known at any moment',
  tag: 'metrics',
  permission: 'aging.read',
  fromReplica: true,
  query: z.object({
    ...questionQuery,
    keys: z
      .string()
      .max(2000)
      .optional()
      .describe('Names with commas, each alone or with its variant: dso,cei.period_total.'),
  }),
  answer: z.object({ figures: z.array(wireFigure) }),
});

export const metric = route({
  method: 'GET',
  path: '/api/v1/metrics/:key',
  summary: 'One metric in all its variants, or in the one named',
  tag: 'metrics',
  permission: 'aging.read',
  fromReplica: true,
  params: z.object({ key: z.enum(metricKeys) }),
  query: z.object({ ...questionQuery, ...variantQuery }),
  answer: z.object({ figures: z.array(wireFigure) }),
});

export const wireRow = z.object({
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  company: z.string(),
  ref: wireId,
  refKind: z.enum(['item', 'application', 'promise', 'contact', 'dispute', 'account']),
  label: z.string(),
  on: wireDay,
  value: z.string(),
});

export const metricRows = route({
  method: 'GET',
  path: '/api/v1/metrics/:key/rows',
  summary: 'The rows that add up to a part of a figure',
  tag: 'metrics',
  permission: 'aging.read',
  fromReplica: true,
  params: z.object({ key: z.enum(metricKeys) }),
  query: z.object({
    ...questionQuery,
    ...variantQuery,
    part: z.string().max(60).optional().describe('Default: the first part of the figure.'),
    ...pageQuery,
  }),
  answer: z.object({
    part: z.string(),
    kind: z.enum(partKinds),
    currency: wireCurrency,
    total: z.string().describe('The sum of all rows, not only of this page.'),
    rows: z.array(wireRow),
    ...pageAnswer,
  }),
});

export const metricSeries = route({
  method: 'GET',
  path: '/api/v1/metrics/:key/series',
  summary: 'A figure on a row of days',
  tag: 'metrics',
  permission: 'aging.read',
  fromReplica: true,
  params: z.object({ key: z.enum(metricKeys) }),
  query: z.object({
    ...questionQuery,
    ...variantQuery,
    step: z.enum(['week', 'month']).default('month'),
    count: z.coerce.number().int().min(1).max(24).default(12),
  }),
  answer: z.object({ figures: z.array(wireFigure) }),
});

export const exportMetrics = route({
  method: 'GET',
  path: '/api/v1/metrics/export',
  summary: 'Figures with their parts and formulas as CSV or as a workbook',
  tag: 'metrics',
  permission: 'aging.read',
  fromReplica: true,
  kind: 'file',
  query: z.object({
    ...questionQuery,
    keys: z.string().max(2000).optional(),
    format: z.enum(['csv', 'xlsx']),
  }),
  answer: z.undefined(),
});

export const metricScopes = route({
  method: 'GET',
  path: '/api/v1/metrics/scopes',
  summary: 'Segments and customers by which figures can be narrowed',
  tag: 'metrics',
  permission: 'aging.read',
  fromReplica: true,
  query: z.object({
    company: z.string().optional().describe('Company code.'),
    search: z.string().trim().max(100).optional().describe('Begins a number, or is in a name.'),
    customer: wireId.optional().describe('Is among the answers, whatever is searched.'),
  }),
  answer: z.object({
    segments: z.array(z.string()),
    customers: z
      .array(z.object({ customerId: wireId, number: z.string(), name: z.string() }))
      .describe('At most twenty, by name.'),
  }),
});
