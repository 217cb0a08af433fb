import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { anId, written } from '#test/support/ledger-items.ts';
import { derivedItem } from './derived-item.ts';
import { controlLine, stateOf } from './posting.ts';

const told = {
  itemId: anId(),
  kind: 'charge',
  amount: money(500n, 'USD'),
  base: 550n,
  number: 'FEE-1',
  on: day('2026-07-10'),
} as const;

test.each`
  side        | line
  ${'debit'}  | ${'ar/fee-income 500 550'}
  ${'credit'} | ${'fee-income/ar 500 550'}
`('a $side comes into the control account as $line', ({ side, line }) => {
  expect(written(controlLine(derivedItem({ ...told, side }), 'fee-income'))).toBe(line);
});

test('a new item is open for all of its amount and base', () => {
  const state = stateOf(derivedItem({ ...told, side: 'debit' }), day('2026-07-12'));
  expect(state).toMatchObject({
    open: 500n,
    openBase: 550n,
    reserved: 0n,
    effectiveOn: '2026-07-12',
  });
});
