/** Deadlines as their owners start, rest, move and stop them, and what is told when one passes. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Story, deskOwed1000 } from '#test/support/builders.ts';
import { moveClock, pauseClock, resumeClock, startClock, stopClock } from '../index.ts';
import type { StartClock } from '../rules/clock.ts';
import { tellPassed } from './tell-passed.ts';

type Desk = Story & { accountId: StartClock['about']['id'] };

function told(desk: Desk, over: Partial<StartClock> = {}): StartClock {
  return {
    key: 'dispute/1/answer',
    kind: 'dispute_answer',
    companyId: desk.companyId,
    accountId: desk.accountId,
    about: { kind: 'dispute', id: desk.accountId },
    startedOn: day('2026-07-20'),
    dueOn: day('2026-07-27'),
    source: 'policy: disputes',
    ownerId: null,
    facts: { document: 'I-1' },
    ...over,
  };
}

const start = (desk: Desk, over: Partial<StartClock> = {}) =>
  desk.done(async (context) => ({ ok: true, value: await startClock(context, told(desk, over)) }));

const doing = (desk: Desk, act: (context: Parameters<typeof startClock>[0]) => Promise<boolean>) =>
  desk.done(async (context) => ({ ok: true, value: await act(context) }));

const reason = 'the story says so';

function standing(desk: Desk) {
  return desk.db.all(sql<{ key: string; state: string; due_on: string; met_on: string | null }>`
    select key, state, due_on, met_on
      from clocks.clock_card
     order by key`);
}

test('the same key twice is one clock, as it stands', async () => {
  await using desk = await deskOwed1000();
  const first = await start(desk);
  await doing(desk, (context) =>
    moveClock(context, {
      key: 'dispute/1/answer',
      dueOn: day('2026-08-03'),
      source: 'granted by the customer',
      reason,
    }),
  );
  expect(await start(desk)).toEqual(first);
  expect(await standing(desk)).toEqual([
    { key: 'dispute/1/answer', state: 'running', due_on: '2026-08-03', met_on: null },
  ]);
});

test('a clock that was met is stopped once and stays as it ended', async () => {
  await using desk = await deskOwed1000();
  await start(desk);
  desk.on('2026-07-30');
  const key = 'dispute/1/answer';
  const stop = () => doing(desk, (context) => stopClock(context, { key, how: 'met', reason }));
  expect([await stop(), await stop()]).toEqual([true, false]);
  const moved = { key, dueOn: day('2026-09-01'), source: 'x', reason };
  expect(await doing(desk, (context) => moveClock(context, moved))).toBe(false);
  expect(await standing(desk)).toEqual([
    { key, state: 'met', due_on: '2026-07-27', met_on: '2026-07-30' },
  ]);
});

test('a clock of ours rests and runs on later; one of the law never rests', async () => {
  await using desk = await deskOwed1000();
  await start(desk);
  const key = 'dispute/1/answer';
  expect(await doing(desk, (context) => resumeClock(context, { key, reason }))).toBe(false);
  expect(await doing(desk, (context) => pauseClock(context, { key, reason }))).toBe(true);
  desk.on('2026-07-25');
  expect(await doing(desk, (context) => pauseClock(context, { key, reason }))).toBe(false);
  expect(await doing(desk, (context) => resumeClock(context, { key, reason }))).toBe(true);
  expect(await standing(desk)).toMatchObject([{ state: 'running', due_on: '2026-08-01' }]);
  await start(desk, { key: 'refund/1', kind: 'title_iv_14d', source: '34 CFR 668.164(h)(2)' });
  await expect(
    doing(desk, (context) => pauseClock(context, { key: 'refund/1', reason })),
  ).rejects.toThrow('never rests');
});

test('a day that passes is told once, a rest not at all, a moved day again', async () => {
  await using desk = await deskOwed1000();
  await start(desk);
  await start(desk, { key: 'rests', dueOn: day('2026-07-21') });
  await doing(desk, (context) => pauseClock(context, { key: 'rests', reason }));
  const tell = () => desk.done((context) => tellPassed(context, 'America/New_York'));
  desk.on('2026-07-27');
  expect(await tell()).toEqual({ told: 0 });
  desk.on('2026-07-28');
  expect([await tell(), await tell()]).toEqual([{ told: 1 }, { told: 0 }]);
  const later = { key: 'dispute/1/answer', dueOn: day('2026-07-30'), source: 'again', reason };
  await doing(desk, (context) => moveClock(context, later));
  expect(await tell()).toEqual({ told: 0 });
  desk.on('2026-07-31');
  expect(await tell()).toEqual({ told: 1 });
  const events = await desk.db.all(sql<{ due: string }>`
    select payload ->> 'dueOn' as due
      from platform.event
     where name = 'clocks.clock_passed'
     order by event_id`);
  expect(events.map(({ due }) => due)).toEqual(['2026-07-27', '2026-07-30']);
});
