import { expect, test } from 'vitest';
import { transfers } from './reporting-event.ts';

test('a transfer moves between two different accounts', () => {
  const circular = Object.entries<{ debit: string; credit: string }>(transfers).filter(
    ([, { debit, credit }]) => debit === credit,
  );
  expect(circular).toEqual([]);
});

test('money on account is a liability, never income', () => {
  expect(transfers.unapplied_cash).toEqual({ debit: 'Cash', credit: 'UnappliedCash' });
});
