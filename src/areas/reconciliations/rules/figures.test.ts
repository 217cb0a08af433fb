import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { figures } from './figures.ts';

const parts = {
  currency: currency('USD'),
  opening: 10_000n,
  moves: [{ kind: 'receipt', minor: -4_000n }],
  items: [{ itemId: 'a', number: 'I-1', minor: 6_000n, dueOn: '2026-06-01' }],
  answers: new Map(),
};

test('without their statement nothing is compared; their stated sum is taken at its word', () => {
  expect(figures({ ...parts, theirs: undefined })).toMatchObject({
    bridge: { closing: '60.00' },
    difference: null,
    rows: [],
  });
  const lines = [{ number: 'I-1', minor: 5_000n, on: null }];
  const theirs = { source: 'x.csv', closing: 5_500n, lines };
  expect(figures({ ...parts, theirs })).toMatchObject({
    theirClosing: '55.00',
    difference: '-5.00',
    unexplained: '5.00',
    open: 1,
    rows: [{ kind: 'amount', itemId: 'a', difference: '-10.00' }],
  });
});
