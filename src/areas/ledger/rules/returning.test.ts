import { describe, expect, test } from 'vitest';
import { type Day, day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { anId, credit, debit, type ItemTold, written } from '#test/support/ledger-items.ts';
import type { ApplicationKind, Line } from './posting.ts';
import { type ReceiptInUse, returnReceipt } from './returning.ts';

const head = { accountId: anId(), effectiveOn: day('2026-07-10') };

type UseTold = { on: string; cents: bigint; kind?: ApplicationKind };

function inUse(uses: readonly UseTold[], given: Partial<ItemTold> & { freedOn?: string } = {}) {
  const used = uses.reduce((sum, { cents }) => sum + cents, 0n);
  const receipt = credit({ cents: 750n, open: 750n - used, ...given });
  const clearing: Line = {
    debit: 'cash-clearing',
    credit: 'ar',
    amount: money(750n, 'USD'),
    base: 750n,
  };
  const standing = uses.map(({ on, cents, kind = 'payment' }) => {
    const invoice = debit({ cents, open: 0n });
    const sides = { debitItemId: invoice.itemId, creditItemId: receipt.itemId };
    const amounts = { amount: cents, debitBase: cents, creditBase: cents, reverses: null };
    const ids = { applicationId: anId(), entryId: anId(), effectiveOn: day(on) };
    return { application: { ...ids, ...sides, ...amounts, kind }, debit: invoice };
  });
  const freedOn: Day | undefined = given.freedOn === undefined ? undefined : day(given.freedOn);
  const known: ReceiptInUse = {
    receipt,
    entryId: anId(),
    clearing,
    freedOn,
    standing,
    adjustments: [],
  };
  return known;
}

/** `2026-07-10 -500 -250 +750`: what each posting applies, on its day. */
function told(used: ReceiptInUse): string[] | string {
  const outcome = returnReceipt(used, head, anId);
  if (!outcome.ok) return outcome.refusal;
  return outcome.value.map(({ effectiveOn, applications }) =>
    [effectiveOn, ...applications.map(({ amount }) => (amount > 0n ? `+${amount}` : amount))].join(
      ' ',
    ),
  );
}

describe('a receipt comes back', () => {
  test.each<[string, UseTold[], { freedOn?: string }, string[]]>([
    ['not used yet', [], {}, ['2026-07-10 +750']],
    [
      'used for two invoices',
      [
        { on: '2026-07-04', cents: 500n },
        { on: '2026-07-04', cents: 250n },
      ],
      {},
      ['2026-07-10 -500 -250 +750'],
    ],
    [
      'used after the return day',
      [
        { on: '2026-07-04', cents: 500n },
        { on: '2026-07-12', cents: 250n },
      ],
      {},
      ['2026-07-10 -500 +750', '2026-07-12 -250'],
    ],
    [
      'freed after the return day',
      [],
      { freedOn: '2026-07-15' },
      ['2026-07-10', '2026-07-15 +750'],
    ],
    ['freed before it', [], { freedOn: '2026-07-09' }, ['2026-07-10 +750']],
  ])('%s', (_name, uses, freed, postings) => {
    expect(told(inUse(uses, freed))).toEqual(postings);
  });

  test('through the account it came by, and is named by what it reverses', () => {
    const used = inUse([]);
    const outcome = returnReceipt(used, head, anId);
    if (!outcome.ok) throw new Error(outcome.refusal);
    const [main] = outcome.value;
    expect(main.lines.map(written)).toEqual(['ar/cash-clearing 750 750']);
    expect(main.reverses).toBe(used.entryId);
  });
});

test.each([
  ['a credit memo', inUse([], { kind: 'credit_memo' }), 'ledger.not_a_receipt'],
  ['money that came later', inUse([], { on: '2026-07-11' }), 'ledger.before_item'],
  [
    'what came back already',
    inUse([{ on: '2026-07-08', cents: 750n, kind: 'reversal' }]),
    'ledger.already_returned',
  ],
])('%s cannot come back', (_name, used, refusal) => {
  expect(told(used)).toBe(refusal);
});
