import { describe, expect, test } from 'vitest';
import { readCsv } from '#formats/csv/read.ts';
import { type FixedColumns, mapColumns } from './columns.ts';
import { type Kind } from './kinds.ts';

const nothing: FixedColumns = { choices: [], without: new Set() };

function map(kind: Kind, text: string, fixed = nothing): Record<string, string> {
  const { choices } = mapColumns(readCsv(Buffer.from(text)), kind, fixed);
  return Object.fromEntries(choices.map((choice) => [choice.column, choice.field ?? '']));
}

describe('columns are known by what systems and people call them', () => {
  test.each([
    [
      'a spreadsheet',
      'Customer,Invoice,Date,Due,Amount\nAcme Inc,1001,2026-01-05,2026-02-04,5.00\n',
      'customerName number issuedOn dueOn original',
    ],
    [
      'SAP',
      'KUNNR,BUKRS,BELNR,BLDAT,NETDT,WAERS,WRBTR\n0001,US01,19001,2026-01-05,2026-02-04,USD,5.00\n',
      'customerNumber company number issuedOn dueOn currency original',
    ],
    [
      'NetSuite',
      'tranId,tranDate,dueDate,entity,foreignAmountUnpaid\nINV1,2026-01-05,2026-02-04,C1,5.00\n',
      'number issuedOn dueOn customerNumber open',
    ],
    [
      'QuickBooks Desktop',
      'Type,Date,Num,P. O. #,Name,Terms,Due Date,Aging,Open Balance\n' +
        'Invoice,01/15/2026,1001,77,Acme Inc,Net 30,02/14/2026,5,12.50\n',
      'documentKind issuedOn number poNumber customerName termsCode dueOn  open',
    ],
    [
      'Spanish',
      'Nº Factura;Código Cliente;Razón Social;Fecha de Emisión;' +
        'Fecha de Vencimiento;Saldo Pendiente\nF1;C1;Peña S.A.;05/01/2026;17/02/2026;1,50\n',
      'number customerNumber customerName issuedOn dueOn open',
    ],
    [
      'a partly paid book',
      'Cust #,Customer,Invoice #,Inv Date,Due,Original,Open Balance\n' +
        '1000,Acme Inc,1001,2026-01-05,2026-02-04,9.00,5.00\n',
      'customerNumber customerName number issuedOn dueOn original open',
    ],
    [
      'names inside longer names',
      'AR Invoice Number,Customer Number (our),Invoice Date,Due Date,Invoice Amount (USD)\n' +
        '1,C1,2026-01-05,2026-02-04,5.00\n',
      'number customerNumber issuedOn dueOn original',
    ],
  ])('%s', (_, text, fields) => {
    expect(Object.values(map('items', text)).join(' ')).toBe(fields);
  });
});

describe('values are the second opinion', () => {
  test('a name that the values contradict is not believed', () => {
    const text = 'Invoice,Date,Due Date,Customer\n1,soon,2026-01-05,C1\n2,later,2026-01-06,C2\n';
    expect(map('items', text)).toMatchObject({ Date: '', 'Due Date': 'dueOn' });
  });

  test('a column called customer holds names or numbers', () => {
    expect(map('items', 'Customer\nAcme Inc\nZweig & Sons\n')).toEqual({
      Customer: 'customerName',
    });
    expect(map('items', 'Customer\nC001\nC002\n')).toEqual({ Customer: 'customerNumber' });
  });

  test('a name that can mean nothing else keeps its column, for its bad rows to be seen', () => {
    expect(map('items', 'Due Date,Maturity\nsoon,later\n')).toEqual({
      'Due Date': 'dueOn',
      Maturity: '',
    });
  });

  test('doubtful values make the choice less sure', () => {
    const text = 'Due Date\n2026-01-05\n2026-01-06\n2026-01-07\nsoon\n';
    const [choice] = mapColumns(readCsv(Buffer.from(text)), 'items', nothing).choices;
    expect(choice).toMatchObject({ field: 'dueOn', confidence: 80, reason: 'name' });
  });
});

describe('two columns for one field', () => {
  const torn = (text: string): unknown =>
    mapColumns(readCsv(Buffer.from(text)), 'items', nothing).torn;

  test('are a question when their claims are equal and their values differ', () => {
    expect(torn('Amount,Total\n5.00,6.00\n')).toEqual([
      { field: 'original', columns: ['Amount', 'Total'] },
    ]);
  });

  test('are none when they say the same', () => {
    expect(torn('Amount,Total\n5.00,5.00\n')).toEqual([]);
  });

  test('are none when one name is the better one', () => {
    expect(torn('Posting Date,Invoice Date\n2026-01-05,2026-01-06\n')).toEqual([]);
    expect(map('items', 'Posting Date,Invoice Date\n2026-01-05,2026-01-06\n')).toEqual({
      'Posting Date': '',
      'Invoice Date': 'issuedOn',
    });
  });
});

test('what is fixed is not decided again', () => {
  const fixed: FixedColumns = {
    choices: [{ column: 'Amount', index: 0, field: 'open', confidence: 100, reason: 'chosen' }],
    without: new Set(['dueOn']),
  };
  expect(map('items', 'Amount,Total,Due Date\n5.00,6.00,2026-01-05\n', fixed)).toEqual({
    Amount: 'open',
    Total: 'original',
    'Due Date': '',
  });
});

test('a column nobody knows stays without a field', () => {
  const { choices } = mapColumns(readCsv(Buffer.from('Colour\nred\n')), 'items', nothing);
  expect(choices).toEqual([
    { column: 'Colour', index: 0, field: undefined, confidence: 0, reason: 'unknown' },
  ]);
});
