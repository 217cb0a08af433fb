import { describe, expect, test } from 'vitest';
import { decideMarks, weighMarks } from './decimal-mark.ts';

function decide(columns: Record<string, readonly string[]>): unknown {
  const evidence = new Map(
    Object.entries(columns).map(([name, values]) => [name, weighMarks(values)]),
  );
  const { marks, undecided } = decideMarks(evidence);
  return { ...Object.fromEntries(marks), asks: undecided.map(({ column }) => column).join(' ') };
}

describe('the decimal mark of a column', () => {
  test.each([
    [['1,234.56'], '.'],
    [['1.234,56'], ','],
    [['1,234,567'], '.'],
    [['1.234.567'], ','],
    [['12.5', '1,234'], '.'],
    [['12,5', '1.234'], ','],
    [['0,123'], ','],
    [['1234,567'], ','],
    [['-98,76', '1.234,56 EUR'], ','],
    [['1 234,56', '(5,00)'], ','],
    [['100', '2500', ''], '.'],
  ])('%j is %j', (values, mark) => {
    expect(decide({ amount: values })).toEqual({ amount: mark, asks: '' });
  });

  test('a column of nothing but `1,234` is a question', () => {
    expect(decide({ amount: ['1,234', '5,678', '12'] })).toEqual({ asks: 'amount' });
    expect(weighMarks(['12', '1,234', '5,678'])).toMatchObject({ open: 2, example: '1,234' });
  });

  test('columns of one file vote together', () => {
    expect(decide({ amount: ['1,234'], tax: ['12.50'] })).toEqual({
      amount: '.',
      tax: '.',
      asks: '',
    });
  });

  test('a column that contradicts itself is a question', () => {
    expect(decide({ amount: ['1,5', '1.5'], tax: ['12.50'] })).toEqual({
      tax: '.',
      asks: 'amount',
    });
  });

  test('one slip among very many does not unsettle it', () => {
    const amounts = Array.from({ length: 30 }, (_, at) => `${at}.50`);
    expect(decide({ amount: [...amounts, '7,5'] })).toEqual({ amount: '.', asks: '' });
  });
});
