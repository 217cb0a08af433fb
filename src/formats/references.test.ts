import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { lastingId, stated, unrepeated } from './references.ts';

test('words that say there is no reference are none, and each reference stands once', () => {
  expect(stated(['INV-7', 'NOTPROVIDED', ' INV-7 ', 'nonref', undefined, '', 'N/A'])).toEqual([
    'INV-7',
  ]);
});

test('an identity that stands twice among the lines is none', () => {
  expect([...unrepeated(['A', 'B', 'A', undefined])]).toEqual(['B']);
});

test.each([
  ['S110000', 'S110000'],
  ['0724710333343453', '0724710333343453'],
  ['00000000001005', '2026-11-20 00000000001005'],
  ['1', '2026-11-20 1'],
  ['T9', 'T9'],
])('the id %s lasts as %s', (externalId, lasting) => {
  expect(lastingId(externalId, day('2026-11-20'))).toBe(lasting);
});
