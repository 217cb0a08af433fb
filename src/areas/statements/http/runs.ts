/** Runs of statements and of invoices over HTTP. */
import { day, startOfMonth } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { listName, makeCursor, readCursor } from '#platform/page.ts';
import { keptFile } from '#areas/correspondence/index.ts';
import { actOnRun } from '../actions/act-on-run.ts';
import { answerPaper } from '../actions/answer-paper.ts';
import { startRun } from '../actions/start-run.ts';
import { noteTrial, trialTo } from '../actions/note-trial.ts';
import { samplePapers, wirePaper, wireRun, wireRunPage } from '../answers/run.ts';
import { postSample } from '../answers/post-sample.ts';
import * as contract from '../contract/runs.ts';
import { papersOf } from '../store/papers.ts';
import { type Run, runOf, runsOf } from '../store/runs.ts';

const reads: readonly Served[] = [
  serve(contract.runs, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const found = await runsOf(desk.db, { kind: query.kind, companies }, query.limit + 1);
    const rows = found.slice(0, query.limit).map(wireRun);
    return accept({ rows, more: found.length > query.limit });
  }),
  serve(contract.runPage, async ({ params, desk, session }) => {
    const run = await runInSight(desk, session, params.runId);
    return run.ok ? accept(await wireRunPage(desk.db, run.value, session.language)) : run;
  }),
  serve(contract.papers, async ({ params, query, desk, session }) => {
    const run = await runInSight(desk, session, params.runId);
    if (!run.ok) return run;
    const { runId } = run.value;
    if (query.show === 'sample') {
      const rows = await samplePapers(desk.db, runId);
      return accept({ rows: rows.map(wirePaper), nextCursor: null });
    }
    const list = listName(`papers ${runId}`, query);
    const after = readCursor(list, query.cursor);
    if (!after.ok) return after;
    const exceptions = query.show === 'exceptions' ? true : undefined;
    const filter = { runId, exceptions, after: after.value && lastSeen(after.value) };
    const found = await papersOf(desk.db, filter, query.limit + 1);
    const rows = found.slice(0, query.limit);
    const last = found.length > query.limit ? rows.at(-1) : undefined;
    return accept({
      rows: rows.map(wirePaper),
      nextCursor: last ? makeCursor(list, [last.account, last.subjectId]) : null,
    });
  }),
  serveFile(contract.paperPdf, async ({ params, query, desk, session }) => {
    const run = await runInSight(desk, session, params.runId);
    if (!run.ok) return run;
    const { runId } = run.value;
    const subjectId = query.document === undefined ? undefined : id(query.document);
    const filter = { runId, accountId: id(params.accountId), subjectId };
    const [paper] = await papersOf(desk.db, filter, 1);
    const file = paper?.fileId && (await keptFile(desk.db, paper.accountId, paper.fileId));
    if (!paper || !file) return refuse('statements.no_such_paper');
    const name = file.fileName;
    return accept({ name, type: file.mediaType, body: file.content });
  }),
];

const writes: readonly Served[] = [
  serve(contract.startRun, async ({ body, session, perform }) => {
    const known = session.companies.find(({ code }) => code === body.company);
    if (!known) return refuse('statements.no_such_company', { company: body.company });
    const toOn = day(body.to);
    const fromOn = body.from === undefined ? startOfMonth(toOn) : day(body.from);
    const wish = { kind: body.kind, companyId: known.companyId, fromOn, toOn };
    return perform('statements.start_run', body.reason, (context) => startRun(context, wish));
  }),
  serve(contract.controlRun, async ({ params, body, desk, session, perform }) => {
    const run = await runInSight(desk, session, params.runId);
    if (!run.ok) return run;
    const wish = { runId: run.value.runId, act: body.act };
    return perform('statements.act_on_run', body.reason, (context) => actOnRun(context, wish));
  }),
  serve(contract.approveRun, async ({ params, body, desk, session, perform }) => {
    const run = await runInSight(desk, session, params.runId);
    if (!run.ok) return run;
    const wish = { runId: run.value.runId, act: 'approve' } as const;
    return perform('statements.approve_run', body.reason, (context) => actOnRun(context, wish));
  }),
  serve(contract.answerPaper, async ({ params, body, desk, session, perform }) => {
    const run = await runInSight(desk, session, params.runId);
    if (!run.ok) return run;
    const accountId = id(params.accountId);
    const subjectId = body.document === undefined ? undefined : id(body.document);
    const wish = { runId: run.value.runId, accountId, subjectId, answer: body.answer };
    return perform(
      'statements.answer_paper',
      body.reason,
      (context) => answerPaper(context, wish),
      accountId,
    );
  }),
  serve(contract.testRun, async ({ params, desk, session, perform, wire }) => {
    const run = await runInSight(desk, session, params.runId);
    if (!run.ok) return run;
    if (desk.mail === undefined) return refuse('statements.mail_not_set_up');
    const { runId } = run.value;
    const to = await trialTo(desk.db, session.memberId);
    const papers = await samplePapers(desk.db, runId);
    const noted = await perform('statements.test_run', 'a test to oneself', (context) =>
      noteTrial(context, { runId, papers: papers.length }),
    );
    if (!noted.ok || wire.dryRun) return noted.ok ? accept({ to, papers: papers.length }) : noted;
    const posted = await postSample(desk, desk.mail, { run: run.value, papers, to });
    if (posted.state === 'sent') return accept({ to, papers: papers.length });
    return refuse('statements.mail_not_taken', { detail: posted.detail });
  }),
];

function lastSeen([account, subjectId]: readonly (string | number | null)[]) {
  return { account: String(account), subjectId: id(String(subjectId)) };
}

/** The run, if it is of a company in sight. */
async function runInSight(
  desk: Desk,
  session: Session,
  runId: string,
): Promise<Outcome<Run & { readonly runId: Id }, 'statements.no_such_run'>> {
  const run = await runOf(desk.db, id(runId), session.companyIds);
  return run ? accept(run) : refuse('statements.no_such_run');
}

export const runRoutes: readonly Served[] = [...reads, ...writes];
