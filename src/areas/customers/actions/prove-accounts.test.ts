/** The proof of accounts finds what a hand in the database changes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { proveAccounts } from './prove-accounts.ts';
import { setStatus } from './set-status.ts';

let desk: Story;
let owner: Db;

beforeAll(async () => {
  desk = await deskOn('2026-07-20');
  const accountId = await desk.account('NORTH');
  await desk.account('SOUTH');
  const status = { status: 'hold', reason: 'Order 17', effectiveOn: day('2026-07-01') } as const;
  await desk.done((context) => setStatus(context, { accountId, ...status }));
  owner = openDb(desk.url, { asOwner: true, poolSize: 1 });
});

afterAll(async () => {
  await owner.close();
  await desk[Symbol.asyncDispose]();
});

test('accounts as the desk keeps them are proved', async () => {
  const { checks } = await proveAccounts(owner);
  expect(checks.map(({ ok }) => ok)).toEqual([true, true]);
});

test.each<[name: string, breaking: Sql]>([
  ['a status', sql`update customers.account_now set status = 'legal' where status = 'open'`],
  [
    'a day',
    sql`update customers.account_now set status_since = '2026-07-02' where status = 'hold'`,
  ],
  ['a limit', sql`update customers.account_now set limit_minor = 5, limit_currency = 'USD'`],
  ['a missing row', sql`delete from customers.account_now where status = 'open'`],
])('%s that no fact says is found', async (_name, breaking) => {
  const undo = new Error('undo');
  let found = 0;
  const work = owner.transaction(async (tx) => {
    await tx.run(breaking);
    const { checks } = await proveAccounts(tx);
    found = checks.filter(({ ok }) => !ok).length;
    throw undo;
  });
  await expect(work).rejects.toBe(undo);
  expect(found).toBe(1);
});
