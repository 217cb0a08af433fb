/** Money that nobody asks for: letter, second person, report; and the notice of a refund. */
import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { setDebtProfile } from '#areas/compliance/index.ts';
import { findAccount, saveContact } from '#areas/customers/index.ts';
import { agingOf } from '#test/support/agings.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import { deskOwing200, idsOf } from '#test/support/refund-desk.ts';
import { readUnclaimed } from '../answers/unclaimed.ts';
import { findCredits } from './find-credits.ts';
import { makeReport, requestSurrender, writeLetters } from './surrender-credits.ts';
import { writeNotice } from './write-notice.ts';

const profile = {
  collector: null,
  obligor: 'entity' as const,
  guarantor: null,
  purpose: 'commercial' as const,
  state: 'DC',
  city: null,
  zone: null,
  enteredOn: null,
};

test('a credit that nobody asks for goes to the state by letter, approval and report', async () => {
  await using desk = await deskOwing200();
  const { accountId, companyId } = desk;
  await desk.done((context) => setDebtProfile(context, { accountId, ...profile }));
  // Arose 2026-06-10: dormant on 2029-06-10, in by 1 November 2029.
  desk.on('2029-06-01');
  await desk.done((context) => findCredits(context, 'all'));
  const stage = async () =>
    (await readUnclaimed(desk.db, 'all', desk.clock.today())).rows[0]?.stage;
  expect(await stage()).toBe('letter_due');
  const [found] = (await readUnclaimed(desk.db, 'all', desk.clock.today())).rows;
  if (!found) throw new Error('a credit');
  const ask = () =>
    desk.act(
      (context) =>
        requestSurrender(context, {
          accountId,
          creditId: id(found.creditId),
          evidence: '',
        }),
      desk.rosa,
    );
  expect(answerOf(await ask())).toBe('refunds.not_dormant 2029-06-10');
  const letters = () => desk.done((context) => writeLetters(context, [companyId]));
  expect(await letters()).toEqual({ written: 1 });
  expect(await letters()).toEqual({ written: 0 });
  const { body } = await desk.db.one(sql<{ body: string }>`
    select body from correspondence.message where channel = 'letter'`);
  expect(body).toContain('custody');
  desk.on('2029-06-11');
  expect(await stage()).toBe('dormant');
  const { refundId, requestId } = idsOf(await ask());
  expect(await desk.available()).toEqual(['0']);
  await desk.decide(requestId, 'yes', desk.maya);
  expect(answerOf(await desk.release(refundId, desk.rosa))).toBe('refunds.own_request');
  await desk.release(refundId, desk.tess);
  const report = () =>
    desk.act(
      (context) => makeReport(context, { companyId, company: 'MAIN', state: 'DC' }),
      desk.tess,
    );
  expect(await report()).toMatchObject({ value: { lines: 1, total: usd('200') } });
  expect(answerOf(await report())).toBe('refunds.nothing_released state');
  expect((await agingOf(desk, { asOf: '2029-06-11' })).unapplied).toBe('0.00');
  const lines = await desk.db.all(sql<{ credit: string }>`
    select credit from ledger.line where debit = 'ar' and credit = 'unclaimed-property'`);
  expect(lines).toHaveLength(1);
  const { rows, reports } = await readUnclaimed(desk.db, 'all', desk.clock.today());
  expect([rows.length, reports.length]).toEqual([0, 1]);
});

test('the customer hears of the money in their own language, once', async () => {
  await using desk = await deskOwing200();
  const { accountId } = desk;
  const account = await findAccount(desk.db, accountId);
  if (!account) throw new Error('an account');
  const { refundId, requestId } = idsOf(await desk.ask(desk.creditId, '200', desk.rosa));
  await desk.decide(requestId, 'yes', desk.maya);
  await desk.release(refundId, desk.tess);
  await desk.payOut('check', desk.tess);
  const paymentId = (await desk.standing(refundId))?.paymentId;
  if (!paymentId) throw new Error('a payment');
  const write = () => desk.done((context) => writeNotice(context, { accountId, paymentId }));
  expect(await write()).toEqual({ written: false });
  const contact = {
    role: 'payables',
    name: 'Elena Marín',
    email: 'elena@north.example',
    phone: null,
    language: 'es' as const,
    zone: null,
  };
  await desk.done((context) =>
    saveContact(context, { accountId, contactId: undefined, contact, verified: true }),
  );
  expect(await write()).toEqual({ written: true });
  await write();
  const sent = await desk.db.all(sql<{ subject: string }>`
    select subject from correspondence.message where template_key = 'refund-notice'`);
  expect(sent.map(({ subject }) => subject)).toEqual([expect.stringContaining('su reembolso')]);
});
