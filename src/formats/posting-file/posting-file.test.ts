import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { writeDynamicsJournal } from './dynamics-journal.ts';
import { standardMapping, writeMappedCsv } from './mapped-csv.ts';
import { oracleLayout, writeOracleLockbox } from './oracle-lockbox.ts';
import type { PostingLine } from './posting-line.ts';

const line = (key: string, minor: bigint, told: Partial<PostingLine> = {}): PostingLine => ({
  key,
  kind: 'receipt',
  account: 'C-100',
  customer: 'North, Inc',
  receipt: '1042',
  method: 'check',
  document: '',
  amount: money(minor, 'USD'),
  on: day('2026-11-20'),
  bank: 'OPERATING',
  ...told,
});
const lines = [
  line('r1', 125_010n),
  line('a1', 100_000n, { kind: 'application', document: 'INV-1' }),
  line('a2', 20_000n, { kind: 'application', document: 'INV-2' }),
  line('u1', -20_000n, { kind: 'unapplication', document: 'INV-2' }),
];

describe('a mapped file', () => {
  test('has the columns in the order of the mapping', () => {
    const { text, carried } = writeMappedCsv(lines.slice(0, 2), standardMapping);
    expect(text).toBe(
      'Key,Type,Date,Account,Receipt,Invoice,Amount,Currency,Bank\r\n' +
        'r1,receipt,2026-11-20,C-100,1042,,1250.10,USD,OPERATING\r\n' +
        'a1,application,2026-11-20,C-100,1042,INV-1,1000.00,USD,OPERATING\r\n',
    );
    expect(carried).toEqual([
      { key: 'r1', row: 2 },
      { key: 'a1', row: 3 },
    ]);
  });

  test('follows the days, decimals and sides of the other system', () => {
    const { text } = writeMappedCsv([lines[0] ?? line('x', 1n), lines[3] ?? line('x', 1n)], {
      delimiter: ';',
      decimal: ',',
      days: 'dmy',
      header: false,
      columns: [
        { title: 'd', field: 'on' },
        { title: 's', field: 'debit' },
        { title: 'h', field: 'credit' },
        { title: 'n', field: 'customer' },
        { title: 'k', text: 'AR' },
      ],
    });
    expect(text).toBe('20/11/2026;;1250,10;North, Inc;AR\r\n20/11/2026;200,00;;North, Inc;AR\r\n');
  });

  test('writes what a spreadsheet would run as text', () => {
    const evil = line('r1', 1n, { customer: '=cmd()', receipt: 'a"b' });
    const columns = [
      { title: 'n', field: 'customer' },
      { title: 'r', field: 'receipt' },
    ] as const;
    const { text } = writeMappedCsv([evil], { ...standardMapping, header: false, columns });
    expect(text).toBe('\'=cmd(),"a""b"\r\n');
  });
});

describe('a journal of Dynamics', () => {
  const journal = { company: 'usmf', journal: 'CUSTPAY', bankAccount: 'OPER' };
  const { text, carried, byHand } = writeDynamicsJournal(lines, journal, 'D-7');
  const rows = text.split('\r\n').slice(1, -1);

  test('credits the customer against the bank, an invoice a line, the rest on account', () => {
    const rowOf = (no: number, amount: string, end: string): string =>
      `D-7,${no},usmf,Customer,C-100,2026-11-20,${amount},,USD,Bank,OPER,1042,${end}`;
    expect(rows).toEqual([
      rowOf(1, '1000.00', 'a1,INV-1,CUSTPAY application'),
      rowOf(2, '200.00', 'a2,INV-2,CUSTPAY application'),
      rowOf(3, '50.10', 'r1,,CUSTPAY receipt'),
    ]);
    expect(carried.map(({ key, row }) => `${key} ${row}`)).toEqual(['a1 2', 'a2 3', 'r1 2']);
    expect(byHand).toEqual(['u1']);
  });

  test('debits a receipt that went back, and leaves a later application to a person', () => {
    const back = [line('b1', -125_010n, { kind: 'return' }), lines[1] ?? line('x', 1n)];
    const told = writeDynamicsJournal(back, journal, 'D-8');
    expect(told.text).toContain('C-100,2026-11-20,,1250.10,USD');
    expect(told.byHand).toEqual(['a1']);
  });
});

describe('a transmission for AutoLockbox', () => {
  const lockbox = { lockbox: '4471', origin: 'DUNLIN', destination: 'OPERATING' };
  const { text, carried, byHand } = writeOracleLockbox(lines, lockbox, day('2026-11-20'));
  const rows = text.split('\r\n').slice(0, -1);
  const cell = (row: string | undefined, name: string): string => {
    const found = Object.entries(oracleLayout)
      .filter(([type]) => row?.startsWith(type))
      .flatMap(([, fields]) => fields)
      .find((each) => each.name === name);
    return found ? (row ?? '').slice(found.from - 1, found.to).trim() : '';
  };

  test('has a record a receipt and one for each invoice it pays, the last one marked', () => {
    expect(rows.map((row) => row[0])).toEqual(['1', '5', '6', '4', '4', '8', '9']);
    expect(rows.every((row) => row.length === 120)).toBe(true);
    expect(cell(rows[2], 'remittance_amount')).toBe('000000125010');
    expect(cell(rows[2], 'customer_number')).toBe('C-100');
    expect(cell(rows[4], 'invoice1')).toBe('INV-2');
    expect([3, 4].map((at) => cell(rows[at], 'overflow_indicator'))).toEqual(['0', '9']);
  });

  test('states its own totals', () => {
    expect(cell(rows[5], 'lockbox_record_count')).toBe('000004');
    expect(cell(rows[5], 'lockbox_amount')).toBe('00000000125010');
    expect(cell(rows[6], 'transmission_record_count')).toBe('000007');
  });

  test('names what it has no record for', () => {
    expect(carried.map(({ key, row }) => `${key} ${row}`)).toEqual(['r1 3', 'a1 4', 'a2 5']);
    expect(byHand).toEqual(['u1']);
  });
});
