/** What the import screen says and hears over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
  wireInstant,
} from '#platform/contract/wire.ts';

export const importKinds = [
  'customers',
  'items',
  'payments',
  'applications',
  'orders',
  'terms',
  'contacts',
  'owners',
  'notes',
  'promises',
  'disputes',
  'next-actions',
  'book',
] as const;

const uploadParams = z.object({ uploadId: wireId });

/** One column of the file and the field it was taken for. */
const mappedColumn = z.object({
  column: z.string(),
  index: z.number().int(),
  field: z.string().nullable(),
  confidence: z.number().int().min(0).max(100),
  samples: z.array(z.string()),
});

const question = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The option that answers it and its choices. */
  option: z.enum(['dateOrder', 'decimalMark', 'currency', 'kind', 'company', 'mapping']),
  choices: z.array(z.string()),
});

const problem = z.object({
  file: z.string(),
  line: z.number().int(),
  field: z.string(),
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
});

const controlTotal = z.object({
  currency: wireCurrency,
  rows: z.number().int(),
  debits: wireAmount,
  credits: wireAmount,
});

const settings = z.object({
  kind: z.enum(importKinds).optional(),
  company: z.string().trim().max(40).optional(),
  currency: wireCurrency.optional(),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']).optional(),
  decimalMark: z.enum(['.', ',']).optional(),
  mapping: z.record(z.string(), z.string()).optional().describe('Field to column name.'),
  snapshot: z
    .boolean()
    .optional()
    .describe('The file lists every open item; what is not in it any more is closed.'),
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,39}$/u)
    .optional()
    .describe('What the system that writes the file is called.'),
});

const preview = z.object({
  uploadId: wireId,
  file: z.string(),
  kind: z.enum(importKinds).nullable(),
  preset: z.string().nullable(),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  rows: z.number().int(),
  columns: z.array(mappedColumn),
  fields: z.array(z.object({ field: z.string(), required: z.boolean() })),
  settings,
  questions: z.array(question),
  notes: z.array(z.string()),
  source: z.string(),
  snapshotSuggested: z.boolean().describe('Open items of this source came in before.'),
});

const figure = z.object({ count: z.number().int(), amount: wireAmount });

/** `opening + fresh + raised + lowered + reappeared + reposted + vanished = closing`. */
const snapshotTotal = z.object({
  currency: wireCurrency,
  opening: figure,
  fresh: figure,
  unchanged: figure,
  raised: figure,
  lowered: figure,
  vanished: figure,
  reappeared: figure,
  reposted: figure,
  closing: figure,
  ahead: figure.describe('Applied here and not yet known to the source.'),
  kept: figure.describe('Kept as it was: rows that could not be read, reserved credits.'),
  file: figure.describe('closing + ahead - kept'),
});

const snapshotOutcome = z.object({
  source: z.string(),
  asOf: wireDay,
  closes: z.number().int().describe('To be confirmed with `confirmClosing` when they are many.'),
  parts: z.array(
    z.object({
      company: z.string(),
      covers: z.enum(['all', 'debits']),
      last: wireDay.nullable(),
      closes: z.number().int(),
      totals: z.array(snapshotTotal),
      exceptions: z.array(
        z.object({
          item: z.string(),
          why: z.enum(['ahead', 'unread', 'reserved']),
          currency: wireCurrency,
          amount: wireAmount,
        }),
      ),
    }),
  ),
  asks: z
    .object({ code: z.string(), message: z.string(), remedy: z.string() })
    .nullable()
    .describe('Why it is not taken in like this.'),
});

const outcome = z.object({
  importId: wireId.nullable().describe('Null for a dry run.'),
  kind: z.enum(importKinds),
  rows: z.number().int(),
  accepted: z.number().int(),
  duplicates: z.number().int(),
  skipped: z.number().int(),
  problems: z.array(problem),
  problemCount: z.number().int(),
  controlTotals: z.array(controlTotal),
  created: z.object({
    customers: z.number().int(),
    accounts: z.number().int(),
    items: z.number().int(),
  }),
  snapshot: snapshotOutcome.nullable(),
});

