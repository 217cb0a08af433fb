import { describe, expect, test } from 'vitest';
import { tableOf, takeIn } from '#test/support/imports.ts';
import { type DeskKind, deskKinds, isDeskKind, kindOfName } from './desk-kinds.ts';
import { contentOf, naturalKey } from './desk-record.ts';
import { deskRecordOf } from './desk-rows.ts';

function read(kind: DeskKind, ...lines: readonly string[]) {
  const { conversion } = takeIn(tableOf(...lines), { kind, dateOrder: 'dmy' });
  return conversion;
}

describe('a list is read in English and in Spanish', () => {
  test.each([
    ['contacts', 'Account No,Contact Name,Role,Email,Phone', 'N1,Ann Orr,AP,ann@n.co,555 1234567'],
    [
      'contacts',
      'Código de cliente,Nombre,Cargo,Correo,Teléfono',
      'N1,Ana,Pagos,a@n.co,5551234567',
    ],
    ['owners', 'Customer,Collector', 'N1,rosa@desk.example'],
    ['owners', 'Cliente,Gestor', 'N1,rosa'],
    ['notes', 'Account,Date,Author,Note', 'N1,02/03/2026,Lee,Called them'],
    ['notes', 'Cuenta,Fecha,Autor,Comentario', 'N1,02/03/2026,Lea,Llamada'],
    ['promises', 'Account,Promised Amount,Promise Date', 'N1,500.00,02/03/2026'],
    ['promises', 'Cliente,Importe prometido,Fecha de promesa', 'N1,500.00,02/03/2026'],
    ['disputes', 'Account,Invoice No,Reason,Disputed On', 'N1,1004,Price,02/03/2026'],
    ['disputes', 'Cliente,Nº de factura,Motivo,Fecha de apertura', 'N1,1004,Precio,02/03/2026'],
    ['next-actions', 'Account,Next Action,Due Date,Assigned To', 'N1,Call,02/03/2026,rosa'],
    ['next-actions', 'Cliente,Próxima acción,Fecha,Responsable', 'N1,Llamar,02/03/2026,rosa'],
  ] as const)('%s: %s', (kind, header, row) => {
    const conversion = read(kind, header, row);
    expect(conversion.problems).toEqual([]);
    expect(conversion.records).toMatchObject([{ kind, customerNumber: 'N1', line: 2 }]);
  });
});

describe('a row that says too little is a problem with its field', () => {
  test.each([
    ['contacts', 'Account,Contact Name,Email', 'N1,,', 'contactName', 'import.value_missing'],
    ['notes', 'Account,Date,Note', 'N1,,Called', 'writtenOn', 'import.value_missing'],
    ['notes', 'Account,Date,Note', ',02/03/2026,Called', 'customerNumber', 'import.value_missing'],
    [
      'promises',
      'Account,Promised Amount,Promise Date',
      'N1,x,02/03/2026',
      'amount',
      'import.amount_unreadable',
    ],
    [
      'promises',
      'Account,Amount,Promise Date,Status',
      'N1,5.00,02/03/2026,maybe',
      'status',
      'import.promise_status_unknown',
    ],
    [
      'disputes',
      'Account,Invoice,Disputed On,Resolved On',
      'N1,7,02/03/2026,01/03/2026',
      'disputeResolvedOn',
      'import.ends_before_it_begins',
    ],
  ] as const)('%s: %s / %s', (kind, header, row, field, code) => {
    const conversion = read(kind, header, row);
    expect(conversion.records).toEqual([]);
    expect(conversion.problems).toMatchObject([{ line: 2, field, code }]);
  });
});

test('the end of a promise is understood in the words of other systems', () => {
  const ends = ['Open', 'Kept', 'Cumplida', 'Broken', 'Incumplida', 'Partially kept', 'Anulada'];
  const rows = ends.map((end, at) => `N${at},5.00,02/03/2026,${end}`);
  const { records } = read('promises', 'Account,Amount,Promise Date,Status', ...rows);
  expect(records.map((record) => ('end' in record ? record.end : 'none'))).toEqual([
    undefined,
    'kept',
    'kept',
    'broken',
    'broken',
    'partly',
    'withdrawn',
  ]);
});

test('a promise may name several invoices', () => {
  const header = 'Account,Invoices,Amount,Promise Date';
  const { records } = read('promises', header, 'N1,1004; 1005,5.00,02/03/2026');
  expect(records).toMatchObject([{ numbers: ['1004', '1005'] }]);
});

test('the same record has the same key, and content of its own', () => {
  const { records } = read('notes', 'Account,Date,Note', 'N1,02/03/2026,a', 'N1,02/03/2026,b');
  const [one, two] = records.flatMap((record) => ('numbers' in record ? [record] : []));
  if (!one || !two) throw new Error('two notes were read');
  expect(naturalKey(one)).not.toBe(naturalKey(two));
  expect(contentOf(one)).not.toBe(contentOf(two));
  expect(contentOf(one)).toBe(contentOf({ ...one, line: 9 }));
});

test('a file is a list of the desk by its own name', () => {
  const names = ['contacts.csv', 'Notas 2026.xlsx', 'next-actions.csv', 'promises_may.csv'];
  expect(names.map(kindOfName)).toEqual(['contacts', 'notes', 'next-actions', 'promises']);
  expect(['customers.csv', 'invoices.csv', 'notebook.csv'].map(kindOfName)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect([...deskKinds, 'items'].filter(isDeskKind)).toEqual([...deskKinds]);
  expect(deskRecordOf).toBeTypeOf('function');
});
