import { expect, test } from 'vitest';
import { changesOf } from '#areas/policies/rules/sayings.ts';
import { type ContactPolicy, standardContactPolicy } from './policy.ts';
import { sayingsOf } from './sayings.ts';

const cap = { channels: [], limit: 3, days: 7, businessDays: false, counts: 'attempts' } as const;

function changed(to: Partial<ContactPolicy>, from: Partial<ContactPolicy> = {}) {
  const [before, after] = [from, to].map((part) =>
    sayingsOf({ ...standardContactPolicy, ...part }),
  );
  return changesOf(before ?? [], after ?? []).map((pair) => [
    pair.before?.facts ?? null,
    pair.after?.facts ?? null,
  ]);
}

test('the standard has no hours and no caps of the house', () => {
  expect(sayingsOf(standardContactPolicy).map(({ rule }) => rule)).toEqual([
    'business hours',
    'to person',
    'about debt',
    'e-mails',
  ]);
  expect(changed({})).toEqual([]);
});

test('new hours have nothing before them', () => {
  expect(changed({ hours: { from: 8, to: 20, businessDays: false } })).toEqual([
    [null, { from: 8, to: 20, days: 'every' }],
  ]);
});

test('another limit of the same cap is a change of its figure', () => {
  const facts = { of: 'all', days: 7, kind: 'calendar', counts: 'attempts' };
  expect(changed({ caps: [{ ...cap, limit: 2 }] }, { caps: [cap] })).toEqual([
    [
      { ...facts, limit: 3 },
      { ...facts, limit: 2 },
    ],
  ]);
  expect(changed({}, { caps: [cap] })).toEqual([[{ ...facts, limit: 3 }, null]]);
});
