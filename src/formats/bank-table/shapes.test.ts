/** The shapes in which banks of several countries save their lists, a few rows of each. */
import { describe, expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { holds } from '#formats/neutral.ts';
import { tableOf } from '#test/support/tables.ts';
import { readBankTable } from './read.ts';
import { looksLikeBankTable } from './recognise.ts';

const shapes: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'balances above, the opening one as a row of the list',
    [
      'Description,,Summary Amt.',
      'Beginning balance as of 11/01/2025,,"1,000.00"',
      'Ending balance as of 11/05/2025,,"1,379.50"',
      '',
      'Date,Description,Amount,Running Bal.',
      '11/01/2025,Beginning balance as of 11/01/2025,,"1,000.00"',
      '11/03/2025,"ACME DES:PAYMENT ID:123",500.00,"1,500.00"',
      '11/05/2025,Check 1023,-120.50,"1,379.50"',
    ],
    ['2025-11-03 500.00 other', '2025-11-05 -120.50 check 1023'],
  ],
  [
    'no header at all',
    [
      '"11/03/2025","-12.00","*","","CHECK PAID 1022"',
      '"11/04/2025","512.00","*","","ACH CREDIT ACME"',
    ],
    ['2025-11-03 -12.00 check 1022', '2025-11-04 512.00 ach'],
  ],
  [
    'withdrawals and deposits, the newest first',
    [
      '"Date","Description","Withdrawals","Deposits","Category","Balance"',
      '"11/05/2025","CORPORATE ACH ZWEIG","","$2,500.00","Deposits","$4,000.00"',
      '"11/03/2025","CHECK 101","$500.00","","Checks","$1,500.00"',
    ],
    ['2025-11-05 2500.00 ach', '2025-11-03 -500.00 check 101'],
  ],
  [
    'the currency beside each amount, in Spanish',
    [
      'Concepto;Fecha;Importe;Saldo',
      'TRANSF ACME;03/11/2025;+1.250,00EUR;5.250,00EUR',
      'RECIBO LUZ;04/11/2025;-50,20EUR;5.199,80EUR',
    ],
    ['2025-11-03 1250.00 other', '2025-11-04 -50.20 other'],
  ],
  [
    'payers and references in German, years of two digits',
    [
      '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";' +
        '"Kundenreferenz (End-to-End)";"Beguenstigter/Zahlungspflichtiger";"Betrag";"Waehrung"',
      '"DE89";"03.11.25";"03.11.25";"GUTSCHR. UEBERWEISUNG";"RE 4711";"E2E-1";"ACME";' +
        '"1.250,00";"EUR"',
      '"DE89";"04.11.25";"04.11.25";"LASTSCHRIFT";"STROM";"";"STADTWERKE";"-50,20";"EUR"',
    ],
    ['2025-11-03 1250.00 transfer ACME E2E-1', '2025-11-04 -50.20 transfer STADTWERKE'],
  ],
  [
    'a column that says in or out, in Dutch, days without marks',
    [
      'Datum;Naam / Omschrijving;Rekening;Tegenrekening;Af Bij;Bedrag (EUR);Mutatiesoort',
      '20251103;ACME BV;NL69INGB01;NL20INGB02;Bij;1250,00;Overschrijving',
      '20251104;ENERGIE;NL69INGB01;NL21INGB03;Af;50,20;Incasso',
    ],
    ['2025-11-03 1250.00 transfer', '2025-11-04 -50.20 other'],
  ],
  [
    'debits and credits in euros written out, in French',
    [
      'Date;Libellé;Débit euros;Crédit euros',
      '03/11/2025;VIREMENT ACME;;1 250,00',
      '04/11/2025;PRLV ENERGIE;50,20;',
    ],
    ['2025-11-03 1250.00 transfer', '2025-11-04 -50.20 other'],
  ],
  [
    'credits and debits in reais, in Portuguese',
    [
      'Data;Histórico;Docto.;Crédito (R$);Débito (R$);Saldo (R$)',
      '13/11/2025;TED ACME;1001;1.250,00;;5.250,00',
      '14/11/2025;TARIFA;1002;;50,20;5.199,80',
    ],
    ['2025-11-13 1250.00 other', '2025-11-14 -50.20 other'],
  ],
  [
    'signs behind the amounts',
    ['Date,Description,Amount', '11/13/2025,ACME,1250.00+', '11/14/2025,FEE,50.20-'],
    ['2025-11-13 1250.00 other', '2025-11-14 -50.20 charge'],
  ],
  [
    'a treasury report of several accounts with type codes',
    [
      'Account Number,Account Name,As Of Date,Currency,BAI Code,Debit Amount,Credit Amount,' +
        'Customer Reference,Check Number,Description',
      '000123,Operating,11/13/2025,USD,195,,"15,000.00",REF1,,WIRE FROM ACME',
      '000123,Operating,11/14/2025,USD,475,"1,250.00",,,1044,',
      '000777,Lockbox,11/14/2025,USD,115,,"9,999.99",,,LOCKBOX 0068751',
    ],
    [
      '2025-11-13 15000.00 wire REF1 bai:195',
      '2025-11-14 -1250.00 check 1044 bai:475',
      '2025-11-14 9999.99 lockbox bai:115',
    ],
  ],
  [
    'amounts without any sign, whose type codes say which way they went',
    [
      'As-Of Date,BAI Code,BAI Description,Amount,Bank Reference,Text,Account Number',
      '11/13/2025,195,INCOMING MONEY,"1,200.50",B1,ORG=ACME,1234',
      '11/13/2025,495,OUTGOING MONEY,50.25,B2,BNF=RENT,1234',
      '11/13/2025,555,DEPOSITED ITEM,10.00,B3,,1234',
    ],
    [
      '2025-11-13 1200.50 wire bai:195',
      '2025-11-13 -50.25 wire bai:495',
      '2025-11-13 -10.00 check bai:555',
    ],
  ],
  [
    'balances and totals dated among the movements, known by their type codes',
    [
      'As-Of Date,BAI Code,BAI Description,Amount,Customer Reference,Text',
      '11/13/2025,010,OPENING LEDGER,100.00,,TEXT',
      '11/13/2025,015,CLOSING LEDGER,"1,250.25",,TEXT',
      '11/13/2025,040,OPENING AVAILABLE,90.00,,TEXT',
      '11/13/2025,100,TOTAL CREDITS,"1,200.50",,TEXT',
      '11/13/2025,400,TOTAL DEBITS,50.25,,TEXT',
      '11/13/2025,165,PREAUTHORIZED CREDIT,"1,200.50",C1,TEXT',
      '11/13/2025,455,PREAUTHORIZED DEBIT,50.25,C2,TEXT',
    ],
    ['2025-11-13 1200.50 ach C1 bai:165', '2025-11-13 -50.25 ach C2 bai:455'],
  ],
  [
    'a signed list keeps its signs, whatever its type codes say',
    [
      'Date,BAI Code,Description,Amount',
      '11/13/2025,195,A,100.00',
      '11/13/2025,495,B,-50.25',
      '11/14/2025,495,B TAKEN BACK,50.25',
    ],
    [
      '2025-11-13 100.00 wire bai:195',
      '2025-11-13 -50.25 wire bai:495',
      '2025-11-14 50.25 wire bai:495',
    ],
  ],
];

