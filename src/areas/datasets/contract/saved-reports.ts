/** Saved reports over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId } from '#platform/contract/wire.ts';
import { fileFormats, wireAnswer, wireQuestion } from '../contract.ts';
import { sharings } from '../rules/saved-report.ts';

const why = { reason: z.string().trim().min(1).max(500) };
const params = z.object({ name: z.string().max(60) });
const stated = {
  title: z.string().trim().min(1).max(120),
  note: z.string().max(1000).default('').describe('What it is for, in the owner’s words.'),
  question: wireQuestion,
  shared: z.enum(sharings).default('private'),
};

const savedReport = z.object({
  name: z.string(),
  version: z.number().int(),
  title: z.string(),
  note: z.string(),
  question: wireQuestion,
  shared: z.enum(sharings),
  ownerId: wireId,
  owner: z.string(),
  mine: z.boolean(),
  reviewOn: wireDay,
  needsReview: z.boolean().describe('The day of review has come, or nobody used it for long.'),
  retiredOn: wireDay.nullable(),
  usedOn: wireDay.nullable(),
  usedBy: z.string().nullable(),
  uses: z.number().int(),
});
export type WireSavedReport = z.infer<typeof savedReport>;

export const savedReports = route({
  method: 'GET',
  path: '/api/v1/saved-reports',
  summary: 'The reports that the reader keeps or that are shared with them, and when last used',
  tag: 'datasets',
  permission: 'datasets.read',
  answer: z.object({ rows: z.array(savedReport) }),
});

export const oneSavedReport = route({
  method: 'GET',
  path: '/api/v1/saved-reports/:name',
  summary: 'A saved report with its versions',
  tag: 'datasets',
  permission: 'datasets.read',
  params,
  answer: savedReport.extend({
    versions: z.array(
      z.object({
        version: z.number().int(),
        title: z.string(),
        question: wireQuestion,
        actor: z.string(),
        reason: z.string(),
        recordedAt: z.string(),
      }),
    ),
  }),
});

const saved = z.object({ name: z.string(), version: z.number().int() });

export const saveReport = route({
  method: 'POST',
  path: '/api/v1/saved-reports',
  summary: 'Save a question as a report',
  tag: 'datasets',
  permission: 'datasets.save',
  body: z.object({
    name: z.string().max(60).optional().describe('Default: made of the title.'),
    ...stated,
    reviewOn: wireDay.optional().describe('Default: in half a year.'),
    ...why,
  }),
  answer: saved,
});

export const changeReport = route({
  method: 'PUT',
  path: '/api/v1/saved-reports/:name',
  summary: 'Save the next version of a report, or give it to another owner',
  tag: 'datasets',
  permission: 'datasets.save',
  params,
  body: z.object({
    version: z.number().int().describe('The version that was looked at.'),
    ...stated,
    reviewOn: wireDay,
    ownerId: wireId.optional(),
    ...why,
  }),
  answer: saved,
});

export const retireReport = route({
  method: 'POST',
  path: '/api/v1/saved-reports/:name/retirement',
  summary: 'Retire a report: it runs no more, its versions stay',
  tag: 'datasets',
  permission: 'datasets.save',
  params,
  body: z.object(why),
  answer: z.object({ name: z.string() }),
});

export const runReport = route({
  method: 'GET',
  path: '/api/v1/saved-reports/:name/answer',
  summary: 'Run a saved report: the rows that this reader may see',
  tag: 'datasets',
  permission: 'datasets.read',
  params,
  query: z.object({ limit: z.coerce.number().int().min(1).max(5000).default(200) }),
  answer: wireAnswer.extend({ title: z.string() }),
  fromReplica: true,
});

export const exportReport = route({
  method: 'GET',
  path: '/api/v1/saved-reports/:name/export',
  summary: 'Run a saved report as CSV, workbook with live totals, or PDF',
  tag: 'datasets',
  permission: 'datasets.read',
  params,
  query: z.object({ format: z.enum(fileFormats).default('csv') }),
  kind: 'file',
  answer: z.undefined(),
  fromReplica: true,
});
