import { expect, test } from 'vitest';
import { answerOf } from '#test/support/builders.ts';
import { disputeDesk } from '#test/support/dispute-desk.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { CaseMove } from '../rules/case-life.ts';
import { assignCase } from './assign-case.ts';
import { escalateCase } from './escalate-case.ts';
import { moveCase } from './move-case.ts';

async function deskWithCase() {
  const desk = await disputeDesk();
  const { accountId } = desk;
  const caseId = await desk.open('120.00');
  const move = (to: CaseMove) =>
    desk.act((context) => moveCase(context, { accountId, caseId, move: to, note: '' }));
  return { ...desk, caseId, move };
}

test('a case is given to its owner, asked on to the customer, and taken back', async () => {
  await using desk = await deskWithCase();
  const { accountId, caseId, manager, move } = desk;
  expect(answerOf(await move('ask_owner'))).toBe('dispute.no_owner');
  const wish = { accountId, caseId, department: 'billing', outside: null, note: '' } as const;
  const given = { ...wish, coordinatorId: null, ownerId: manager.memberId };
  await desk.done((context) => assignCase(context, given));
  expect(await desk.file(caseId)).toMatchObject({ state: 'with_owner', department: 'billing' });
  desk.on('2026-11-23');
  await move('ask_customer');
  expect(await desk.file(caseId)).toMatchObject({ state: 'with_customer', answerBy: '2026-12-01' });
  await move('take_back');
  expect(await desk.file(caseId)).toMatchObject({ state: 'open' });
  const both = { ...given, outside: { name: 'Lee', email: 'lee@ops.example' } };
  expect(answerOf(await desk.act((context) => assignCase(context, both)))).toBe(
    'dispute.two_owners',
  );
});

test('one that ended is reopened and contests its items again', async () => {
  await using desk = await deskWithCase();
  await desk.decide(desk.caseId, { decision: 'reject' });
  expect(answerOf(await desk.move('take_back'))).toBe('dispute.closed');
  expect(answerOf(await desk.move('reopen'))).toBe('accepted');
  expect(await desk.file(desk.caseId)).toMatchObject({ state: 'open', decision: null });
  expect(await desk.disputed()).toHaveLength(1);
});

test('late, it goes to a manager once', async () => {
  await using desk = await deskWithCase();
  const { accountId, caseId, manager } = desk;
  const escalate = () => desk.done((context) => escalateCase(context, { accountId, caseId }));
  expect(await escalate()).toEqual({ escalated: false });
  desk.on('2026-12-02');
  expect(await escalate()).toEqual({ escalated: true });
  expect(await escalate()).toEqual({ escalated: false });
  expect(await desk.file(caseId)).toMatchObject({
    escalatedOn: '2026-12-02',
    escalatedTo: manager.memberId,
  });
  const kinds = await desk.db.all(sql`select kind from disputes.case_event order by event_id`);
  expect(kinds).toEqual([{ kind: 'escalated' }]);
});
