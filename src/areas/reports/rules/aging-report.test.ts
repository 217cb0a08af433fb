import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { overdueOf, texts } from './aging-report.ts';

test.each`
  edges                     | overdue
  ${[0, 30, 60, 90, 120]}   | ${62n}
  ${[-14, -7, 0, 30, 60]}   | ${56n}
  ${[30, 60, 90, 120, 150]} | ${62n}
`('with edges $edges what is past the due day is $overdue', ({ edges, overdue }) => {
  expect(overdueOf([1n, 2n, 4n, 8n, 16n, 32n], edges)).toBe(overdue);
});

test('amounts are written with the decimals of their currency', () => {
  expect(texts([0n, -1_234n], currency('USD'))).toEqual(['0.00', '-12.34']);
  expect(texts([1_234n], currency('JPY'))).toEqual(['1234']);
});
