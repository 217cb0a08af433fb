import { describe, expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { type Plan } from './plan.ts';
import {
  type ReadingRow,
  amountOf,
  codeOf,
  countOf,
  currencyOf,
  dateOf,
  flagOf,
  makeReader,
  refuseRow,
  textOf,
  turnTo,
  warnRow,
} from './row-reader.ts';

const usd = currency('USD');
const plan: Plan = {
  kind: 'items',
  columnOf: new Map([
    ['number', 0],
    ['dueOn', 1],
    ['original', 2],
    ['currency', 3],
    ['disputed', 4],
    ['netDays', 5],
    ['discount', 6],
  ] as const),
  columns: ['Invoice', 'Due', 'Amount', 'Cur', 'Disputed', 'Days', 'Discount'],
  dateOrders: new Map([['dueOn', 'dmy']] as const),
  marks: new Map([['original', ',']] as const),
  inCents: new Set(['discount'] as const),
  floatTails: new Set(['number'] as const),
  currency: undefined,
  company: undefined,
  documentKind: undefined,
  paymentKind: undefined,
  identity: [],
  unsignedCredits: false,
  withApplications: false,
  rounds: false,
};

function row(...cells: readonly string[]): ReadingRow {
  const reading = makeReader(plan);
  turnTo(reading, { line: 7, cells });
  return reading;
}

function codes(reading: ReadingRow): string {
  return [...reading.problems, ...reading.warnings].map((each) => each.code).join(' ');
}

test('every field is read as its type', () => {
  const reading = row(' 1930571429.0 ', '03/04/2020', '1.234,50', 'usd', 'Yes', '30 days', '1250');
  expect(codeOf(reading, 'number')).toBe('1930571429');
  expect(dateOf(reading, 'dueOn')).toBe('2020-04-03');
  expect(amountOf(reading, 'original', usd)).toEqual({ minor: 123450n, currency: 'USD' });
  expect(currencyOf(reading)).toBe('USD');
  expect(flagOf(reading, 'disputed')).toBe(true);
  expect(countOf(reading, 'netDays')).toBe(30);
  expect(amountOf(reading, 'discount', usd)).toEqual({ minor: 1250n, currency: 'USD' });
  expect(textOf(reading, 'number')).toBe('1930571429.0');
  expect(codes(reading)).toBe('');
});

test('what is not there is undefined and no problem', () => {
  const reading = row('', '0000-00-00', 'n/a');
  expect(codeOf(reading, 'number')).toBeUndefined();
  expect(dateOf(reading, 'dueOn')).toBeUndefined();
  expect(amountOf(reading, 'original', usd)).toBeUndefined();
  expect(flagOf(reading, 'disputed')).toBeUndefined();
  expect(textOf(reading, 'reference')).toBeUndefined();
  expect(codes(reading)).toBe('');
});

describe('what cannot be read is a problem with its place', () => {
  test.each([
    ['1.93E+09', '', '', 'USD', 'import.code_in_scientific_notation'],
    ['1', '31/02/2020', '', 'USD', 'import.date_impossible'],
    ['1', '4/17/2020', '', 'USD', 'import.date_impossible'],
    ['1', 'soon', '', 'USD', 'import.date_unreadable'],
    ['1', '', 'x', 'USD', 'import.amount_unreadable'],
    ['1', '', '1E+9', 'USD', 'import.scientific_notation'],
    ['1', '', '1,234', 'USD', 'import.too_many_decimals'],
    ['1', '', '1,50 EUR', 'USD', 'import.currency_disagrees'],
    ['1', '', '', 'UDS', 'import.currency_unknown_code'],
    ['1', '', '', '', 'import.currency_missing'],
  ])('%s | %s | %s | %s', (number, due, amount, code, problem) => {
    const reading = row(number, due, amount, code);
    codeOf(reading, 'number');
    dateOf(reading, 'dueOn');
    amountOf(reading, 'original', usd);
    currencyOf(reading);
    expect(codes(reading)).toBe(problem);
  });

  test('with the line, the column and the value', () => {
    const reading = row('1', 'soon');
    dateOf(reading, 'dueOn');
    expect(reading.problems).toEqual([
      {
        line: 7,
        field: 'dueOn',
        code: 'import.date_unreadable',
        facts: { column: 'Due', value: 'soon' },
      },
    ]);
  });
});

test('a flag in unknown words is a doubt, a count in words a problem', () => {
  const reading = row('1', '', '', '', 'perhaps', 'many');
  expect(flagOf(reading, 'disputed')).toBeUndefined();
  expect(countOf(reading, 'netDays')).toBeUndefined();
  expect(codes(reading)).toBe('import.number_unreadable import.flag_unreadable');
});

test('turning to a row forgets the findings of the last', () => {
  const reading = row('1');
  refuseRow(reading, '', 'import.value_missing');
  warnRow(reading, '', 'import.due_before_issue');
  turnTo(reading, { line: 8, cells: ['2'] });
  expect(codes(reading)).toBe('');
  expect(codeOf(reading, 'number')).toBe('2');
});
