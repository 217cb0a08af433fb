import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import { takeAccount } from '../store/locks.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { mayAnswer } from './answer-work.ts';
import { rebuildAccounts } from './build-worklist.ts';

test('a person answers for an account, with the reasons that stand', async () => {
  await using desk = await deskOwed1000();
  await desk.done(async (context) => accept(await rebuildAccounts(context, [desk.accountId])));
  const rosa = await desk.member('collector');
  const place = await desk.done((context) => mayAnswer(context, desk.accountId), rosa);
  expect(place).toMatchObject({
    memberId: rosa.memberId,
    zone: 'America/New_York',
    kinds: ['overdue', 'incomplete_data'],
  });
});

test('a job cannot, and nobody can for an account that is not there', async () => {
  await using desk = await deskOwed1000();
  const rosa = await desk.member('collector');
  expect(await desk.act((context) => mayAnswer(context, desk.accountId))).toMatchObject({
    refusal: 'worklist.needs_person',
  });
  expect(await desk.act((context) => mayAnswer(context, desk.companyId), rosa)).toMatchObject({
    refusal: 'worklist.no_such_account',
  });
});

test('who has the account open keeps others out until the lock runs out', async () => {
  await using desk = await deskOwed1000();
  const { accountId } = desk;
  const [rosa, ben] = [await desk.member('collector'), await desk.member('senior')];
  const at = desk.clock.now();
  const taking = { accountId, memberId: rosa.memberId ?? accountId, at, until: plusMinutes(at, 2) };
  await takeAccount(desk.db, taking);
  expect(await desk.act((context) => mayAnswer(context, accountId), ben)).toMatchObject({
    refusal: 'worklist.locked',
    facts: { name: 'collector' },
  });
  expect((await desk.act((context) => mayAnswer(context, accountId), rosa)).ok).toBe(true);
  desk.on('2026-07-21');
  expect((await desk.act((context) => mayAnswer(context, accountId), ben)).ok).toBe(true);
});
