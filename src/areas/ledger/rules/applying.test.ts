import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { anId, credit, debit, type ItemTold, written } from '#test/support/ledger-items.ts';
import { after, applicationKind, applyCredit, baseTaken, seenFrom, takeBack } from './applying.ts';

function applying(cents: bigint, on = '2026-07-10') {
  return { applicationId: anId(), kind: 'payment', amount: cents, effectiveOn: day(on) } as const;
}

describe('may this credit pay this debit', () => {
  const owed: ItemTold = { cents: 100_00n };
  const paid: ItemTold = { cents: 100_00n };
  test.each<[string, ItemTold, ItemTold, [bigint, string], string]>([
    ['all of it', owed, paid, [100_00n, '2026-07-01'], 'accepted'],
    ['nothing', owed, paid, [0n, '2026-07-10'], 'ledger.amount_not_positive'],
    ['less than nothing', owed, paid, [-1n, '2026-07-10'], 'ledger.amount_not_positive'],
    [
      'another currency',
      { ...owed, currency: 'EUR' },
      paid,
      [1n, '2026-07-10'],
      'ledger.other_currency',
    ],
    ['before the receipt', owed, paid, [1n, '2026-06-30'], 'ledger.before_item'],
    ['more than is owed', { cents: 50_00n }, paid, [50_01n, '2026-07-10'], 'ledger.more_than_open'],
    [
      'more than came',
      owed,
      { cents: 50_00n },
      [50_01n, '2026-07-10'],
      'ledger.more_than_available',
    ],
    [
      'what is reserved',
      owed,
      { cents: 100_00n, reserved: 30_00n },
      [70_01n, '2026-07-10'],
      'ledger.more_than_available',
    ],
    [
      'what was paid in between',
      { cents: 100_00n, lowest: 40_00n },
      paid,
      [40_01n, '2026-07-10'],
      'ledger.more_than_open_then',
    ],
    [
      'what was spent in between',
      owed,
      { cents: 100_00n, lowest: 0n },
      [1n, '2026-07-10'],
      'ledger.more_than_open_then',
    ],
  ])('%s', (_name, owes, has, [cents, on], answer) => {
    const outcome = applyCredit(debit(owes), credit(has), applying(cents, on));
    expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
  });

  test('neither two debits nor two credits', () => {
    const two = applyCredit(debit(owed), debit(owed), applying(1n));
    expect(two).toMatchObject({ refusal: 'ledger.not_a_credit', facts: { document: 'I-1' } });
    const other = applyCredit(credit(paid), credit(paid), applying(1n));
    expect(other).toMatchObject({ refusal: 'ledger.not_a_debit', facts: { document: 'R-1' } });
  });
});

describe('the realised difference between the booked rates (case P-20)', () => {
  test.each`
    owes        | cents      | came       | line
    ${1500_00n} | ${500_00n} | ${605_00n} | ${'fx-realised/ar 0 2000'}
    ${1500_00n} | ${500_00n} | ${625_00n} | ${undefined}
    ${1500_00n} | ${500_00n} | ${640_00n} | ${'ar/fx-realised 0 1500'}
  `('$cents of 1,200 booked at $owes, paid with $came', ({ owes, cents, came, line }) => {
    const invoice = debit({ cents: 1200_00n, base: owes, currency: 'EUR' });
    const receipt = credit({ cents, base: came, currency: 'EUR' });
    const outcome = applyCredit(invoice, receipt, applying(cents));
    if (!outcome.ok) throw new Error(outcome.refusal);
    const { application, exchange } = outcome.value;
    expect(exchange && written(exchange)).toBe(line);
    const undone = takeBack(application, anId(), invoice);
    expect(undone.application.amount).toBe(-application.amount);
    const swapped = exchange && { ...exchange, debit: exchange.credit, credit: exchange.debit };
    expect(undone.exchange && written(undone.exchange)).toBe(swapped && written(swapped));
    expect(after(after(invoice, application), undone.application)).toEqual(invoice);
  });
});

test('the last application takes all that is left of the base', () => {
  const item = debit({ cents: 3_00n, open: 1_00n, base: 34n });
  expect(baseTaken(item, 1_00n)).toBe(34n);
  expect(baseTaken(item, 50n)).toBe(17n);
});

describe('an item seen from a day', () => {
  test.each<[string, bigint, [string, bigint][], bigint]>([
    ['nothing later', 100n, [], 100n],
    ['moves on the day itself or before do not count', 100n, [['2026-07-10', -500n]], 100n],
    ['paid later: today is least', 40n, [['2026-07-12', 60n]], 40n],
    ['freed later: it was less then', 100n, [['2026-07-12', -60n]], 40n],
    [
      'paid, then freed: least in between',
      100n,
      [
        ['2026-07-12', 80n],
        ['2026-07-15', -80n],
      ],
      20n,
    ],
    [
      'paid and freed on one day does not count',
      100n,
      [
        ['2026-07-12', 80n],
        ['2026-07-12', -80n],
      ],
      100n,
    ],
  ])('%s', (_name, open, moves, lowest) => {
    const later = moves.map(([on, amount]) => ({ effectiveOn: day(on), amount }));
    const seen = seenFrom(debit({ cents: 1000n, open }), day('2026-07-10'), later);
    expect(seen.lowest).toBe(lowest);
  });
});

test.each`
  credit           | kind
  ${'receipt'}     | ${'payment'}
  ${'transfer'}    | ${'payment'}
  ${'credit_memo'} | ${'credit'}
  ${'adjustment'}  | ${'credit'}
`('paying with a $credit is a $kind', ({ credit: kind, kind: answer }) => {
  expect(applicationKind(kind)).toBe(answer);
});
