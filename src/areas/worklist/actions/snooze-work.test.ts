import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { buildAll } from './build-worklist.ts';
import { snoozeWork } from './snooze-work.ts';

/** Monday 20 July 2026, one in the afternoon in New York. */
async function deskWithWork() {
  const desk = await deskOwed1000();
  await desk.done(async (context) => accept(await buildAll(context)));
  const rosa = await desk.member('collector');
  const snooze = (until: string) =>
    desk.act(
      (context) =>
        snoozeWork(context, { accountId: desk.accountId, until, note: 'ask Orr', language: 'en' }),
      rosa,
    );
  const row = () =>
    desk.db.one(sql<{ hidden_as: string | null; kinds: string[] }>`
      select hidden_as, kinds from worklist.account_work`);
  return { ...desk, snooze, row };
}

test('an account comes back when it was said to, as a follow-up with its note', async () => {
  await using desk = await deskWithWork();
  expect(await desk.snooze('wed 9')).toMatchObject({
    value: { until: '2026-07-22T13:00:00.000000Z', next: null },
  });
  expect(await desk.row()).toMatchObject({ hidden_as: 'snoozed' });
  desk.on('2026-07-22');
  await desk.done(async (context) => accept(await buildAll(context)));
  expect(await desk.row()).toEqual({
    hidden_as: null,
    kinds: ['follow_up', 'overdue', 'incomplete_data'],
  });
});

test('what is not understood is refused and nothing changes', async () => {
  await using desk = await deskWithWork();
  expect(await desk.snooze('soonish')).toMatchObject({
    refusal: 'worklist.snooze_unreadable',
    facts: { text: 'soonish' },
  });
  expect(await desk.row()).toMatchObject({ hidden_as: null });
});
