import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { day } from '#kernel/day.ts';
import { deskOn } from '#test/support/builders.ts';
import { addMember } from '#areas/team/index.ts';
import { accountHead } from '../store/page.ts';
import { assignOwner } from './assign-owner.ts';

test('an account goes from one collector to the next, and the past keeps its owner', async () => {
  await using desk = await deskOn('2026-11-10');
  const accountId = await desk.account('NORTH');
  const first = await desk.member('collector');
  const second = await desk.member('senior');
  const give = (memberId: Id | null) =>
    desk.done((context) => assignOwner(context, { accountId, memberId }));
  expect(await give(first.memberId)).toEqual({ owner: 'collector' });
  desk.on('2026-11-20');
  await give(second.memberId);

  const knownAt = desk.clock.now();
  const ownerOn = async (on: string) =>
    (await accountHead(desk.db, accountId, { asOf: day(on), knownAt }))?.owner_name;
  expect(await ownerOn('2026-11-09')).toBeNull();
  expect(await ownerOn('2026-11-19')).toBe('collector');
  expect(await ownerOn('2026-11-20')).toBe('senior');
  expect(await give(null)).toEqual({ owner: null });
});

test('nobody is given an account of a company they do not see', async () => {
  await using desk = await deskOn('2026-11-10');
  await desk.company('OTHER');
  const accountId = await desk.account('NORTH');
  const wish = {
    name: 'Limited',
    email: 'limited@desk.example',
    language: 'en',
    roles: ['collector'],
    companies: ['OTHER'],
  } as const;
  const { memberId } = await desk.done((context) => addMember(context, wish, 'all'));
  const outcome = await desk.act((context) => assignOwner(context, { accountId, memberId }));
  expect(outcome).toMatchObject({ refusal: 'customers.owner_sees_other_companies' });
});

test('the owner it has already and people who are not there are refused', async () => {
  await using desk = await deskOn('2026-11-10');
  const accountId = await desk.account('NORTH');
  const give = (memberId: Id | null) =>
    desk.act((context) => assignOwner(context, { accountId, memberId }));
  expect(await give(null)).toMatchObject({ refusal: 'customers.owner_unchanged' });
  expect(await give(desk.companyId)).toMatchObject({ refusal: 'customers.owner_has_left' });
});
