import { describe, expect, test } from 'vitest';
import { tableOf, takeIn } from '#test/support/imports.ts';

function terms(header: string, row: string): unknown {
  const { conversion } = takeIn(tableOf(header, row), { kind: 'terms' });
  if (conversion.kind !== 'terms') return undefined;
  return conversion.records[0]?.terms ?? conversion.problems[0]?.code;
}

describe('terms in columns', () => {
  const header = 'Code,Net Days,EOM,Discount %,Discount Days';
  test.each([
    ['NET30,30,,,', { due: { kind: 'net', days: 30 }, discounts: [] }],
    ['EOM30,30,1,,', { due: { kind: 'end_of_month', daysBefore: 0, daysAfter: 30 } }],
    ['2/10,30,0,2,10', { discounts: [{ rateBps: 200, days: 10, of: 'total' }] }],
    ['X,30,0,1.25%,10', { discounts: [{ rateBps: 125, days: 10 }] }],
    ['X,30,0,some,10', 'import.number_unreadable'],
    [',30,0,,', 'import.value_missing'],
  ])('%s', (row, expected) => {
    const found = terms(header, row);
    expect({ found }).toMatchObject({ found: expected });
  });
});

test('a discount in thousandths is the same in hundredths of a percent', () => {
  const header = 'terms_code,net_days,eom,discount_permille,discount_days';
  expect(terms(header, '1/15N45,45,0,10,15')).toEqual({
    due: { kind: 'net', days: 45 },
    discounts: [{ rateBps: 100, days: 15, of: 'total' }],
  });
});

describe('terms in words', () => {
  test.each([
    ['N30,Net 30', { due: { kind: 'net', days: 30 } }],
    ['2/10 net 30,the usual', { discounts: [{ rateBps: 200, days: 10 }] }],
    ['X,ask Jim', 'import.terms_unreadable'],
  ])('%s', (row, expected) => {
    const found = terms('Code,Description', row);
    expect({ found }).toMatchObject({ found: expected });
  });
});
