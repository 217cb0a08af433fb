/**
 * Makes the next papers of a run, some at a time: read at the cut-off, judged, drawn, kept.
 *
 * Each piece commits whole and asks for the next one, so a run that is killed goes on where it
 * was, and a paper is never made twice.
 */
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { keepFile } from '#areas/correspondence/index.ts';
import { type Delivery, deliveriesOf } from '#areas/customers/index.ts';
import { type PaperContent, type Sheet, familyTotals, sheetsOf } from '#areas/invoices/index.ts';
import { type PartFacts, paperParts } from '#areas/invoices/rules/statement-part.ts';
import { bucketLabels, bucketSets } from '#areas/ledger/rules/aging.ts';
import { wayOut } from '../rules/paper.ts';
import { recipient } from '../rules/recipient.ts';
import { statementFacts } from '../store/facts.ts';
import { type NewPaper, insertPapers, lastPapers, nextToMake } from '../store/papers.ts';
import { type Run, type Selected, insertRunChange, lockRun, updateRun } from '../store/runs.ts';
import { type DrawInvoice, type Drawn, writeInvoices } from './make-invoices.ts';

/** Draws papers: the bytes and how many pages each has. */
export type Draw = {
  /** In their order. */
  statements(contents: readonly PaperContent[]): Promise<readonly Drawn[]>;
  readonly invoice: DrawInvoice;
};

/** So many are made in one transaction; a pause takes hold after them. */
const atOnce = 25;
const edges = bucketSets.standard;

/** Answers how many were made; none when the run does not want any now. */
export async function makePapers(
  context: Context,
  runId: Id,
  draw: Draw,
): Promise<Outcome<{ made: number }, never>> {
  const { tx } = context;
  const run = await lockRun(tx, runId);
  if (!run || run.state !== 'preparing' || run.paused) return accept({ made: 0 });
  const next = await nextToMake(tx, runId, atOnce);
  if (run.kind === 'invoice') await writeInvoices(context, run, next, draw.invoice);
  else await writeStatements(context, run, next, draw);
  if (next.length < atOnce) {
    await updateRun(context, runId, { state: 'review', paused: false });
    await insertRunChange(context, { runId, what: 'prepared' });
    await context.tell({ name: 'statements.run_prepared', accountId: null, payload: { runId } });
  } else {
    await context.tell({ name: 'statements.run_moved', accountId: null, payload: { runId } });
  }
  return accept({ made: next.length });
}

async function writeStatements(
  context: Context,
  run: Run,
  next: readonly Selected[],
  draw: Draw,
): Promise<void> {
  const { tx } = context;
  const everybody = [...new Set(next.flatMap(({ members }) => members))];
  const own = next.map(({ accountId }) => accountId);
  const [facts, deliveries, sheets, last] = await Promise.all([
    statementFacts(tx, everybody, run),
    deliveriesOf(tx, own),
    sheetsOf(tx, [...new Set([...own, ...everybody])]),
    lastPapers(tx, own, run),
  ]);
  const known = { facts, sheets: new Map(sheets.map((each) => [each.accountId, each])) };
  const delivery = new Map(deliveries.map((each) => [each.accountId, each]));
  const contents = next.map((each) => contentOf(run, each, known, delivery));
  const drawn = await draw.statements(contents);
  const papers: NewPaper[] = [];
  for (const [index, each] of next.entries()) {
    const [content, file, how] = [contents[index], drawn[index], delivery.get(each.accountId)];
    if (!content || !file || !how) throw new Error(`no paper for account ${each.accountId}`);
    const balances = [...familyTotals(content.sections)].map(([currency, closing]) => ({
      currency,
      closing,
    }));
    const way = wayOut({ ...how, balances, last: last.get(each.accountId) });
    const kept = await keepFile(context, {
      accountId: each.accountId,
      fileName: `statement-${content.account}-${run.toOn}.pdf`,
      mediaType: 'application/pdf',
      content: file.bytes,
    });
    if (!kept.ok) throw new Error(`the statement of ${content.account} was not kept`);
    papers.push({
      accountId: each.accountId,
      runId: run.runId,
      subjectId: each.subjectId,
      statementId: context.newId(),
      form: content.form,
      language: content.language,
      rule: how.rule,
      channel: way.channel,
      ...recipient(how, way.channel),
      balances,
      problems: way.problems,
      pages: file.pages,
      fileId: kept.value.fileId,
      sha256: fingerprint(file.bytes),
    });
  }
  await insertPapers(context, papers);
  context.did({ what: 'statements made', id: run.runId, facts: { count: papers.length } });
}

type Known = {
  readonly facts: ReadonlyMap<Id, PartFacts>;
  readonly sheets: ReadonlyMap<Id, Sheet>;
};

function contentOf(
  run: Run,
  { accountId, members }: Selected,
  { facts, sheets }: Known,
  deliveries: ReadonlyMap<Id, Delivery>,
): PaperContent {
  const sheet = sheets.get(accountId);
  const how = deliveries.get(accountId);
  if (!sheet || !how) throw new Error(`account ${accountId} is gone`);
  return {
    language: how.contact?.language ?? how.language,
    form: how.statementForm,
    from: sheet.from,
    address: sheet.address,
    account: sheet.account,
    fromOn: run.fromOn,
    toOn: run.toOn,
    bucketLabels: bucketLabels(edges),
    sections: members.map((member) => ({
      title: titleOf(sheets.get(member)),
      parts: paperParts(facts.get(member) ?? noFacts, how.statementForm, { on: run.toOn, edges }),
    })),
  };
}

const noFacts: PartFacts = { opening: new Map<Currency, bigint>(), moved: [], open: [] };

function titleOf(sheet: Sheet | undefined): string {
  return sheet === undefined ? '' : `${sheet.account} · ${sheet.name}`;
}
