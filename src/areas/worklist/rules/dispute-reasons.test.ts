import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { usd } from '#test/support/builders.ts';
import { disputeReasons } from './dispute-reasons.ts';

const caseId = composeId(1_780_000_000_000, 1, 1, 1);
const fact = (answeredOn: string | null, answerBy: string | null) => ({
  caseId,
  amount: usd('120.00'),
  owner: 'Lee',
  answeredOn: answeredOn === null ? null : day(answeredOn),
  answerBy: answerBy === null ? null : day(answerBy),
});
const today = day('2026-11-20');

test('an answer that came back goes before one that is late', () => {
  const cases = [fact(null, '2026-11-02'), fact('2026-11-19', '2026-11-23')];
  expect(disputeReasons({ cases }, today)).toMatchObject([
    { kind: 'dispute', phrase: 'reason.dispute_answered', facts: { others: 1, amount: '120.00' } },
  ]);
});

test('what is in its days asks nothing of us', () => {
  expect(disputeReasons({ cases: [fact(null, '2026-11-20')] }, today)).toEqual([]);
  expect(disputeReasons({ cases: [fact(null, null)] }, today)).toEqual([]);
  expect(disputeReasons({ cases: [fact(null, '2026-11-19')] }, today)).toMatchObject([
    { phrase: 'reason.dispute_late', facts: { since: '2026-11-19', named: 'some' } },
  ]);
});
