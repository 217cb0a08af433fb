import { describe, expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { isAmount, possibleMinors, readSearch } from './search-text.ts';

describe('what somebody typed', () => {
  test.each`
    typed               | amount       | digits           | number
    ${'solar  textile'} | ${undefined} | ${undefined}     | ${'solar textile'}
    ${'4471'}           | ${undefined} | ${undefined}     | ${'4471'}
    ${'(512) 555-0142'} | ${undefined} | ${'5125550142'}  | ${'(512) 555-0142'}
    ${'+1 512 5550142'} | ${undefined} | ${'15125550142'} | ${'+1 512 5550142'}
    ${'=1250.10'}       | ${'1250.10'} | ${undefined}     | ${undefined}
    ${'= $1,250.10'}    | ${'1250.10'} | ${undefined}     | ${undefined}
    ${'=1.250,10'}      | ${'1250.10'} | ${undefined}     | ${undefined}
    ${'=-500'}          | ${'500'}     | ${undefined}     | ${undefined}
    ${'=abc'}           | ${undefined} | ${undefined}     | ${undefined}
    ${'ab'}             | ${undefined} | ${undefined}     | ${undefined}
  `('$typed', (row: { typed: string; amount?: string; digits?: string; number?: string }) => {
    expect(readSearch(row.typed)).toMatchObject({
      amount: row.amount,
      digits: row.digits,
      number: row.number,
    });
  });

  test('an address is looked for as an address', () => {
    expect(readSearch('ap@solar.example').email).toBe('ap@solar.example');
    expect(readSearch('solar textiles').email).toBeUndefined();
  });
});

test('an amount means other minor units in yen than in dollars', () => {
  expect(possibleMinors('500')).toEqual([500n, 50_000n, 500_000n, 5_000_000n]);
  expect(isAmount('500', 50_000n, currency('USD'))).toBe(true);
  expect(isAmount('500', -500n, currency('JPY'))).toBe(true);
  expect(isAmount('500', 500n, currency('USD'))).toBe(false);
});
