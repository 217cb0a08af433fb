import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { anId, credit, debit, type ItemTold, written } from '#test/support/ledger-items.ts';
import type { ApplicationKind, ItemState, Line } from './posting.ts';
import { counter, dayOfReversal, reverseEntry, takenBack, unapply } from './reversing.ts';

const head = { accountId: anId(), effectiveOn: day('2026-07-10') };

function entryOf(...items: ItemState[]) {
  const lines: Line[] = [
    { debit: 'ar', credit: 'fee-income', amount: money(100n, 'USD'), base: 100n },
  ];
  return { entryId: anId(), lines, items };
}

describe('an item is reversed', () => {
  test.each<[string, ItemTold, string, string]>([
    ['a charge', { cents: 100n, kind: 'charge' }, '2026-07-10', 'accepted'],
    ['a debit memo', { cents: 100n, kind: 'debit_memo' }, '2026-07-10', 'accepted'],
    ['an invoice', { cents: 100n }, '2026-07-10', 'ledger.kind_not_reversible'],
    ['before its day', { cents: 100n, kind: 'charge' }, '2026-05-31', 'ledger.before_item'],
    [
      'a paid charge',
      { cents: 100n, open: 60n, kind: 'charge' },
      '2026-07-10',
      'ledger.item_in_use',
    ],
    [
      'a charge that was paid then',
      { cents: 100n, lowest: 0n, kind: 'charge' },
      '2026-07-10',
      'ledger.item_in_use',
    ],
  ])('%s', (_name, told, on, answer) => {
    const outcome = reverseEntry(entryOf(debit(told)), { ...head, effectiveOn: day(on) }, anId);
    expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
  });

  test('unless a part of it is held', () => {
    const memo = credit({ cents: 100n, reserved: 40n, kind: 'credit_memo' });
    expect(reverseEntry(entryOf(memo), head, anId)).toMatchObject({
      refusal: 'ledger.item_in_use',
      facts: { used: '0.40' },
    });
  });

  test('by an item of the other side that closes it, with the lines turned round', () => {
    const charge = debit({ cents: 100n, base: 110n, kind: 'charge', number: 'FEE-1' });
    const entry = entryOf(charge);
    const outcome = reverseEntry(entry, head, anId);
    if (!outcome.ok) throw new Error(outcome.refusal);
    const { lines, items, applications, reverses } = outcome.value;
    expect(lines.map(written)).toEqual(['fee-income/ar 100 100']);
    expect(items).toMatchObject([{ side: 'credit', kind: 'reversal', number: 'REV-FEE-1' }]);
    expect(applications).toMatchObject([
      { debitItemId: charge.itemId, amount: 100n, debitBase: 110n, creditBase: 110n },
    ]);
    expect(reverses).toBe(entry.entryId);
  });

  test('never where it came from another account', () => {
    const charge = debit({ cents: 100n, kind: 'charge', number: 'FEE-1' });
    const moved: Line = {
      debit: 'ar',
      credit: 'transfers',
      amount: money(100n, 'USD'),
      base: 100n,
    };
    expect(reverseEntry({ ...entryOf(charge), lines: [moved] }, head, anId)).toMatchObject({
      refusal: 'ledger.moved_here',
      facts: { document: 'FEE-1' },
    });
  });

  test('with all the items of its entry, or none', () => {
    const used = debit({ cents: 50n, open: 10n, kind: 'debit_memo' });
    const unused = debit({ cents: 50n, kind: 'debit_memo' });
    expect(reverseEntry(entryOf(unused, used), head, anId).ok).toBe(false);
    const both = reverseEntry(entryOf(unused, { ...used, open: 50n }), head, anId);
    expect(both.ok && both.value.items.length).toBe(2);
  });
});

function standing(kind: ApplicationKind, on = '2026-07-05') {
  const invoice = debit({ cents: 100n, open: 0n });
  const application = {
    applicationId: anId(),
    entryId: anId(),
    debitItemId: invoice.itemId,
    creditItemId: anId(),
    kind,
    amount: 100n,
    debitBase: 100n,
    creditBase: 95n,
    reverses: null,
    effectiveOn: day(on),
  };
  return { application, debit: invoice };
}

describe('an application is taken back', () => {
  test.each`
    kind          | on              | answer
    ${'payment'}  | ${'2026-07-05'} | ${'accepted'}
    ${'credit'}   | ${'2026-07-10'} | ${'accepted'}
    ${'payment'}  | ${'2026-07-11'} | ${'ledger.before_application'}
    ${'refund'}   | ${'2026-07-05'} | ${'ledger.part_of_more'}
    ${'transfer'} | ${'2026-07-05'} | ${'ledger.part_of_more'}
    ${'reversal'} | ${'2026-07-05'} | ${'ledger.part_of_more'}
  `('a $kind of $on on 07-10: $answer', ({ kind, on, answer }) => {
    const outcome = unapply(standing(kind, on), head, anId);
    expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
  });

  test('with its exchange difference', () => {
    const outcome = unapply(standing('payment'), head, anId);
    if (!outcome.ok) throw new Error(outcome.refusal);
    expect(outcome.value.lines.map(written)).toEqual(['ar/fx-realised 0 5']);
  });

  test('several in one entry, which then reverses none in particular', () => {
    const both = takenBack([standing('payment'), standing('credit')], 'return', head, anId);
    expect(both).toMatchObject({ kind: 'return', reverses: null });
    expect(both.applications.map(({ amount }) => amount)).toEqual([-100n, -100n]);
  });

  test('never before it was applied', () => {
    const { application } = standing('payment', '2026-07-12');
    expect(dayOfReversal(day('2026-07-10'), application)).toBe('2026-07-12');
    expect(dayOfReversal(day('2026-07-15'), application)).toBe('2026-07-15');
  });
});

test('a counter item closes a credit from the debit side', () => {
  const receipt = credit({ cents: 100n, base: 121n });
  const { item, application } = counter(receipt, head.effectiveOn, anId);
  expect(item).toMatchObject({ side: 'debit', base: 121n, number: 'REV-R-1' });
  expect(application).toMatchObject({ creditItemId: receipt.itemId, debitItemId: item.itemId });
});
