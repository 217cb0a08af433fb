import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, formatMoney, money, sum } from '#kernel/money.ts';
import {
  type DueRule,
  type PaymentTerms,
  discountFor,
  dueItems,
  equalInstalments,
  lastDiscountDay,
  plainTerms,
} from './terms.ts';

const usd = currency('USD');
const dollars = (minor: number) => money(BigInt(minor), usd);

const net = (days: number): DueRule => ({ kind: 'net', days });
const monthEnd = (daysBefore: number, daysAfter: number): DueRule => ({
  kind: 'end_of_month',
  daysBefore,
  daysAfter,
});
const tenth = (dayOfMonth: number, monthsAhead: number, cutOffDay?: number): DueRule => ({
  kind: 'day_of_month',
  dayOfMonth,
  monthsAhead,
  ...(cutOffDay === undefined ? {} : { cutOffDay }),
});

const written = (issuedOn: string, minor: number, due: DueRule) =>
  dueItems(day(issuedOn), dollars(minor), plainTerms(due)).map(
    (item) => `${item.dueOn} ${formatMoney(item.amount)}`,
  );

describe('the due day', () => {
  test.each`
    terms                   | rule                | issuedOn        | dueOn
    ${'net 30'}             | ${net(30)}          | ${'2026-01-15'} | ${'2026-02-14'}
    ${'on receipt'}         | ${net(0)}           | ${'2026-01-15'} | ${'2026-01-15'}
    ${'end of month'}       | ${monthEnd(0, 0)}   | ${'2026-02-10'} | ${'2026-02-28'}
    ${'end of month + 30'}  | ${monthEnd(0, 30)}  | ${'2023-11-21'} | ${'2023-12-30'}
    ${'30 days, month end'} | ${monthEnd(30, 0)}  | ${'2026-01-15'} | ${'2026-02-28'}
    ${'30 days, month end'} | ${monthEnd(30, 0)}  | ${'2026-01-31'} | ${'2026-03-31'}
    ${'10th proximo'}       | ${tenth(10, 1)}     | ${'2026-12-03'} | ${'2027-01-10'}
    ${'31st proximo'}       | ${tenth(31, 1)}     | ${'2026-01-31'} | ${'2026-02-28'}
    ${'10th, cut-off 25th'} | ${tenth(10, 1, 25)} | ${'2026-03-25'} | ${'2026-04-10'}
    ${'10th, cut-off 25th'} | ${tenth(10, 1, 25)} | ${'2026-03-26'} | ${'2026-05-10'}
  `('$terms, issued $issuedOn, is due $dueOn', ({ rule, issuedOn, dueOn }) => {
    const items = dueItems(day(issuedOn), dollars(10_000), plainTerms(rule));
    expect(items).toEqual([{ dueOn, amount: dollars(10_000) }]);
  });

  test('terms without more are due on receipt', () => {
    expect(dueItems(day('2026-01-15'), dollars(1), plainTerms())[0]?.dueOn).toBe('2026-01-15');
  });
});

describe('instalments', () => {
  test('three parts of 900, thirty days apart, are those of case P-04', () => {
    expect(written('2026-01-10', 90_000, equalInstalments(3, 30))).toEqual([
      '2026-02-09 300.00',
      '2026-03-11 300.00',
      '2026-04-10 300.00',
    ]);
  });

  test('odd cents go to the earliest parts', () => {
    expect(written('2026-01-10', 100_001, equalInstalments(3, 30))).toEqual([
      '2026-02-09 333.34',
      '2026-03-11 333.34',
      '2026-04-10 333.33',
    ]);
  });

  test('shares and months may differ, and the parts come in the order of their days', () => {
    const due: DueRule = {
      kind: 'instalments',
      parts: [
        { weight: 70, after: { months: 1 } },
        { weight: 30, after: { days: 0 } },
      ],
    };
    expect(written('2026-01-31', 100_000, due)).toEqual(['2026-01-31 300.00', '2026-02-28 700.00']);
  });

  test('a part of nothing is no item', () => {
    expect(written('2026-01-10', 1, equalInstalments(3, 30))).toEqual(['2026-02-09 0.01']);
    expect(written('2026-01-10', 0, equalInstalments(3, 30))).toEqual(['2026-02-09 0.00']);
  });

  test('the parts always add up to the document', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 1, max: 60 }), (minor, count) => {
        const total = money(minor, usd);
        const items = dueItems(day('2026-01-31'), total, plainTerms(equalInstalments(count, 7)));
        expect(
          sum(
            items.map((item) => item.amount),
            usd,
          ),
        ).toEqual(total);
      }),
    );
  });
});

