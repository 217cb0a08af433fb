import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { formatMoney } from '#kernel/money.ts';
import { itemsOf, tableOf, takeIn } from '#test/support/imports.ts';
import { convert } from './convert.ts';

const usd = { companyCurrency: 'USD' };

/** The first item of a file, or the code that its row was refused or skipped with. */
function item(header: string, row: string, surroundings = usd): Record<string, unknown> | string {
  const { conversion } = takeIn(tableOf(header, row), { kind: 'items' }, surroundings);
  const [found] = itemsOf(conversion);
  if (found !== undefined) return { ...found, warned: conversion.warnings.map(({ code }) => code) };
  return conversion.problems[0]?.code ?? conversion.skipped[0]?.reason ?? '';
}

function amounts(header: string, row: string, surroundings = usd): string {
  const { conversion } = takeIn(tableOf(header, row), { kind: 'items' }, surroundings);
  const [found] = itemsOf(conversion);
  if (found === undefined)
    return conversion.problems[0]?.code ?? conversion.skipped[0]?.reason ?? '';
  return `${found.documentKind} ${formatMoney(found.original)} ${formatMoney(found.amount)}`;
}

describe('the days of an item', () => {
  const read = (header: string, row: string): unknown => {
    const found = item(`Invoice,Customer,Amount,${header}`, `1,C1,5.00,${row}`);
    return typeof found === 'string' ? found : [found['issuedOn'], found['dueOn']];
  };

  test.each([
    ['Date,Due Date', '2026-01-05,2026-02-04', ['2026-01-05', '2026-02-04']],
    ['Date,Net Days', '2026-01-05,30', ['2026-01-05', '2026-02-04']],
    ['Date', '2026-01-05', ['2026-01-05', '2026-01-05']],
    ['Due Date', '2026-02-04', ['2026-02-04', '2026-02-04']],
    ['Date,Due Date', '2026-01-05,', ['2026-01-05', '2026-01-05']],
    ['Date,Due Date', ',', 'import.value_missing'],
  ])('%s: %s', (header, row, days) => {
    expect(read(header, row)).toEqual(days);
  });

  test('due before issue is a doubt, not a refusal', () => {
    const found = item('Invoice,Customer,Amount,Date,Due Date', '1,C1,5.00,2026-02-04,2026-01-05');
    expect(found).toMatchObject({ warned: ['import.due_before_issue'] });
  });
});

describe('the amount that goes into the ledger', () => {
  const header = 'Invoice,Customer,Date,Type,Amount,Balance,Paid Amount,Paid Date';
  test.each([
    ['open in full', 'INV,100.00,100.00,,', 'invoice 100.00 100.00'],
    ['nothing said of the rest', 'INV,100.00,,,', 'invoice 100.00 100.00'],
    ['open in part', 'INV,100.00,40.00,60.00,2026-01-09', 'invoice 100.00 40.00'],
    ['paid in part', 'INV,100.00,,60.00,', 'invoice 100.00 40.00'],
    ['paid in full, day known', 'INV,100.00,0.00,100.00,2026-01-09', 'invoice 100.00 100.00'],
    ['paid, day known', 'INV,100.00,,,2026-01-09', 'invoice 100.00 100.00'],
    ['closed, day unknown', 'INV,100.00,0.00,,', 'import.already_closed'],
    ['open beyond the original', 'INV,100.00,140.00,,', 'import.open_beyond_original'],
    ['open with another sign', 'INV,100.00,-40.00,,', 'import.open_beyond_original'],
    ['nothing', 'INV,0.00,0.00,,', 'import.amount_zero'],
    ['no amount', 'INV,,,,', 'import.value_missing'],
    ['only the rest', 'INV,,40.00,,', 'invoice 40.00 40.00'],
  ])('%s', (_, row, expected) => {
    expect(amounts(header, `1,C1,2026-01-05,${row}`)).toBe(expected);
  });

  test('with its applications coming too, every item stands with its original', () => {
    const rows = 'INV,100.00,0.00,,2026-01-09';
    const surroundings = { companyCurrency: 'USD', withApplications: true };
    expect(amounts(header, `1,C1,2026-01-05,${rows}`, surroundings)).toBe('invoice 100.00 100.00');
    expect(item(header, `1,C1,2026-01-05,${rows}`, surroundings)).toMatchObject({
      paidOn: undefined,
    });
  });

  test('a day of payment counts only when all was paid', () => {
    const paid = (row: string): unknown => item(header, `1,C1,2026-01-05,${row}`);
    expect(paid('INV,100.00,40.00,,2026-01-09')).toMatchObject({ paidOn: undefined });
    expect(paid('INV,100.00,,,2026-01-09')).toMatchObject({ paidOn: '2026-01-09' });
  });

  test('open and paid that do not add up are a doubt', () => {
    expect(item(header, '1,C1,2026-01-05,INV,100.00,40.00,50.00,')).toMatchObject({
      warned: ['import.amounts_disagree'],
    });
  });
});

