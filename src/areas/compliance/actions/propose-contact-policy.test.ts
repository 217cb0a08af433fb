import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { intend, locate } from '#test/support/gate.ts';
import { decideVersion, publishVersion } from '#areas/policies/index.ts';
import { askPermit } from './ask-permits.ts';
import { contactPoliciesSoFar, contactPolicyOn } from './firm-rules.ts';
import { proposeContactPolicy } from './propose-contact-policy.ts';

const ofP32 = `hours: {from: 8, to: 21}
caps:
  - {limit: 1, days: 1}
  - {limit: 3, days: 7, counts: reached}
examples:
  - {name: at ten, at: 2026-07-06 10:00, expect: allowed}
`;

async function deskOnMonday() {
  const desk = await deskOn('2026-07-06');
  const [maya, ingrid] = [await desk.member('manager'), await desk.member('controller')];
  const propose = (written: string) =>
    desk.act((context) => proposeContactPolicy(context, written), maya);
  const today = desk.clock.today();
  const publish = async (version: number) => {
    const named = { kind: 'contact', key: 'contact', version };
    const wish = { ...named, act: 'approved', unseen: false } as const;
    expect(answerOf(await desk.act((context) => decideVersion(context, wish), maya))).toContain(
      'policies.own_version',
    );
    await desk.done((context) => decideVersion(context, wish), ingrid);
    await desk.done((context) => publishVersion(context, { ...named, from: today }), maya);
  };
  return { ...desk, propose, publish, today };
}

test('what is blocked by the hours is stored with its reason and next slot (P-32)', async () => {
  await using desk = await deskOnMonday();
  await desk.propose(ofP32);
  await desk.publish(1);
  const ask = async (number: string, state: string) => {
    const accountId = await desk.account(number);
    await desk.invoice(accountId, { amount: '400', issued: '2026-05-01' });
    await locate(desk, accountId, { state });
    const address = state === 'NY' ? '+12125550142' : '+12135550142';
    const at = instant('2026-07-06T12:30:00Z');
    return desk.done(async (context) =>
      accept(await askPermit(context, intend(accountId, { address, at }))),
    );
  };
  expect(await ask('NEWYORK', 'NY')).toMatchObject({ allowed: true });
  const angeles = await ask('ANGELES', 'CA');
  expect(angeles).toMatchObject({
    allowed: false,
    nextAllowedAt: '2026-07-06T15:00:00.000000Z',
  });
  const [row] = await desk.db.all(sql`
    select p.kind, p.next_allowed_at, p.reasons -> 1 ->> 'id' as why,
           'HOUSE.HOURS@1' = any(p.rules) as asked,
           (p.inputs ->> 'contactPolicy')::integer as version
      from compliance.permit p
     where p.permit_id = ${angeles.permitId}`);
  expect(row).toEqual({
    kind: 'blocked',
    next_allowed_at: '2026-07-06T15:00:00.000000Z',
    why: 'HOUSE.HOURS',
    asked: true,
    version: 1,
  });
});

test('a proposed policy counts once another approved it and it is published', async () => {
  await using desk = await deskOnMonday();
  expect(await desk.propose(ofP32)).toMatchObject({ value: { version: 1, passed: 1, failed: 0 } });
  expect(answerOf(await desk.propose(ofP32))).toContain('policies.unchanged');
  expect(await contactPolicyOn(desk.db, desk.today)).toMatchObject({
    version: null,
    rules: undefined,
  });
  await desk.publish(1);
  await desk.propose(ofP32.replace('limit: 1,', 'limit: 2,'));
  await desk.publish(2);
  expect(await contactPolicyOn(desk.db, desk.today)).toMatchObject({
    version: 2,
    policy: { caps: [{ limit: 2 }, { limit: 3 }] },
  });
  expect(await contactPoliciesSoFar(desk.db, desk.today)).toHaveLength(2);
});

test('what was stated before there were documents counts until one is published', async () => {
  await using desk = await deskOnMonday();
  const caps = [{ channels: [], limit: 5, days: 7, businessDays: false, counts: 'attempts' }];
  await desk.db.run(sql`
    insert into compliance.house_rule (version, effective_from, rules, recorded_at, actor, reason)
    values (1, '2026-07-01', ${JSON.stringify({ hours: null, caps })}, '2026-07-01T12:00:00Z',
            'member:old', 'stated then')`);
  expect(await contactPolicyOn(desk.db, desk.today)).toMatchObject({
    version: null,
    policy: { caps: [{ limit: 5 }] },
    rules: { version: null },
  });
  await desk.propose(ofP32);
  await desk.publish(1);
  expect(await contactPolicyOn(desk.db, desk.today)).toMatchObject({
    version: 1,
    policy: { caps: [{ limit: 1 }, { limit: 3 }] },
  });
});

test('a file that does not read is no version; one whose example fails says so', async () => {
  await using desk = await deskOnMonday();
  expect(answerOf(await desk.propose('caps: 7'))).toBe('compliance.policy_does_not_read 1 1 caps');
  const fails = ofP32.replace('expect: allowed', 'expect: blocked');
  expect(await desk.propose(fails)).toMatchObject({ value: { failed: 1 } });
});
