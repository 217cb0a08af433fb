import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { anId, credit, written } from '#test/support/ledger-items.ts';
import { reinstate } from './recovering.ts';

const head = { accountId: anId(), effectiveOn: day('2026-09-01') };
const writeOff = credit({ cents: 600n, open: 0n, kind: 'adjustment', number: 'WOFF-I-1' });

test.each`
  cents   | recovered | answer
  ${600n} | ${0n}     | ${'ar/allowance 600 600'}
  ${200n} | ${400n}   | ${'ar/allowance 200 200'}
  ${601n} | ${0n}     | ${'ledger.more_than_written_off'}
  ${201n} | ${400n}   | ${'ledger.more_than_written_off'}
  ${0n}   | ${0n}     | ${'ledger.amount_not_positive'}
  ${-1n}  | ${0n}     | ${'ledger.amount_not_positive'}
`('$cents of 600 after $recovered came back: $answer', ({ cents, recovered, answer }) => {
  const method = 'allowance' as const;
  const wish = { amount: money(cents, 'USD'), base: cents, recovered, method };
  const outcome = reinstate(writeOff, wish, head, anId);
  const said = outcome.ok ? outcome.value.posting.lines.map(written).join() : outcome.refusal;
  expect(said).toBe(answer);
});

test('money for what went straight to bad debt is income of recoveries', () => {
  const amount = money(600n, 'USD');
  const wish = { amount, base: 600n, recovered: 0n, method: 'direct' } as const;
  const outcome = reinstate(writeOff, wish, head, anId);
  expect(outcome.ok && outcome.value.posting.lines.map(written)).toEqual(['ar/recoveries 600 600']);
});
