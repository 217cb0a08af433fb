/** The accounts that a campaign asks for, as its form is read. What is empty asks nothing. */
import { overdueBuckets, type WireFilter } from '#areas/portfolios/contract.ts';
import { type Fields, listOf } from './rule-form.ts';

export function readFilter({ text, all }: Fields): WireFilter {
  const days = /^\d{1,4}$/u.exec(text('untouchedDays').trim())?.[0];
  const promise = text('hasPromise');
  const filter: WireFilter = {
    owner: text('owner') || undefined,
    buckets: some(overdueBuckets.filter((each) => all('buckets').includes(each))),
    overdueFrom: text('overdueFrom') || undefined,
    overdueBelow: text('overdueBelow') || undefined,
    untouchedDays: days === undefined ? undefined : Number(days),
    hasPromise: promise === '' ? undefined : promise === 'yes',
    states: listOf(text('states')),
    segments: listOf(text('segments')),
    languages: some((['en', 'es'] as const).filter((each) => all('languages').includes(each))),
    search: text('search').trim() || undefined,
  };
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function some<Value>(list: Value[]): Value[] | undefined {
  return list.length === 0 ? undefined : list;
}