describe('the early-payment discount', () => {
  const tenInTen: PaymentTerms = {
    due: { kind: 'net', days: 30 },
    discounts: [{ rateBps: 1000, days: 10, of: 'total' }],
  };
  const issuedOn = day('2026-03-02');

  test('on the last day it covers the tax too, each with its part (case P-08)', () => {
    const outcome = discountFor(
      issuedOn,
      day('2026-03-12'),
      dollars(40_000),
      dollars(7200),
      tenInTen,
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: { total: dollars(4720), net: dollars(4000), tax: dollars(720) },
    });
  });

  test('a day later it is unearned', () => {
    const outcome = discountFor(
      issuedOn,
      day('2026-03-13'),
      dollars(40_000),
      dollars(7200),
      tenInTen,
    );
    expect(outcome).toEqual({
      ok: false,
      refusal: 'terms.unearned_discount',
      facts: { lastDay: '2026-03-12', receivedOn: '2026-03-13' },
    });
  });

  test('money that comes before the invoice earns it', () => {
    const outcome = discountFor(issuedOn, day('2026-02-20'), dollars(100), dollars(0), tenInTen);
    expect(outcome).toMatchObject({ ok: true, value: { total: dollars(10) } });
  });

  test('of two steps the better one that is still open is earned', () => {
    const steps: PaymentTerms = {
      due: { kind: 'net', days: 30 },
      discounts: [
        { rateBps: 200, days: 10, of: 'total' },
        { rateBps: 100, days: 20, of: 'total' },
      ],
    };
    const earned = (receivedOn: string) => {
      const outcome = discountFor(issuedOn, day(receivedOn), dollars(10_000), dollars(0), steps);
      return outcome.ok ? formatMoney(outcome.value.total) : outcome.refusal;
    };
    expect(['2026-03-12', '2026-03-13', '2026-03-22', '2026-03-23'].map(earned)).toEqual([
      '2.00',
      '1.00',
      '1.00',
      'terms.unearned_discount',
    ]);
    expect(lastDiscountDay(issuedOn, steps)).toBe('2026-03-22');
  });

  test('terms may leave the tax out of it', () => {
    const onNet: PaymentTerms = {
      due: { kind: 'net', days: 30 },
      discounts: [{ rateBps: 200, days: 10, of: 'net' }],
    };
    const outcome = discountFor(issuedOn, issuedOn, dollars(168_100), dollars(14_927), onNet);
    expect(outcome).toMatchObject({
      ok: true,
      value: { total: dollars(3362), net: dollars(3362), tax: dollars(0) },
    });
  });

  test('terms without one refuse by name', () => {
    const outcome = discountFor(issuedOn, issuedOn, dollars(100), dollars(0), plainTerms());
    expect(outcome).toMatchObject({ ok: false, refusal: 'terms.no_discount' });
    expect(lastDiscountDay(issuedOn, plainTerms())).toBeUndefined();
  });

  test('its net and tax parts always add up, and it is never more than the document', () => {
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 1, max: 9999 }), (netMinor, tax, rateBps) => {
        const terms: PaymentTerms = {
          due: { kind: 'net', days: 30 },
          discounts: [{ rateBps, days: 10, of: 'total' }],
        };
        const outcome = discountFor(
          issuedOn,
          issuedOn,
          money(netMinor, usd),
          money(tax, usd),
          terms,
        );
        if (!outcome.ok) throw new Error(outcome.refusal);
        const { total, net: netPart, tax: taxPart } = outcome.value;
        expect(netPart.minor + taxPart.minor).toBe(total.minor);
        expect(total.minor <= netMinor + tax).toBe(true);
        expect(taxPart.minor <= tax).toBe(true);
      }),
    );
  });
});
