import { expect, test } from 'vitest';
import { answerOf } from '#test/support/builders.ts';
import { disputeDesk } from '#test/support/dispute-desk.ts';
import { rebillCase } from './rebill-case.ts';

test('a case that is billed anew ends when the new invoice is there', async () => {
  await using desk = await disputeDesk();
  const { accountId } = desk;
  const caseId = await desk.open('500.00');
  const rebill = (number: string) =>
    desk.act((context) => rebillCase(context, { accountId, caseId, number }));
  expect(answerOf(await rebill('I-2'))).toBe('dispute.not_for_rebill');
  const decided = await desk.decide(caseId, { decision: 'rebill' });
  if (!decided.ok) throw new Error(decided.refusal);
  await desk.approve(decided.value.requestIds[0] ?? accountId, 'yes');
  await desk.news();
  expect(await desk.file(caseId)).toMatchObject({ state: 'decided', decision: 'rebill' });

  expect(answerOf(await rebill('I-2'))).toBe('dispute.no_such_document I-2');
  expect(answerOf(await rebill('I-1'))).toBe('dispute.no_such_document I-1');
  await desk.invoice(accountId, { amount: '470', issued: '2026-11-20', number: 'I-2' });
  expect(answerOf(await rebill('I-2'))).toBe('accepted');
  expect(await desk.file(caseId)).toMatchObject({ state: 'closed', closedHow: 'rebilled' });
});
