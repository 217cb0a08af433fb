import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { aprBps } from './apr.ts';
import { disclosureOf } from './disclosure.ts';
import { type PlanWish, draftPlan } from './draft.ts';

const usd = currency('USD');
const cents = (minor: bigint) => money(minor, usd);
const today = day('2026-01-01');

function told(part: Partial<PlanWish>, isBusiness = false) {
  const wish: PlanWish = {
    covered: cents(600_000n),
    down: cents(0n),
    fee: cents(0n),
    aprPct: decimal('0'),
    frequency: 'monthly',
    count: 12,
    firstOn: day('2026-02-01'),
    days: [],
    edits: [],
    ...part,
  };
  const drafted = draftPlan(wish, today);
  if (!drafted.ok) throw new Error(drafted.refusal);
  const { covered, down, frequency } = wish;
  const plan = { covered, down, frequency, draft: drafted.value, isBusiness };
  const { amountFinanced, financeCharge, totalOfPayments, ...rest } = disclosureOf(
    { ...plan, isRegularCreditor: true },
    today,
  );
  return [
    rest.reason,
    rest.aprBps,
    ...[amountFinanced, financeCharge, totalOfPayments].map(formatMoney),
  ];
}

describe('what a consumer is told', () => {
  test('interest of 9 % is a rate of 9 %, a finance charge and a total', () => {
    expect(told({ aprPct: decimal('9') })).toEqual([
      'more_than_4_installments',
      900,
      '6000.00',
      '296.51',
      '6296.51',
    ]);
  });

  test('a fee alone is a finance charge, and makes a rate', () => {
    const [reason, apr, financed, charge] = told({ count: 3, fee: cents(6000n) });
    expect([reason, financed, charge]).toEqual(['finance_charge', '6000.00', '60.00']);
    expect(apr).toBe(599);
  });

  test('four instalments without a charge need no telling; a business never does', () => {
    expect(told({ count: 4 })[0]).toBeNull();
    expect(told({ count: 5 })[0]).toBe('more_than_4_installments');
    expect(told({ count: 5 }, true)[0]).toBeNull();
  });
});

test.each`
  frequency     | length | paid         | rate
  ${'weekly'}   | ${7}   | ${[10_100n]} | ${5200}
  ${'biweekly'} | ${14}  | ${[10_100n]} | ${2600}
  ${'custom'}   | ${365} | ${[11_000n]} | ${953}
  ${'monthly'}  | ${31}  | ${[10_100n]} | ${1200}
  ${'monthly'}  | ${31}  | ${[10_000n]} | ${0}
`('$100 paid back as $paid after $length days is $rate', ({ frequency, length, paid, rate }) => {
  const dueOn = day(
    length === 365
      ? '2027-01-01'
      : `2026-01-${String(1 + length).padStart(2, '0')}`.replace('2026-01-32', '2026-02-01'),
  );
  const payments = paid.map((minor: bigint) => ({ amount: cents(minor), dueOn }));
  expect(aprBps(cents(10_000n), payments, frequency, today)).toBe(rate);
});
