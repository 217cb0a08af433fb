import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { intend, locate } from '#test/support/gate.ts';
import { nothingStated } from '../rules/debt-profile.ts';
import { profilesOf } from '../store/profiles.ts';
import { setDebtProfile } from './set-debt-profile.ts';
import { weighContacts } from './weigh-contacts.ts';

test('the packs follow from what was stated last', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const packs = async () => {
    const moment = { at: desk.clock.now(), today: desk.clock.today() };
    const [weighed] = await weighContacts(desk.db, moment, [intend(accountId)]);
    return weighed?.answer.packs;
  };
  await locate(desk, accountId);
  expect(await packs()).toEqual(['POLICY-B2B', 'US.STAY']);
  await locate(desk, accountId, {
    state: 'ma',
    obligor: 'natural_person',
    purpose: 'consumer',
  });
  expect(await packs()).toEqual(['US-MA-940CMR7', 'US.STAY', 'POLICY-CONSUMER']);
  expect(await profilesOf(desk.db, accountId)).toMatchObject([
    { state: 'MA', purpose: 'consumer', actor: 'job:story', reason: 'the story says so' },
    { state: 'PA', purpose: null },
  ]);
});

test('a state, a zone or an account that there is not is refused', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const state = (more: Partial<Parameters<typeof setDebtProfile>[1]>) =>
    desk.act((context) => setDebtProfile(context, { ...nothingStated, accountId, ...more }));
  expect(answerOf(await state({ state: 'Bavaria' }))).toBe('compliance.state_unknown Bavaria');
  expect(answerOf(await state({ zone: 'Eastern' }))).toBe('compliance.zone_unknown Eastern');
  expect(answerOf(await state({ accountId: desk.companyId }))).toBe('compliance.no_such_account');
  expect(accept(await profilesOf(desk.db, accountId)).value).toEqual([]);
});