describe('a list is known and read by itself', () => {
  test.each(shapes)('%s', (_, lines, expected) => {
    const table = tableOf(...lines);
    expect(looksLikeBankTable(table)).toBe(true);
    const read = readBankTable(table, { currency: 'USD' });
    if (!read.ok) throw new Error(read.refusal);
    expect(read.value.questions).toEqual([]);
    expect(read.value.controls.filter((control) => !holds(control))).toEqual([]);
    const told = read.value.statements.flatMap(({ transactions }) =>
      transactions.map((line) =>
        [
          line.bookedOn,
          formatMoney(line.amount),
          line.channel,
          line.payerName,
          line.checkNumber,
          ...line.references,
          line.code?.startsWith('bai:') === true ? line.code : undefined,
        ]
          .filter((each) => each !== undefined)
          .join(' '),
      ),
    );
    expect(told).toEqual(expected);
  });
});

test('balances of several days prove none of them', () => {
  const days = tableOf(
    'As-Of Date,BAI Code,Amount,Customer Reference',
    '11/13/2025,010,100.00,',
    '11/13/2025,015,150.00,',
    '11/13/2025,165,50.00,C1',
    '11/14/2025,010,150.00,',
    '11/14/2025,015,125.00,',
    '11/14/2025,455,25.00,C2',
  );
  const read = readBankTable(days, { currency: 'USD' });
  if (!read.ok) throw new Error(read.refusal);
  expect(read.value.controls).toEqual([]);
  const [statement] = read.value.statements;
  expect([statement?.opening, statement?.closing]).toEqual([undefined, undefined]);
  expect(statement?.transactions.map(({ amount }) => formatMoney(amount))).toEqual([
    '50.00',
    '-25.00',
  ]);
});

test('a list without names is asked about when its values leave a choice', () => {
  const twoAmounts = tableOf('12/15/2018,a,"1,525.00","-1,000.00"', '12/16/2018,b,"3.00","2.00"');
  const oneSign = tableOf('12/15/2018,INV1,"1,525.00"', '12/16/2018,INV2,"3.00"');
  for (const table of [twoAmounts, oneSign]) {
    expect(looksLikeBankTable(table)).toBe(false);
    const read = readBankTable(table);
    expect(read.ok && read.value.questions.length).toBeGreaterThan(0);
  }
});