export const upload = route({
  method: 'POST',
  path: '/api/v1/imports/uploads',
  summary: 'Drop a file; answers what it was taken for',
  tag: 'imports',
  permission: 'imports.run',
  kind: 'upload',
  answer: preview,
});

export const adjustUpload = route({
  method: 'PUT',
  path: '/api/v1/imports/uploads/:uploadId',
  summary: 'Fix the kind, the mapping or an option; answers the new preview',
  tag: 'imports',
  permission: 'imports.run',
  params: uploadParams,
  body: settings,
  answer: preview,
});

export const runImport = route({
  method: 'POST',
  path: '/api/v1/imports/uploads/:uploadId/run',
  summary: 'Dry run, or take the file in',
  tag: 'imports',
  permission: 'imports.run',
  params: uploadParams,
  body: z.object({
    dryRun: z.boolean(),
    acceptGood: z.boolean().default(false),
    asOf: wireDay.optional().describe('The day of a snapshot; today unless stated.'),
    confirmClosing: z
      .number()
      .int()
      .optional()
      .describe('How many items a snapshot may close, when it would close many.'),
  }),
  answer: outcome,
});

export const imports = route({
  method: 'GET',
  path: '/api/v1/imports',
  summary: 'What was imported, newest first',
  tag: 'imports',
  permission: 'imports.read',
  query: z.object(pageQuery),
  answer: z.object({
    rows: z.array(
      z.object({
        importId: wireId,
        at: wireInstant,
        actor: z.string(),
        files: z.array(z.string()),
        kind: z.string(),
        company: z.string(),
        accepted: z.number().int(),
        controlTotals: z.array(controlTotal),
        undoneAt: wireInstant.nullable(),
        undoable: z.boolean(),
      }),
    ),
    ...pageAnswer,
  }),
});

export const undoImport = route({
  method: 'POST',
  path: '/api/v1/imports/:importId/undo',
  summary: 'Reverse everything an import posted',
  tag: 'imports',
  permission: 'imports.undo',
  params: z.object({ importId: wireId }),
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ reversed: z.number().int() }),
});

export const sources = route({
  method: 'GET',
  path: '/api/v1/imports/sources',
  summary: 'Where the data comes from: the last snapshot of every source, and how old it is',
  tag: 'imports',
  permission: 'accounts.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    today: wireDay,
    rows: z.array(
      z.object({
        company: z.string(),
        source: z.string(),
        asOf: wireDay,
        takenAt: wireInstant,
        covers: z.enum(['all', 'debits']),
        stale: z.boolean().describe('Older than the next business day.'),
        toConfirm: z.number().int().describe('Items closed at source of which nobody said what.'),
        ahead: z.number().int().describe('Items with money applied here that it does not know.'),
        kept: z.number().int().describe('Items whose row could not be read, kept as they were.'),
      }),
    ),
  }),
});

export const closings = route({
  method: 'GET',
  path: '/api/v1/imports/closings',
  summary: 'Items closed at their source of which nobody said yet what it was, the largest first',
  tag: 'imports',
  permission: 'accounts.read',
  query: z.object({ company: z.string().optional(), ...pageQuery }),
  answer: z.object({
    rows: z.array(
      z.object({
        accountId: wireId,
        adjustmentId: wireId,
        account: z.string(),
        name: z.string(),
        company: z.string(),
        source: z.string(),
        number: z.string(),
        closedOn: wireDay,
        dueOn: wireDay,
        currency: wireCurrency,
        amount: wireAmount,
      }),
    ),
    ...pageAnswer,
  }),
});

export const confirmClosings = route({
  method: 'POST',
  path: '/api/v1/imports/closings/confirm',
  summary: 'Say what closed them: paid, credited or written off there, or an error of the file',
  tag: 'imports',
  permission: 'imports.confirm',
  body: z.object({
    closings: z
      .array(z.object({ accountId: wireId, adjustmentId: wireId }))
      .min(1)
      .max(1000),
    answer: z.enum(['paid', 'credited', 'written_off', 'error']),
    reason: z.string().trim().max(500).default(''),
  }),
  answer: z.object({ confirmed: z.number().int() }),
});
