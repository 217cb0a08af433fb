import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { openDesk, type TestDesk } from '#test/support/http-desk.ts';
import { startClock } from './index.ts';
import type { ClockKind } from './rules/kinds.ts';

type Told = { accountId?: Id | null; kind?: ClockKind; ownerId?: Id | null };

async function start(desk: TestDesk, companyId: Id, key: string, dueOn: Day, told: Told = {}) {
  const { accountId = null, kind = 'dispute_answer', ownerId = null } = told;
  const about = { kind: 'dispute', id: companyId };
  const doing = { action: 'test.start', actor: { ref: 'job:test', memberId: null }, reason: 'x' };
  const done = await perform(desk, { ...doing, input: key }, async (context) =>
    accept(
      await startClock(context, {
        key,
        kind,
        companyId,
        accountId,
        about,
        startedOn: day('2026-11-01'),
        dueOn,
        source: 'policy: disputes',
        ownerId,
        facts: {},
      }),
    ),
  );
  return accepted(done).answer.clockId;
}

async function deskWithClocks() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const otherId = await desk.company('OTHER');
  const accountId = await desk.account(companyId, 'NORTH');
  const rosa = await desk.member('collector', { companies: ['ACME'] });
  const { memberId: ownerId } = rosa;
  await start(desk, companyId, 'late', day('2026-11-18'), { accountId, ownerId });
  await start(desk, companyId, 'week', day('2026-11-25'), { kind: 'title_iv_14d' });
  await start(desk, companyId, 'far', day('2027-02-01'), { accountId });
  const hidden = await start(desk, otherId, 'else', day('2026-11-19'), { ownerId });
  return { ...desk, accountId, hidden, person: rosa, rosa: await desk.signIn(rosa) };
}

test('deadlines are listed by due day, page by page, with what they are called', async () => {
  await using desk = await deskWithClocks();
  const { rosa, accountId } = desk;
  const first = await rosa.get('/api/v1/clocks?limit=2');
  expect(first.body).toMatchObject({
    count: 3,
    rows: [
      {
        title: 'Answer a dispute',
        hard: false,
        dueOn: '2026-11-18',
        daysLate: 2,
        daysLeft: 0,
        account: { accountId, number: 'NORTH' },
        source: 'policy: disputes',
      },
      { title: 'Title IV credit to the student', hard: true, daysLeft: 5, account: null },
    ],
    kinds: [
      { kind: 'dispute_answer', count: 2 },
      { kind: 'title_iv_14d', count: 1 },
    ],
  });
  // The first page says where it goes on.
  const { nextCursor } = first.body as { nextCursor: string };
  const second = await rosa.get(`/api/v1/clocks?limit=2&cursor=${encodeURIComponent(nextCursor)}`);
  expect(second.body).toMatchObject({ rows: [{ dueOn: '2027-02-01' }], nextCursor: null });
  const other = await rosa.get(`/api/v1/clocks?view=late&cursor=${encodeURIComponent(nextCursor)}`);
  expect(other.body).toMatchObject({ code: 'page.bad_cursor' });
});

test.each`
  query                                    | days
  ${'view=late'}                           | ${['2026-11-18']}
  ${'view=week'}                           | ${['2026-11-18', '2026-11-25']}
  ${'view=ended'}                          | ${[]}
  ${'kind=title_iv_14d'}                   | ${['2026-11-25']}
  ${'hard=false'}                          | ${['2026-11-18', '2027-02-01']}
  ${'mine=true'}                           | ${['2026-11-18']}
  ${'dueFrom=2026-11-19&dueTo=2026-12-31'} | ${['2026-11-25']}
`('$query shows $days', async ({ query, days }) => {
  await using desk = await deskWithClocks();
  const { body } = await desk.rosa.get(`/api/v1/clocks?${query}`);
  // The answer is checked against its contract by the server.
  const { rows, count } = body as { rows: { dueOn: string }[]; count: number };
  expect(rows.map(({ dueOn }) => dueOn)).toEqual(days);
  expect(count).toBe(days.length);
});

test('an account shows its own, and a stranger to the company sees none', async () => {
  await using desk = await deskWithClocks();
  const path = `/api/v1/accounts/${desk.accountId}/clocks`;
  expect((await desk.rosa.get(path)).body).toMatchObject({
    count: 2,
    rows: [{ dueOn: '2026-11-18' }, { dueOn: '2027-02-01' }],
  });
  const stranger = await desk.signIn(await desk.member('collector', { companies: ['OTHER'] }));
  expect(await stranger.get(path)).toMatchObject({ status: 404 });
  expect((await stranger.get('/api/v1/clocks')).body).toMatchObject({ count: 1 });
  expect(await desk.ask('GET', '/api/v1/clocks')).toMatchObject({ status: 401 });
});

test('a calendar shows one’s own deadlines until its address is revoked', async () => {
  await using desk = await deskWithClocks();
  const made = await desk.rosa.send('POST', '/api/v1/clock-feeds', { name: 'Phone' });
  // The answer is checked against its contract by the server.
  const { feedId, path } = made.body as { feedId: string; path: string };
  const calendar = await desk.ask('GET', path);
  expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const events = new ICAL.Component(ICAL.parse(calendar.text)).getAllSubcomponents('vevent');
  expect(events.map((each) => each.getFirstPropertyValue('summary'))).toEqual([
    'Answer a dispute: Customer NORTH',
  ]);
  // What is theirs in a company that they do not work for is not theirs to see.
  expect(calendar.text).not.toContain(desk.hidden);
  expect((await desk.ask('GET', path)).text).toBe(calendar.text);

  expect((await desk.rosa.get('/api/v1/clock-feeds')).body).toMatchObject({
    rows: [{ feedId, name: 'Phone' }],
  });
  const other = await desk.signIn(await desk.member('collector'));
  const feed = `/api/v1/clock-feeds/${feedId}`;
  expect((await other.send('DELETE', feed)).body).toMatchObject({ code: 'clocks.no_such_feed' });
  expect(await desk.rosa.send('DELETE', feed)).toMatchObject({ status: 200 });
  expect(await desk.ask('GET', path)).toMatchObject({ status: 404 });
  const unknown = `/api/v1/calendars/${'x'.repeat(43)}/deadlines.ics`;
  expect(await desk.ask('GET', unknown)).toMatchObject({ status: 404 });
});
