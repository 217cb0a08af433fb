/** What the month-end page and the trial balance say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { rowParts } from '../rules/month-end.ts';

export const trialBalance = route({
  method: 'GET',
  path: '/api/v1/trial-balance',
  summary: 'The journal’s accounts over a stretch of posting days',
  tag: 'periods',
  permission: 'aging.read',
  query: z.object({
    company: z.string().min(1).max(40),
    from: wireDay,
    to: wireDay,
    knownAt: z.iso.datetime().optional(),
  }),
  answer: z.object({
    company: z.string(),
    from: wireDay,
    to: wireDay,
    knownAt: z.string(),
    rows: z.array(
      z.object({
        account: z.string().describe('The journal’s account.'),
        number: z.string().nullable().describe('The company’s own number, where it is mapped.'),
        currency: wireCurrency,
        opening: wireAmount.describe('Debit less credit before the first day.'),
        debit: wireAmount,
        credit: wireAmount,
        closing: wireAmount,
        closingBase: wireAmount.describe('In the company’s base currency.'),
      }),
    ),
  }),
});

const monthParams = z.object({ period: z.string().min(1).max(20).describe('Such as 2026-10.') });
const monthOf = { company: z.string().min(1).max(40).describe('Company code.') };
const written = { by: z.string(), at: z.string(), note: z.string() };
const measure = {
  currency: wireCurrency,
  inBase: z.boolean().describe('The whole book in the company’s base currency.'),
};

export const monthEndLine = z.object({
  ...measure,
  aging: wireAmount.describe('The control account by effective day.'),
  books: wireAmount.describe('By posting day, as in the trial balance.'),
  credits: wireAmount.describe('Unapplied money and open credits within it.'),
  revaluation: wireAmount,
  entered: z
    .object({
      amount: wireAmount,
      withoutCredits: z.boolean(),
      withRevaluation: z.boolean(),
      ...written,
    })
    .nullable()
    .describe('What the general ledger says.'),
  parts: z.array(
    z.object({ part: z.enum(['posted_later', 'credits', 'revaluation']), amount: wireAmount }),
  ),
  earlier: wireAmount.describe('Posted in the period, effective before it; within our books.'),
  closings: wireAmount.describe(
    'Named no more by its source, not confirmed yet; not in the aging.',
  ),
  closingRows: z.number().int(),
  laterRows: z.number().int(),
  earlierRows: z.number().int(),
  explanations: z.array(z.object({ explanationId: wireId, amount: wireAmount, ...written })),
  difference: wireAmount.nullable().describe('General ledger less aging.'),
  unexplained: wireAmount.nullable(),
});

export const monthEndAnswer = z.object({
  company: z.string(),
  companyName: z.string(),
  baseCurrency: wireCurrency,
  period: z.object({ name: z.string(), firstOn: wireDay, lastOn: wireDay }),
  before: z.string(),
  after: z.string().nullable().describe('Null when the next period still lies ahead.'),
  state: z.enum(['open', 'soft', 'hard']),
  over: z.boolean(),
  signed: z.object({ knownAt: z.string(), ...written }).nullable(),
  afterClose: z
    .number()
    .int()
    .describe('Entries that were posted into the period after it was closed softly.'),
  lines: z.array(monthEndLine),
  steps: z.array(
    z.object({
      step: z.string(),
      title: z.object({ en: z.string(), es: z.string() }).nullable(),
      done: z.boolean(),
      byFacts: z.boolean(),
      tick: z.object(written).nullable(),
    }),
  ),
  facts: z.object({
    balancesMissing: z.number().int(),
    unapplied: z.number().int(),
    openDisputes: z.number().int(),
    reviewedSince: z.boolean(),
    closingsOpen: z.number().int(),
    bankAccounts: z.number().int(),
    bankFilesMissing: z.number().int(),
  }),
});
export type MonthEnd = z.infer<typeof monthEndAnswer>;

export const monthEnd = route({
  method: 'GET',
  path: '/api/v1/month-end',
  summary: 'A period against the general ledger: what differs and why, what is left to do',
  tag: 'periods',
  permission: 'aging.read',
  query: z.object({
    company: z.string().max(40).optional().describe('Default: the first that one sees.'),
    period: z.string().max(20).optional().describe('Default: the last one that is over.'),
  }),
  answer: monthEndAnswer,
});

const monthQuery = z.object({ ...monthOf });

export const monthEndRows = route({
  method: 'GET',
  path: '/api/v1/month-end/:period/rows',
  summary: 'The rows behind a part of the difference',
  tag: 'periods',
  permission: 'aging.read',
  params: monthParams,
  query: z.object({
    ...monthOf,
    part: z.enum(rowParts),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  answer: z.object({
    more: z.boolean(),
    rows: z.array(
      z.object({
        accountId: wireId,
        account: z.string().nullable(),
        name: z.string().nullable(),
        kind: z.string(),
        document: z.string().nullable(),
        effectiveOn: wireDay,
        postedOn: wireDay.nullable(),
        recordedAt: z.string().nullable(),
        currency: wireCurrency,
        amount: wireAmount,
        by: z.string().nullable().describe('Of `after_close`: who posted it.'),
        reason: z.string().nullable().describe('Of `after_close`: why.'),
      }),
    ),
  }),
});

export const exportMonthEnd = route({
  method: 'GET',
  path: '/api/v1/month-end/:period/export',
  summary: 'The month-end page as a file',
  tag: 'periods',
  permission: 'aging.read',
  kind: 'file',
  params: monthParams,
  query: monthQuery.extend({ format: z.enum(['csv', 'xlsx', 'pdf']) }),
  answer: z.undefined(),
});

const saved = z.object({ period: z.string() });

/** What a person types; the page knows the rest. */
export const typedBalance = {
  body: z.object({ amount: wireAmount, note: z.string().trim().max(500).default('') }),
};
export const typedExplanation = {
  body: z.object({ amount: wireAmount, note: z.string().trim().min(1).max(500) }),
};

