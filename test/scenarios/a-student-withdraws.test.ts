/** A student of the fall term: aid beyond the charges, fourteen days, and leaving in October. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { noteAct, returnProgramme } from '#areas/students/actions/follow-withdrawal.ts';
import { importAid } from '#areas/students/actions/import-aid.ts';
import { recordAid, recordCharge } from '#areas/students/actions/record-money.ts';
import { recordTerm } from '#areas/students/actions/record-term.ts';
import { recordWithdrawal } from '#areas/students/actions/record-withdrawal.ts';
import { weighTerm } from '#areas/students/actions/weigh-term.ts';
import { readAidFile } from '#areas/students/answers/read-aid-file.ts';
import { readStudent } from '#areas/students/answers/student.ts';
import { worksheetPaper } from '#areas/students/answers/worksheet-paper.ts';
import { currency } from '#kernel/money.ts';
import { agingOf } from '#test/support/agings.ts';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';

async function deskOfStudent() {
  const desk = await deskOn('2026-09-14');
  const accountId = await desk.account('S-20417');
  const common = { accountId, term: 'FA26', document: null, externalId: null };
  const term = {
    accountId,
    term: 'FA26',
    startsOn: day('2026-08-24'),
    endsOn: day('2026-12-11'),
    classesFrom: day('2026-08-24'),
    breaks: [{ start: day('2026-11-21'), end: day('2026-11-29') }],
    parentName: '',
  };
  await desk.done((context) => recordTerm(context, term));
  const clocks = () =>
    desk.db.all(sql<{ kind: string; due_on: string; state: string }>`
      select kind, due_on, state from clocks.clock_card order by started_on, kind, state`);
  return {
    ...desk,
    accountId,
    term,
    clocks,
    charge: (kind: 'tuition' | 'fine', amount: string) =>
      desk.done((context) =>
        recordCharge(context, {
          ...common,
          kind,
          authorised: false,
          amount: usd(amount),
          on: day('2026-08-25'),
        }),
      ),
    aid: (programme: 'unsub' | 'sub' | 'pell', amount: string, on = '2026-09-14') =>
      desk.done((context) =>
        recordAid(context, {
          ...common,
          programme,
          state: 'disbursed',
          amount: usd(amount),
          on: day(on),
        }),
      ),
  };
}

test('aid beyond the charges is the student’s, on a clock of fourteen days', async () => {
  await using desk = await deskOfStudent();
  await desk.charge('tuition', '5000');
  await desk.charge('fine', '150');
  const { creditId } = await desk.aid('pell', '6000');
  expect(creditId).not.toBeNull();
  expect(await desk.clocks()).toEqual([
    { kind: 'title_iv_14d', due_on: '2026-09-28', state: 'running' },
  ]);
  // The fine stays open: Title IV pays it only with the student's written word.
  expect((await agingOf(desk, { asOf: '2026-09-14' })).balance).toBe('-850.00');
  const student = await readStudent(desk.db, desk.accountId, 'en');
  expect(student?.terms).toMatchObject([
    { titleIvBalance: '1000.00', ledgerCredit: '850.00', payBy: '2026-09-28' },
  ]);
  // More tuition takes it away again, and the clock asks for nothing.
  await desk.charge('tuition', '1000');
  expect((await desk.clocks()).map(({ state }) => state)).toEqual(['void']);
  expect(await desk.done((context) => weighTerm(context, desk.term))).toEqual({ creditId: null });
});

test('who leaves in October: the worksheet, its deadlines, and what goes back', async () => {
  await using desk = await deskOfStudent();
  await desk.charge('tuition', '6000');
  await desk.aid('unsub', '990');
  await desk.aid('sub', '1732');
  await desk.aid('pell', '3000');
  desk.on('2026-10-12');
  const leaving = {
    accountId: desk.accountId,
    term: 'FA26',
    withdrawnOn: day('2026-10-05'),
    determinedOn: day('2026-10-12'),
    attended: {
      isTreatedAsNeverAttended: false,
      isAidReturned: false,
      areChargesRefunded: false,
      isBalanceWrittenOff: false,
    },
  };
  const { withdrawalId } = await desk.done((context) => recordWithdrawal(context, leaving));
  expect(answerOf(await desk.act((context) => recordWithdrawal(context, leaving)))).toBe(
    'students.withdrawn_already',
  );
  const student = await readStudent(desk.db, desk.accountId, 'en');
  const [one] = student?.withdrawals ?? [];
  if (!student || !one) throw new Error('a withdrawal');
  expect(one.returns.map(({ programme, amount }) => `${programme} ${amount}`)).toEqual([
    'unsub 990.00',
    'sub 1732.00',
    'pell 562.43',
  ]);
  expect(one.steps.find(({ step }) => step === 'percent')).toMatchObject({
    title: 'Share earned',
    formula: '43 ÷ 101 = .4257',
    result: '42.6 %',
    citation: '34 CFR 668.22(e)(2)',
  });
  const paper = await worksheetPaper(one, student, 'es');
  expect(new TextDecoder().decode(paper.slice(0, 5))).toBe('%PDF-');
  expect(await desk.clocks()).toEqual([
    { kind: 'r2t4_return', due_on: '2026-11-26', state: 'running' },
  ]);

  const back = (programme: 'unsub' | 'sub' | 'pell' | 'teach') =>
    desk.act((context) =>
      returnProgramme(context, {
        accountId: desk.accountId,
        withdrawalId,
        programme,
        on: day('2026-10-12'),
      }),
    );
  expect(await back('unsub')).toMatchObject({ value: { returned: '990.00', left: 2 } });
  expect(answerOf(await back('unsub'))).toBe('students.returned_already unsub');
  expect(answerOf(await back('teach'))).toBe('students.returned_more teach');
  await back('sub');
  await back('pell');
  expect((await desk.clocks()).map(({ state }) => state)).toEqual(['met']);
  // 6,000 charged, 5,722 of aid, 3,284.43 of it gone back.
  expect((await agingOf(desk, { asOf: '2026-10-12' })).balance).toBe('3562.43');
  const note = { accountId: desk.accountId, withdrawalId, kind: 'grant_notice' as const };
  const noted = desk.done((context) => noteAct(context, { ...note, on: day('2026-10-12') }));
  expect(await noted).toEqual({ noted: true });
});

test('a file of charges and aid comes in once, whole or not at all', async () => {
  await using desk = await deskOfStudent();
  const text = [
    'account,term,kind,state,amount,day,id',
    'S-20417,FA26,tuition,,5000.00,2026-08-25,C-1',
    'S-20417,FA26,pell,disbursed,6000.00,2026-09-14,D-1',
  ].join('\n');
  const rows = readAidFile(new TextEncoder().encode(text), currency('USD'));
  if (!rows.ok) throw new Error(rows.refusal);
  const bring = () => desk.act((context) => importAid(context, rows.value, []));
  expect(await bring()).toMatchObject({ value: { recorded: 2, known: 0 } });
  expect(await bring()).toMatchObject({ value: { recorded: 0, known: 2 } });
  expect((await agingOf(desk, { asOf: '2026-09-14' })).balance).toBe('-1000.00');
  const bad = readAidFile(new TextEncoder().encode(text.replace('pell', 'pall')), currency('USD'));
  expect(answerOf(bad)).toBe('students.unknown_kind 3 pall');
});
