import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';
import { deskOfP28, giveLimit, placeOrder } from '#test/support/credit.ts';
import { creditNotices } from '../store/notices.ts';
import { decideOrder } from './decide-order.ts';
import type { LimitSubject } from '../store/limits.ts';
import { startNotice } from './start-notice.ts';
import { writeNotice } from './write-notice.ts';

async function deskWithNotice() {
  const desk = await deskOn('2026-11-20');
  const accountId = await deskOfP28(desk);
  await giveLimit(desk, accountId, usd('10000'));
  const { orderId } = await placeOrder(desk, accountId, 'O-BIG', { amount: '90000' });
  const manager = await desk.member('manager');
  const word = { reviewOn: null, toMember: null, evidence: '' };
  await desk.done((context) => decideOrder(context, { orderId, act: 'reject', ...word }), manager);
  const [notice] = await creditNotices(desk.db, { accountId });
  const clockId = notice?.clockId ?? accountId;
  const act = 'We do not accept order O-BIG on credit.';
  const write = (reasons: string) =>
    desk.act(
      (context) => writeNotice(context, { accountId, clockId, contactId: null, act, reasons }),
      manager,
    );
  const letters = () =>
    desk.db.all(sql<{ channel: string; body: string; template: string }>`
      select channel, body, template_key as template
        from correspondence.message
       where account_id = ${accountId}`);
  return { ...desk, accountId, notice, write, letters };
}

test('the letter holds what the law asks for, and its deadline ends with it', async () => {
  await using desk = await deskWithNotice();
  expect(await desk.write('The debts exceed the limit.')).toMatchObject({ value: { late: false } });
  const [letter] = await desk.letters();
  expect(letter).toMatchObject({ channel: 'letter', template: 'credit-notice' });
  const text = letter?.body ?? '';
  expect(text).toContain('We do not accept order O-BIG on credit.');
  expect(text).toContain('The debts exceed the limit.');
  expect(text).toContain('Equal Credit Opportunity Act prohibits creditors from discriminating');
  expect(text).toContain('Federal Trade Commission');
  expect(await creditNotices(desk.db, { accountId: desk.accountId })).toEqual([]);
  expect(answerOf(await desk.write('Again.'))).toMatch(/^credit\.notice/u);
  expect(await desk.letters()).toHaveLength(1);
});

test('a business is told without reasons that it may have them', async () => {
  await using desk = await deskWithNotice();
  expect(desk.notice?.writtenReasons).toBe(false);
  expect(answerOf(await desk.write(''))).toBe('accepted');
  const [letter] = await desk.letters();
  expect(letter).toMatchObject({ template: 'credit-notice-rights' });
  expect(letter?.body).toContain('within 60 days');
  expect(letter?.body).toContain('Equal Credit Opportunity Act');
});

test('where the law wants the reasons in writing, no letter goes without them', async () => {
  await using desk = await deskWithNotice();
  const { accountId } = desk;
  const about = { kind: 'order', id: accountId } as const;
  const { companyId } = desk;
  // What the rule of notices reads of an account.
  const subject = { kind: 'consumer', companyId, ownerId: null } as LimitSubject;
  await desk.done(async (context) =>
    accept(await startNotice(context, { accountId, about, subject }, false)),
  );
  const notices = await creditNotices(desk.db, { accountId });
  const strict = notices.find(({ writtenReasons }) => writtenReasons);
  const clockId = strict?.clockId ?? accountId;
  const wish = { accountId, clockId, contactId: null, act: 'We cut the limit.', reasons: '' };
  const written = await desk.act((context) => writeNotice(context, wish));
  expect(answerOf(written)).toBe('credit.notice_without_reasons');
  expect(await desk.letters()).toEqual([]);
});
