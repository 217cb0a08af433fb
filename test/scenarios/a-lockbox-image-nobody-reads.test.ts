/**
 * A lockbox with a check whose image nobody can read: its money is at the bank with the others,
 * so the deposit balances; who paid it is asked of the bank, and the clock of the answer runs.
 */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { endHeldOver, holdOver } from '#areas/cash/actions/closing/hold-over.ts';
import { signDay } from '#areas/cash/actions/closing/sign-day.ts';
import { postByHand } from '#areas/cash/actions/post-by-hand.ts';
import { readDay } from '#areas/cash/answers/closing/day.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import { dropping, received } from '#test/support/dropped-files.ts';
import { deskMatching } from '#test/support/matching-desk.ts';

const on = '2026-11-20';
const route = 'NORTHGATE 0121000248';

/** Two checks: one names its invoice, of the other there is an amount and nothing else. */
const lockbox = [
  `100${route}2611200615`,
  `2${route}000000040008000801`,
  `50010000068751261120${route}`,
  `60010010068751261120${route}0000120000111000010759233275000063856860`,
  '4001001901 INV-1     0000120000                              C1        ',
  `60010020068751261120${route}0000045000`,
  '700100000687512611200020000165000',
  '800000000687512611200020000165000',
  '9000009',
].join('\n');

const bai2 = [
  '01,NORTHGATE,US,261121,0615,1,,,2/',
  '02,US,NORTHGATE,1,261120,,USD,2/',
  '03,000123,USD,010,0,,,015,165000,,,100,165000,1,,400,0,0,/',
  '16,115,165000,,LB68751,,LOCKBOX DEPOSIT 0068751/',
  '49,495000,3/',
  '98,495000,1,5/',
  '99,495000,1,7/',
].join('\n');

test('it waits on the bank with a clock while the deposit still balances', async () => {
  await using desk = await deskMatching(on);
  const { companyId } = desk;
  const poster = await desk.member('poster');
  const second = await desk.member('controller');
  const north = await desk.account('NORTH');
  const late = await desk.account('LATE PAYER');
  await desk.invoice(north, { amount: '1200.00', number: 'INV-1', issued: '2026-10-20' });
  const owed = await desk.invoice(late, { amount: '450', number: 'INV-2', issued: '2026-10-20' });
  const drop = dropping(desk, poster);
  const theDay = async (today: string = on) =>
    readDay(desk.db, {
      companyId,
      company: 'MAIN',
      day: day(on),
      today: day(today),
      language: 'en',
    });

  // The lockbox has a number of its own; somebody says once whose account its money goes to.
  expect(await drop('lockbox.txt', lockbox)).toMatchObject({ state: 'waiting' });
  expect((await desk.match()).filter(({ posted }) => posted)).toHaveLength(1);
  expect(await drop('day.bai', bai2)).toMatchObject({ state: 'taken_in', added: 1 });

  // The bank's one credit is the sum of both: received and deposited agree, posted does not.
  const before = await theDay();
  expect(before.differences.map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
    'not_posted -450.00',
  ]);
  expect(before.figures).toMatchObject([
    { received: '1650.00', deposited: '1650.00', posted: '1200.00', journal: '1200.00' },
  ]);
  const { receipt_id: receiptId } = await desk.db.one(sql<{ receipt_id: Id }>`
    select receipt_id from cash.receipt where amount_minor = 45000`);
  const sign = () =>
    desk.act((context) => signDay(context, { companyId, day: day(on), note: '' }), second);
  expect(await sign()).toMatchObject({ refusal: 'cash.day_differs' });

  // The bank is asked for the image; its answer is due in three days.
  const wish = {
    companyId,
    receiptId,
    leg: 'posting',
    waitsFor: 'bank',
    dueOn: undefined,
  } as const;
  const { heldId } = await desk.done((context) => holdOver(context, wish), poster);
  expect(await sign()).toMatchObject({ ok: true });
  expect(await theDay('2026-11-23')).toMatchObject({
    heldOver: [{ waitsFor: 'bank', amount: '450.00', dueOn: '2026-11-23', overdue: false }],
  });
  expect(await theDay('2026-11-24')).toMatchObject({ heldOver: [{ overdue: true }] });

  // The bank sends the image: the check is posted, and nothing waits any more.
  const line = { accountId: late, itemId: owed, amount: usd('450.00').minor };
  const spread = {
    accountId: late,
    lines: [{ ...line, discount: 0n, short: 0n, shortReason: null }],
    tolerate: false,
  };
  const posted = await desk.act(
    (context) => postByHand(context, { receiptId, spread, rank: null, learn: false }),
    poster,
  );
  expect(answerOf(posted)).toBe('accepted');
  await desk.done((context) => endHeldOver(context, { companyId, heldId }));
  await received(desk);
  const after = await theDay('2026-11-24');
  expect([...after.heldOver, ...after.differences]).toEqual([]);
  expect(after.figures).toMatchObject([{ deposited: '1650.00', posted: '1650.00' }]);
  expect(await desk.open(late)).toEqual([]);
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});
