import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Id } from '#kernel/ids.ts';
import type { Actor } from '#platform/action.ts';
import { answerOf, deskOn, type Story } from '#test/support/builders.ts';
import { coveringOn } from '../store/absences.ts';
import { type PlanAbsence, planAbsence } from './plan-absence.ts';

function wish(memberId: Id | null, coverId: Id | null, change: Partial<PlanAbsence> = {}) {
  if (memberId === null || coverId === null) throw new Error('people have ids');
  return {
    memberId,
    from: day('2026-07-06'),
    to: day('2026-07-10'),
    kind: 'vacation',
    note: '',
    handsOn: false,
    parts: [{ work: 'worklist', coverId, companyId: null, letters: null }],
    ...change,
  } satisfies PlanAbsence;
}

const plan = (desk: Story, wished: PlanAbsence, by?: Actor) =>
  desk.act((context) => planAbsence(context, wished), by);

async function coversOn(desk: Story, on: string): Promise<(readonly [Id, Id])[]> {
  const rows = await coveringOn(desk.db, day(on));
  return rows.map(({ memberId, coverId }) => [memberId, coverId] as const);
}

test('the cover covers from the first day to the last, both included', async () => {
  await using desk = await deskOn('2026-07-01');
  const [ana, ben] = [await desk.member('collector'), await desk.member('senior')];
  expect(answerOf(await plan(desk, wish(ana.memberId, ben.memberId)))).toBe('accepted');
  const covered = [[ana.memberId, ben.memberId]];
  expect(await coversOn(desk, '2026-07-05')).toEqual([]);
  expect(await coversOn(desk, '2026-07-06')).toEqual(covered);
  expect(await coversOn(desk, '2026-07-10')).toEqual(covered);
  expect(await coversOn(desk, '2026-07-11')).toEqual([]);
});

test('a second absence in the same days is refused, also of two plans at once', async () => {
  await using desk = await deskOn('2026-07-01');
  const [ana, ben] = [await desk.member('collector'), await desk.member('senior')];
  const wished = wish(ana.memberId, ben.memberId);
  const outcomes = await Promise.all([plan(desk, wished), plan(desk, wished)]);
  expect(outcomes.map(answerOf).toSorted()).toEqual([
    'accepted',
    'team.absence_overlaps 2026-07-06 2026-07-10',
  ]);
});

test('a cover who is away hands on to their own cover, only when that was said', async () => {
  await using desk = await deskOn('2026-07-01');
  const [ana, ben, cid] = [
    await desk.member('collector'),
    await desk.member('senior'),
    await desk.member('manager'),
  ];
  await plan(desk, wish(ben.memberId, cid.memberId, { to: day('2026-07-07') }));
  const wished = wish(ana.memberId, ben.memberId);
  expect(answerOf(await plan(desk, wished))).toBe('team.cover_away_too senior');
  expect(answerOf(await plan(desk, { ...wished, handsOn: true }))).toBe('accepted');
  expect(await coversOn(desk, '2026-07-07')).toEqual([
    [ana.memberId, cid.memberId],
    [ben.memberId, cid.memberId],
  ]);
  expect(await coversOn(desk, '2026-07-08')).toEqual([[ana.memberId, ben.memberId]]);
});

test('who covers somebody and goes away says so, and never makes a ring', async () => {
  await using desk = await deskOn('2026-07-01');
  const [ana, ben] = [await desk.member('collector'), await desk.member('senior')];
  await plan(desk, wish(ana.memberId, ben.memberId));
  const back = wish(ben.memberId, ana.memberId, { handsOn: true });
  expect(answerOf(await plan(desk, back))).toBe('team.cover_ring worklist');
  const cid = await desk.member('manager');
  const on = wish(ben.memberId, cid.memberId);
  expect(answerOf(await plan(desk, on))).toBe('team.covers_meanwhile 2026-07-06 2026-07-10');
});

test('a cover who may not do the work is refused with what is missing', async () => {
  await using desk = await deskOn('2026-07-01');
  const [ana, olga] = [await desk.member('collector'), await desk.member('auditor')];
  expect(answerOf(await plan(desk, wish(ana.memberId, olga.memberId)))).toBe(
    'team.cover_lacks_permission auditor worklist.work',
  );
  expect(await coversOn(desk, '2026-07-06')).toEqual([]);
});

test('nobody who is not there can be away', async () => {
  await using desk = await deskOn('2026-07-01');
  const ben = await desk.member('senior');
  expect(answerOf(await plan(desk, wish(desk.companyId, ben.memberId)))).toBe(
    'team.no_such_member',
  );
});

test('a manager plans the CFO’s absence, but never takes their approvals by it', async () => {
  await using desk = await deskOn('2026-07-01');
  const [maya, omar] = [await desk.member('manager'), await desk.member('cfo')];
  const ingrid = await desk.member('controller');
  const by = (coverId: Id | null) => {
    const { parts, ...wished } = wish(omar.memberId, coverId);
    const approvals = parts.map((part) => ({ ...part, work: 'approvals' as const }));
    return plan(desk, { ...wished, parts: approvals }, maya);
  };
  expect(answerOf(await by(maya.memberId))).toBe('team.cover_gives_yourself_approvals');
  expect(await coversOn(desk, '2026-07-06')).toEqual([]);
  expect(answerOf(await by(ingrid.memberId))).toBe('accepted');
});
