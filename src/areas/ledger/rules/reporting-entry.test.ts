import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from '#kernel/decimal.ts';
import { currency, formatMoney, money, parseMoney } from '#kernel/money.ts';
import { reportingEntry } from './reporting-entry.ts';
import { type ReportingEvent, type TransferEvent, transfers } from './reporting-event.ts';

const usd = currency('USD');
const amount = (text: string) => parseMoney(text, usd) ?? money(0n, usd);
const nothing = money(0n, usd);

/** `Cash 980.00 | AR 1000.00`: debits before the bar, credits after it. */
function written(event: ReportingEvent): string {
  const outcome = reportingEntry(event);
  if (!outcome.ok) return outcome.refusal;
  const side = (wanted: string) =>
    outcome.value
      .filter((line) => line.side === wanted)
      .map((line) => `${line.account} ${formatMoney(line.amount)}`)
      .join(', ');
  return `${side('debit')} | ${side('credit')}`;
}

describe('sales and their returns', () => {
  test.each`
    event                   | net       | tax        | lines
    ${'invoice'}            | ${'1000'} | ${'82.50'} | ${'AR 1082.50 | Revenue 1000.00, SalesTaxPayable 82.50'}
    ${'invoice'}            | ${'1000'} | ${'0'}     | ${'AR 1000.00 | Revenue 1000.00'}
    ${'invoice_in_advance'} | ${'1000'} | ${'0'}     | ${'AR 1000.00 | ContractLiability 1000.00'}
    ${'credit_memo'}        | ${'200'}  | ${'16.50'} | ${'SalesReturns 200.00, SalesTaxPayable 16.50 | AR 216.50'}
    ${'credit_memo'}        | ${'0'}    | ${'0'}     | ${' | '}
  `('$event of $net and $tax is $lines', ({ event, net, tax, lines }) => {
    expect(written({ event, net: amount(net), tax: amount(tax) })).toBe(lines);
  });
});

describe('money for an invoice of 500.00, one dollar tolerated', () => {
  test.each`
    event           | cash        | lines
    ${'payment'}    | ${'500'}    | ${'Cash 500.00 | AR 500.00'}
    ${'payment'}    | ${'525'}    | ${'Cash 525.00 | AR 500.00, CustomerCreditsPayable 25.00'}
    ${'payment'}    | ${'499.20'} | ${'Cash 499.20 | AR 499.20'}
    ${'short_pay'}  | ${'499.20'} | ${'Cash 499.20, SmallBalanceWriteOff 0.80 | AR 500.00'}
    ${'short_pay'}  | ${'499.00'} | ${'Cash 499.00, SmallBalanceWriteOff 1.00 | AR 500.00'}
    ${'short_pay'}  | ${'498.99'} | ${'Cash 498.99 | AR 498.99'}
    ${'short_pay'}  | ${'500'}    | ${'Cash 500.00 | AR 500.00'}
    ${'short_pay'}  | ${'500.50'} | ${'Cash 500.50 | AR 500.00, CustomerCreditsPayable 0.50'}
    ${'settlement'} | ${'300'}    | ${'Cash 300.00, AllowanceForCreditLosses 200.00 | AR 500.00'}
    ${'settlement'} | ${'500'}    | ${'Cash 500.00 | AR 500.00'}
  `('$event of $cash is $lines', ({ event, cash, lines }) => {
    const paid = { invoice: amount('500'), cash: amount(cash) };
    expect(written({ event, ...paid, tolerance: amount('1') })).toBe(lines);
  });
});

describe('1,000.00 with 2 % offered', () => {
  const taken = { event: 'payment_with_discount', invoice: amount('1000') } as const;

  test.each`
    cash      | unearned        | lines
    ${'980'}  | ${undefined}    | ${'Cash 980.00, SalesDiscounts 20.00 | AR 1000.00'}
    ${'990'}  | ${undefined}    | ${'Cash 990.00, SalesDiscounts 10.00 | AR 1000.00'}
    ${'970'}  | ${undefined}    | ${'Cash 970.00, SalesDiscounts 20.00 | AR 990.00'}
    ${'1000'} | ${undefined}    | ${'Cash 1000.00 | AR 1000.00'}
    ${'1010'} | ${undefined}    | ${'Cash 1010.00 | AR 1000.00, CustomerCreditsPayable 10.00'}
    ${'980'}  | ${'leave_open'} | ${'Cash 980.00 | AR 980.00'}
    ${'980'}  | ${'write_off'}  | ${'Cash 980.00, SmallBalanceWriteOff 20.00 | AR 1000.00'}
    ${'980'}  | ${'allow'}      | ${'Cash 980.00, SalesDiscounts 20.00 | AR 1000.00'}
  `('$cash, unearned: $unearned, is $lines', ({ cash, unearned, lines }) => {
    const late = unearned === undefined ? {} : { unearned };
    const discount = { discount: amount('20'), discountTax: nothing };
    expect(written({ ...taken, cash: amount(cash), ...discount, ...late })).toBe(lines);
  });

  test('the tax part of a discount lowers the tax (case P-08)', () => {
    const event: ReportingEvent = {
      event: 'payment_with_discount',
      invoice: amount('472'),
      cash: amount('424.80'),
      discount: amount('47.20'),
      discountTax: amount('7.20'),
    };
    expect(written(event)).toBe(
      'Cash 424.80, SalesDiscounts 40.00, SalesTaxPayable 7.20 | AR 472.00',
    );
  });
});

