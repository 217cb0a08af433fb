import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { itemsOf, sampleTable, tableOf, takeIn } from '#test/support/imports.ts';

const header = 'Invoice No,Customer No,Date,Due Date,Amount';

/** `line code` of every row that was not taken in. */
function rest(...lines: readonly string[]): {
  taken: number[];
  problems: string[];
  skipped: string[];
} {
  const { conversion } = takeIn(tableOf(header, ...lines));
  return {
    taken: conversion.records.map(({ line }) => line),
    problems: conversion.problems.map(({ line, code }) => `${line} ${code}`),
    skipped: conversion.skipped.map(({ line, reason }) => `${line} ${reason}`),
  };
}

describe('rows that are copies', () => {
  test('an exact copy is skipped and names the row it copies', () => {
    const row = '1,C1,2026-01-05,2026-02-04,5.00';
    const { conversion } = takeIn(tableOf(header, row, '2,C1,2026-01-05,2026-02-04,5.00', row));
    expect(conversion.records.length).toBe(2);
    expect(conversion.skipped).toEqual([
      { line: 4, reason: 'import.duplicate_row', facts: { first: 2 } },
    ]);
  });

  test('a copy that differs only in a column that is not read is a copy', () => {
    const table = tableOf(
      `,${header}`,
      '1,A,C1,2026-01-05,2026-02-04,5.00',
      '2,A,C1,2026-01-05,2026-02-04,5.00',
    );
    expect(takeIn(table).conversion.skipped.map(({ line }) => line)).toEqual([3]);
  });

  test('one id with two contents is a problem of both rows, whichever came first', () => {
    expect(
      rest(
        '1,C1,2026-01-05,2026-02-04,5.00',
        '2,C1,2026-01-05,2026-02-04,5.00',
        '1,C1,2026-01-05,2026-02-04,6.00',
      ),
    ).toEqual({
      taken: [3],
      problems: ['2 import.id_repeated', '4 import.id_repeated'],
      skipped: [],
    });
  });

  test('instalments of one invoice are told apart by their number', () => {
    const { conversion } = takeIn(
      tableOf(
        `${header},Instalment`,
        '1,C1,2026-01-05,2026-02-04,5.00,1',
        '1,C1,2026-01-05,2026-03-04,5.00,2',
      ),
    );
    expect(itemsOf(conversion).map(({ instalment }) => instalment)).toEqual([1, 2]);
  });

  test('two companies may use one number', () => {
    const { conversion } = takeIn(
      tableOf(
        `${header},Company Code`,
        '1,C1,2026-01-05,2026-02-04,5.00,U001',
        '1,C1,2026-01-05,2026-02-04,6.00,U002',
      ),
    );
    expect(conversion.records.length).toBe(2);
  });
});

describe('rows that are no records', () => {
  test('blank rows, totals and slipped rows each go their way', () => {
    expect(
      rest(
        '1,C1,2026-01-05,2026-02-04,5.00',
        '',
        '2,C1, Ltd,2026-01-05,2026-02-04,6.00',
        ',,Grand Total,,11.00',
      ),
    ).toEqual({
      taken: [2],
      problems: ['4 read.long_row'],
      skipped: ['3 import.blank_row', '5 import.total_row'],
    });
  });

  test('headings between the rows, in a column that is not read, are left out', () => {
    const table = tableOf(
      `,${header}`,
      '1 - 30 days,,,,,',
      ',1,C1,2026-01-05,2026-02-04,5.00',
      'Total for 1 - 30 days,,,,,5.00',
    );
    expect(takeIn(table).conversion.skipped.map(({ reason }) => reason)).toEqual([
      'import.heading_row',
      'import.total_row',
    ]);
  });

  test('rows that the source has deleted are skipped, whatever else they lack', () => {
    const table = sampleTable('quickbooks/invoices.csv');
    const { conversion } = takeIn(table);
    expect(conversion.skipped.map(({ reason }) => reason)).toEqual([
      'import.deleted_in_source',
      'import.deleted_in_source',
      'import.deleted_in_source',
      'import.deleted_in_source',
    ]);
    expect(conversion.problems).toEqual([]);
  });
});

test('a spreadsheet from Spain comes in to the cent, its bad row with line and remedy', () => {
  const { conversion } = takeIn(sampleTable('open-items/spanish-windows.csv'), { currency: 'EUR' });
  expect(
    itemsOf(conversion).map((item) => `${item.number} ${item.dueOn} ${formatMoney(item.amount)}`),
  ).toEqual([
    'A-1001 2026-02-04 1234.56',
    'A-1002 2026-02-16 4500.00',
    'A-1003 2026-03-30 -350.25',
    'A-1004 2026-04-02 98.70',
  ]);
  expect(conversion.problems).toEqual([
    {
      line: 11,
      field: 'issuedOn',
      code: 'import.date_impossible',
      facts: { column: 'Fecha Factura', value: '31/02/2026' },
      also: [],
    },
  ]);
});

test('a warning about a row that is not taken in is not told', () => {
  const { conversion } = takeIn(tableOf(header, '1,C1,2026-02-04,2026-01-05,x'), {
    mapping: { original: 'Amount' },
  });
  expect(conversion.problems.length).toBe(1);
  expect(conversion.warnings).toEqual([]);
});

describe('whatever the rows hold', () => {
  const cell = fc.constantFrom(
    '1',
    '2',
    '3',
    'A',
    '',
    ' ',
    'C1',
    '2026-01-05',
    '05/01/2026',
    '31/02/2026',
    '5.00',
    '-5.00',
    '0',
    'x',
    'Total',
    '1E+9',
    '1.001',
    'CM',
    'INV',
    'USD',
    'UDS',
    'true',
  );
  const row = fc.array(cell, { minLength: 1, maxLength: 8 });
  const columns = 'Invoice No,Customer No,Date,Due Date,Amount,Type,Deleted';

  test('rows in are records, problems and skipped rows, each row once', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
        const table = tableOf(columns, ...rows.map((cells) => cells.join(',')));
        const settings = {
          kind: 'items',
          dateOrder: 'dmy',
          decimalMark: '.',
          mapping: {
            number: 'Invoice No',
            customerNumber: 'Customer No',
            issuedOn: 'Date',
            dueOn: 'Due Date',
            original: 'Amount',
            documentKind: 'Type',
            deleted: 'Deleted',
          },
        } as const;
        const { conversion } = takeIn(table, settings);
        const lines = [conversion.records, conversion.problems, conversion.skipped].flatMap(
          (part) => part.map((each) => each.line),
        );
        expect(conversion.rows).toBe(table.rows.length + table.blankLines.length);
        expect(lines.length).toBe(conversion.rows);
        expect(new Set(lines).size).toBe(lines.length);
        const items = itemsOf(conversion);
        const sum = items.reduce((total, item) => total + item.amount.minor, 0n);
        const told = conversion.totals.reduce(
          (total, each) => total + each.debits - each.credits,
          0n,
        );
        expect(told).toBe(sum);
      }),
    );
  });

  test('taking a file in twice in one file changes nothing', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const lines = rows.map((cells, at) => `N${at},C1,2026-01-05,2026-02-04,${cells.length}.00`);
        const once = takeIn(
          tableOf(header, 'N,C1,2026-01-05,2026-02-04,1.00', ...lines),
        ).conversion;
        const twice = takeIn(
          tableOf(header, 'N,C1,2026-01-05,2026-02-04,1.00', ...lines, ...lines),
        ).conversion;
        expect(twice.records).toEqual(once.records);
        expect(twice.skipped.length).toBe(lines.length);
      }),
    );
  });
});
