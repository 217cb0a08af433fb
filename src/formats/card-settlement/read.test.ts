import { describe, expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { holds } from '#formats/neutral.ts';
import { type Table } from '#formats/table.ts';
import { sampleTable, tableOf } from '#test/support/tables.ts';
import { settlementControls } from './proof.ts';
import { type CardTable, looksLikeSettlement, readCardTable } from './read.ts';

function read(table: Table): CardTable {
  const outcome = readCardTable(table);
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${JSON.stringify(outcome.facts)}`);
  return outcome.value;
}

function told({ lines }: CardTable): string[] {
  return lines.map(({ kind, gross, fee, net, reference, batch }) =>
    [kind, formatMoney(gross), formatMoney(fee), formatMoney(net), reference, batch ?? '-'].join(
      ' ',
    ),
  );
}

describe('gross, fee and net are told alike, whoever wrote the report', () => {
  test.each([
    [
      'adyen',
      'adyen-settlement.csv',
      [
        'payment 1000.00 21.90 978.10 INV-7001 48',
        'payment 550.00 5.50 544.50 INV-7002 48',
        'refund -120.00 0.25 -120.25 INV-6990 48',
        'chargeback -300.00 15.00 -315.00 INV-6850 48',
        'fee -12.35 0.00 -12.35  48',
        'payout -1075.00 0.00 -1075.00  48',
      ],
    ],
    [
      'stripe',
      'stripe-payout.csv',
      [
        'payment 1250.00 36.55 1213.45 INV-7101 po_1A',
        'payment 80.10 2.62 77.48 INV-7102 po_1A',
        'refund -100.00 0.00 -100.00 INV-7050 po_1A',
        'chargeback -15.00 15.00 -30.00 INV-6999 po_1A',
        'payout -1160.93 0.00 -1160.93 STRIPE PAYOUT po_1A',
      ],
    ],
    [
      'paypal',
      'paypal-spanish.csv',
      [
        'payment 1250.00 42.90 1207.10 F-2201 -',
        'payment 300.00 10.55 289.45 F-2202 -',
        'refund -50.00 -1.40 -48.60 F-2140 -',
        'payout -1500.00 0.00 -1500.00 Retirada general - Cuenta bancaria -',
      ],
    ],
  ])('%s', (processor, name, expected) => {
    const report = read(sampleTable(`card-settlement/${name}`));
    expect(report.processor).toBe(processor);
    expect(told(report)).toEqual(expected);
    const controls = settlementControls(report);
    expect(controls.length).toBeGreaterThan(0);
    expect(controls.every(holds)).toBe(true);
  });
});

test('cents of a table for programs are not taken for dollars', () => {
  const { lines } = read(sampleTable('card-settlement/stripe-balance.csv'));
  expect(lines.slice(0, 2).map(({ net }) => formatMoney(net))).toEqual(['-187.59', '19808.10']);
});

test('the plain list of any processor adds up by batch', () => {
  const { lines, problems } = read(sampleTable('card-settlement/plain.csv'));
  const net = lines.reduce((sum, line) => sum + line.net.minor, 0n);
  expect([lines.length, net, problems]).toEqual([56, 3_857_673n, []]);
  expect(new Set(lines.map(({ batch }) => batch))).toEqual(new Set(['110', '111', '112']));
});

test('a payout that is not the sum of its batch is a failed control', () => {
  const report = read(
    tableOf(
      'Batch,Transaction ID,Date,Type,Gross,Fee,Net,Currency',
      'b1,t1,2025-01-01,Sale,100.00,3.00,97.00,USD',
      'b1,t2,2025-01-02,Payout,-90.00,0.00,-90.00,USD',
    ),
  );
  expect(settlementControls(report)).toEqual([
    { kind: 'amount', what: 'payout', record: 3, stated: '90.00', found: '97.00' },
  ]);
});

test('a batch of Adyen that nothing empties was torn before its last line', () => {
  const table = sampleTable('card-settlement/adyen-settlement.csv');
  const torn = read({ ...table, rows: table.rows.slice(0, -1) });
  expect(settlementControls(torn)).toEqual([
    { kind: 'amount', what: 'payout', record: 6, stated: 'missing', found: '1075.00' },
  ]);
});

describe('rows that say total are controls of the lines above them', () => {
  const head = 'Batch,Transaction ID,Date,Type,Gross,Fee,Net,Currency';
  const first = [
    'b1,t1,2025-01-01,Sale,100.00,3.00,97.00,USD',
    'b1,t2,2025-01-01,Sale,10.00,1.00,9.00,USD',
  ];
  const second = 'b2,t3,2025-01-02,Sale,50.00,2.00,48.00,USD';
  const subtotal = 'Subtotal,,,,110.00,4.00,106.00,';
  const failing = (...rows: readonly string[]): string[] =>
    settlementControls(read(tableOf(head, ...rows)))
      .filter((control) => !holds(control))
      .map(({ what, record, stated, found }) => `${what} ${record} ${stated} ${found}`);

  test('a total of all and of a batch each agree, and none is a line', () => {
    const rows = [...first, subtotal, second, 'Subtotal,,,,50.00,2.00,48.00,USD'];
    const report = read(tableOf(head, ...rows, 'Grand total,,,,160.00,6.00,154.00,'));
    expect(report.lines).toHaveLength(3);
    expect(settlementControls(report)).toHaveLength(6);
    expect(settlementControls(report).every(holds)).toBe(true);
  });

  test('a report that lost a line on the way is told by its total', () => {
    expect(failing(...first.slice(1), 'Total,,,,110.00,4.00,106.00,')).toEqual([
      'total_gross 3 110.00 10.00',
      'total_net 3 106.00 9.00',
    ]);
  });
});

test('a payment of a payments list that was refunded is two lines, a failed one none', () => {
  const report = read(
    tableOf(
      'id,Created (UTC),Amount,Amount Refunded,Currency,Fee,Status,Statement Descriptor',
      'ch_1,2025-01-01,100.00,40.00,usd,3.00,Paid,ACME',
      'ch_2,2025-01-01,50.00,0.00,usd,0.00,Failed,ACME',
    ),
  );
  expect(told(report)).toEqual(['payment 100.00 3.00 97.00  -', 'refund -40.00 0.00 -40.00  -']);
  expect(report.problems).toEqual([
    { record: 3, code: 'settlement.not_paid', facts: { status: 'Failed' } },
  ]);
});

test('a refund whose gross bears no sign is taken off as its net is', () => {
  const report = read(
    tableOf(
      'Batch,Transaction ID,Date,Type,Gross,Fee,Net,Currency',
      'b1,t1,2025-01-01,Sale,100.00,3.00,97.00,USD',
      'b1,t2,2025-01-01,Refund,25.00,0.50,-25.50,USD',
    ),
  );
  expect(told(report)).toEqual(['payment 100.00 3.00 97.00  b1', 'refund -25.00 0.50 -25.50  b1']);
  expect(report.problems).toEqual([]);
});

test('a line whose gross less fee is not its net is named', () => {
  const { problems } = read(
    tableOf(
      'Batch,Transaction ID,Date,Type,Gross,Fee,Net,Currency',
      'b1,t1,2025-01-01,Sale,100.00,3.00,97.00,USD',
      'b1,t2,2025-01-01,Sale,100.00,3.00,95.00,USD',
    ),
  );
  expect(problems).toEqual([{ record: 3, code: 'settlement.line_does_not_add', facts: {} }]);
});

test('a bank list and a table of charges are no settlement', () => {
  expect(looksLikeSettlement(sampleTable('bank-table/gls.csv'))).toBe(false);
  expect(looksLikeSettlement(tableOf('id,charge_id,amount,currency', 're_1,ch_1,500,usd'))).toBe(
    false,
  );
});

describe('other processors are known by columns of their own', () => {
  test.each([
    [
      'shopify',
      [
        'Transaction Date,Type,Order,Card Brand,Payout Status,Payout Date,Payout ID,' +
          'Amount,Fee,Net,Currency',
        '2025-11-03,charge,#1001,visa,paid,2025-11-05,991,100.00,3.20,96.80,USD',
      ],
      ['payment 100.00 3.20 96.80 #1001 991'],
    ],
    [
      'square',
      [
        'Date,Time Zone,Gross Sales,Total Collected,Fees,Net Total,Transaction ID,PAN Suffix,' +
          'Deposit ID,Event Type',
        '11/03/2025,Eastern Time (US & Canada),$100.00,$108.00,($3.00),$105.00,T1,4242,D1,Payment',
      ],
      ['payment 108.00 3.00 105.00  D1'],
    ],
    [
      'stripe',
      [
        'id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),' +
          'Description,Transfer',
        'txn_1,charge,ch_1,50.00,1.75,48.25,usd,2025-11-03 14:02,2025-11-05 00:00,Invoice 7,po_1',
        'txn_2,payout,po_1,-48.25,0.00,-48.25,usd,2025-11-05 00:00,2025-11-05 00:00,PAYOUT,po_1',
      ],
      ['payment 50.00 1.75 48.25 Invoice 7 po_1', 'payout -48.25 0.00 -48.25 PAYOUT po_1'],
    ],
  ])('%s', (processor, lines, expected) => {
    const table = tableOf(...lines);
    expect(looksLikeSettlement(table)).toBe(true);
    const report = read(table);
    expect(report.processor).toBe(processor);
    expect(told(report)).toEqual(expected);
    expect(settlementControls(report).every(holds)).toBe(true);
  });
});
