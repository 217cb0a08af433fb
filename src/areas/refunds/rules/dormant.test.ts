import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { maySurrender, stageOf } from './dormant.ts';

// H-086: $140 in the District, dormant 1 Jun 2026, letter 4 May to 1 Sep 2026.
const facts = { letter: 'yes', noticeFrom: '2026-05-04', noticeTo: '2026-09-01' };
const held = { dormantOn: day('2026-06-01'), facts, isWritten: false };

test.each([
  ['2026-05-03', {}, 'waits', 'refunds.not_dormant'],
  ['2026-05-04', {}, 'letter_due', 'refunds.not_dormant'],
  ['2026-05-04', { isWritten: true }, 'written', 'refunds.not_dormant'],
  ['2026-06-01', {}, 'letter_due', 'refunds.no_letter'],
  ['2026-09-02', {}, 'waits', 'refunds.no_letter'],
  ['2026-06-01', { isWritten: true }, 'dormant', undefined],
  ['2026-06-01', { facts: { letter: 'no' } }, 'dormant', undefined],
])('on %s, %o: %s', (today, more, stage, refusal) => {
  const one = { ...held, ...more };
  const may = maySurrender(one, day(today));
  expect(stageOf(one, day(today))).toBe(stage);
  expect(may.ok ? undefined : may.refusal).toBe(refusal);
});
