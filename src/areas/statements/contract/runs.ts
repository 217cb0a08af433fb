/** Runs of statements and of invoices over the wire. */
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
  wireLanguage,
} from '#platform/contract/wire.ts';
import { problemKinds } from '../rules/paper.ts';
import { runKinds, runStates } from '../rules/run.ts';

const params = z.object({ runId: wireId });
const paperParams = z.object({ runId: wireId, accountId: wireId });
const reason = z.string().trim().min(1).max(500);
const count = z.number().int();

const run = z.object({
  runId: wireId,
  kind: z.enum(runKinds),
  company: z.string(),
  fromOn: wireDay,
  toOn: wireDay,
  knownAt: wireInstant.describe('Nothing that was recorded later is in its papers.'),
  state: z.enum(runStates),
  paused: z.boolean(),
  selected: count,
  startedAt: wireInstant,
  startedBy: z.string(),
});
export type WireRun = z.infer<typeof run>;

const counts = z
  .object({
    made: count,
    sent: count,
    exceptions: count,
    exceptionsOut: count.describe('Released, or printed for want of an e-mail address.'),
    held: count,
    waiting: count.describe('Exceptions that nobody has answered.'),
    byEmail: count,
    byLetter: count,
    byPortal: count,
    byProblem: z.record(z.string(), count),
  })
  .describe('Once all are out or answered: selected = sent + exceptions.');

const paper = z.object({
  accountId: wireId,
  documentId: wireId.nullable().describe('Null for a statement.'),
  document: z.string().nullable().describe('The number of the invoice.'),
  account: z.string(),
  name: z.string(),
  form: z.enum(['balance_forward', 'open_item', 'invoice']),
  language: wireLanguage,
  rule: z.string(),
  channel: z.enum(['email', 'letter', 'portal']).nullable(),
  toName: z.string(),
  toAddress: z.string(),
  balances: z.array(z.object({ currency: wireCurrency, closing: wireAmount })),
  problems: z.array(z.enum(problemKinds)),
  pages: count,
  sha256: z.string().nullable().describe('Null for an invoice that cannot be written out.'),
  answer: z.enum(['release', 'hold']).nullable(),
  answerReason: z.string().nullable(),
  deliveredAt: wireInstant.nullable(),
  messageState: z.string().nullable(),
});
export type WirePaper = z.infer<typeof paper>;

export const startRun = route({
  method: 'POST',
  path: '/api/v1/statement-runs',
  summary: 'Start a run of statements, or of invoices; its cut-off is frozen now',
  tag: 'statements',
  permission: 'statements.run',
  body: z.object({
    kind: z.enum(runKinds).default('statement'),
    company: z.string().min(1),
    from: wireDay.optional().describe('Default: the first day of the month of `to`.'),
    to: wireDay,
    reason: reason.default('the papers of the period'),
  }),
  answer: z.object({ runId: wireId, selected: count }),
});

export const runs = route({
  method: 'GET',
  path: '/api/v1/statement-runs',
  summary: 'Runs of statements or of invoices, the latest first',
  tag: 'statements',
  permission: 'accounts.read',
  query: z.object({
    kind: z.enum(runKinds).default('statement'),
    company: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ rows: z.array(run), more: z.boolean() }),
});

export const runPage = route({
  method: 'GET',
  path: '/api/v1/statement-runs/:runId',
  summary: 'One run: how far it is, what is out of the ordinary, what was done to it',
  tag: 'statements',
  permission: 'accounts.read',
  params,
  answer: run.extend({
    counts,
    history: z.array(
      z.object({ what: z.string(), reason: z.string(), at: wireInstant, actor: z.string() }),
    ),
  }),
});
export type WireRunPage = z.infer<typeof runPage.answer>;

export const papers = route({
  method: 'GET',
  path: '/api/v1/statement-runs/:runId/papers',
  summary: 'The papers of a run: its exceptions, five of the others as a sample, or all',
  tag: 'statements',
  permission: 'accounts.read',
  params,
  query: z.object({ show: z.enum(['exceptions', 'sample', 'all']).default('all'), ...pageQuery }),
  answer: z.object({ rows: z.array(paper), nextCursor: pageAnswer.nextCursor }),
});

export const paperPdf = route({
  method: 'GET',
  path: '/api/v1/statement-runs/:runId/papers/:accountId/statement.pdf',
  summary: 'The very bytes of a statement or an invoice, as it was made and sent',
  tag: 'statements',
  permission: 'accounts.read',
  kind: 'file',
  params: paperParams,
  query: z.object({ document: wireId.optional().describe('In a run of invoices: which.') }),
  answer: z.undefined(),
});

export const controlRun = route({
  method: 'POST',
  path: '/api/v1/statement-runs/:runId/control',
  summary: 'Pause, resume or stop a run',
  tag: 'statements',
  permission: 'statements.run',
  params,
  body: z.object({ act: z.enum(['pause', 'resume', 'stop']), reason }),
  answer: z.object({ state: z.enum(runStates), paused: z.boolean() }),
});

export const approveRun = route({
  method: 'POST',
  path: '/api/v1/statement-runs/:runId/approval',
  summary: 'Approve a run: what is in order goes out, exceptions wait for their answer',
  tag: 'statements',
  permission: 'statements.approve',
  params,
  body: z.object({ reason }),
  answer: z.object({ state: z.enum(runStates), paused: z.boolean() }),
});

export const answerPaper = route({
  method: 'POST',
  path: '/api/v1/statement-runs/:runId/papers/:accountId/answer',
  summary: 'Release a paper that is out of the ordinary, or hold one back',
  tag: 'statements',
  permission: 'statements.run',
  params: paperParams,
  body: z.object({
    answer: z.enum(['release', 'hold']),
    document: wireId.optional().describe('In a run of invoices: which.'),
    reason,
  }),
  answer: z.object({ answer: z.enum(['release', 'hold']) }),
});

export const testRun = route({
  method: 'POST',
  path: '/api/v1/statement-runs/:runId/test',
  summary: 'Send the sample to one’s own e-mail address, and to nobody else',
  tag: 'statements',
  permission: 'statements.run',
  params,
  body: z.object({}),
  answer: z.object({ to: z.string(), papers: count }),
});
