import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { writeDynamicsJournal } from './dynamics-journal.ts';
import { standardMapping, writeMappedCsv } from './mapped-csv.ts';
import { oracleLayout, writeOracleLockbox } from './oracle-lockbox.ts';
import { type PostingLine, byHandByKind } from './posting-line.ts';

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

describe('a journal of Dynamics without money', () => {
  const journal = { company: 'usmf', journal: 'CUSTPAY', bankAccount: 'OPER' };
  const given = [
    line('d1', 2_000n, { kind: 'discount', receipt: 'DISC', document: 'INV-1' }),
    line('w1', -300n, { kind: 'write_off', receipt: 'WO', document: 'INV-1' }),
    line('f1', -500n, { kind: 'refund', receipt: 'CM-7', document: 'CHK-1' }),
    line('c1', 1_000n, { kind: 'credit_application', receipt: 'CM-7', document: 'INV-3' }),
    line('m1', -1_000n, { kind: 'credit_move', receipt: 'CM-8' }),
  ];
  const sides = (text: string) =>
    text
      .split('\r\n')
      .slice(1, -1)
      .map((row) => row.split(',').slice(6, 14).join(' '));

  test('goes against the accounts that are named; a memo that pays is two lines', () => {
    const accounts = { discountAccount: '4010', writeOffAccount: '6020', clearingAccount: '1999' };
    const { text, carried, byHand } = writeDynamicsJournal(
      given,
      { ...journal, ...accounts },
      'D-9',
    );
    expect(sides(text)).toEqual([
      '20.00  USD Ledger 4010 DISC d1 INV-1',
      ' 3.00 USD Ledger 6020 WO w1 INV-1',
      ' 5.00 USD Bank OPER CM-7 f1 CM-7',
      '10.00  USD Ledger 1999 CM-7 c1 INV-3',
      ' 10.00 USD Ledger 1999 CM-7 c1 CM-7',
      ' 10.00 USD Ledger 1999 CM-8 m1 CM-8',
    ]);
    expect(carried.map(({ key, row }) => `${key} ${row}`)).toEqual([
      'd1 2',
      'w1 3',
      'f1 4',
      'c1 5',
      'm1 7',
    ]);
    expect(byHand).toEqual([]);
  });

  test('is a person’s where no account is named, and told by kind', () => {
    const file = writeDynamicsJournal(given, journal, 'D-9');
    expect(file.byHand).toEqual(['d1', 'w1', 'c1', 'm1']);
    expect(byHandByKind(given, file).map(({ kind, count }) => `${kind} ${count}`)).toEqual([
      'discount 1',
      'write_off 1',
      'credit_application 1',
      'credit_move 1',
    ]);
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
