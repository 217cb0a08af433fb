import { expect, test } from 'vitest';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { decideVersion, publishVersion } from '#areas/policies/index.ts';
import { policiesInForce } from './policies-in-force.ts';
import { proposePolicy } from './propose-policy.ts';

const written = `policy: house
name: {en: House, es: De la casa}
blocks: {past_due: {days: 30}}
`;

test('a proposed policy counts once another approved it and it is published', async () => {
  await using desk = await deskOn('2026-11-20');
  const manager = await desk.member('manager');
  const controller = await desk.member('controller');
  const proposed = await desk.done((context) => proposePolicy(context, written), manager);
  expect(proposed).toEqual({ key: 'house', version: 1, passed: 0, failed: 0 });
  const again = await desk.act((context) => proposePolicy(context, written), manager);
  expect(answerOf(again)).toContain('policies.unchanged');
  const version = { kind: 'credit', key: 'house', version: 1 };
  await desk.done(
    (context) => decideVersion(context, { ...version, act: 'approved', unseen: true }),
    controller,
  );
  const today = desk.clock.today();
  expect(await policiesInForce(desk.db, today)).toEqual([]);
  await desk.done((context) => publishVersion(context, { ...version, from: today }), manager);
  expect(await policiesInForce(desk.db, today)).toMatchObject([
    { key: 'house', version: 1, pastDue: { days: 30 } },
  ]);
});

test('a file that does not read is no version', async () => {
  await using desk = await deskOn('2026-11-20');
  const refused = await desk.act((context) => proposePolicy(context, 'policy: [house]'));
  expect(answerOf(refused)).toContain('credit.policy_does_not_read');
});
