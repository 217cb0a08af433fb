import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { documentWish } from '#test/support/builders.ts';
import { anId, written } from '#test/support/ledger-items.ts';
import { usd } from '#test/support/builders.ts';
import { documentPosting } from './document.ts';

const head = { accountId: anId(), effectiveOn: day('2026-06-01') };

function posting(kind: 'invoice' | 'credit_memo', told: object, base: bigint) {
  const wish = documentWish(head.accountId, kind, { amount: '100', issued: '2026-06-01', ...told });
  return documentPosting(wish, base, head, anId);
}

describe('a document becomes items', () => {
  test('one for each due day, with base amounts that add up', () => {
    const dues = ['33.34', '33.33', '33.33'].map((amount, at) => ({
      dueOn: day(`2026-0${at + 7}-01`),
      amount: usd(amount),
    }));
    const outcome = posting('invoice', { dues }, 110_01n);
    if (!outcome.ok) throw new Error(outcome.refusal);
    const { items, lines } = outcome.value;
    expect(items.map(({ instalment, dueOn }) => `${instalment} ${dueOn}`)).toEqual([
      '1 2026-07-01',
      '2 2026-08-01',
      '3 2026-09-01',
    ]);
    expect(items.reduce((sum, { base }) => sum + base, 0n)).toBe(110_01n);
    expect(lines.map(written)).toEqual(['ar/billing-clearing 10000 11001']);
  });

  test('a credit memo takes its tax back with it', () => {
    const outcome = posting('credit_memo', { amount: '216.50', tax: '16.50' }, 216_50n);
    if (!outcome.ok) throw new Error(outcome.refusal);
    expect(outcome.value.lines.map(written)).toEqual([
      'revenue-adjustments/ar 20000 20000',
      'sales-tax/ar 1650 1650',
    ]);
    expect(outcome.value.items).toMatchObject([{ side: 'credit', instalment: null }]);
  });
});

describe('a document is refused', () => {
  const due = { dueOn: day('2026-07-01') };
  test.each([
    [
      'whose dues do not add up',
      { dues: [{ ...due, amount: usd('99.99') }] },
      'ledger.dues_do_not_add_up',
    ],
    ['of nothing', { amount: '0' }, 'ledger.amount_not_positive'],
    ['with more tax than total', { tax: '100.01' }, 'ledger.amount_not_positive'],
    [
      'with a due of nothing',
      {
        dues: [
          { ...due, amount: usd('100') },
          { ...due, amount: usd('0') },
        ],
      },
      'ledger.amount_not_positive',
    ],
    [
      'with a discount beyond the due',
      {
        dues: [
          {
            ...due,
            amount: usd('100'),
            discounts: [{ until: day('2026-06-11'), amount: 100_01n, tax: 0n }],
          },
        ],
      },
      'ledger.discount_more_than_item',
    ],
  ])('%s', (_name, told, refusal) => {
    expect(posting('invoice', told, 100_00n)).toMatchObject({ ok: false, refusal });
  });
});
