import { describe, expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { holds } from '#formats/neutral.ts';
import { type Table } from '#formats/table.ts';
import { sampleTable, tableOf } from '#test/support/tables.ts';
import { type BankMapping, type BankTable, readBankTable } from './read.ts';

function read(table: Table, said?: BankMapping): BankTable {
  const outcome = readBankTable(table, said);
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${JSON.stringify(outcome.facts)}`);
  return outcome.value;
}

function amounts({ statements }: BankTable): string[] {
  return statements.flatMap(({ transactions }) =>
    transactions.map(({ amount }) => formatMoney(amount)),
  );
}

describe('the samples are read as a person reads them', () => {
  test.each([
    [
      'german-decimals.csv',
      'DE89370400440532013000',
      'EUR',
      [
        ['2026-04-02', '-1234.56'],
        ['2026-04-05', '3500.00'],
        ['2026-04-09', '-4.50'],
      ],
    ],
    [
      'spanish-headers.csv',
      'ES9121000418450200051332',
      'EUR',
      [
        ['2026-04-02', '-1234.56'],
        ['2026-04-05', '3500.00'],
        ['2026-04-09', '-4.50'],
      ],
    ],
    ['gls.csv', '1234567890', 'EUR', [['2017-10-10', '-98.76']]],
    [
      'ubs-ch-fr_trimmed.csv',
      '0123 45678901.23A',
      'CHF',
      [
        ['2019-03-31', '-10.00'],
        ['2019-02-28', '240.00'],
        ['2019-04-27', '-200.00'],
      ],
    ],
    [
      'outbank.csv',
      'DE81254326973657190105',
      'EUR',
      [
        ['2019-02-20', '100.00'],
        ['2019-02-08', '-63.89'],
        ['2019-01-21', '-47.00'],
        ['2019-01-05', '-25.00'],
      ],
    ],
    [
      'us-bank-totals.csv',
      '000123456789',
      'USD',
      [
        ['2025-11-03', '4200.00'],
        ['2025-11-03', '-310.50'],
        ['2025-11-04', '1260.00'],
        ['2025-11-05', '-1000.00'],
      ],
    ],
  ])('%s', (name, account, currency, expected) => {
    const { statements, controls, questions } = read(sampleTable(`bank-table/${name}`));
    expect(questions).toEqual([]);
    expect(controls.filter((control) => !holds(control))).toEqual([]);
    expect(statements.map((each) => [each.account, each.currency])).toEqual([[account, currency]]);
    const lines = statements[0]?.transactions ?? [];
    expect(lines.map(({ bookedOn, amount }) => [bookedOn, formatMoney(amount)])).toEqual(expected);
  });
});

test('a running balance gives opening and closing, whichever way the list runs', () => {
  for (const name of ['schwab-downwards.csv', 'schwab-shuffled.csv']) {
    const { statements, controls } = read(sampleTable(`bank-table/${name}`), { currency: 'USD' });
    const [statement] = statements;
    expect(statement?.opening).toEqual({ minor: 109_374n, currency: 'USD' });
    expect(statement?.closing).toEqual({ minor: 87_847n, currency: 'USD' });
    expect(controls.every(holds)).toBe(true);
  }
});

test('balances that run both ways prove no opening, and say so', () => {
  const { statements, problems } = read(sampleTable('bank-table/schwab-both-ways.csv'), {
    currency: 'USD',
  });
  expect(statements[0]?.opening).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(['table.balances_run_both_ways']);
});

test('balances of a list that was filtered prove nothing, and are no failed control', () => {
  const { controls, problems, statements } = read(sampleTable('bank-table/ingesp.csv'), {
    currency: 'EUR',
  });
  expect(statements[0]?.transactions.length).toBe(10);
  expect(controls).toEqual([]);
  expect(problems).toEqual([
    { record: 2, code: 'table.balances_do_not_run', facts: { proven: 0, steps: 9 } },
  ]);
});

test('a line that is missing from a running list is a failed control at its place', () => {
  const { controls } = read(
    tableOf(
      'Date,Description,Amount,Balance,Currency',
      '2025-01-01,a,10.00,110.00,USD',
      '2025-01-02,b,20.00,130.00,USD',
      '2025-01-03,c,5.00,135.00,USD',
      '2025-01-04,d,5.00,140.00,USD',
      '2025-01-06,f,5.00,152.00,USD',
      '2025-01-07,g,1.00,153.00,USD',
    ),
  );
  expect(controls.filter((control) => !holds(control))).toEqual([
    { kind: 'amount', what: 'running_balance', record: 6, stated: '152.00', found: '145.00' },
    { kind: 'amount', what: 'closing_balance', record: 7, stated: '153.00', found: '146.00' },
  ]);
});

describe('the sign of an amount', () => {
  test.each([
    ['is the sign written', ['Date,Memo,Amount', '2025-01-01,a,-5.00'], ['-5.00']],
    [
      'is the word of a column of its own',
      ['Date,Memo,Amount,D/C', '2025-01-01,a,5.00,D'],
      ['-5.00'],
    ],
    [
      'is the word beside the amount',
      ['Date,Memo,Amount', '2025-01-01,a,5.00 DR', '2025-01-02,b,6.00 CR'],
      ['-5.00', '6.00'],
    ],
    [
      'is the type where types are words of sides',
      ['Date,Memo,Amount,Transaction Type', '2025-01-01,a,5.00,debit', '2025-01-01,b,7.00,credit'],
      ['-5.00', '7.00'],
    ],
    [
      'is the column it stands in',
      ['Date,Memo,Withdrawals,Deposits', '2025-01-01,a,5.00,', '2025-01-02,b,,6.00'],
      ['-5.00', '6.00'],
    ],
    [
      'is that of a debit column that is written below zero',
      ['Date,Memo,Debit,Credit', '2025-01-01,a,-5.00,', '2025-01-02,b,,6.00'],
      ['-5.00', '6.00'],
    ],
    ['is in brackets', ['Date,Memo,Amount', '2025-01-01,a,(5.00)'], ['-5.00']],
  ])('%s', (_, lines, expected) => {
    expect(amounts(read(tableOf(...lines), { currency: 'USD' }))).toEqual(expected);
  });

  test('is decided by the balances where two readings are possible', () => {
    const table = tableOf(
      'Date,Label,Amount,D/C,Balance',
      '12/15/2018,Supplier,33.50,D,-23.50',
      '12/15/2018,Payment,"-1,533.50",C,"1,510.00"',
    );
    expect(amounts(read(table, { currency: 'USD' }))).toEqual(['-33.50', '1533.50']);
  });
});

describe('the order of day and month', () => {
  test.each([
    [
      'by a day above twelve',
      ['Date,Memo,Amount', '03/04/2025,a,1.00', '03/17/2025,b,1.00'],
      'mdy',
    ],
    [
      'by the run of the list',
      [
        'Date,Memo,Amount',
        '01/02/2025,a,1.00',
        '02/01/2025,b,1.00',
        '02/02/2025,c,1.00',
        '01/03/2025,d,1.00',
      ],
      undefined,
    ],
    [
      'by a list that runs one way only',
      ['Date,Memo,Amount', '01/02/2025,a,1.00', '05/02/2025,b,1.00', '03/03/2025,c,1.00'],
      'dmy',
    ],
    ['by Spanish words', ['Fecha,Concepto,Importe', '03/04/2025,a,1.00'], 'dmy'],
    [
      'by an American word',
      ['Date,Description,Check Number,Amount', '03/04/2025,a,77,1.00'],
      'mdy',
    ],
    ['by a decimal comma', ['Date;Memo;Amount', '03/04/2025;a;1,00'], 'dmy'],
    [
      'by what was said',
      ['Date,Memo,Amount', '03/04/2025,a,1.00'],
      'mdy',
      { dateOrder: 'mdy' as const },
    ],
  ])('is known %s', (_, lines, expected, said: BankMapping = {}) => {
    const { mapping, questions } = read(tableOf(...lines), { currency: 'USD', ...said });
    expect(mapping.dateOrder).toBe(expected);
    expect(questions.map(({ code }) => code)).toEqual(
      expected === undefined ? ['table.date_order_unknown'] : [],
    );
  });

  test('is asked where nothing tells it, and nothing is read until then', () => {
    const { statements, questions } = read(tableOf('Date,Memo,Amount', '03/04/2025,a,1.00'), {
      currency: 'USD',
    });
    expect(statements).toEqual([]);
    expect(questions).toEqual([
      {
        code: 'table.date_order_unknown',
        facts: { column: 'Date', example: '03/04/2025' },
        option: 'dateOrder',
        choices: ['mdy', 'dmy'],
      },
    ]);
  });
});

test('without a header the columns are said by their numbers', () => {
  const table = tableOf(
    '12/15/2018,Your payment,EUR,"1,525.00","-1,000.00"',
    '12/16/2018,Fee,EUR,-5.00,3.00',
  );
  expect(read(table).questions.map(({ facts }) => facts['field'])).toEqual(['bookedOn', 'amount']);
  const columns = { bookedOn: 'column 1', amount: 'column 4', currency: 'column 3' };
  const said = read(table, { columns });
  expect(said.questions).toEqual([]);
  expect(amounts(said)).toEqual(['1525.00', '-5.00']);
});

test('what was settled is a mapping that reads the next file without a question', () => {
  const first = read(tableOf('Date,Memo,Amount', '03/17/2025,a,1.00'), { currency: 'USD' });
  const next = tableOf('Date,Memo,Amount', '03/04/2025,a,1.00');
  expect(read(next, first.mapping).questions).toEqual([]);
});

test('accounts and currencies in one list are statements of their own', () => {
  const { statements } = read(
    tableOf(
      'Account Number,Date,Description,Amount,Currency',
      '1,2025-01-02,a,5.00,USD',
      '2,2025-01-02,b,6.00,USD',
      '1,2025-01-03,c,7.00,EUR',
      '1,2025-01-03,d,8.00,USD',
    ),
  );
  expect(
    statements.map(({ account, currency, transactions }) => [
      account,
      currency,
      transactions.length,
    ]),
  ).toEqual([
    ['1', 'USD', 2],
    ['2', 'USD', 1],
    ['1', 'EUR', 1],
  ]);
});

test('a list without a currency is read without one and asks for it', () => {
  const { statements, questions } = read(tableOf('Date,Memo,Amount', '2025-01-01,a,5.00'));
  expect(statements[0]?.currency).toBe('XXX');
  expect(questions.map(({ code }) => code)).toEqual(['table.currency_unknown']);
});

test('a row with money and no day stops the file and is named', () => {
  const table = tableOf('Date,Memo,Amount', '2025-01-01,a,5.00', 'soon,b,6.00');
  expect(readBankTable(table, { currency: 'USD' })).toEqual({
    ok: false,
    refusal: 'read.bad_record',
    facts: { record: 3, reason: 'a day' },
  });
});

test('what a line says keeps its check, its rails, its return and its reference', () => {
  const { statements } = read(sampleTable('bank-table/us-bank-totals.csv'));
  expect(statements[0]?.transactions).toMatchObject([
    { record: 8, code: 'bai:165', channel: 'ach', references: ['REF8812'] },
    { record: 9, code: 'bai:475', channel: 'check', checkNumber: '1044' },
    { record: 10, channel: 'wire', text: 'INCOMING WIRE FED REF 20251104' },
    { record: 11, channel: 'ach', returned: { reason: 'R01' } },
  ]);
});

test.each([
  ['JPY', '100000', '105000', '3000', '2000'],
  ['KWD', '100.5', '105.755', '3.005', '2.25'],
])('balances above the header have the decimals of %s', (code, opening, closing, one, two) => {
  const table = tableOf(
    `Currency:,${code}`,
    `Opening balance:,${opening}`,
    `Closing balance:,${closing}`,
    'Date,Description,Amount,Account',
    `2026-11-19,hello,${one},12-34`,
    `2026-11-20,world,${two},12-34`,
  );
  const { statements, controls } = read(table, { decimalMark: '.' });
  const [statement] = statements;
  expect([statement?.opening, statement?.closing].map((each) => each && formatMoney(each))).toEqual(
    code === 'JPY' ? ['100000', '105000'] : ['100.500', '105.755'],
  );
  expect(controls.map((control) => [control.what, holds(control)])).toEqual([
    ['closing_balance', true],
  ]);
});

test('an id that only counts the rows is an identity with its day', () => {
  const head = 'Date,Description,Amount,Currency,Transaction ID';
  const table = tableOf(head, '2026-11-19,a,5.00,USD,1', '2026-11-20,b,6.00,USD,TX99887766');
  const ids = read(table).statements.flatMap(({ transactions }) => transactions);
  expect(ids.map(({ externalId }) => externalId)).toEqual(['2026-11-19 1', 'TX99887766']);
});

test('columns in Japanese are told apart by a mapping, and no currency is guessed', () => {
  const table = tableOf(
    '取引日,摘要,お支払金額,お預り金額,残高',
    '2026/11/18,ﾌﾘｺﾐ ﾉｰｽｳｲﾝﾄﾞ,,"1,250,000","3,250,000"',
    '2026/11/19,手数料,440,,"3,249,560"',
  );
  const columns = {
    bookedOn: '取引日',
    debit: 'お支払金額',
    credit: 'お預り金額',
    balance: '残高',
  };
  const yen = read(table, { columns, currency: 'JPY' });
  expect(yen.questions).toEqual([]);
  expect(amounts(yen)).toEqual(['1250000', '-440']);
  expect(yen.controls.every(holds)).toBe(true);
  expect(read(table, { columns }).questions.map(({ code }) => code)).toContain(
    'table.currency_unknown',
  );
});
