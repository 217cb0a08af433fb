/** Student accounts over HTTP. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { type Served, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import { importAid } from './actions/import-aid.ts';
import { noteAct, returnProgramme } from './actions/follow-withdrawal.ts';
import { recordAid, recordCharge } from './actions/record-money.ts';
import { recordTerm } from './actions/record-term.ts';
import { recordWithdrawal } from './actions/record-withdrawal.ts';
import { readAidFile } from './answers/read-aid-file.ts';
import { readStudent } from './answers/student.ts';
import { worksheetPaper } from './answers/worksheet-paper.ts';
import * as contract from './contract.ts';

const readings: readonly Served[] = [
  serve(contract.studentAccount, async ({ params, desk, session }) => {
    const found = await readStudent(desk.db, id(params.accountId), session.language);
    return found ? accept(found) : refuse('students.no_such_account', { account: '' });
  }),
  serveFile(contract.worksheetFile, async ({ params, desk, session }) => {
    const student = await readStudent(desk.db, id(params.accountId), session.language);
    const withdrawal = student?.withdrawals.find(
      (each) => each.withdrawalId === params.withdrawalId,
    );
    if (!student || !withdrawal) return refuse('students.no_such_withdrawal');
    const body = await worksheetPaper(withdrawal, student, session.language);
    const name = `r2t4-${student.account}-${withdrawal.term}.pdf`;
    return accept({ name, type: 'application/pdf', body });
  }),
];

const recording: readonly Served[] = [
  serve(contract.recordTerm, ({ params, body, perform }) => {
    const { reason, breaks, ...rest } = body;
    const accountId = id(params.accountId);
    const term = {
      accountId,
      term: rest.term,
      startsOn: day(rest.startsOn),
      endsOn: day(rest.endsOn),
      classesFrom: day(rest.classesFrom),
      breaks: breaks.map(({ start, end }) => ({ start: day(start), end: day(end) })),
      parentName: rest.parentName,
    };
    return perform('students.record_term', reason, (c) => recordTerm(c, term), accountId);
  }),
  serve(contract.recordCharge, async ({ params, body, perform }) => {
    const { reason, ...rest } = body;
    const ready = moneyOf(params.accountId, rest);
    if (!ready.ok) return ready;
    const wish = { ...ready.value, kind: rest.kind, authorised: rest.authorised };
    const { accountId } = wish;
    return perform('students.record_charge', reason, (c) => recordCharge(c, wish), accountId);
  }),
  serve(contract.recordAid, async ({ params, body, perform }) => {
    const { reason, ...rest } = body;
    const ready = moneyOf(params.accountId, rest);
    if (!ready.ok) return ready;
    const wish = { ...ready.value, programme: rest.programme, state: rest.state };
    const { accountId } = wish;
    return perform('students.record_aid', reason, (c) => recordAid(c, wish), accountId);
  }),
  serveUpload(contract.importAid, async ({ files, query, session, perform }) => {
    const [file] = files;
    if (!file) return refuse('students.file_unreadable');
    const rows = readAidFile(file.bytes, currency('USD'));
    if (!rows.ok) return rows;
    const seen = session.companies.map(({ code }) => code);
    const companies = seen.filter((code) => code === (query.company ?? code));
    return perform('students.import_aid', `file ${file.name}`, (context) =>
      importAid(context, rows.value, companies),
    );
  }),
];

const leaving: readonly Served[] = [
  serve(contract.recordWithdrawal, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const wish = {
      accountId,
      term: body.term,
      withdrawnOn: day(body.withdrawnOn),
      determinedOn: day(body.determinedOn),
      attended: {
        isTreatedAsNeverAttended: body.neverAttended,
        isAidReturned: body.aidReturned,
        areChargesRefunded: body.chargesRefunded,
        isBalanceWrittenOff: body.balanceWrittenOff,
      },
    };
    return perform(
      'students.record_withdrawal',
      body.reason,
      (context) => recordWithdrawal(context, wish),
      accountId,
    );
  }),
  serve(contract.returnProgramme, ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const on = body.on === undefined ? desk.clock.today() : day(body.on);
    const withdrawalId = id(params.withdrawalId);
    const wish = { accountId, withdrawalId, programme: body.programme, on };
    return perform(
      'students.return_programme',
      body.reason,
      (context) => returnProgramme(context, wish),
      accountId,
    );
  }),
  serve(contract.noteWithdrawalAct, ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const on = body.on === undefined ? desk.clock.today() : day(body.on);
    const wish = { accountId, withdrawalId: id(params.withdrawalId), kind: body.kind, on };
    return perform('students.note_act', body.reason, (c) => noteAct(c, wish), accountId);
  }),
];

export const studentRoutes: readonly Served[] = [...readings, ...recording, ...leaving];

type MoneyBody = {
  readonly term: string;
  readonly amount: string;
  readonly currency: string;
  readonly on: string;
  readonly document?: string | undefined;
  readonly externalId?: string | undefined;
};

function moneyOf(accountId: string, body: MoneyBody) {
  const amount = parseMoney(body.amount, currency(body.currency));
  if (!amount) {
    const facts = { amount: body.amount, currency: body.currency };
    return refuse('students.amount_unreadable', facts);
  }
  return accept({
    accountId: id(accountId),
    term: body.term,
    amount,
    on: day(body.on),
    document: body.document ?? null,
    externalId: body.externalId ?? null,
  });
}
