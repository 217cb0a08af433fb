import { describe, expect, test } from 'vitest';
import { sampleOf, shareThatFits } from './content.ts';

describe('values of a column fit a type or do not', () => {
  test.each([
    ['code', ['U001', '1930571429.0', '0379-NEVHP', 'Acme Inc', '2020-01-01'], 0.6],
    ['name', ['Acme Inc', '3M Company', 'Zweig', '0042', 'U001'], 0.6],
    ['day', ['2020-01-01', '3/4/2020', 'soon', 'N/A'], 0.75],
    ['amount', ['1,234.56', '(5)', '2020-01-01', 'x'], 0.5],
    ['count', ['30', '45.0', '60 days', 'net 30'], 0.75],
    ['decimal', ['1.05', '2%', 'two'], 2 / 3],
    ['flag', ['Yes', 'no', 'maybe', 'x'], 0.75],
    ['currency', ['USD', 'usd', 'XXX', 'dollar'], 0.75],
    ['text', ['anything'], 1],
  ] as const)('%s', (type, values, share) => {
    expect(shareThatFits(values, type)).toBeCloseTo(share);
  });

  test('nothing says nothing', () => {
    expect(shareThatFits([], 'day')).toBeUndefined();
  });
});

test('a sample is taken evenly and leaves blanks out', () => {
  const rows = Array.from({ length: 1000 }, (_, at) => ({
    cells: [at % 2 === 0 ? String(at) : ' '],
  }));
  const sample = sampleOf(rows, 0);
  expect(sample.length).toBeLessThanOrEqual(200);
  expect(sample[0]).toBe('0');
  expect(sample).not.toContain('');
  expect(sampleOf(rows, 5)).toEqual([]);
});
