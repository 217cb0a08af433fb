import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId } from '#platform/ids.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { receiveComplaint, stepComplaint } from './work-complaint.ts';

test('one mail brings one complaint, and an unknown one takes no step', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const told = {
    accountId,
    class: 'billing',
    severity: 'low',
    subject: 'Wrong again',
    text: '',
    saidBy: 'Ana',
    channel: 'email',
    receivedOn: day('2026-11-20'),
    mailId: newId(),
  } as const;
  const receive = () => desk.done((context) => receiveComplaint(context, told));
  expect((await receive()).complaintId).not.toBeNull();
  expect((await receive()).complaintId).toBeNull();
  const step = { accountId, step: 'close', cause: null, satisfaction: null, note: '' } as const;
  const unknown = desk.act((context) => stepComplaint(context, { ...step, complaintId: newId() }));
  expect(answerOf(await unknown)).toBe('complaint.no_such_complaint');
});
