/** What the reconciliations say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { answerKinds } from './rules/signing.ts';

const why = { reason: z.string().trim().min(1).max(500) };
const note = { note: z.string().trim().min(1).max(500) };
const of = z.object({ accountId: wireId, reconciliationId: wireId });
const path = '/api/v1/accounts/:accountId/reconciliations/:reconciliationId';

const signature = z.object({ by: z.string(), on: wireDay, note: z.string() });

const head = {
  accountId: wireId,
  reconciliationId: wireId,
  account: z.string(),
  name: z.string(),
  company: z.string(),
  currency: wireCurrency,
  fromOn: wireDay,
  toOn: wireDay,
  family: z.boolean(),
  by: z.string(),
  reason: z.string(),
  state: z.enum(['open', 'prepared', 'reviewed']),
  preparer: signature.nullable(),
  reviewer: signature.nullable(),
};
const card = z.object(head);
export type WireCard = z.infer<typeof card>;

export const reconciliations = route({
  method: 'GET',
  path: '/api/v1/reconciliations',
  summary: 'Accounts agreed with their customers, the latest first',
  tag: 'reconciliations',
  permission: 'accounts.read',
  query: z.object({ company: z.string().optional(), accountId: wireId.optional() }),
  answer: z.object({ rows: z.array(card) }),
});

const row = z.object({
  key: z.string(),
  kind: z.enum(['agreed', 'amount', 'only_ours', 'only_theirs']),
  itemId: wireId.nullable().describe('Of ours, where it is one item.'),
  ourNumber: z.string(),
  theirNumber: z.string(),
  dueOn: wireDay.nullable(),
  ours: wireAmount.nullable(),
  theirs: wireAmount.nullable(),
  theirLines: z.number().int().describe('So many of their lines have this number.'),
  difference: wireAmount.describe('Theirs less ours.'),
  answer: z
    .object({ how: z.enum(answerKinds), note: z.string(), made: z.string(), by: z.string() })
    .nullable(),
});
export type WireCompared = z.infer<typeof row>;

const figures = {
  bridge: z.object({
    opening: wireAmount,
    invoices: wireAmount,
    charges: wireAmount,
    cash: wireAmount,
    credits: wireAmount,
    adjustments: wireAmount,
    closing: wireAmount,
  }),
  source: z.string().nullable().describe('Null while nothing of theirs was entered.'),
  theirClosing: wireAmount.nullable(),
  theirLines: z.number().int(),
  difference: wireAmount.nullable(),
  unexplained: wireAmount.nullable().describe('What their lines do not add up to.'),
  agreed: z.number().int(),
  open: z.number().int().describe('Differences that nobody answered.'),
  rows: z.array(row),
};
const page = z.object({ ...head, ...figures });
export type WireReconciliation = z.infer<typeof page>;

export const reconciliation = route({
  method: 'GET',
  path,
  summary: 'Our bridge and items beside the customer’s own statement, difference by difference',
  tag: 'reconciliations',
  permission: 'accounts.read',
  params: of,
  answer: page,
});

export const beginReconciliation = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/reconciliations',
  summary: 'Begin to agree an account, or its whole family, with what the customer says it owes',
  tag: 'reconciliations',
  permission: 'accounts.reconcile',
  params: z.object({ accountId: wireId }),
  body: z.object({
    currency: wireCurrency.optional().describe('Default: the company’s own.'),
    fromOn: wireDay,
    toOn: wireDay,
    family: z.preprocess((said) => said === true || said === 'on' || said === 'true', z.boolean()),
    ...why,
  }),
  answer: z.object({ reconciliationId: wireId }),
});

const entered = z.object({
  lines: z.number().int(),
  unread: z.number().int().describe('Rows that say something which could not be read.'),
});

export const enterTheirs = route({
  method: 'POST',
  path: `${path}/their-lines`,
  summary: 'Enter what the customer says it owes, as it was pasted',
  tag: 'reconciliations',
  permission: 'accounts.reconcile',
  params: of,
  body: z.object({
    text: z.string().min(1).max(500_000),
    closing: wireAmount.optional().describe('The sum that they state.'),
  }),
  answer: entered,
});

export const uploadTheirs = route({
  method: 'POST',
  path: `${path}/their-file`,
  summary: 'Enter what the customer says it owes, from its CSV or workbook',
  tag: 'reconciliations',
  permission: 'accounts.reconcile',
  params: of,
  kind: 'upload',
  answer: entered,
});

export const answerDifference = route({
  method: 'POST',
  path: `${path}/answers`,
  summary: 'Say what is done about a difference; a dispute or a task comes of it',
  tag: 'reconciliations',
  permission: 'accounts.reconcile',
  params: of,
  body: z.object({ difference: z.string().min(1).max(200), how: z.enum(answerKinds), ...note }),
  answer: z.object({ made: z.string() }),
});

export const signReconciliation = route({
  method: 'POST',
  path: `${path}/signature`,
  summary: 'Sign as who prepared it, or, another person, as who reviewed it; its figures freeze',
  tag: 'reconciliations',
  permission: 'accounts.reconcile',
  params: of,
  body: z.object({ as: z.enum(['preparer', 'reviewer']), ...note }),
  answer: z.object({ state: z.enum(['open', 'prepared', 'reviewed']) }),
});

export const exportReconciliation = route({
  method: 'GET',
  path: `${path}/export`,
  summary: 'The reconciliation as a workbook or a PDF',
  tag: 'reconciliations',
  permission: 'accounts.read',
  params: of,
  query: z.object({ format: z.enum(['xlsx', 'pdf']).default('pdf') }),
  kind: 'file',
  answer: z.undefined(),
});
