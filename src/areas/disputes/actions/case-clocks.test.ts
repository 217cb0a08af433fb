import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { newId } from '#platform/ids.ts';
import { answerOf } from '#test/support/builders.ts';
import { disputeDesk } from '#test/support/dispute-desk.ts';
import { recordDisputes } from '../index.ts';
import { startCaseClocks } from './answer-clock.ts';
import { creditGranted } from './credit-case.ts';
import { refuseCredit } from './refuse-credit.ts';
import { takeFile } from './step-case.ts';
import { takeUpBrought, takeUpNext } from './take-up-dispute.ts';

test('a billing error of a consumer has the law’s days beside ours', async () => {
  await using desk = await disputeDesk();
  const caseId = await desk.open('120.00', { reason: 'billing_error' });
  const file = await desk.file(caseId);
  // However often they are started, they are the same clocks.
  await desk.done(async (context) => {
    await startCaseClocks(context, file);
    return { ok: true, value: null } as const;
  });
  const clocks = await desk.db.all(sql`
    select kind, due_on, source, state from clocks.clock_card order by due_on`);
  expect(clocks).toEqual([
    { kind: 'dispute_answer', due_on: '2026-12-07', source: 'policy: disputes', state: 'running' },
    {
      kind: 'billing_error_acknowledge',
      due_on: '2026-12-20',
      source: '12 CFR 1026.13(c)',
      state: 'running',
    },
    {
      kind: 'billing_error_resolve',
      due_on: '2027-02-18',
      source: '12 CFR 1026.13(c)',
      state: 'running',
    },
  ]);
  await desk.decide(caseId, { decision: 'reject' });
  const states = await desk.db.all(sql`select distinct state from clocks.clock_card`);
  expect(states).toEqual([{ state: 'met' }]);
});

test('a case of another account is none, and a request of nobody changes nothing', async () => {
  await using desk = await disputeDesk();
  const { accountId } = desk;
  const ref = { accountId, caseId: newId() };
  const taken = await desk.act((context) => takeFile(context, ref));
  expect(answerOf(taken)).toBe('dispute.no_such_case');
  const requestId = newId();
  expect(await desk.done((context) => creditGranted(context, requestId))).toEqual({ done: false });
  const refused = { accountId, requestId, why: 'request_refused' };
  expect(await desk.done((context) => refuseCredit(context, refused))).toEqual({ opened: false });
});

test('a dispute that another system told of gets its case in the morning, once', async () => {
  await using desk = await disputeDesk();
  const { accountId, itemId } = desk;
  const openedOn = day('2026-11-02');
  const brought = { accountId, disputeId: newId(), itemId, reason: 'Wrong price', openedOn };
  await desk.done(async (context) => {
    await recordDisputes(context, [{ ...brought, resolvedOn: null }]);
    return { ok: true, value: null } as const;
  });
  const morning = () => desk.done((context) => takeUpBrought(context, 'America/New_York', 10));
  expect(await morning()).toEqual({ taken: 1 });
  expect(await morning()).toEqual({ taken: 0 });
  const [found] = await desk.disputed();
  expect(found).toMatchObject({ openedOn: '2026-11-02', state: 'open', saidBy: 'NORTH' });
});

test('a dispute that came with a file stands on the board at once, and only once', async () => {
  await using desk = await disputeDesk();
  const { accountId, itemId } = desk;
  const brought = { accountId, itemId, reason: 'Wrong price', openedOn: day('2026-11-02') };
  await desk.done(async (context) => {
    await recordDisputes(context, [{ ...brought, disputeId: newId(), resolvedOn: null }]);
    return { ok: true, value: null } as const;
  });
  expect(await desk.done((context) => takeUpNext(context))).toEqual({ taken: 1 });
  expect(await desk.done((context) => takeUpNext(context))).toEqual({ taken: 0 });
  expect(await desk.disputed()).toMatchObject([{ openedOn: '2026-11-02', saidBy: 'NORTH' }]);
  const more = await desk.db.all(sql`
    select name from platform.event where name = 'disputes.more_brought'`);
  expect(more).toEqual([]);
});

test('a dispute of a file whose invoice was paid has ended on the day of the money', async () => {
  await using desk = await disputeDesk();
  const { accountId, itemId } = desk;
  await desk.receipt(accountId, { amount: '500', on: '2026-11-12', pays: [[itemId, '500.00']] });
  const disputeId = newId();
  const brought = { accountId, itemId, reason: 'Wrong price', openedOn: day('2026-11-02') };
  await desk.done(async (context) => {
    await recordDisputes(context, [{ ...brought, disputeId, resolvedOn: null }]);
    return { ok: true, value: null } as const;
  });
  expect(await desk.done((context) => takeUpNext(context))).toEqual({ taken: 0 });
  expect(await desk.disputed()).toEqual([]);
  const ended = await desk.db.all(sql`select resolved_on, how from disputes.dispute_span`);
  expect(ended).toEqual([{ resolved_on: '2026-11-12', how: 'cleared' }]);
});
