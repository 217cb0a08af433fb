import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { returnReceipt } from '#areas/ledger/actions/return-receipt.ts';
import { deskOn, type ReceiptTold, usd } from '#test/support/builders.ts';
import { standardPromisePolicy as policy } from '../rules/promise.ts';
import { promisesOfAccount } from '../store/list.ts';
import { accountsToJudge, judgePromises } from './judge-promises.ts';
import { makePromise } from './make-promise.ts';

/** On 1 June an account that owes $1,000 promises $600 by 15 June; two days of grace. */
async function deskWithPromise(items: 'account' | 'item' = 'account') {
  const desk = await deskOn('2026-06-01');
  const accountId = await desk.account('NORTH');
  const invoice = await desk.invoice(accountId, { amount: '1000', issued: '2026-04-01' });
  const wish = {
    accountId,
    amount: usd('600'),
    dueOn: day('2026-06-15'),
    saidBy: 'Ms Orr',
    method: null,
    itemIds: items === 'item' ? [invoice] : [],
    supersedes: [],
    note: '',
  };
  await desk.done((context) => makePromise(context, wish, policy));
  const judge = () => desk.done((context) => judgePromises(context, [accountId], policy));
  return {
    ...desk,
    accountId,
    invoice,
    judge,
    async receive(on: string, told: ReceiptTold): Promise<Id> {
      desk.on(on);
      const receiptId = await desk.receipt(accountId, told);
      await judge();
      return receiptId;
    },
    async night(on: string): Promise<void> {
      desk.on(on);
      await judge();
    },
    async history(): Promise<string[]> {
      const [promise] = await promisesOfAccount(desk.db, accountId);
      const lines = promise?.history ?? [];
      return lines.map((line) => `${line.state} ${line.on} known ${line.recordedAt.slice(0, 10)}`);
    },
    async stateOn(asOf: string, knownAt: string): Promise<string> {
      const { state } = await desk.db.one(sql<{ state: string }>`
        select state
          from promises.promises_known(${asOf}::date, ${`${knownAt}T23:59:59Z`}::timestamptz)`);
      return state;
    },
  };
}

describe('$600 promised for 15 June (case P-30)', () => {
  test('250 on the 10th and 350 on the 14th keep it on the 14th: early money counts', async () => {
    await using desk = await deskWithPromise();
    await desk.receive('2026-06-10', { amount: '250', on: '2026-06-10' });
    await desk.receive('2026-06-14', { amount: '350', on: '2026-06-14' });
    await desk.night('2026-06-18');
    expect(await desk.history()).toEqual([
      'open 2026-06-01 known 2026-06-01',
      'kept 2026-06-14 known 2026-06-14',
    ]);
  });

  test('only 250: open to the 17th, broken on the 18th, 350 short', async () => {
    await using desk = await deskWithPromise();
    await desk.receive('2026-06-10', { amount: '250', on: '2026-06-10' });
    await desk.night('2026-06-17');
    expect(await desk.history()).toEqual(['open 2026-06-01 known 2026-06-01']);
    await desk.night('2026-06-18');
    expect(await desk.history()).toEqual([
      'open 2026-06-01 known 2026-06-01',
      'broken 2026-06-18 known 2026-06-18',
    ]);
    const [promise] = await promisesOfAccount(desk.db, desk.accountId);
    expect(promise?.received).toEqual(usd('250'));
  });

  test('600 of the 15th, recorded on the 19th: broken, then kept, and both stay', async () => {
    await using desk = await deskWithPromise();
    await desk.night('2026-06-18');
    await desk.receive('2026-06-19', { amount: '600', on: '2026-06-15' });
    expect(await desk.history()).toEqual([
      'open 2026-06-01 known 2026-06-01',
      'broken 2026-06-18 known 2026-06-18',
      'kept 2026-06-15 known 2026-06-19',
    ]);
    expect(await desk.stateOn('2026-06-18', '2026-06-18')).toBe('broken');
    expect(await desk.stateOn('2026-06-18', '2026-06-19')).toBe('kept');
    expect(await desk.stateOn('2026-06-14', '2026-06-19')).toBe('open');
  });
});

test('money that comes after the grace mends nothing', async () => {
  await using desk = await deskWithPromise();
  await desk.night('2026-06-18');
  await desk.receive('2026-06-18', { amount: '600', on: '2026-06-18' });
  expect((await desk.history()).at(-1)).toBe('broken 2026-06-18 known 2026-06-18');
});

test('money on account keeps no promise for an invoice until it is applied to it', async () => {
  await using desk = await deskWithPromise('item');
  const receiptId = await desk.receive('2026-06-10', { amount: '600', on: '2026-06-10' });
  expect(await desk.history()).toHaveLength(1);
  desk.on('2026-06-16');
  const { accountId, invoice } = desk;
  await desk.apply(accountId, { from: receiptId, onto: invoice, amount: '600', on: '2026-06-16' });
  await desk.judge();
  // The money's own day counts, not the day somebody found the time to apply it.
  expect((await desk.history()).at(-1)).toBe('kept 2026-06-10 known 2026-06-16');
});

test('a cheque that bounces opens the promise again, and later breaks it', async () => {
  await using desk = await deskWithPromise();
  const receiptId = await desk.receive('2026-06-10', {
    amount: '600',
    on: '2026-06-10',
    pays: [[desk.invoice, '600']],
  });
  desk.on('2026-06-13');
  const wish = {
    accountId: desk.accountId,
    itemId: receiptId,
    returnedOn: day('2026-06-13'),
  };
  await desk.done((context) => returnReceipt(context, wish));
  await desk.judge();
  await desk.night('2026-06-18');
  expect(await desk.history()).toEqual([
    'open 2026-06-01 known 2026-06-01',
    'kept 2026-06-10 known 2026-06-10',
    'open 2026-06-13 known 2026-06-13',
    'broken 2026-06-18 known 2026-06-18',
  ]);
});

test('judging twice changes nothing, and says so', async () => {
  await using desk = await deskWithPromise();
  desk.on('2026-06-18');
  expect(await desk.judge()).toEqual({ changed: 1 });
  expect(await desk.judge()).toEqual({ changed: 0 });
  const { count } = await desk.db.one(
    sql<{ count: bigint }>`select count(*) from promises.verdict`,
  );
  expect(count).toBe(1n);
});

test('the night looks at the open promises of its own zone', async () => {
  await using desk = await deskWithPromise();
  expect(await accountsToJudge(desk, 'America/New_York')).toEqual([desk.accountId]);
  expect(await accountsToJudge(desk, 'Europe/Madrid')).toEqual([]);
  await desk.night('2026-06-18');
  expect(await accountsToJudge(desk, 'America/New_York')).toEqual([]);
});

test('a broken promise stands on the timeline and is told to whoever listens', async () => {
  await using desk = await deskWithPromise();
  await desk.night('2026-06-18');
  const [line] = await desk.db.all(sql`
    select phrase, facts from customers.activity order by recorded_at desc limit 1`);
  expect(line).toEqual({
    phrase: 'activity.promise_broken',
    facts: { amount: '600.00', currency: 'USD', dueOn: '2026-06-15', received: '0.00' },
  });
  const told = await desk.db.all(sql`
    select name, account_id from platform.event where name like 'promises.%' order by at`);
  expect(told).toEqual([
    { name: 'promises.promise_made', account_id: desk.accountId },
    { name: 'promises.promise_broken', account_id: desk.accountId },
  ]);
});
