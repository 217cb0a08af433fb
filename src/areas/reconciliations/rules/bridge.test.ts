import { expect, test } from 'vitest';
import { bridgeOf } from './bridge.ts';

test('every movement stands in one line, and the bridge closes', () => {
  const moved = [
    { kind: 'invoice', minor: 1000n },
    { kind: 'debit_memo', minor: 50n },
    { kind: 'charge', minor: 25n },
    { kind: 'receipt', minor: -600n },
    { kind: 'credit_memo', minor: -30n },
    { kind: 'reversal', minor: 10n },
    { kind: 'constructor', minor: -1n },
  ];
  expect(bridgeOf(200n, moved)).toEqual({
    opening: 200n,
    invoices: 1050n,
    charges: 25n,
    cash: -600n,
    credits: -30n,
    adjustments: 9n,
    closing: 654n,
  });
});
