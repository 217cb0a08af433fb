/** What the workbooks say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireId, wireInstant } from '#platform/contract/wire.ts';
import { workbookKinds } from './rules/kinds.ts';

const base = '/api/v1/workbooks';
const tag = 'workbooks';
const uploadParams = z.object({ uploadId: wireId });

export const cellOutcomes = ['clean', 'conflict', 'refused', 'already'] as const;

const diffCell = z.object({
  column: z.string(),
  header: z.string().describe('What the sheet calls the column.'),
  cell: z.string().describe('Where it stands: `H12`.'),
  outcome: z.enum(cellOutcomes),
  old: z.string().describe('As it went out, as the sheet shows it.'),
  theirs: z.string().describe('As it came back.'),
  ours: z.string().describe('As it is now.'),
  oursValue: z.string().describe('As it is now, as a value: what a choice refers to.'),
  problem: z
    .object({ code: z.string(), message: z.string() })
    .nullable()
    .describe('Why it is refused, and what to do.'),
});
export type WireDiffCell = z.infer<typeof diffCell>;

const diffRow = z.object({
  key: z.string(),
  line: z.number().int(),
  accountId: wireId.nullable(),
  account: z.string(),
  name: z.string(),
  cells: z.array(diffCell),
});
export type WireDiffRow = z.infer<typeof diffRow>;

const cameBack = z.object({
  uploadId: wireId,
  kind: z.enum(workbookKinds),
  name: z.string(),
  sha256: z.string(),
  at: wireInstant,
  applied: z.number().int(),
  undone: z.number().int(),
});
export type WireUpload = z.infer<typeof cameBack>;

const tally = z.object({
  clean: z.number().int(),
  conflict: z.number().int(),
  refused: z.number().int(),
  already: z.number().int(),
});

const review = z.object({
  upload: cameBack,
  workbookId: wireId,
  sheet: z.string(),
  knownAt: wireInstant.describe('When the workbook went out.'),
  rowsRead: z.number().int(),
  tally,
  rows: z.array(diffRow).describe('Rows with a cell that differs from what went out.'),
  missing: z.array(z.string()).describe('Columns that may be edited and are not in the sheet.'),
});
export type WireReview = z.infer<typeof review>;

export const workbookFile = route({
  method: 'GET',
  path: `${base}/:kind/file`,
  summary: 'A signed workbook to edit in a spreadsheet; that it was handed out is written down',
  tag,
  permission: 'accounts.read',
  kind: 'file',
  params: z.object({ kind: z.enum(workbookKinds) }),
  query: z.object({
    company: z.string().optional(),
    owner: z
      .union([wireId, z.enum(['me', 'nobody'])])
      .optional()
      .describe('Whose accounts, or for tasks whose tasks; everybody’s without it.'),
    account: wireId.optional().describe('Of one account.'),
  }),
  answer: z.undefined(),
});

export const uploads = route({
  method: 'GET',
  path: `${base}/uploads`,
  summary: 'The workbooks that the reader brought back, the latest first',
  tag,
  permission: 'accounts.read',
  answer: z.object({ rows: z.array(cameBack) }),
});

export const upload = route({
  method: 'POST',
  path: `${base}/uploads`,
  summary: 'Bring an edited workbook back: kept as it came, and shown as differences',
  tag,
  permission: 'accounts.read',
  kind: 'upload',
  answer: review,
});

export const reviewUpload = route({
  method: 'GET',
  path: `${base}/uploads/:uploadId`,
  summary: 'What an edited workbook would change now',
  tag,
  permission: 'accounts.read',
  params: uploadParams,
  answer: review,
});

export const uploadFile = route({
  method: 'GET',
  path: `${base}/uploads/:uploadId/file`,
  summary: 'An edited workbook as it came',
  tag,
  permission: 'accounts.read',
  kind: 'file',
  params: uploadParams,
  answer: z.undefined(),
});

export const apply = route({
  method: 'POST',
  path: `${base}/uploads/:uploadId/application`,
  summary: 'Apply an edited workbook: clean cells, and conflicts as they were decided',
  tag,
  permission: 'accounts.read',
  params: uploadParams,
  body: z.object({
    choices: z
      .array(
        z.object({
          key: z.string().max(200),
          column: z.string().max(60),
          take: z.enum(['theirs', 'ours']),
          ours: z.string().max(4000).describe('`oursValue` of the cell when it was decided.'),
        }),
      )
      .max(100_000)
      .default([]),
  }),
  answer: z.object({
    applied: z.number().int(),
    refused: z.number().int(),
    leftOut: z.number().int(),
    rows: z.array(diffRow).describe('With what was refused, and why.'),
  }),
});

export const undo = route({
  method: 'POST',
  path: `${base}/uploads/:uploadId/undo`,
  summary: 'Take back what a workbook changed, as far as it still stands and can be taken back',
  tag,
  permission: 'accounts.read',
  params: uploadParams,
  body: z.object({}),
  answer: z.object({ undone: z.number().int(), kept: z.number().int() }),
});
