import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { anId, credit, written } from '#test/support/ledger-items.ts';
import { refundPosting } from './refunding.ts';

function refund(cents: bigint, base: bigint, told: { reference?: string; reserved?: bigint } = {}) {
  const { reference = '', reserved = 0n } = told;
  const held = credit({ cents: 200n, base: 250n, reserved, currency: 'EUR', number: 'CM-1' });
  const paidOn = day('2026-07-10');
  const amount = money(cents, 'EUR');
  const wish = { accountId: anId(), amount, base, paidOn, method: 'check', reference } as const;
  return refundPosting(held, wish, anId);
}

test('a refund leaves through cash, at the rate of its day', () => {
  const outcome = refund(200n, 242n);
  if (!outcome.ok) throw new Error(outcome.refusal);
  expect(outcome.value.posting.lines.map(written)).toEqual([
    'ar/cash-clearing 200 242',
    'ar/fx-realised 0 8',
  ]);
  expect(outcome.value.item).toMatchObject({ kind: 'refund', side: 'debit', number: 'RFND-CM-1' });
});

test('it bears the number of the check when there is one', () => {
  const outcome = refund(1n, 1n, { reference: '9001' });
  expect(outcome.ok && outcome.value.item.number).toBe('9001');
});

test.each`
  cents   | reserved | available
  ${201n} | ${0n}    | ${'2.00'}
  ${101n} | ${100n}  | ${'1.00'}
`('of $cents with $reserved held it is refused: $available available', (row) => {
  expect(refund(row.cents, 1n, { reserved: row.reserved })).toMatchObject({
    refusal: 'ledger.more_than_available',
    facts: { available: row.available },
  });
});

test('what nobody asked for goes to the account of unclaimed property, not to the bank', () => {
  const held = credit({ cents: 200n, base: 200n, number: 'CM-1' });
  const paidOn = day('2026-10-31');
  const wish = { accountId: anId(), amount: money(200n, 'USD'), base: 200n, paidOn } as const;
  const made = refundPosting(
    held,
    { ...wish, method: 'other', reference: '', to: 'unclaimed-property' },
    anId,
  );
  expect(made.ok && made.value.posting.lines.map(written)).toEqual([
    'ar/unclaimed-property 200 200',
  ]);
});