export const enterBalance = route({
  method: 'POST',
  path: '/api/v1/month-end/:period/balances',
  summary: 'Enter what the general ledger says of the receivables account',
  tag: 'periods',
  permission: 'month_end.work',
  params: monthParams,
  body: z.object({
    ...monthOf,
    ...measure,
    amount: wireAmount,
    withoutCredits: z.boolean().default(false),
    withRevaluation: z.boolean().default(false),
    note: z.string().trim().max(500).default(''),
  }),
  answer: saved,
});

export const explainDifference = route({
  method: 'POST',
  path: '/api/v1/month-end/:period/explanations',
  summary: 'Explain a part of the difference',
  tag: 'periods',
  permission: 'month_end.work',
  params: monthParams,
  body: z.object({
    ...monthOf,
    ...measure,
    amount: wireAmount.describe('As in general ledger less ours.'),
    note: z.string().trim().min(1).max(500),
  }),
  answer: z.object({ explanationId: wireId }),
});

export const withdrawExplanation = route({
  method: 'POST',
  path: '/api/v1/month-end/:period/explanations/:explanationId/withdraw',
  summary: 'Take an explanation back',
  tag: 'periods',
  permission: 'month_end.work',
  params: monthParams.extend({ explanationId: wireId }),
  body: z.object(monthOf),
  answer: saved,
});

export const tickStep = route({
  method: 'POST',
  path: '/api/v1/month-end/:period/steps',
  summary: 'Tick a step of the checklist, or take the tick back',
  tag: 'periods',
  permission: 'month_end.work',
  params: monthParams,
  body: z.object({
    ...monthOf,
    step: z.string().min(1).max(40),
    done: z.boolean(),
    note: z.string().trim().max(500).default(''),
  }),
  answer: saved,
});

export const signMonthEnd = route({
  method: 'POST',
  path: '/api/v1/month-end/:period/sign-off',
  summary: 'Sign the period: its figures are kept with the moment they were cut at',
  tag: 'periods',
  permission: 'month_end.sign',
  params: monthParams,
  body: z.object({ ...monthOf, note: z.string().trim().max(500).default('') }),
  answer: z.object({ knownAt: z.string() }),
});

export const setChecklist = route({
  method: 'PUT',
  path: '/api/v1/month-end-checklist',
  summary: 'Give the company a month-end checklist of its own; none brings the standard one back',
  tag: 'periods',
  permission: 'month_end.sign',
  body: z.object({
    ...monthOf,
    steps: z
      .array(
        z.object({
          step: z.string().regex(/^[a-z0-9_]{1,40}$/u),
          en: z.string().trim().min(1).max(200),
          es: z.string().trim().min(1).max(200),
        }),
      )
      .max(50),
  }),
  answer: z.object({ steps: z.number().int() }),
});
