import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { usd } from '#test/support/builders.ts';
import { anId, debit, written } from '#test/support/ledger-items.ts';
import { derivedItem } from './derived-item.ts';
import { standardPolicy } from './policy.ts';
import {
  type ReceiptPart,
  clearingLine,
  clearingOf,
  leftOpenFacts,
  spreadReceipt,
} from './receipt.ts';

const on = day('2026-07-01');

function spread(cash: string, parts: readonly ReceiptPart[]) {
  const amount = usd(cash);
  const item = derivedItem({
    itemId: anId(),
    kind: 'receipt',
    side: 'credit',
    amount,
    base: amount.minor,
    number: '1042',
    on,
  });
  const head = { accountId: anId(), effectiveOn: on };
  const { tolerance } = standardPolicy;
  return spreadReceipt(
    { item, parts, head, clearing: clearingLine(item, 'check'), tolerance },
    anId,
  );
}

function part(owed: bigint, cents: bigint, claimed = 0n, offered = 0n): ReceiptPart {
  const offers = offered > 0n ? [{ until: on, amount: offered, tax: 0n }] : [];
  return { debit: debit({ cents: owed }), amount: cents, claimed, offers, taken: 0n };
}

describe('a receipt is spread', () => {
  test.each<[string, string, ReceiptPart[], string[], string[]]>([
    ['stays on account', '25', [], ['receipt: 0'], []],
    ['pays exactly', '500', [part(500_00n, 500_00n)], ['receipt: 1'], []],
    ['overpays: the rest stays (P-14)', '525', [part(500_00n, 500_00n)], ['receipt: 1'], []],
    [
      'short within tolerance (P-13)',
      '796',
      [part(800_00n, 796_00n)],
      ['receipt: 1', 'tolerance: small-differences/ar 400 400'],
      [],
    ],
    ['short beyond tolerance', '795.99', [part(800_00n, 795_99n)], ['receipt: 1'], []],
    [
      'with an earned discount',
      '980',
      [part(1000_00n, 980_00n, 20_00n, 20_00n)],
      ['receipt: 1', 'discount: discounts/ar 2000 2000'],
      [],
    ],
    [
      'with a discount half earned',
      '980',
      [part(1000_00n, 980_00n, 20_00n, 10_00n)],
      ['receipt: 1', 'discount: discounts/ar 990 990'],
      ['10.10'],
    ],
    [
      'with an unearned discount, which is no tolerance',
      '996',
      [part(1000_00n, 996_00n, 4_00n)],
      ['receipt: 1'],
      ['4.00'],
    ],
  ])('%s', (_name, cash, parts, entries, left) => {
    const outcome = spread(cash, parts);
    if (!outcome.ok) throw new Error(outcome.refusal);
    const { postings, leftOpen } = outcome.value;
    const [main] = postings;
    const said = postings.map(({ kind, applications, lines }) =>
      kind === 'receipt'
        ? `receipt: ${applications.length}`
        : `${kind}: ${lines.map(written).join(', ')}`,
    );
    expect(said).toEqual(entries);
    expect(leftOpen.map((each) => leftOpenFacts(each)['amount'])).toEqual(left);
    expect(postings.slice(1).every(({ follows }) => follows === main?.entryId)).toBe(true);
  });

  test('never over two parts of more than came', () => {
    const outcome = spread('100', [part(80_00n, 80_00n), part(80_00n, 20_01n)]);
    expect(outcome).toMatchObject({
      refusal: 'ledger.more_than_available',
      facts: { available: '20.00' },
    });
  });

  test('never twice onto one item', () => {
    const one = part(100_00n, 10_00n);
    expect(spread('100', [one, one])).toMatchObject({ refusal: 'ledger.item_named_twice' });
  });
});

test('cards clear through their own account, a bank is named on its line', () => {
  expect(clearingOf('card')).toBe('card-clearing');
  expect(clearingOf('lockbox')).toBe('cash-clearing');
  const item = derivedItem({
    itemId: anId(),
    kind: 'receipt',
    side: 'credit',
    amount: usd('10'),
    base: 1000n,
    number: '7',
    on,
  });
  expect(clearingLine(item, 'wire', 'First Bank 0042')).toMatchObject({
    debit: 'cash-clearing',
    credit: 'ar',
    bank: 'First Bank 0042',
  });
});