describe('money that goes back', () => {
  const bounced = { event: 'nsf_return', cash: amount('750'), discount: nothing } as const;

  test('a refund leaves by the way the money came', () => {
    const refund = { event: 'refund', amount: amount('25') } as const;
    expect(written({ ...refund, paidBy: 'bank' })).toBe(
      'CustomerCreditsPayable 25.00 | Cash 25.00',
    );
    expect(written({ ...refund, paidBy: 'card' })).toBe(
      'CustomerCreditsPayable 25.00 | CardClearing 25.00',
    );
  });

  test('a returned check reopens AR and its fee is a line of its own', () => {
    expect(written({ ...bounced, fee: amount('35') })).toBe(
      'AR 750.00, AR 35.00 | Cash 750.00, OtherIncomeNSF 35.00',
    );
    expect(written({ ...bounced, fee: nothing })).toBe('AR 750.00 | Cash 750.00');
  });

  test('a returned check takes its discount back', () => {
    expect(written({ ...bounced, discount: amount('20'), fee: nothing })).toBe(
      'AR 750.00, AR 20.00 | Cash 750.00, SalesDiscounts 20.00',
    );
  });
});

describe('losses', () => {
  test('a recovery reopens the debt and then collects it', () => {
    expect(written({ event: 'recovery', amount: amount('430') })).toBe(
      'AR 430.00, Cash 430.00 | AllowanceForCreditLosses 430.00, AR 430.00',
    );
  });

  test('a provision below zero is a release', () => {
    expect(written({ event: 'provision', amount: amount('11190') })).toBe(
      'CreditLossExpense 11190.00 | AllowanceForCreditLosses 11190.00',
    );
    expect(written({ event: 'provision', amount: amount('-1530') })).toBe(
      'AllowanceForCreditLosses 1530.00 | CreditLossExpense 1530.00',
    );
  });
});

describe('exchange differences', () => {
  const euros = { foreign: money(100_000n, 'EUR'), bookedRate: decimal('1.0800'), base: usd };

  test.each`
    event                 | rate        | lines
    ${'fx_settlement'}    | ${'1.1050'} | ${'Cash 1105.00 | AR 1080.00, FXGain 25.00'}
    ${'fx_settlement'}    | ${'1.0550'} | ${'Cash 1055.00, FXLoss 25.00 | AR 1080.00'}
    ${'fx_settlement'}    | ${'1.08'}   | ${'Cash 1080.00 | AR 1080.00'}
    ${'fx_remeasurement'} | ${'1.1050'} | ${'AR 25.00 | FXGain 25.00'}
    ${'fx_remeasurement'} | ${'1.0550'} | ${'FXLoss 25.00 | AR 25.00'}
  `('EUR 1,000 booked at 1.08: $event at $rate is $lines', ({ event, rate, lines }) => {
    expect(written({ event, ...euros, rate: decimal(rate) })).toBe(lines);
  });

  test('the parts of case P-20 lose 20.00 and gain 21.00', () => {
    const part = (minor: bigint, rate: string) =>
      written({
        event: 'fx_settlement',
        foreign: money(minor, 'EUR'),
        bookedRate: decimal('1.25'),
        rate: decimal(rate),
        base: usd,
      });
    expect(part(50_000n, '1.21')).toBe('Cash 605.00, FXLoss 20.00 | AR 625.00');
    expect(part(70_000n, '1.28')).toBe('Cash 896.00 | AR 875.00, FXGain 21.00');
  });
});

