import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { newId } from '#platform/ids.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { answerCall } from './answer-call.ts';
import { rebuildAccounts } from './build-worklist.ts';

const called = { work: 'reached', note: '' };

async function deskOnTheList() {
  const desk = await deskOwed1000();
  const { accountId, db } = desk;
  const { memberId } = await desk.member('collector');
  if (memberId === null) throw new Error('a collector is a person');
  const answer = (until: Instant | null) =>
    desk.done(async (context) =>
      accept(await answerCall(context, { ...called, accountId, memberId, until })),
    );
  const row = () =>
    db.one(sql<{ kinds: string[]; hidden_until: string | null; worker_id: string | null }>`
      select kinds, hidden_until, worker_id from worklist.account_work`);
  const callback = (dueAt: string, by: Id | null) =>
    db.run(sql`
      insert into correspondence.callback (account_id, callback_id, person, number, due_at, zone,
                                           language, member_id, note, recorded_at, actor)
      values (${accountId}, ${newId()}, 'Ana', '+12155550142', ${dueAt}, 'America/New_York', 'es',
              ${by}, '', now(), 'job:test')`);
  const rebuild = () =>
    desk.done(async (context) => accept(await rebuildAccounts(context, [accountId])));
  return { ...desk, memberId, answer, row, callback, rebuild };
}

test('after a call the account is done for today', async () => {
  await using desk = await deskOnTheList();
  await desk.answer(null);
  expect(await desk.row()).toMatchObject({ hidden_until: '2026-07-21T04:00:00.000000Z' });
});

test('a call that was asked for hides the account until that moment, and no longer', async () => {
  await using desk = await deskOnTheList();
  await desk.callback('2026-07-21T19:00:00Z', null);
  await desk.answer(instant('2026-07-21T19:00:00Z'));
  expect((await desk.row()).hidden_until).toBe('2026-07-21T19:00:00.000000Z');
  desk.on('2026-07-21');
  await desk.rebuild();
  const row = await desk.row();
  expect(row.kinds[0]).toBe('callback');
  expect(row.hidden_until).toBe('2026-07-21T19:00:00.000000Z');
});

test('whoever was asked to call has the account on their list', async () => {
  await using desk = await deskOnTheList();
  await desk.callback('2026-07-20T16:00:00Z', desk.memberId);
  await desk.rebuild();
  expect(await desk.row()).toMatchObject({ worker_id: desk.memberId });
});
