import { expect, test } from 'vitest';
import { answerOf } from '#test/support/builders.ts';
import { deskWithCoveredAccount } from '#test/support/covered-account.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import { holderOf, takeAccount } from '../store/locks.ts';
import { takeOver } from './take-over.ts';

test('an account is taken from who has it, with the reason on its timeline', async () => {
  await using desk = await deskWithCoveredAccount();
  const { ana, ben, north: accountId } = desk;
  const at = desk.clock.now();
  const until = plusMinutes(at, 1);
  const take = (by: typeof ana) =>
    desk.act((context) => takeOver(context, { accountId, until }), by);
  expect(answerOf(await take(ben))).toBe('worklist.nobody_has_it');
  await takeAccount(desk.db, { accountId, memberId: ana.memberId, at, until });
  expect(answerOf(await take(ana))).toBe('worklist.nobody_has_it');
  expect(await take(ben)).toMatchObject({ value: { from: 'collector' } });
  expect(await holderOf(desk.db, accountId, desk.clock.now())).toMatchObject({ name: 'senior' });
});

test('a job takes nothing over, and a strange account is not there', async () => {
  await using desk = await deskWithCoveredAccount();
  const until = plusMinutes(desk.clock.now(), 1);
  const wish = { accountId: desk.north, until };
  const job = await desk.act((context) => takeOver(context, wish));
  expect(answerOf(job)).toBe('worklist.needs_person');
  const strange = { accountId: desk.companyId, until };
  const outcome = await desk.act((context) => takeOver(context, strange), desk.ana);
  expect(answerOf(outcome)).toBe('worklist.no_such_account');
});