describe('the sign of an item', () => {
  test.each([
    ['INV,100.00', 'invoice 100.00 100.00'],
    ['CM,-100.00', 'credit_memo -100.00 -100.00'],
    ['CM,100.00', 'credit_memo -100.00 -100.00'],
    ['Payment,100.00', 'receipt -100.00 -100.00'],
    ['DM,100.00', 'debit_memo 100.00 100.00'],
    ['INV,-100.00', 'credit_memo -100.00 -100.00'],
    ['odd,100.00', 'invoice 100.00 100.00'],
    [',-100.00', 'credit_memo -100.00 -100.00'],
  ])('%s', (row, expected) => {
    expect(amounts('Invoice,Customer,Date,Type,Amount', `1,C1,2026-01-05,${row}`)).toBe(expected);
  });

  test('a positive credit memo among negative ones is a problem', () => {
    const table = tableOf(
      'Invoice,Customer,Date,Type,Amount',
      '1,C1,2026-01-05,CM,-5.00',
      '2,C1,2026-01-05,CM,7.00',
    );
    const { conversion } = takeIn(table);
    expect(conversion.problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 import.credit_memo_positive',
    ]);
  });

  test('debit and credit columns become one signed amount', () => {
    const header = 'Invoice,Customer,Date,Debit,Credit';
    expect(amounts(header, '1,C1,2026-01-05,5.00,')).toBe('invoice 5.00 5.00');
    expect(amounts(header, '1,C1,2026-01-05,,5.00')).toBe('credit_memo -5.00 -5.00');
  });
});

test('a customer without a number is known by its name, a document without one by its id', () => {
  expect(item('Doc Id,Customer Name,Date,Amount', 'X1,Acme Inc,2026-01-05,5.00')).toMatchObject({
    externalId: 'X1',
    number: 'X1',
    customerNumber: 'Acme Inc',
    customerName: 'Acme Inc',
  });
});

test('a dispute is a flag or a day', () => {
  const header = 'Invoice,Customer,Date,Amount,Disputed,Dispute Date,Dispute Reason';
  const dispute = (row: string): unknown => {
    const found = item(header, `1,C1,2026-01-05,5.00,${row}`);
    return typeof found === 'string' ? found : found['dispute'];
  };
  expect(dispute('Yes,,price')).toMatchObject({ on: undefined, reason: 'price' });
  expect(dispute(',2026-01-09,price')).toMatchObject({ on: '2026-01-09' });
  expect(dispute('No,,')).toBeUndefined();
});

test('everything that is wrong with a row is found together', () => {
  const table = tableOf('Invoice,Customer,Date,Due Date,Amount', ',C1,2026-01-05,soon,x');
  const settings = { kind: 'items', mapping: { dueOn: 'Due Date', original: 'Amount' } } as const;
  const [problem] = takeIn(table, settings).conversion.problems;
  const codes = [problem?.code, ...(problem?.also ?? []).map(({ code }) => code)];
  expect(codes).toEqual([
    'import.value_missing',
    'import.date_unreadable',
    'import.amount_unreadable',
  ]);
});

describe('a row that would go astray', () => {
  const lines = (row: string) => tableOf('Invoice,Customer No,Customer Name,Date,Due,Amount', row);
  const found = (row: string) =>
    takeIn(lines(row), { kind: 'items' }).conversion.problems.map(
      ({ field, code }) => `${field} ${code}`,
    );

  test.each([
    ['I-1,,Harlow LLP,2026-01-05,2026-02-04,10.00', ['customerNumber import.value_missing']],
    ['I-1,C1,Harlow LLP,1926-01-05,2026-02-04,10.00', ['issuedOn import.date_implausible']],
    ['I-1,C1,Harlow LLP,2026-01-05,2026-02-04,10.00', []],
  ])('%s', (row, problems) => {
    expect(found(row)).toEqual(problems);
  });

  test('a day more than ten years ahead of the import is a slip', () => {
    const table = lines('I-1,C1,Harlow LLP,2026-01-05,2099-02-04,10.00');
    const { detection } = takeIn(table, { kind: 'items' });
    if (!detection.plan) throw new Error('a question is open');
    const { problems } = convert(table, { ...detection.plan, today: day('2026-01-06') });
    expect(problems).toMatchObject([{ field: 'dueOn', code: 'import.date_implausible' }]);
  });
});
