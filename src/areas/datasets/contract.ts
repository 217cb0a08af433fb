/** Datasets and questions to them over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay } from '#platform/contract/wire.ts';
import { measureKinds, operators } from './rules/dataset.ts';
import { chartKinds } from './rules/question.ts';

const key = z.string().min(1).max(60);
export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** A question as people and programs put it; rules/question.ts says what fits. */
export const wireQuestion = z.object({
  dataset: key.describe('A key of GET /api/v1/datasets.'),
  company: z.string().max(40).optional().describe('Only of this company; default: all in sight.'),
  columns: z.array(key).max(60).optional().describe('For a list of rows.'),
  filter: z
    .record(z.string(), z.unknown())
    .optional()
    .describe(
      'A tree: {"all": […]}, {"any": […]}, {"not": …} or {"column", "is", "value"}; ' +
        `"is" is one of ${operators.join(', ')}. ` +
        'Days may be relative: last_month_end; within takes last_month.',
    ),
  groups: z
    .array(z.object({ column: key, by: z.enum(grains).optional() }))
    .max(20)
    .optional()
    .describe('For sums: what rows are put together by.'),
  measures: z
    .array(
      z.object({
        kind: z.enum(measureKinds),
        column: key.optional(),
        weight: key.optional().describe('Of a weighted average: money or a count that weighs.'),
        as: key.optional(),
      }),
    )
    .max(40)
    .optional(),
  sort: z
    .array(z.object({ by: key, descending: z.boolean().optional() }))
    .max(10)
    .optional(),
  asOf: z.string().max(20).optional().describe('A day, or last_month_end and the like.'),
  chart: z.object({ kind: z.enum(chartKinds), across: key, measure: key }).optional(),
});
export type WireQuestion = z.infer<typeof wireQuestion>;

/** One condition of a kept filter, as a form can show it. */
export const keptFilter = z.object({
  column: z.string(),
  is: z.enum(operators),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  values: z.array(z.union([z.string(), z.number()])).optional(),
  exact: z.boolean().optional(),
});

const phrase = z.object({ en: z.string(), es: z.string() });

const wireColumn = z.object({
  key: z.string(),
  type: z.string(),
  words: phrase,
  about: phrase,
  currency: z.string().nullable().describe('Of money: the column that says in which currency.'),
  choices: z.record(z.string(), phrase).nullable(),
  operators: z.array(z.enum(operators)),
  groupable: z.boolean(),
  measures: z.array(z.enum(measureKinds)),
});
export type WireColumn = z.infer<typeof wireColumn>;

const wireDataset = z.object({
  key: z.string(),
  entitySet: z.string().describe('Its name in the OData feed.'),
  words: phrase,
  about: phrase,
  asOf: z.boolean().describe('Can be asked as of a day gone by.'),
  rowKey: z.array(z.string()),
  columns: z.array(wireColumn),
});
export type WireDataset = z.infer<typeof wireDataset>;

export const datasets = route({
  method: 'GET',
  path: '/api/v1/datasets',
  summary: 'The datasets that the reader may build on, with every column described',
  tag: 'datasets',
  permission: 'datasets.read',
  answer: z.object({ rows: z.array(wireDataset) }),
});

export const dataset = route({
  method: 'GET',
  path: '/api/v1/datasets/:dataset',
  summary: 'One dataset with every column described',
  tag: 'datasets',
  permission: 'datasets.read',
  params: z.object({ dataset: z.string() }),
  answer: wireDataset,
});

export const wireAnswer = z.object({
  asOf: wireDay,
  columns: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      type: z.string(),
      currency: z.string().nullable(),
      measure: z.boolean(),
      names: z
        .record(z.string(), z.string())
        .nullable()
        .describe('What each code of the column is called in the reader’s language.'),
    }),
  ),
  rows: z
    .array(z.array(z.string().nullable()))
    .describe('Amounts are decimals of the row’s currency; empty is null.'),
  count: z.number().int().describe('Rows of the whole answer, not only those shown.'),
  cut: z.boolean().describe('There are more rows than are shown.'),
});
export type WireAnswer = z.infer<typeof wireAnswer>;

export const askDataset = route({
  method: 'POST',
  path: '/api/v1/datasets/query',
  summary: 'The rows or sums that a question asks for; nothing is written',
  tag: 'datasets',
  permission: 'datasets.read',
  query: z.object({ limit: z.coerce.number().int().min(1).max(5000).default(200) }),
  body: wireQuestion,
  answer: wireAnswer,
  fromReplica: true,
});

export const fileFormats = ['csv', 'xlsx', 'pdf'] as const;

export const exportDataset = route({
  method: 'GET',
  path: '/api/v1/datasets/export',
  summary: 'The answer to a question as CSV, workbook with live totals, or PDF',
  tag: 'datasets',
  permission: 'datasets.read',
  query: z.object({
    question: z.string().max(12_000).describe('The question as JSON, as POST …/query takes it.'),
    format: z.enum(fileFormats).default('csv'),
  }),
  kind: 'file',
  answer: z.undefined(),
  fromReplica: true,
});
