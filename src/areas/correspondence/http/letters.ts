/** Letters over HTTP: printed, mailed, brought back, listed. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { type Desk, accepted, perform as performFor } from '#platform/action.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { renderReport } from '#platform/cli/report.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { settleHanding } from '../actions/letters/hand-over.ts';
import { type HeldBack, mailBatch } from '../actions/letters/mail-batch.ts';
import { type ReportLetter, reportLetter } from '../actions/letters/report-letter.ts';
import { printLetters } from '../actions/letters/print-letters.ts';
import { returnLetter } from '../actions/letters/return-letter.ts';
import { withdrawLetter } from '../actions/letters/withdraw-letter.ts';
import { handBatch } from '../answers/letters/hand-batch.ts';
import { drawLettersOn } from '../answers/letters/draw-letters.ts';
import { manifestOf } from '../answers/letters/manifest.ts';
import { whyHere } from '../answers/why-here.ts';
import * as contract from '../contract/letters.ts';
import { type Batch, batchFile, batchesOf, lettersQueued } from '../store/letters.ts';
import { type Handing, handingsOf } from '../store/handings.ts';
import { lastReports } from '../store/letter-reports.ts';
import { type LoggedLetter, mailLog } from '../store/mail-log.ts';

const reads: readonly Served[] = [
  serve(contract.letterQueue, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const [counts, found] = await Promise.all([
      lettersQueued(desk.db, companies),
      batchesOf(desk.db, { companies }, query.limit + 1),
    ]);
    const batches = found.slice(0, query.limit).map((batch) => wireBatch(batch, session));
    const printer = desk.printer?.provider ?? null;
    return accept({ ...counts, printer, batches, more: found.length > query.limit });
  }),
  serve(contract.mailLog, async ({ query, desk, session }) => {
    const filter = {
      companies: visibleCompanies(session),
      batchId: query.batchId === undefined ? undefined : id(query.batchId),
      accountId: query.accountId === undefined ? undefined : id(query.accountId),
      state: query.state,
    };
    const found = await mailLog(desk.db, filter, query.limit + 1);
    const shown = found.slice(0, query.limit);
    const ids = shown.map(({ messageId }) => messageId);
    const [handings, reports] = await Promise.all([
      handingsOf(desk.db, ids),
      lastReports(desk.db, ids),
    ]);
    const rows = shown.map((letter) => ({
      ...wireLetter(letter, handings.get(letter.messageId), session.language),
      reported: reports.get(letter.messageId) ?? null,
    }));
    return accept({ rows, more: found.length > query.limit });
  }),
  serveFile(contract.printFile, async ({ params, desk, session }) => {
    const batch = await batchInSight(desk, session, params.batchId);
    if (!batch.ok) return batch;
    const body = await batchFile(desk.db, batch.value.batchId);
    if (!body) return refuse('correspondence.no_such_batch');
    const { company, printedOn } = batch.value;
    const name = `letters-${company}-${printedOn}.pdf`;
    return accept({ name, type: 'application/pdf', body });
  }),
  serveFile(contract.manifest, async ({ params, query, desk, session }) => {
    const batch = await batchInSight(desk, session, params.batchId);
    if (!batch.ok) return batch;
    const { batchId } = batch.value;
    const letters = await mailLog(desk.db, { companies: session.companyIds, batchId }, null);
    const report = manifestOf(batch.value, letters, session.language);
    const body = await renderReport(report, query.format, session.language);
    return accept({
      name: `${report.fileName}.${query.format}`,
      type: fileTypes[query.format],
      body,
    });
  }),
];

function wireHeldBack({ letter, why }: HeldBack, language: Language) {
  const { account, name, firstPage, pages } = letter;
  return { account, name, firstPage, pages, why: whyHere(why, language) };
}

const writes: readonly Served[] = [
  serve(contract.printLetters, ({ body, desk, session, perform }) => {
    const company = session.companies.find(({ code }) => code === body.company);
    if (!company) {
      return Promise.resolve(refuse('correspondence.no_such_company', { company: body.company }));
    }
    const { mailClass, most } = body;
    const wish = { companyId: company.companyId, mailClass, most };
    const draw = drawLettersOn(desk.clock.today());
    return perform('correspondence.print_letters', 'the letters of the day', (context) =>
      printLetters(context, wish, draw),
    );
  }),
  serve(contract.mailBatch, async ({ params, body, desk, session, perform }) => {
    const batch = await batchInSight(desk, session, params.batchId);
    if (!batch.ok) return batch;
    const certified = new Map<Id, string>(
      Object.entries(body.certified).map(([messageId, number]) => [id(messageId), number]),
    );
    const mailedOn = day(body.mailedOn ?? desk.clock.today());
    const wish = { batchId: batch.value.batchId, mailedOn, certified };
    return perform('correspondence.mail_batch', 'handed to the post', async (context) => {
      const done = await mailBatch(context, wish);
      if (!done.ok) return done;
      const { mailed, heldBack } = done.value;
      return accept({
        mailed,
        heldBack: heldBack.map((each) => wireHeldBack(each, session.language)),
      });
    });
  }),
  serve(contract.handBatch, async ({ params, body, desk, session, wire }) => {
    const batch = await batchInSight(desk, session, params.batchId);
    if (!batch.ok) return batch;
    if (wire.dryRun) return accept({ taken: 0, refused: 0, unknown: 0, next: body.after });
    return handBatch(desk, session.actor, { batchId: batch.value.batchId, ...body });
  }),
  serve(contract.settleHanding, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const wish = { accountId, messageId: id(params.messageId), there: body.there };
    return perform(
      'correspondence.settle_handing',
      body.reason,
      (context) => settleHanding(context, wish),
      accountId,
    );
  }),
  serve(contract.withdrawLetter, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    return perform(
      'correspondence.withdraw_letter',
      body.reason,
      (context) => withdrawLetter(context, { accountId, messageId: id(params.messageId) }),
      accountId,
    );
  }),
  serve(contract.returnLetter, ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const on = day(body.returnedOn ?? desk.clock.today());
    const wish = { accountId, messageId: id(params.messageId), on, cause: body.cause };
    return perform(
      'correspondence.return_letter',
      body.reason,
      (context) => returnLetter(context, { ...wish, note: body.reason }),
      accountId,
    );
  }),
];

async function batchInSight(
  desk: Desk,
  session: Session,
  batchId: string,
): Promise<Outcome<Batch, 'correspondence.no_such_batch'>> {
  const filter = { companies: session.companyIds, batchId: id(batchId) };
  const [batch] = await batchesOf(desk.db, filter, 1);
  return batch ? accept(batch) : refuse('correspondence.no_such_batch');
}

function wireBatch({ companyId, ...batch }: Batch, { language }: Session) {
  return { ...batch, actor: companyId && actorName(batch.actor, language) };
}

function wireLetter(letter: LoggedLetter, handing: Handing | undefined, language: Language) {
  return {
    accountId: letter.accountId,
    messageId: letter.messageId,
    account: letter.account,
    name: letter.name,
    subject: letter.subject,
    batchId: letter.batchId,
    position: letter.position,
    firstPage: letter.firstPage,
    pages: letter.pages,
    tracking: letter.tracking,
    mailClass: letter.mailClass,
    printedOn: letter.printedOn,
    mailedOn: letter.mailedOn,
    certifiedNumber: letter.certifiedNumber,
    returnedOn: letter.returnedOn,
    cause: letter.cause,
    withdrawnWhy: letter.withdrawnWhy === null ? null : whyHere(letter.withdrawnWhy, language),
    state: letter.state,
    handed: handing
      ? {
          event: handing.event,
          provider: handing.provider,
          ref: handing.ref,
          detail: handing.detail,
        }
      : null,
    address: [...letter.address],
    enclosures: [...letter.enclosures],
  };
}

export const letterRoutes: readonly Served[] = [...reads, ...writes];

/** Takes what the printing provider reports; whoever calls has checked its signature. */
export async function hearLetterReport(desk: Desk, report: ReportLetter): Promise<void> {
  const doing = {
    action: 'correspondence.report_letter',
    actor: { ref: 'job:correspondence.letters', memberId: null },
    reason: 'the provider reports',
    input: report,
  };
  accepted(await performFor(desk, doing, (context) => reportLetter(context, report)));
}
