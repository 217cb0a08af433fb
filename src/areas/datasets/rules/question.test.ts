/** What a question may ask, refused with the field named where it may not. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { understand } from './understand.ts';
import type { RawQuestion } from './question.ts';

const reader = { permissions: ['aging.read'], today: day('2026-11-20') };

function refusalOf(asked: Partial<RawQuestion>): string {
  const outcome = understand({ dataset: 'open-items', ...asked }, reader);
  if (outcome.ok) return 'answered';
  return [outcome.refusal, ...Object.values(outcome.facts)].join(' ');
}

const columns = ['number'];
const where = (column: string, is: string, value?: unknown) => ({
  columns,
  filter: { column, is, value },
});

describe('a question', () => {
  test.each([
    [{ columns }, 'answered'],
    [{}, 'datasets.nothing_chosen'],
    [{ columns: ['number', 'nimber'] }, 'datasets.no_such_column nimber open-items'],
    [{ columns: ['number', 'number'] }, 'datasets.column_twice number'],
    [{ dataset: 'secrets', columns }, 'datasets.no_such_dataset secrets'],
    [{ dataset: 'receipts', columns }, 'permission.missing cash.read'],
    [where('open', 'gt', 1000), 'answered'],
    [where('open', 'gt', '1,000'), 'datasets.value_does_not_fit open 1,000'],
    [where('open', 'contains', '1'), 'datasets.operator_does_not_fit open contains'],
    [where('open', 'gt'), 'datasets.values_do_not_fit open'],
    [where('open', 'near', '1'), 'datasets.filter_not_understood is'],
    [where('dueOn', 'within', 'last_month'), 'answered'],
    [where('dueOn', 'within', 'sometime'), 'datasets.value_does_not_fit dueOn sometime'],
    [where('dueOn', 'eq', '2026-02-30'), 'datasets.value_does_not_fit dueOn 2026-02-30'],
    [where('collector', 'empty'), 'answered'],
    [where('number', 'empty'), 'datasets.operator_does_not_fit number empty'],
    [
      { columns, filter: { all: [{ not: { column: 'open', is: 7 } }] } },
      'datasets.filter_not_understood all.0.not.is',
    ],
    [{ columns, filter: { all: [], more: 1 } }, 'datasets.filter_not_understood all'],
    [{ columns, sort: [{ by: 'shoe' }] }, 'datasets.cannot_sort_by shoe'],
    [{ columns, asOf: 'last_month_end' }, 'answered'],
    [{ columns, asOf: 'tomorrowish' }, 'datasets.day_does_not_fit asOf tomorrowish'],
    [{ dataset: 'items', columns, asOf: '2026-10-31' }, 'datasets.not_as_of items'],
    [{ groups: [{ column: 'open' }] }, 'datasets.cannot_group_by open'],
    [{ groups: [{ column: 'number', by: 'month' as const }] }, 'datasets.cannot_group_by number'],
    [
      { measures: [{ kind: 'sum' as const, column: 'dueOn' }] },
      'datasets.cannot_measure dueOn sum',
    ],
    [
      { measures: [{ kind: 'weighted_avg' as const, column: 'daysPastDue' }] },
      'datasets.needs_weight daysPastDue',
    ],
    [{ measures: [{ kind: 'count' as const, as: '=1+1' }] }, 'datasets.value_does_not_fit as =1+1'],
    [
      {
        groups: [{ column: 'segment' }],
        measures: [{ kind: 'count' as const }],
        chart: { kind: 'bar' as const, across: 'count', measure: 'count' },
      },
      'datasets.chart_does_not_fit count',
    ],
  ])('%j is %s', (asked, said) => {
    expect(refusalOf(asked)).toBe(said);
  });
});

test('a sum of money is by its currency, whether or not that was asked', () => {
  const outcome = understand(
    {
      dataset: 'open-items',
      groups: [{ column: 'segment' }],
      measures: [{ kind: 'sum', column: 'open' }],
    },
    reader,
  );
  const shown = outcome.ok ? outcome.value.shown.map(({ key }) => key) : [];
  expect(shown).toEqual(['segment', 'currency', 'sum_open']);
});

test('a filter that is too deep or too long is refused', () => {
  let deep: object = { column: 'number', is: 'eq', value: 'x' };
  for (let times = 0; times < 40; times += 1) deep = { not: deep };
  const many = { any: Array.from({ length: 300 }, () => where('number', 'eq', 'x').filter) };
  expect(refusalOf({ columns, filter: { not: deep } })).toContain('datasets.filter_too_large');
  expect(refusalOf({ columns, filter: many })).toBe('datasets.filter_too_large');
});