describe('cards and insurers', () => {
  test('a card payout is net of its fees, which may exceed it', () => {
    const batch = (gross: string, fees: string) =>
      written({ event: 'card_settlement', gross: amount(gross), fees: amount(fees) });
    expect(batch('2000', '58.30')).toBe('Cash 1941.70, MerchantFees 58.30 | CardClearing 2000.00');
    expect(batch('2000', '0')).toBe('Cash 2000.00 | CardClearing 2000.00');
    expect(batch('10', '25')).toBe('MerchantFees 25.00 | Cash 15.00, CardClearing 10.00');
  });

  test('a chargeback reopens AR and costs a fee', () => {
    const chargeback = { event: 'chargeback', amount: amount('300') } as const;
    expect(written({ ...chargeback, fee: amount('15') })).toBe(
      'AR 300.00, MerchantFees 15.00 | CardClearing 300.00, Cash 15.00',
    );
    expect(written({ ...chargeback, fee: nothing })).toBe('AR 300.00 | CardClearing 300.00');
  });

  const remittance = {
    event: 'insurance_remittance',
    billed: amount('1000'),
    allowed: amount('700'),
    paid: amount('560'),
  } as const;

  test('a remittance divides what was billed', () => {
    expect(written({ ...remittance, patientShare: amount('140') })).toBe(
      'Cash 560.00, ContractualAdjustment 300.00, AR-Patient 140.00 | AR-Insurance 1000.00',
    );
  });

  test('a remittance that does not explain what was billed is refused', () => {
    const outcome = reportingEntry({ ...remittance, patientShare: amount('139.99') });
    expect(outcome).toEqual({
      ok: false,
      refusal: 'ledger.remittance_off_billed',
      facts: { billed: '1000.00', explained: '999.99' },
    });
  });
});

test('a plan without interest has no entry, and a set-off under the stay none either', () => {
  expect(written({ event: 'plan_without_interest' })).toBe(' | ');
  expect(written({ event: 'bankruptcy_set_off' })).toBe('ledger.set_off_stayed');
});

test('an amount below zero is refused by the name of its field', () => {
  const outcome = reportingEntry({ event: 'invoice', net: amount('5'), tax: amount('-1') });
  expect(outcome).toMatchObject({ ok: false, facts: { field: 'tax', amount: '-1.00' } });
});

test('every entry balances, and no line is nothing', () => {
  const any = fc.bigInt({ min: 0n, max: 10n ** 9n }).map((minor) => money(minor, usd));
  // The keys are those of the table itself.
  const names = Object.keys(transfers) as TransferEvent[];
  const paid = { invoice: any, cash: any };
  const event: fc.Arbitrary<ReportingEvent> = fc.oneof(
    fc.record({ event: fc.constantFrom(...names), amount: any }),
    fc.record({
      event: fc.constantFrom('invoice' as const, 'credit_memo' as const),
      net: any,
      tax: any,
    }),
    fc.record({ event: fc.constantFrom('payment' as const, 'settlement' as const), ...paid }),
    fc.record({ event: fc.constant('short_pay' as const), tolerance: any, ...paid }),
    fc.record({
      event: fc.constant('payment_with_discount' as const),
      discount: any,
      discountTax: any,
      unearned: fc.constantFrom('leave_open' as const, 'write_off' as const, 'allow' as const),
      ...paid,
    }),
    fc.record({ event: fc.constant('nsf_return' as const), cash: any, discount: any, fee: any }),
    fc.record({ event: fc.constant('card_settlement' as const), gross: any, fees: any }),
    fc.record({ event: fc.constant('chargeback' as const), amount: any, fee: any }),
    fc.record({
      event: fc.constantFrom('fx_settlement' as const, 'fx_remeasurement' as const),
      foreign: any.map(({ minor }) => money(minor, 'EUR')),
      bookedRate: fc.nat({ max: 99_999 }).map((units) => ({ units: BigInt(units), scale: 4 })),
      rate: fc.nat({ max: 99_999 }).map((units) => ({ units: BigInt(units), scale: 4 })),
      base: fc.constant(usd),
    }),
  );
  fc.assert(
    fc.property(event, (each) => {
      const outcome = reportingEntry(each);
      const lines = outcome.ok ? outcome.value : [];
      const balance = lines.reduce(
        (total, line) => total + (line.side === 'debit' ? line.amount.minor : -line.amount.minor),
        0n,
      );
      expect(outcome.ok).toBe(true);
      expect(balance).toBe(0n);
      expect(lines.every((line) => line.amount.minor > 0n)).toBe(true);
    }),
  );
});
