/** Packs from their schedule to a real mail server, over a real database. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type MailServer, mailServer } from '#test/support/mail-server.ts';
import { type PackDesk, breaking, packDesk } from '#test/support/pack-desk.ts';
import { packMakers } from '#server/packs.ts';
import type { Id } from '#kernel/ids.ts';
import type { RootCause } from '#areas/disputes/rules/cause.ts';
import { makeActionPlan } from '#areas/escalations/actions/make-action-plan.ts';
import { readLate } from '../answers/late.ts';
import { askForPlans } from '../answers/ask-for-plans.ts';
import { makeDue } from '../answers/make-due.ts';
import { findLostPacks, sendNextPack } from '../answers/send-packs.ts';
import { issuesOf } from '../store/issues.ts';
import { scheduleById } from '../store/schedules.ts';
import { askOwner } from './ask-owner.ts';
import { keepIssue } from './keep-issue.ts';
import { attemptDelivery, recordDelivery, settleDelivery } from './move-delivery.ts';
import { planLate } from './plan-late.ts';
import { recordFailure } from './record-failure.ts';
import { changeSchedule, steerSchedule, subscribe } from './set-schedule.ts';
import { signIssue } from './sign-issue.ts';

const by = {
  actor: { ref: 'job:packs.make_due', memberId: null },
  reason: 'by the clock',
  zone: 'America/New_York',
};
const due = (desk: PackDesk, makers = packMakers): Promise<number> => makeDue(desk, makers, by);

async function sendAll(desk: PackDesk, server: MailServer): Promise<number> {
  let sent = 0;
  while (await sendNextPack(desk, server.mail)) sent += 1;
  return sent;
}

const issued = async ({ db }: PackDesk) =>
  (await issuesOf(db, { companies: 'all', readerId: null }, { limit: 50, offset: 0 })).rows;

const states = async ({ db }: PackDesk) =>
  db.all(sql<{ name: string; state: string | null; left_out: string | null }>`
    select r.name, d.state, r.left_out
      from packs.reader r
      left join packs.delivery d on d.issue_id = r.issue_id and d.reader_no = r.reader_no
     order by r.issue_id, r.reader_no`);

const tasks = async ({ db }: PackDesk) =>
  db.all(sql<{ title: string }>`select title from tasks.task_now order by title`);

test('a turn is made once, sent once to each reader, and kept as it was sent', async () => {
  await using server = await mailServer();
  await using desk = await packDesk();
  await desk.schedule();
  expect(await due(desk)).toBe(1);
  expect(await due(desk)).toBe(0);
  expect(await sendAll(desk, server)).toBe(1);
  expect(await sendAll(desk, server)).toBe(0);
  const [letter = ''] = server.letters;
  expect(server.letters).toHaveLength(1);
  expect(letter).toMatch(/^Subject: .*Over.60.days/mu);
  expect(letter).toContain('$1,500');
  expect(letter).toContain('over-60-MAIN-2026-10-31.pdf');
  expect(letter).toContain('over-60-MAIN-2026-10-31.xlsx');
  expect(await issued(desk)).toMatchObject([{ period: '2026-11-20', asOf: '2026-10-31' }]);
  await expect(desk.db.run(sql`update packs.edition set title = 'another'`)).rejects.toThrow(
    /permission denied/u,
  );
});

test('two processes that make one turn keep one issue', async () => {
  await using desk = await packDesk();
  await desk.schedule();
  const made = await Promise.all([due(desk), due(desk), due(desk)]);
  expect(made.toSorted()).toEqual([0, 0, 1]);
  expect(await issued(desk)).toHaveLength(1);
});

test('turns that were missed are made up by the last of them', async () => {
  await using desk = await packDesk();
  await desk.schedule();
  await due(desk);
  desk.on('2026-12-02');
  expect(await due(desk)).toBe(1);
  const periods = (await issued(desk)).map(({ period }) => period);
  expect(periods.toSorted()).toEqual(['2026-11-20', '2026-12-02']);
});

test('a collector receives the own part only, and nothing of what has none', async () => {
  await using server = await mailServer();
  await using desk = await packDesk();
  const { maya, rosa } = desk;
  const both = [maya, rosa].map((memberId) => ({ kind: 'member' as const, memberId }));
  await desk.schedule({ recipients: both });
  await desk.schedule({ recipients: both, kind: 'month-aging', name: 'Aging' });
  expect(await due(desk)).toBe(2);
  await sendAll(desk, server);
  const toRosa = server.letters.filter((letter) => letter.includes('To: collector'));
  expect(toRosa).toHaveLength(1);
  expect(toRosa[0]).toContain('$1,000');
  expect(toRosa[0]).not.toContain('$1,500');
  expect((await states(desk)).filter(({ name }) => name === 'collector')).toEqual(
    expect.arrayContaining([
      { name: 'collector', state: 'sent', left_out: null },
      { name: 'collector', state: null, left_out: 'packs.reader_may_not' },
    ]),
  );
});

describe('what fails', () => {
  test('is told to the owner, tried again later and then made once', async () => {
    await using desk = await packDesk();
    await desk.schedule();
    let broken = true;
    const makers = breaking('over-60', () => broken);
    expect(await due(desk, makers)).toBe(0);
    expect(await due(desk, makers)).toBe(0);
    expect(await tasks(desk)).toMatchObject([
      { title: expect.stringContaining('Report not made / Informe no elaborado') },
    ]);
    broken = false;
    // The clock of the story stands at noon: the next try is due a little later.
    await desk.db.run(sql`
      insert into packs.failure (schedule_id, period, attempt_no, detail, again_at, recorded_at)
      select schedule_id, period, 2, 'again', recorded_at, recorded_at from packs.failure`);
    expect(await due(desk, makers)).toBe(1);
    expect(await issued(desk)).toHaveLength(1);
  });

  test('after its last try waits for a person', async () => {
    await using desk = await packDesk();
    const { companyId, maya } = desk;
    const scheduleId = await desk.schedule();
    const failed = { scheduleId, companyId, ownerId: maya, name: 'x', period: 'p', detail: 'd' };
    for (let no = 1; no <= 6; no += 1) await desk.done((context) => recordFailure(context, failed));
    const rows = await desk.db.all(sql<{ again_at: string | null }>`
      select again_at from packs.failure order by attempt_no`);
    expect(rows.map(({ again_at: at }) => at !== null)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(await tasks(desk)).toHaveLength(2);
  });
});

describe('a mail', () => {
  test('that the server cannot take now goes later, once', async () => {
    await using server = await mailServer();
    await using desk = await packDesk();
    await desk.schedule();
    await due(desk);
    server.now('busy');
    await sendAll(desk, server);
    expect(await states(desk)).toMatchObject([{ state: 'queued' }]);
    server.now('takes');
    expect(await sendAll(desk, server)).toBe(0);
    desk.on('2026-11-21');
    expect(await sendAll(desk, server)).toBe(1);
    expect(server.letters).toHaveLength(1);
  });

  test('of which no word came back is asked about and goes again only by a person', async () => {
    await using server = await mailServer();
    await using desk = await packDesk();
    await desk.schedule();
    await due(desk);
    server.now('breaks off');
    await sendAll(desk, server);
    server.now('takes');
    desk.on('2026-11-23');
    expect(await sendAll(desk, server)).toBe(0);
    expect(await states(desk)).toMatchObject([{ state: 'unknown' }]);
    expect(await tasks(desk)).toMatchObject([{ title: expect.stringContaining('arrive') }]);
    const [issue] = await issued(desk);
    if (!issue) throw new Error('no issue');
    const ref = { issueId: issue.issueId, readerNo: 1 };
    await desk.done((context) => settleDelivery(context, ref, false));
    expect(await sendAll(desk, server)).toBe(1);
    expect(await states(desk)).toMatchObject([{ state: 'sent' }]);
    const again = await desk.act((context) => settleDelivery(context, ref, false));
    expect(again).toMatchObject({ refusal: 'packs.nothing_to_settle' });
  });

  test('whose sender died in the middle is unknown after a while, not repeated', async () => {
    await using server = await mailServer();
    await using desk = await packDesk();
    await desk.schedule();
    await due(desk);
    const { ref } = await desk.done(attemptDelivery);
    expect(await findLostPacks(desk)).toBe(0);
    desk.on('2026-11-21');
    expect(await findLostPacks(desk)).toBe(1);
    expect(await sendAll(desk, server)).toBe(0);
    expect(await states(desk)).toMatchObject([{ state: 'unknown' }]);
    if (!ref) throw new Error('nothing was attempted');
    const late = { state: 'sent', detail: '', temporary: false } as const;
    const outcome = await desk.act((context) => recordDelivery(context, ref, late));
    expect(outcome).toMatchObject({ refusal: 'packs.not_under_way' });
  });
});

describe('a schedule', () => {
  test('that is paused makes nothing, and starts with its next turn when it goes on', async () => {
    await using desk = await packDesk();
    const scheduleId = await desk.schedule();
    const steer = (state: 'active' | 'paused' | 'retired', startsOn = '2026-11-24') =>
      desk.act((context) => steerSchedule(context, { scheduleId, state, startsOn: day(startsOn) }));
    await steer('paused');
    expect(await due(desk)).toBe(0);
    desk.on('2026-11-23');
    await steer('active');
    expect(await due(desk)).toBe(0);
    desk.on('2026-11-24');
    expect(await due(desk)).toBe(1);
    await steer('retired');
    expect(await steer('active')).toMatchObject({ refusal: 'packs.schedule_retired' });
  });

  test('is changed as a whole, its history stays', async () => {
    await using desk = await packDesk();
    const scheduleId = await desk.schedule();
    const now = await scheduleById(desk.db, scheduleId);
    if (!now) throw new Error('no schedule');
    const plan = {
      ...now,
      name: 'Another name',
      rhythm: { every: 'week', weekday: 1, hour: 8 } as const,
    };
    const kinds = ['over-60'];
    const startsOn = day('2026-11-23');
    await desk.done((context) => changeSchedule(context, { scheduleId, plan, kinds, startsOn }));
    expect(await scheduleById(desk.db, scheduleId)).toMatchObject({
      name: 'Another name',
      revision: 2,
      startsOn,
    });
    const { rosa } = desk;
    const wish = { scheduleId, memberId: rosa, wanted: true };
    await desk.done((context) => subscribe(context, wish));
    const after = await scheduleById(desk.db, scheduleId);
    expect(after?.recipients).toContainEqual({ kind: 'member', memberId: rosa });
    expect(await desk.db.all(sql`select from packs.schedule`)).toHaveLength(3);
  });
});

test('an issue is signed once, under the fingerprint of its whole edition', async () => {
  await using desk = await packDesk();
  await desk.schedule();
  await due(desk);
  const [issue] = await issued(desk);
  if (!issue) throw new Error('no issue');
  const wish = { issueId: issue.issueId, memberId: desk.carol, note: 'seen' };
  const { sha256 } = await desk.done((context) => signIssue(context, wish));
  expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
  const again = await desk.act((context) => signIssue(context, wish));
  expect(again).toMatchObject({ refusal: 'packs.signed_already' });
  const twice = { issue, editions: [], readers: [] };
  const kept = await desk.act((context) => keepIssue(context, twice));
  expect(kept).toMatchObject({ refusal: 'packs.issued_already' });
});

test('who owns an account without cause and plan is asked before the day, once', async () => {
  await using desk = await packDesk();
  await desk.schedule({ rhythm: { every: 'month', day: 24, hour: 8 } });
  await askForPlans(desk, by);
  await askForPlans(desk, by);
  expect(await tasks(desk)).toHaveLength(2);
  const plan = { cause: 'price_wrong', plan: 'Credit on Friday', dueOn: null } as const;
  const { north, rosa } = desk;
  await desk.done((context) => planLate(context, { accountId: north, ownerId: rosa, ...plan }));
  const late = { ...plan, accountId: north, ownerId: rosa, dueOn: day('2026-11-01') };
  expect(await desk.act((context) => planLate(context, late))).toMatchObject({
    refusal: 'packs.plan_day_passed',
  });
});

test('a cause is kept with those of the account, a plan of action says what is done', async () => {
  await using desk = await packDesk();
  const { north, south, rosa } = desk;
  const wish = { plan: 'Credit on Friday', ownerId: rosa, dueOn: null };
  const say = (accountId: Id, cause: RootCause | null, plan: string | null) =>
    desk.act((context) => planLate(context, { ...wish, accountId, cause, plan }));
  await say(north, 'price_wrong', 'Credit on Friday');
  await say(north, 'price_wrong', 'Credit on Monday');
  const kept = await desk.db.all(sql`
    select c.cause, (select count(*) from packs.late_plan p where p.cause is not null) as twice
      from disputes.late_cause c`);
  expect(kept).toEqual([{ cause: 'price_wrong', twice: 0n }]);
  await desk.done((context) =>
    makeActionPlan(context, {
      accountId: south,
      response: 'refuses',
      goal: 'A day',
      ownerId: rosa,
    }),
  );
  expect(await say(south, null, 'Call')).toMatchObject({ refusal: 'packs.action_plan_open' });
  expect(await say(south, 'customer_process', null)).toMatchObject({ ok: true });
  const late = { companyId: desk.companyId, asOf: day('2026-11-20'), knownAt: null, ownerId: null };
  expect((await readLate(desk.db, late, 'es')).rows).toMatchObject([
    { account: 'NORTH', cause: 'price_wrong', plan: 'Credit on Monday', byActionPlan: false },
    { account: 'SOUTH', plan: 'Escalarlo · A day', byActionPlan: true, gaps: [] },
  ]);
});

test('a question to somebody who left goes to whoever takes it', async () => {
  await using desk = await packDesk();
  const { companyId } = desk;
  await desk.db.transaction(async (tx) => {
    await tx.run(sql`update team.member set active = false where member_id = ${desk.maya}`);
  });
  await desk.done(async (context) => {
    await askOwner(context, { companyId, ownerId: desk.maya, title: 'Look', text: '' });
    return { ok: true, value: null };
  });
  const rows = await desk.db.all(sql`select assignee_id from tasks.task_now`);
  expect(rows).toEqual([{ assignee_id: null }]);
});
