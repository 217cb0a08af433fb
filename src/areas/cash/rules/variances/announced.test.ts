import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Announced, announcedOf } from './announced.ts';
import type { OpenDebit } from './variance.ts';

const today = day('2026-11-20');

function advice(told: Partial<Announced> = {}): Announced {
  return {
    payer: 'NORTH',
    reference: 'EFT 7',
    currency: 'USD',
    amountMinor: 10_000n,
    on: day('2026-11-12'),
    said: ['A-1'],
    ...told,
  };
}

function debit(number: string, told: Partial<OpenDebit> = {}): OpenDebit {
  const shared = { accountId: 'north', currency: 'USD', openMinor: 10_000n };
  return { ...shared, itemId: `item ${number}`, number, dueOn: day('2026-10-31'), ...told };
}

const open = [debit('A-1'), debit('A-2'), debit('B-1', { accountId: 'south' })];

test.each<[string, Announced[], (string | null)[]]>([
  ['names an open item, eight days later', [advice()], ['A-1 of north, 10000']],
  ['has a week to come', [advice({ on: day('2026-11-13') })], []],
  ['names only what is paid', [advice({ said: ['A-9'] })], []],
  ['names an item that is owed in another currency', [advice({ currency: 'CAD' })], []],
  ['names items of two accounts', [advice({ said: ['A-2', 'B-1'] })], ['A-2 of null, 10000']],
  [
    'was corrected: the last word counts',
    [advice(), advice({ amountMinor: 9_000n })],
    ['A-1 of north, 9000'],
  ],
  [
    'names what another payer announced too',
    [advice(), advice({ payer: 'SOUTH' })],
    ['A-1 of north, 10000', 'A-1 of north, 10000'],
  ],
  [
    'is one of two payments',
    [advice(), advice({ reference: 'EFT 8' })],
    ['A-1 of north, 10000', 'A-1 of north, 10000'],
  ],
])('an advice that %s', (_, advices, expected) => {
  const found = announcedOf(advices, open, today);
  expect(
    found.map(
      ({ document, accountId, amountMinor }) => `${document} of ${accountId}, ${amountMinor}`,
    ),
  ).toEqual(expected);
});
