/** Filters read from JSON and held against a dataset. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { openItems } from './catalogue/money-owed.ts';
import { checkFilter, type Filter } from './filter.ts';
import { readFilter } from './read-filter.ts';

const today = day('2026-11-20');

test.each([
  [{}, { all: [] }],
  [
    { column: 'open', is: 'gt', value: 5 },
    { column: 'open', is: 'gt', values: ['5'] },
  ],
  [
    { column: 'kind', is: 'in', values: ['invoice', 'charge'] },
    { column: 'kind', is: 'in', values: ['invoice', 'charge'] },
  ],
  [{ not: { any: [] } }, { not: { any: [] } }],
])('%j is read', (given, tree) => {
  expect(readFilter(given)).toEqual({ ok: true, value: tree });
});

test.each([
  ['text', 'filter'],
  [[1], 'filter'],
  [{ all: {} }, 'all'],
  [{ any: [{ all: [{ column: 5 }] }] }, 'any.0.all.0.column'],
  [{ column: 'x', is: 'eq', value: { a: 1 } }, 'value'],
  [{ column: 'x', is: 'eq', value: '1', values: ['1'] }, 'value'],
  [{ column: 'x', is: 'eq', sql: '1' }, 'sql'],
])('%j is not understood at %s', (given, field) => {
  expect(readFilter(given)).toMatchObject({ ok: false, facts: { field } });
});

test('relative days are those of the day on which it is asked', () => {
  const filter: Filter = { column: 'dueOn', is: 'le', values: ['last_month_end'] };
  expect(checkFilter(filter, openItems, today)).toMatchObject({
    value: { values: ['2026-10-31'] },
  });
  const within: Filter = { column: 'dueOn', is: 'within', values: ['this_week'] };
  expect(checkFilter(within, openItems, today)).toMatchObject({
    value: {
      all: [
        { is: 'ge', values: ['2026-11-16'] },
        { is: 'le', values: ['2026-11-22'] },
      ],
    },
  });
});
