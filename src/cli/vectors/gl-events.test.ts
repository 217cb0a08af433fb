import { describe, expect, test } from 'vitest';
import { reportingEntry } from '#areas/ledger/rules/reporting-entry.ts';
import { formatMoney } from '#kernel/money.ts';
import { glEvent } from './gl-events.ts';
import { problemOf } from './vector.ts';

/** `Cash 980.00 | AR 1000.00`, or what is wrong. */
function posted(given: object): string {
  const event = glEvent.safeParse(given);
  if (!event.success) return problemOf(event.error);
  const entry = reportingEntry(event.data);
  if (!entry.ok) return entry.refusal;
  const side = (wanted: string) =>
    entry.value
      .filter((line) => line.side === wanted)
      .map((line) => `${line.account} ${formatMoney(line.amount)}`)
      .join(', ');
  return `${side('debit')} | ${side('credit')}`;
}

const lateDiscount = {
  event: 'payment_with_discount',
  invoice: '1000.00',
  terms: '2/10 net 30',
  invoiceDate: '2026-11-02',
  receivedOn: '2026-11-13',
  cash: '980.00',
};

test.each<[object, string]>([
  [{ ...lateDiscount, receivedOn: '2026-11-12' }, 'Cash 980.00, SalesDiscounts 20.00 | AR 1000.00'],
  [{ ...lateDiscount, unearnedDiscountPolicy: 'leave_open' }, 'Cash 980.00 | AR 980.00'],
  [{ ...lateDiscount, unearnedDiscountPolicy: 'disallow' }, 'Cash 980.00 | AR 980.00'],
  [lateDiscount, 'Cash 980.00 | AR 980.00'],
  [
    { ...lateDiscount, unearnedDiscountPolicy: 'write_off' },
    'Cash 980.00, SmallBalanceWriteOff 20.00 | AR 1000.00',
  ],
  [
    { ...lateDiscount, unearnedDiscountPolicy: 'allow' },
    'Cash 980.00, SalesDiscounts 20.00 | AR 1000.00',
  ],
  [{ ...lateDiscount, terms: 'net 30' }, 'Cash 980.00 | AR 980.00'],
  [{ event: 'apply', amount: '750.00' }, 'UnappliedCash 750.00 | AR 750.00'],
  [{ event: 'apply_unapplied', amount: '750.00' }, 'UnappliedCash 750.00 | AR 750.00'],
  [{ event: 'payment', cash: '5.00' }, 'Cash 5.00 | AR 5.00'],
  [
    { event: 'overpayment', invoice: '500.00', cash: '525.00' },
    'Cash 525.00 | AR 500.00, CustomerCreditsPayable 25.00',
  ],
  [
    { event: 'short_pay_tolerance', invoice: '500.00', cash: '498.99', toleranceAbs: '1.00' },
    'Cash 498.99 | AR 498.99',
  ],
  [
    { event: 'refund', amount: '25.00', method: 'check' },
    'CustomerCreditsPayable 25.00 | Cash 25.00',
  ],
  [
    { event: 'refund', amount: '25.00', method: 'same_card' },
    'CustomerCreditsPayable 25.00 | CardClearing 25.00',
  ],
  [
    { event: 'nsf_return', originalCash: '750.00', nsfFee: '35.00' },
    'AR 750.00, AR 35.00 | Cash 750.00, OtherIncomeNSF 35.00',
  ],
  [{ event: 'nsf', originalCash: '750.00', nsfFee: '0.00' }, 'AR 750.00 | Cash 750.00'],
  [{ event: 'nsf_fee', nsfFee: '35.00' }, 'AR 35.00 | OtherIncomeNSF 35.00'],
  [
    { event: 'recovery', amount: '430.00' },
    'AR 430.00, Cash 430.00 | AllowanceForCreditLosses 430.00, AR 430.00',
  ],
  [
    { event: 'chargeback', amount: '300.00', fee: '15.00' },
    'AR 300.00, MerchantFees 15.00 | CardClearing 300.00, Cash 15.00',
  ],
  [{ event: 'chargeback', gross: '300.00' }, 'AR 300.00 | CardClearing 300.00'],
  [
    { event: 'insurance_remittance', billed: '1000', allowed: '700', paid: '560' },
    'Cash 560.00, ContractualAdjustment 300.00, AR-Patient 140.00 | AR-Insurance 1000.00',
  ],
  [
    { event: 'settlement', invoice: '4000', cash: '2400' },
    'Cash 2400.00, AllowanceForCreditLosses 1600.00 | AR 4000.00',
  ],
  [{ event: 'late_interest', amount: '17.75' }, 'AR 17.75 | InterestIncome 17.75'],
  [{ event: 'plan_without_interest' }, ' | '],
  [{ event: 'bankruptcy_set_off' }, 'ledger.set_off_stayed'],
])('%j is posted as %s', (given, lines) => {
  expect(posted(given)).toBe(lines);
});

test('a settlement in a foreign currency gains or loses against its booked rate', () => {
  const given = { event: 'fx_settlement', currency: 'EUR', foreign: '1000.00' };
  expect(posted({ ...given, bookedRate: '1.1050', settledRate: '1.0800' })).toBe(
    'Cash 1080.00, FXLoss 25.00 | AR 1105.00',
  );
});

describe('what cannot be posted is said plainly', () => {
  test.each<[object, string]>([
    [{ event: 'moon_landing' }, 'the double-entry table has no event "moon_landing"'],
    [{ event: 'constructor' }, 'the double-entry table has no event "constructor"'],
    [{ event: 'invoice', salesTax: '1.00' }, 'net: Invalid input'],
    [{ event: 'invoice', net: 'ten' }, 'net: "ten" is not an amount with at most two decimals'],
    [{ event: 'invoice', net: '-10' }, 'ledger.negative_amount'],
    [{ ...lateDiscount, terms: 'as agreed' }, 'terms: "as agreed" are not understood'],
    [
      {
        event: 'fx_settlement',
        currency: 'EUR',
        foreign: '1.001',
        bookedRate: '1',
        settledRate: '1',
      },
      'foreign: "1.001" is no amount in EUR',
    ],
  ])('%j: %s', (given, problem) => {
    expect(posted(given)).toBe(problem);
  });
});
