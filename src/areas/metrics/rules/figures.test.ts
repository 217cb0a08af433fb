import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { formulaOf } from '../words/formulas.ts';
import { catalogue, variantOf, variantsOf } from './catalogue.ts';
import { disputeCycle } from './disputes.ts';
import { type MetricKey, metricKeys, sumsOf, writtenPart } from './metric.ts';
import {
  daysIn,
  monthNamed,
  monthsBack,
  monthsIn,
  monthsUpTo,
  usualPeriod,
  yearBefore,
} from './period.ts';
import { receivables } from './receivables.ts';
import { countOver, of, over } from './variant.ts';
import { work } from './work.ts';

const usd = currency('USD');
const quarter = { asOf: day('2026-09-30'), period: usualPeriod(day('2026-09-30')) };

/** The data of the policy book: sales of 400, 380 and 420 thousand in 92 days. */
const book: Readonly<Record<string, string>> = {
  ar: '650000',
  gross: '650000',
  current: '455000',
  overdue: '195000',
  start_ar: '610000',
  sales: '1200000',
  'sales:2026-09': '420000',
  'sales:2026-08': '380000',
  'sales:2026-07': '400000',
};

function value(metric: MetricKey, variant?: string, told: Record<string, string> = book) {
  const sums = new Map(
    Object.entries(told).map(([name, text]) => [name, parseMoney(text, usd)?.minor ?? 0n]),
  );
  return variantOf(metric, variant)?.value(sumsOf(sums, usd), quarter);
}

describe('figures of the policy book', () => {
  test.each<[MetricKey, string, string]>([
    ['dso', 'period_end', '49.83'],
    ['dso', 'months_of_30', '48.75'],
    ['dso', 'countback', '48.76'],
    ['best_possible_dso', 'period_end', '34.88'],
    ['add', 'period_end', '14.95'],
    ['cei', 'CRF_monthly_average', '64.86'],
    ['cei', 'period_total', '85.61'],
    ['current_pct', 'gross', '70.00'],
  ])('%s, %s, is %s', (metric, variant, answer) => {
    expect(value(metric, variant)).toBe(answer);
  });

  test('have no value where there is nothing to divide by', () => {
    expect(value('dso', 'period_end', { ar: '5' })).toBeNull();
    expect(value('roll_rate', 'not_due_to_1-30', {})).toBeNull();
    expect(value('dso', 'true', { 'open_age:2026-09': '30', 'sales:2026-08': '9' })).toBeNull();
  });

  test('true DSO sums each month’s own quotient', () => {
    const told = {
      'open_age:2026-09': '4200000',
      'sales:2026-09': '420000',
      'open_age:2026-08': '3800000',
      'sales:2026-08': '760000',
    };
    expect(value('dso', 'true', told)).toBe('15.00');
  });

  test('the dispute cycle is the one of the rule', () => {
    const on = (text: string) => day(text);
    const spans = [
      { openedOn: on('2026-08-01'), resolvedOn: on('2026-08-21'), amount: parseMoney('100', usd) },
      { openedOn: on('2026-08-01'), resolvedOn: on('2026-09-10'), amount: parseMoney('300', usd) },
    ].flatMap(({ amount, ...span }) => (amount ? [{ ...span, amount }] : []));
    const told = {
      resolved_days: '0.60',
      disputes_resolved: '0.02',
      resolved_amount_days: '14000',
      resolved_amount: '400',
    };
    expect(disputeCycle(spans)).toEqual({
      averageDays: value('dispute_cycle', 'per_dispute', told),
      amountWeightedDays: value('dispute_cycle', 'amount_weighted', told),
    });
  });

  test('an hour is sixty paid minutes', () => {
    const told = { cash: '1000', rpc: '0.30', paid_minutes: '2.40' };
    expect(value('cash_per_hour', 'paid_hours', told)).toBe('250.00');
    expect(value('contacts_per_hour', 'paid_hours', told)).toBe('7.50');
  });
});

describe('the catalogue', () => {
  test('has every metric with a formula in both languages', () => {
    for (const metric of metricKeys) {
      expect(variantsOf(metric).length).toBeGreaterThan(0);
      expect(formulaOf(metric, '').es).not.toBe(formulaOf(metric, '').en);
    }
    expect(receivables.length + work.length).toBe(catalogue.length);
  });

  test('names no variant twice', () => {
    const names = catalogue.map(({ metric, variant }) => `${metric}.${variant}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('the plain formulas are a sum, a share of amounts and a share of numbers', () => {
    const sums = sumsOf(
      new Map([
        ['kept', 1n],
        ['ended', 3n],
        ['ar', 12_345n],
      ]),
      usd,
    );
    expect(of('ar', 'net', 'money', '', 'ar').value(sums, quarter)).toBe('123.45');
    expect(countOver('promise_kept', '', '', 'kept', 'ended').value(sums, quarter)).toBe('33.33');
    expect(over('recovery', '', '', 'cash', 'start_ar').value(sums, quarter)).toBeNull();
    expect(writtenPart(12_345n, 'money', usd)).toBe('123.45');
    expect(writtenPart(7n, 'count', usd)).toBe('7');
  });
});

describe('a period', () => {
  test.each([
    ['2026-09-30', '2026-07-01', 92, 3],
    ['2026-11-22', '2026-08-23', 92, 3],
    ['2026-02-28', '2025-12-01', 90, 3],
  ])('up to %s begins on %s', (to, from, days, months) => {
    const period = usualPeriod(day(to));
    expect([period.from, daysIn(period), monthsIn(period)]).toEqual([from, days, months]);
  });

  test('of months back begins with the part of the month that has passed', () => {
    const [now, before] = monthsBack(day('2026-11-22'), 2);
    expect([now?.name, now?.days, before?.name, before?.days]).toEqual([
      '2026-11',
      22,
      '2026-10',
      31,
    ]);
    expect(monthNamed(day('2026-11-22'), '2026-02').to).toBe('2026-02-28');
    expect(monthsUpTo(day('2026-11-22'), 12).from).toBe('2025-11-23');
  });

  test.each([
    ['2026-11-22', '2025-11-22', 365],
    ['2024-02-28', '2023-02-28', 365],
    ['2024-02-29', '2023-02-28', 366],
    ['2024-12-31', '2023-12-31', 366],
    ['2025-02-28', '2024-02-29', 365],
    ['2025-03-01', '2024-03-01', 365],
  ])('of a year up to %s follows on what stood on %s', (to, before, days) => {
    expect([yearBefore(day(to)), daysIn(monthsUpTo(day(to), 12))]).toEqual([before, days]);
  });
});
