/** A write-off that one may not do alone, from the asking to what became of it. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Actor } from '#platform/action.ts';
import { askWriteOff, writeOffGranted } from '#areas/ledger/actions/write-off-item.ts';
import { changeMember } from '#areas/team/actions/change-member.ts';
import { planAbsence } from '#areas/team/index.ts';
import { agingOf } from '#test/support/agings.ts';
import { type Story, answerOf, deskOwed1000, usd } from '#test/support/builders.ts';
import { standardAuthority } from '../rules/authority.ts';
import { insertAuthority } from '../store/authority.ts';
import { requestsOf } from '../store/requests.ts';
import { askAuthority, keepAuthority } from './ask-authority.ts';
import { decideRequest } from './decide-request.ts';
import { requestApproval } from './request-approval.ts';
import { settleRequest } from './settle-request.ts';
import { withdrawRequest } from './withdraw-request.ts';

async function deskThatAsks() {
  const desk = await deskOwed1000();
  const { accountId, invoiceId: itemId } = desk;
  const wish = (amount: string) => ({ accountId, itemId, amount: usd(amount), evidence: '' });
  return {
    ...desk,
    rosa: await desk.member('collector'),
    maya: await desk.member('manager'),
    ingrid: await desk.member('controller'),
    omar: await desk.member('cfo'),
    ask: (amount: string, by: Actor) =>
      desk.act((context) => askWriteOff(context, wish(amount)), by),
    decide: (requestId: Id, said: 'yes' | 'no', by: Actor) =>
      desk.act((context) => decideRequest(context, { requestId, said, companies: 'all' }), by),
    carryOut: (requestId: Id) => desk.done((context) => writeOffGranted(context, requestId)),
    one: async (requestId: Id) =>
      (await requestsOf(desk.db, { requestId, companies: 'all' })).at(0),
    owed: async () => (await agingOf(desk, { asOf: '2026-07-20' })).balance,
  };
}

function idOf(outcome: Outcome<{ requestId: Id }>): Id {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.requestId;
}

function idOfMember({ memberId, ref }: Actor): Id {
  if (memberId === null) throw new Error(`${ref} is nobody`);
  return memberId;
}

async function goAway(desk: Story, absent: Actor, cover: Actor): Promise<void> {
  const days = { from: day('2026-07-20'), to: day('2026-07-24') };
  const part = { work: 'approvals', coverId: idOfMember(cover), companyId: null, letters: null };
  await desk.done((context) =>
    planAbsence(context, {
      ...days,
      memberId: idOfMember(absent),
      kind: 'vacation',
      note: '',
      handsOn: false,
      parts: [{ ...part, work: 'approvals' as const }],
    }),
  );
}

test('what is granted is written off once, and only then', async () => {
  await using desk = await deskThatAsks();
  const requestId = idOf(await desk.ask('900', desk.rosa));
  expect(await desk.owed()).toBe('1000.00');
  expect(answerOf(await desk.decide(requestId, 'yes', desk.maya))).toBe(
    'approvals.beyond_authority controller',
  );
  expect(await desk.carryOut(requestId)).toEqual({ done: false });
  expect(await desk.decide(requestId, 'yes', desk.ingrid)).toMatchObject({
    value: { state: 'granted', forMember: null },
  });
  expect(await desk.carryOut(requestId)).toEqual({ done: true });
  expect(await desk.carryOut(requestId)).toEqual({ done: false });
  expect(await desk.owed()).toBe('100.00');
  expect((await desk.one(requestId))?.outcome).toMatchObject({ how: 'done' });
});

test('one no ends it, and nobody decides twice or what has ended', async () => {
  await using desk = await deskThatAsks();
  const requestId = idOf(await desk.ask('300', desk.rosa));
  expect(answerOf(await desk.ask('300', desk.maya))).toBe('approvals.asked_already');
  expect(answerOf(await desk.decide(requestId, 'no', desk.maya))).toBe('accepted');
  expect(answerOf(await desk.decide(requestId, 'yes', desk.omar))).toBe(
    'approvals.not_open refused',
  );
  expect(await desk.carryOut(requestId)).toEqual({ done: false });
  expect(answerOf(await desk.ask('300', desk.rosa))).toBe('accepted');
});

test('who is paid meanwhile is written nothing off, and whoever asked is told', async () => {
  await using desk = await deskThatAsks();
  const requestId = idOf(await desk.ask('1000', desk.rosa));
  await desk.decide(requestId, 'yes', desk.ingrid);
  const pays = [[desk.invoiceId, '1000']] as const;
  await desk.receipt(desk.accountId, { amount: '1000', on: '2026-07-20', pays });
  expect(await desk.carryOut(requestId)).toEqual({ done: false });
  expect((await desk.one(requestId))?.outcome).toMatchObject({
    how: 'failed',
    detail: { refusal: 'ledger.more_than_open' },
  });
});

test('a cover decides for who is away, never what they asked for themselves', async () => {
  await using desk = await deskThatAsks();
  await goAway(desk, desk.ingrid, desk.maya);
  const own = idOf(await desk.ask('900', desk.maya));
  expect(answerOf(await desk.decide(own, 'yes', desk.maya))).toBe('approvals.own_request');
  await desk.decide(own, 'no', desk.omar);
  const requestId = idOf(await desk.ask('900', desk.rosa));
  expect(await desk.decide(requestId, 'yes', desk.maya)).toMatchObject({
    value: { state: 'granted', forMember: idOfMember(desk.ingrid) },
  });
});

test('who asked takes it back, nobody else, and not after the end', async () => {
  await using desk = await deskThatAsks();
  const requestId = idOf(await desk.ask('900', desk.rosa));
  const takeBack = (by: Actor) =>
    desk.act((context) => withdrawRequest(context, { requestId, companies: 'all' }), by);
  expect(answerOf(await takeBack(desk.maya))).toBe('approvals.not_yours');
  expect(answerOf(await takeBack(desk.rosa))).toBe('accepted');
  expect(answerOf(await takeBack(desk.rosa))).toBe('approvals.not_open withdrawn');
});

test('a request that waited too long has expired, and may be asked again', async () => {
  await using desk = await deskThatAsks();
  const requestId = idOf(await desk.ask('300', desk.rosa));
  desk.on('2026-08-04');
  expect(answerOf(await desk.decide(requestId, 'yes', desk.maya))).toBe(
    'approvals.not_open expired',
  );
  expect(answerOf(await desk.ask('300', desk.rosa))).toBe('accepted');
});

test('another authority counts once the one above all limits granted it', async () => {
  await using desk = await deskThatAsks();
  const { companyId } = desk;
  const limits = [
    { role: 'manager', most: '950' },
    { role: 'cfo', most: null },
  ];
  const said = { limits, dualFrom: '800', evidenceFrom: null, validDays: 5 };
  const asked = await desk.act(
    (context) => askAuthority(context, { companyId, kind: 'write_off', said }),
    desk.ingrid,
  );
  const requestId = idOf(asked);
  expect(answerOf(await desk.decide(requestId, 'yes', desk.ingrid))).toBe('approvals.own_request');
  expect(answerOf(await desk.decide(requestId, 'yes', desk.omar))).toBe('accepted');
  expect(await desk.done((context) => keepAuthority(context, requestId))).toEqual({ kept: true });
  expect(await desk.done((context) => keepAuthority(context, requestId))).toEqual({ kept: false });

  const large = idOf(await desk.ask('900', desk.rosa));
  expect(await desk.one(large)).toMatchObject({ needs: 2, expiresOn: '2026-07-25' });
  expect(await desk.decide(large, 'yes', desk.maya)).toMatchObject({ value: { state: 'open' } });
  expect(answerOf(await desk.decide(large, 'yes', desk.maya))).toBe('approvals.decided_already');
  expect(await desk.decide(large, 'yes', desk.omar)).toMatchObject({ value: { state: 'granted' } });
});

test('an authority that does not read is refused with its place', async () => {
  await using desk = await deskThatAsks();
  const { companyId } = desk;
  const said = {
    limits: [{ role: 'king', most: '1' }],
    dualFrom: null,
    evidenceFrom: null,
    validDays: 5,
  };
  const asked = await desk.act(
    (context) => askAuthority(context, { companyId, kind: 'write_off', said }),
    desk.ingrid,
  );
  expect(answerOf(asked)).toBe('approvals.authority_unfit unknown_role king');
});

test('what nobody may approve is not even asked for', async () => {
  await using desk = await deskThatAsks();
  const { companyId } = desk;
  const asking = (weight: string, subjectKey: string) =>
    desk.act(
      (context) =>
        requestApproval(context, {
          companyId,
          accountId: null,
          kind: 'write_off',
          subjectKey,
          subject: {},
          facts: { document: 'I-1', name: 'North' },
          amount: usd(weight),
          weight: usd(weight),
          evidence: '',
        }),
      desk.rosa,
    );
  const limits = [{ role: 'manager', most: '10' }];
  const said = { limits, dualFrom: null, evidenceFrom: null, validDays: 5 };
  const narrower = await desk.act(
    (context) => askAuthority(context, { companyId, kind: 'write_off', said }),
    desk.ingrid,
  );
  await desk.decide(idOf(narrower), 'yes', desk.omar);
  await desk.done((context) => keepAuthority(context, idOf(narrower)));
  expect(answerOf(await asking('10.01', 'a'))).toBe('approvals.nobody_may 10.01');
  const requestId = idOf(await asking('10', 'b'));
  await desk.decide(requestId, 'yes', desk.maya);

  const outcome = { how: 'done', detail: {} } as const;
  const settle = () => desk.done((context) => settleRequest(context, requestId, outcome));
  expect(await settle()).toEqual({ settled: true });
  expect(await settle()).toEqual({ settled: false });
});

test('a job asks for nothing and decides nothing', async () => {
  await using desk = await deskThatAsks();
  const job = { ref: 'job:night', memberId: null };
  expect(answerOf(await desk.ask('900', job))).toBe('approvals.only_people_ask');
  const requestId = idOf(await desk.ask('900', desk.rosa));
  expect(answerOf(await desk.decide(requestId, 'yes', job))).toBe('approvals.only_people_decide');
});

test('small requests for one customer within thirty days count as one', async () => {
  await using desk = await deskThatAsks();
  const { accountId, companyId, rosa } = desk;
  const ask = (subjectKey: string, amount: string) =>
    desk.act(
      (context) =>
        requestApproval(context, {
          companyId,
          accountId,
          kind: 'refund',
          subjectKey,
          subject: {},
          facts: { name: 'North' },
          amount: usd(amount),
          weight: usd(amount),
          evidence: '',
        }),
      rosa,
    );
  const first = idOf(await ask('a', '900'));
  const second = idOf(await ask('b', '900'));
  expect(answerOf(await desk.decide(second, 'yes', desk.maya))).toBe(
    'approvals.beyond_authority controller',
  );
  expect(await desk.one(second)).toMatchObject({ before: usd('900'), weight: usd('1800') });
  // What was refused was given to nobody.
  await desk.decide(first, 'no', desk.maya);
  const third = idOf(await ask('c', '100'));
  expect(await desk.one(third)).toMatchObject({ before: usd('900'), weight: usd('1000') });
  desk.on('2026-08-20');
  const later = idOf(await ask('d', '900'));
  expect(await desk.one(later)).toMatchObject({ before: usd('0'), needs: 1 });
});

test('a least role decides whatever the amount', async () => {
  await using desk = await deskThatAsks();
  const { accountId, companyId, rosa } = desk;
  const requestId = idOf(
    await desk.act(
      (context) =>
        requestApproval(context, {
          companyId,
          accountId,
          kind: 'plan',
          subjectKey: 'plan',
          subject: {},
          facts: { name: 'North' },
          amount: usd('10'),
          weight: usd('10'),
          least: 'controller',
          evidence: '',
        }),
      rosa,
    ),
  );
  expect(answerOf(await desk.decide(requestId, 'yes', desk.maya))).toBe(
    'approvals.beyond_authority controller',
  );
  expect((await desk.decide(requestId, 'yes', desk.ingrid)).ok).toBe(true);
});

test('a yes of somebody who left meanwhile grants nothing with the next', async () => {
  await using desk = await deskThatAsks();
  const said = { ...standardAuthority.write_off, dualFrom: '100' };
  const requestId = idOf(await desk.ask('400', desk.rosa));
  // Two persons are asked for since.
  await desk.done(async (context) => {
    await insertAuthority(context, desk.companyId, 'write_off', said);
    return accept(null);
  });
  const decide = async (by: Actor) => desk.decide(requestId, 'yes', by);
  await desk.member('administrator');
  expect(await decide(desk.maya)).toMatchObject({ value: { state: 'open' } });
  const gone = { memberId: idOfMember(desk.maya), roles: ['manager'], active: false } as const;
  await desk.done((context) => changeMember(context, gone, 'all'));
  expect(await decide(desk.ingrid)).toMatchObject({ value: { state: 'open' } });
  expect(await desk.carryOut(requestId)).toEqual({ done: false });
  expect(await decide(desk.omar)).toMatchObject({ value: { state: 'granted' } });
  expect(await desk.carryOut(requestId)).toEqual({ done: true });
});
