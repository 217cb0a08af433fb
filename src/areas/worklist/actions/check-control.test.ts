import { expect, test } from 'vitest';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { lastCheck } from '../store/build.ts';
import { checkControl, needsCheck } from './check-control.ts';

test('the control totals are compared once for every change of the book', async () => {
  await using desk = await deskOwed1000();
  expect(await needsCheck(desk)).toBe(true);
  expect(await desk.done(checkControl)).toEqual({ agree: true });
  expect(await needsCheck(desk)).toBe(false);
  await desk.receipt(desk.accountId, { amount: '80', on: '2026-07-20' });
  expect(await needsCheck(desk)).toBe(true);
  expect(await desk.done(checkControl)).toEqual({ agree: true });
});

test('a balance that somebody has tampered with is noticed', async () => {
  await using desk = await deskOwed1000();
  const owner = openDb(desk.url, { asOwner: true, poolSize: 1 });
  await owner.run(sql`update ledger.item_balance set open_minor = open_minor - 1`);
  await owner.close();
  expect(await desk.done(checkControl)).toEqual({ agree: false });
  expect(await lastCheck(desk.db)).toMatchObject({ agree: false });
});
