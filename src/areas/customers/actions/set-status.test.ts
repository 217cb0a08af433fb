import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { deskOn } from '#test/support/builders.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { AccountStatus } from '../rules/status.ts';
import { accountHead, statusRecord } from '../store/page.ts';
import { setStatus } from './set-status.ts';

async function deskWithAccount() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const set = (status: AccountStatus, on: string) =>
    desk.act((context) => setStatus(context, { accountId, status, effectiveOn: day(on) }));
  return { ...desk, accountId, set };
}

test('a status holds from its day; the day before shows the one before', async () => {
  await using desk = await deskWithAccount();
  await desk.set('disputed', '2026-10-01');
  await desk.set('bankrupt', '2026-11-15');
  const knownAt = desk.clock.now();
  const statusOn = async (on: string) =>
    (await accountHead(desk.db, desk.accountId, { asOf: day(on), knownAt }))?.status ?? 'open';
  expect(await statusOn('2026-09-30')).toBe('open');
  expect(await statusOn('2026-11-14')).toBe('disputed');
  expect(await statusOn('2026-11-15')).toBe('bankrupt');
});

test('what was known before the status was recorded does not know it', async () => {
  await using desk = await deskWithAccount();
  const before = desk.clock.now();
  await desk.set('legal', '2026-10-01');
  const asOf = day('2026-11-20');
  const then = await accountHead(desk.db, desk.accountId, { asOf, knownAt: before });
  expect(then?.status).toBeNull();
});

test('a status dated back before a later one does not become the one in force', async () => {
  await using desk = await deskWithAccount();
  await desk.set('bankrupt', '2026-11-15');
  await desk.set('disputed', '2026-10-01');
  const [now] = await desk.db.all(sql`select status, status_since from customers.account_now`);
  expect(now).toEqual({ status: 'bankrupt', status_since: '2026-11-15' });
  const record = await statusRecord(desk.db, desk.accountId);
  expect(record.map(({ status, effectiveOn, reason }) => [status, effectiveOn, reason])).toEqual([
    ['bankrupt', '2026-11-15', 'the story says so'],
    ['disputed', '2026-10-01', 'the story says so'],
  ]);
});

test('a status of tomorrow is refused', async () => {
  await using desk = await deskWithAccount();
  expect(await desk.set('hold', '2026-11-21')).toMatchObject({
    refusal: 'customers.status_in_future',
  });
});
