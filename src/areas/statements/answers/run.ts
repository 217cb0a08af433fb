/** What is read of a run of statements or invoices: how it stands, its papers, its sample. */
import type { Id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WirePaper, WireRun, WireRunPage } from '../contract/runs.ts';
import { sampleOf } from '../rules/sample.ts';
import { countsOf } from '../store/counts.ts';
import { type Paper, papersOf } from '../store/papers.ts';
import { type Run, historyOf } from '../store/runs.ts';

export function wireRun(run: Run): WireRun {
  const { runId, kind, company, fromOn, toOn, knownAt, state, paused, selected } = run;
  const { startedAt, startedBy } = run;
  const cutOff = { fromOn, toOn, knownAt };
  return { runId, kind, company, ...cutOff, state, paused, selected, startedAt, startedBy };
}

export async function wireRunPage(db: Queries, run: Run, language: Language): Promise<WireRunPage> {
  const [counts, history] = await Promise.all([countsOf(db, run.runId), historyOf(db, run.runId)]);
  return {
    ...wireRun(run),
    startedBy: actorName(run.startedBy, language),
    counts: { ...counts, byProblem: { ...counts.byProblem } },
    history: history.map((line) => ({ ...line, actor: actorName(line.actor, language) })),
  };
}

export function wirePaper(paper: Paper): WirePaper {
  const { balances, problems, runId: _, statementId: __, fileId: ___, ...rest } = paper;
  const { contactId: ____, messageId: _____, subjectId, ...shown } = rest;
  return {
    ...shown,
    documentId: paper.document === null ? null : subjectId,
    problems: [...problems],
    balances: balances.map(({ currency, closing }) => ({
      currency,
      closing: formatMoney(money(closing, currency)),
    })),
  };
}

/** A few papers without a problem, the same ones however often one looks. */
export async function samplePapers(db: Queries, runId: Id): Promise<Paper[]> {
  return sampleOf(await papersOf(db, { runId, exceptions: false }, null), sampleSize);
}

const sampleSize = 5;
