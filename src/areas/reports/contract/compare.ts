/** What a comparison of two moments says and hears over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
} from '#platform/contract/wire.ts';
import { agingBy, whoseFilter } from '../contract.ts';
import { changeColumns, compareSorts, factFigures, itemFigures } from '../rules/compare.ts';

const momentsQuery = {
  from: wireDay.optional().describe('The opening’s day. Default: the last Friday before `to`.'),
  fromKnown: z.iso.datetime().optional().describe('Default: as known now.'),
  to: wireDay.optional().describe('The closing’s day. Default: today.'),
  toKnown: z.iso.datetime().optional().describe('Default: as known now.'),
};

const compareFilter = {
  ...momentsQuery,
  by: agingBy.default('account'),
  company: z.string().optional().describe('Company code.'),
  ...whoseFilter,
  account: wireId.optional(),
  q: z.string().max(100).optional().describe('Part of a number or a name.'),
};

const compareOrder = {
  sort: z
    .enum(compareSorts)
    .default('change')
    .describe('Figures by their size, whatever their sign.'),
  direction: z.enum(['asc', 'desc']).default('desc'),
};

const bucketFilter = {
  basis: z.enum(['due', 'invoice']).default('due'),
  buckets: z.string().default('0,30,60,90,120').describe('Upper edges in days, rising.'),
};

const moments = {
  from: z.object({ asOf: wireDay, knownAt: z.string() }),
  to: z.object({ asOf: wireDay, knownAt: z.string() }),
};

/** With their signs: opening and everything between add up to closing as they stand. */
const changeSums = {
  opening: wireAmount,
  invoiced: wireAmount.describe('Invoices, debit memos and charges.'),
  cash: wireAmount.describe('Receipts (−), returned payments and refunds (+).'),
  credits: wireAmount.describe('Credit memos, discounts and small differences.'),
  writeOffs: wireAmount.describe('Write-offs (−) and their recovery (+).'),
  moved: wireAmount.describe('From and to other accounts; 0 over a company.'),
  corrections: wireAmount.describe('Reversals of our own, and whatever was recorded late.'),
  late: wireAmount.describe('The part of the corrections that was recorded late.'),
  closing: wireAmount,
  change: wireAmount.describe('Closing less opening.'),
};

const compareRow = z.object({
  key: z.string(),
  accountId: wireId.nullable(),
  account: z.string().nullable(),
  customer: z.string().nullable(),
  name: z.string(),
  company: z.string().nullable(),
  collector: z.string().nullable(),
  currency: wireCurrency,
  ...changeSums,
  facts: z.number().int().describe('How much was posted between the moments.'),
});
export type CompareRow = z.infer<typeof compareRow>;

export const compare = route({
  method: 'GET',
  path: '/api/v1/compare',
  summary: 'What changed between two moments, by whom, adding up from opening to closing',
  tag: 'aging',
  permission: 'aging.read',
  query: z.object({ ...compareFilter, ...compareOrder, ...pageQuery }),
  answer: z.object({
    ...moments,
    by: agingBy,
    rows: z.array(compareRow).describe('Only those in which something was posted.'),
    totals: z.array(
      z.object({
        currency: wireCurrency,
        ...changeSums,
        changed: z.number().int(),
        unchanged: z.number().int().describe('Lines in which nothing was posted.'),
        still: wireAmount.describe('What those lines were and are worth.'),
      }),
    ),
    ...pageAnswer,
  }),
});

const bucketSums = {
  opening: wireAmount,
  added: wireAmount.describe('What came between, in the bucket where it ended.'),
  rolledIn: wireAmount,
  rolledOut: wireAmount,
  settled: wireAmount.describe('Paid, credited or given up.'),
  reopened: wireAmount.describe('Opened again: a payment came back or was taken off.'),
  closing: wireAmount,
};

export const compareBuckets = route({
  method: 'GET',
  path: '/api/v1/compare/buckets',
  summary: 'How the buckets moved between two moments: rolled, settled, new',
  tag: 'aging',
  permission: 'aging.read',
  query: z.object({ ...compareFilter, ...bucketFilter }),
  answer: z.object({
    ...moments,
    basis: z.enum(['due', 'invoice']),
    currencies: z.array(
      z.object({
        currency: wireCurrency,
        buckets: z.array(z.object({ bucket: z.string(), ...bucketSums })),
        total: z.object(bucketSums),
      }),
    ),
  }),
});

export const compareFigure = z.enum([...factFigures, ...itemFigures]);

const comparedItem = z.object({
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  company: z.string(),
  itemId: wireId,
  document: z.string(),
  kind: z.string(),
  entryKind: z.string().nullable(),
  column: z.enum(changeColumns).nullable(),
  currency: wireCurrency,
  dueOn: wireDay,
  effectiveOn: wireDay,
  recordedAt: z.string().nullable(),
  late: z.boolean().describe('Its day had come by the opening, but it was recorded later.'),
  amount: wireAmount.describe('Its part of the figure.'),
  before: wireAmount.nullable().describe('Open at the opening; null for what was posted.'),
  after: wireAmount.nullable(),
  fromBucket: z.string().nullable(),
  toBucket: z.string().nullable(),
  applied: z
    .array(z.object({ document: z.string(), amount: wireAmount }))
    .describe('What it was applied with between the moments.'),
});
export type ComparedItem = z.infer<typeof comparedItem>;

export const compareRows = route({
  method: 'GET',
  path: '/api/v1/compare/rows',
  summary: 'The documents, payments and items behind one figure of a comparison',
  tag: 'aging',
  permission: 'aging.read',
  query: z.object({
    ...compareFilter,
    ...bucketFilter,
    figure: compareFigure.default('all'),
    bucket: z.string().max(40).optional().describe('A bucket’s label, or unapplied.'),
    currency: wireCurrency.optional(),
    ...pageQuery,
  }),
  answer: z.object({
    rows: z.array(comparedItem),
    sums: z.array(z.object({ currency: wireCurrency, amount: wireAmount })),
    ...pageAnswer,
  }),
});

export const exportCompare = route({
  method: 'GET',
  path: '/api/v1/compare/export',
  summary: 'The comparison as CSV, or as a workbook with live formulas and its rows',
  tag: 'aging',
  permission: 'aging.read',
  kind: 'file',
  query: z.object({
    ...compareFilter,
    ...compareOrder,
    ...bucketFilter,
    format: z.enum(['csv', 'xlsx']),
  }),
  answer: z.undefined(),
});

export const compareMoments = route({
  method: 'GET',
  path: '/api/v1/compare/moments',
  summary: 'The moments that a reader usually compares with',
  tag: 'aging',
  permission: 'aging.read',
  query: z.object({ company: z.string().optional().describe('Whose signed month; default: any.') }),
  answer: z.object({
    moments: z.array(
      z.object({
        name: z.enum(['friday', 'month_end', 'pack', 'look', 'import']),
        asOf: wireDay,
        knownAt: z.string().nullable().describe('Null: as known now.'),
        to: z
          .object({ asOf: wireDay, knownAt: z.string() })
          .nullable()
          .describe('Null: compared with now. The last import is shown by itself, as a whole.'),
        period: z.string().nullable().describe('The month that was signed.'),
      }),
    ),
  }),
});
