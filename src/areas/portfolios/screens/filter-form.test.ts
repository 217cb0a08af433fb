import { expect, test } from 'vitest';
import { accountFilter } from '#areas/portfolios/contract.ts';
import { readFilter } from './filter-form.ts';

function typed(fields: Readonly<Record<string, string | readonly string[]>>) {
  const all = (name: string): readonly string[] => [fields[name] ?? []].flat();
  return readFilter({ all, text: (name) => all(name)[0] ?? '' });
}

test('a filter is read as the contract takes it', () => {
  const filter = typed({
    owner: 'nobody',
    buckets: ['61-90', '31-60'],
    overdueFrom: '5000',
    untouchedDays: '14',
    hasPromise: 'no',
    states: 'TX, OK',
    search: ' north ',
  });
  expect(accountFilter.parse(filter)).toEqual({
    owner: 'nobody',
    buckets: ['31-60', '61-90'],
    overdueFrom: '5000',
    untouchedDays: 14,
    hasPromise: false,
    states: ['TX', 'OK'],
    search: 'north',
  });
});

test('an empty form asks for every account', () => {
  expect(typed({ owner: '', untouchedDays: 'soon' })).toEqual({});
});
