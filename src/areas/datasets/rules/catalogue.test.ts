/** The catalogue is whole: what it names is there, and everything has its words. */
import { describe, expect, test } from 'vitest';
import { languages } from '#kernel/words.ts';
import { catalogue, datasetOf, datasetsFor } from './catalogue.ts';
import { described } from './columns.ts';
import { columnOf, isGroupable, measuresOf, operatorsOf } from './dataset.ts';

describe.each(catalogue.map((dataset) => [dataset.key, dataset] as const))('%s', (_, dataset) => {
  test('names its rows by columns that are never empty', () => {
    const named = dataset.rowKey.map((key) => columnOf(dataset, key));
    expect(named.filter((column) => !column || column.empty)).toEqual([]);
  });

  test('says the currency of every amount', () => {
    const amounts = dataset.columns.filter(({ type }) => type === 'money');
    const without = amounts.filter(({ currency }) => !columnOf(dataset, currency ?? ''));
    expect(without.map(({ key }) => key)).toEqual([]);
  });

  test('has each column once, and words for all of them in both languages', () => {
    const keys = dataset.columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { words, about, choices = {} } of [dataset, ...dataset.columns].map(whole)) {
      for (const language of languages) {
        expect(words[language].trim()).not.toBe('');
        expect(about[language]).toMatch(/[.]$/u);
        for (const phrase of Object.values(choices)) expect(phrase[language]).not.toBe('');
      }
    }
  });
});

function whole<T extends object>(
  one: T,
): T & { choices?: Record<string, { en: string; es: string }> } {
  return one;
}

test('each is found by its key and by its reader’s permissions', () => {
  expect(datasetOf('receipts')?.entitySet).toBe('Receipts');
  expect(datasetOf('secrets')).toBeUndefined();
  expect(datasetsFor(['cash.read']).map(({ key }) => key)).toEqual(['receipts', 'applications']);
  expect(datasetsFor([])).toEqual([]);
});

test('what a column may be asked follows from its type', () => {
  const { words, about } = described(['A', 'B', 'C.', 'D.']);
  const money = { key: 'open', type: 'money', words, about } as const;
  expect(operatorsOf(money)).not.toContain('contains');
  expect(operatorsOf({ ...money, empty: true })).toContain('empty');
  expect(measuresOf(money)).toContain('sum');
  expect(isGroupable(money)).toBe(false);
  expect(measuresOf({ type: 'text' })).toEqual(['distinct']);
});
