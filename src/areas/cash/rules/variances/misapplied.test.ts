import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { misappliedOf } from './misapplied.ts';
import type { Credit, OpenDebit } from './variance.ts';

const today = day('2026-11-20');

function debit(number: string, told: Partial<OpenDebit> = {}): OpenDebit {
  const itemId = `item ${number}`;
  const shared = { accountId: 'north', currency: 'USD', openMinor: 10_000n };
  return { ...shared, itemId, number, dueOn: day('2026-10-31'), ...told };
}

function payment(told: Partial<Credit> & { readonly said?: string }): Credit {
  const { said = '', ...rest } = told;
  return {
    accountId: 'north',
    itemId: 'cash 1',
    number: 'CK 7',
    currency: 'USD',
    amountMinor: 10_000n,
    freeMinor: 0n,
    on: day('2026-11-10'),
    receipt: { receiptId: 'receipt 1', payer: 'NORTH', said: [said] },
    paid: [],
    ...rest,
  };
}

const pays = (number: string, amountMinor = 10_000n) => [
  { itemId: `item ${number}`, number, amountMinor },
];
const free = { freeMinor: 10_000n };
const earlier = payment({ itemId: 'cash 0', on: day('2026-11-01'), paid: pays('A-1') });
const other = { accountId: 'south' };

type Row = [string, Credit[], OpenDebit[], (string | null)[]];

const rows: Row[] = [
  [
    'another item than the one that was named',
    [payment({ said: 'A-2', paid: pays('A-1') })],
    [debit('A-2')],
    ['misapplied move'],
  ],
  ['the item that was named', [payment({ said: 'A-1', paid: pays('A-1') })], [debit('A-2')], []],
  ['an item while nothing was named', [payment({ paid: pays('A-1') })], [debit('A-2')], []],
  [
    'an item while two open ones were named',
    [payment({ said: 'A-2 A-3', paid: pays('A-1') })],
    [debit('A-2'), debit('A-3')],
    [],
  ],
  [
    'an item while the named one is owed in another currency',
    [payment({ said: 'A-2', paid: pays('A-1') })],
    [debit('A-2', { currency: 'CAD' })],
    [],
  ],
  [
    'two items while one was named, whose rest takes only the first',
    [payment({ said: 'A-2', paid: [...pays('A-1'), ...pays('A-9')] })],
    [debit('A-2')],
    ['misapplied move'],
  ],
  [
    'an item while another account owes what was named',
    [payment({ said: 'B-1', paid: pays('A-1') })],
    [debit('B-1', other)],
    ['wrong_account transfer'],
  ],
  [
    'nothing while another account owes what was named',
    [payment({ said: 'B-1', ...free })],
    [debit('B-1', other)],
    ['wrong_account transfer'],
  ],
  [
    'nothing beside the item that was named',
    [payment({ said: 'A-2', ...free })],
    [debit('A-2', { openMinor: 4_000n })],
    ['unapplied apply'],
  ],
  ['nothing beside an equal overdue item', [payment(free)], [debit('A-2')], ['unapplied apply']],
  [
    'nothing beside two equal overdue items',
    [payment(free)],
    [debit('A-2'), debit('A-3')],
    ['on_account back_on_desk'],
  ],
  [
    'nothing beside an equal item that is not due',
    [payment(free)],
    [debit('A-2', { dueOn: today })],
    ['on_account back_on_desk'],
  ],
  [
    'nothing, named again what an equal payment had paid',
    [earlier, payment({ said: 'A-1', ...free })],
    [debit('A-2')],
    ['duplicate refund'],
  ],
  ['nothing, after an equal payment', [earlier, payment(free)], [], ['duplicate refund']],
  [
    'nothing, long after an equal payment',
    [{ ...earlier, on: day('2026-08-01') }, payment(free)],
    [],
    ['on_account back_on_desk'],
  ],
  [
    'less than it is',
    [payment({ paid: pays('A-1', 7_000n), freeMinor: 3_000n })],
    [],
    ['overpaid refund'],
  ],
  [
    'as a credit memo, nothing beside an equal overdue item',
    [payment({ receipt: null, ...free })],
    [debit('A-2')],
    ['unapplied apply'],
  ],
  ['as a credit memo, nothing', [payment({ receipt: null, ...free })], [], []],
];

describe('a payment that pays', () => {
  test.each(rows)('%s', (_, credits, debits, expected) => {
    const found = misappliedOf(credits, debits, today);
    expect(found.map(({ cause, fix }) => `${cause} ${fix?.kind ?? '-'}`)).toEqual(expected);
  });
});

test('the move takes the money off the item it pays and onto the one that was named', () => {
  const credit = payment({ said: 'A-2', paid: pays('A-1', 6_000n) });
  expect(misappliedOf([credit], [debit('A-2')], today)).toMatchObject([
    {
      amountMinor: 6_000n,
      document: 'A-1',
      other: 'A-2',
      fix: { creditItemId: 'cash 1', offItemId: 'item A-1', toItemId: 'item A-2' },
    },
  ]);
});
