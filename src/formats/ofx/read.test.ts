import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { mutated } from '#test/support/mutated.ts';
import { bankReaderFor } from '../bank-readers.ts';
import { type BankTransaction, type NeutralFile } from '../neutral.ts';
import { type Summary } from '../reader.ts';
import { ofx } from './read.ts';

const samples = readdirSync('samples/ofx');

function sample(name: string): Uint8Array {
  return readFileSync(`samples/ofx/${name}`);
}

function told(file: string | Uint8Array): { summary: Summary; neutral: NeutralFile } {
  const read = ofx.read(typeof file === 'string' ? Buffer.from(file) : file);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return { summary: read.value.summary(), neutral: read.value.neutral() };
}

/** A bank statement around transactions, in SGML. */
function statement(inside: string): string {
  return (
    `OFXHEADER:100\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD` +
    `<BANKACCTFROM><BANKID>121099999<ACCTID>999988</BANKACCTFROM><BANKTRANLIST>${inside}` +
    `</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
  );
}

function linesOf(inside: string): readonly BankTransaction[] {
  return told(statement(inside)).neutral.statements[0]?.transactions ?? [];
}

const dated = '<TRNTYPE>CREDIT<DTPOSTED>20261120120000[-5:EST]';

test.each(samples)('the sample %s is recognised', (name) => {
  expect(bankReaderFor(sample(name), name)?.format).toBe('ofx');
});

test('SGML whose values are not closed is read', () => {
  const { summary, neutral } = told(sample('sgml-102.ofx'));
  expect(summary).toEqual({
    version: '102',
    statements: [
      {
        kind: 'STMTRS',
        account: '12300 000012345678',
        transactions: 3,
        credits: '0',
        debits: '345.27',
        ledger: '382.34',
      },
    ],
  });
  expect(neutral.statements[0]).toMatchObject({
    currency: 'CAD',
    from: '2009-04-01',
    to: '2009-05-23',
    transactions: [
      {
        record: 1,
        externalId: '0000123456782009040100001',
        bookedOn: '2009-04-01',
        code: 'ofx:POS',
        payerName: "MCDONALD'S #112",
        channel: 'card',
      },
      { channel: 'check' },
      {},
    ],
  });
  expect(neutral.statements[0]?.transactions[1]).not.toHaveProperty('checkNumber');
});

test('XML is read the same way, values in CDATA too', () => {
  const { summary, neutral } = told(sample('xml-200.ofx'));
  expect(summary).toMatchObject({ version: '200', statements: [{ debits: '16.85' }] });
  expect(neutral.statements[0]?.transactions[0]?.payerName).toBe('EFTPOS WDL HANDYWAY ALDI STORE');
});

test('a line without a day is refused alone, and the summary still counts it', () => {
  const { summary, neutral } = told(sample('days-missing.ofx'));
  expect(summary).toMatchObject({
    version: null,
    statements: [{ transactions: 3, credits: '400.00', debits: '80.00' }],
  });
  expect(neutral.statements[0]?.transactions).toEqual([]);
  expect(neutral.problems.map(({ record, code }) => [record, code])).toEqual([
    [1, 'ofx.line_without_day'],
    [2, 'ofx.line_without_day'],
    [3, 'ofx.line_without_day'],
  ]);
});

test('an amount that is none is never zero: its line is refused alone', () => {
  const { summary, neutral } = told(sample('amount-in-dollars.ofx'));
  expect(summary).toMatchObject({ statements: [{ transactions: 1, credits: '0' }] });
  expect(neutral.statements[0]?.transactions).toEqual([]);
  expect(neutral.problems).toEqual([
    { record: 1, code: 'ofx.line_without_amount', facts: { value: '$120' } },
  ]);
});

test('a balance that was left empty is no balance', () => {
  const { summary, neutral } = told(sample('empty-balance.ofx'));
  expect(summary).toMatchObject({ statements: [{ ledger: '', credits: '120' }] });
  expect(neutral.statements[0]).not.toHaveProperty('closing');
});

test('cash lines of an investment account have the currency that they name', () => {
  const { neutral } = told(sample('investment.ofx'));
  expect(neutral.statements[0]?.transactions.map(({ amount }) => amount.currency)).toEqual([
    'USD',
    'USD',
    'USD',
  ]);
});

test.each([
  ['-300.00', '-300.00'],
  ['-300,00', '-300.00'],
  ['1.234,56', '1234.56'],
  ['1,234.56', '1234.56'],
  ['1,234,567', '1234567.00'],
  ['+00000000000000.2400', '0.24'],
  ['-01.7', '-1.70'],
])('the amount %s is %s', (raw, amount) => {
  const [line] = linesOf(`<STMTTRN>${dated}<TRNAMT>${raw}</STMTTRN>`);
  expect(line && formatMoney(line.amount)).toBe(amount);
});

test('a transaction that was never closed ends where the next one begins', () => {
  const lines = linesOf(
    `<STMTTRN>${dated}<TRNAMT>1<MEMO>\n<STMTTRN>${dated}<TRNAMT>2<NAME>B</STMTTRN>`,
  );
  expect(lines.map(({ amount, payerName }) => [amount.minor, payerName])).toEqual([
    [100n, undefined],
    [200n, 'B'],
  ]);
});

test('an identity that repeats in one statement is none', () => {
  const one = `<STMTTRN>${dated}<TRNAMT>1<FITID>7</STMTTRN>`;
  const lines = linesOf(`${one}${one}<STMTTRN>${dated}<TRNAMT>1<FITID>8</STMTTRN>`);
  expect(lines.map(({ externalId }) => externalId)).toEqual([undefined, undefined, '2026-11-20 8']);
});

test('the other side’s account is not taken for ours', () => {
  const other = '<BANKACCTTO><BANKID>021000021<ACCTID>555</BANKACCTTO>';
  const file = told(statement(`<STMTTRN>${dated}<TRNAMT>5${other}<NAME>Ann</STMTTRN>`));
  expect(file.neutral.statements[0]).toMatchObject({
    account: '999988',
    transactions: [{ payerAccount: '021000021 555', payerName: 'Ann' }],
  });
});

test.each([
  ['OFXHEADER:100DATA:OFXSGMLVERSION:102SECURITY:NONE<OFX></OFX>', '102'],
  [`<?xml version='1.0'?><?OFX OFXHEADER='200' VERSION='220'?><OFX></OFX>`, '220'],
  ['<OFX><MEMO>VERSION:7</OFX>', null],
])('of %j the version is %s', (text, version) => {
  expect(told(text).summary).toMatchObject({ version });
});

test('a refusal of the bank’s server is a problem, with its message', () => {
  const file = told('<OFX><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Bad</STATUS></OFX>');
  expect(file.neutral.problems).toEqual([
    { record: 1, code: 'ofx.refused_by_bank', facts: { code: '15500', message: 'Bad' } },
  ]);
  expect(file.summary).toEqual({ version: null, statements: [] });
});

test('a transaction outside of any statement refuses the file', () => {
  expect(ofx.read(Buffer.from('<OFX><STMTTRN><TRNAMT>1</STMTTRN></OFX>'))).toMatchObject({
    ok: false,
    refusal: 'read.bad_record',
    facts: { record: 1 },
  });
});

test('a file that was torn before its end says so', () => {
  const [name = ''] = samples;
  const whole = sample(name);
  const torn = ofx.read(whole.subarray(0, whole.length - 20));
  expect(torn.ok && torn.value.neutral().controls).toMatchObject([
    { kind: 'amount', what: 'end_of_file', stated: 'missing', found: '</OFX>' },
  ]);
  const read = ofx.read(whole);
  expect(read.ok && read.value.neutral().controls).toEqual([]);
});

test('what a bank hides in the memo is found: the payer, its reference, a return', () => {
  const memo = 'ORIG CO NAME:ACME TOOL  EREF:INV-7  Reason: R01';
  const [line] = linesOf(`<STMTTRN>${dated}<TRNAMT>5<NAME>ACH CREDIT<MEMO>${memo}</STMTTRN>`);
  expect(line).toMatchObject({
    payerName: 'ACME TOOL',
    references: ['INV-7'],
    returned: { reason: 'R01' },
  });
});

test('mutated bytes are read or refused, never thrown on', () => {
  for (const name of samples) {
    for (const bytes of mutated(sample(name), 150, 13)) {
      const read = ofx.read(bytes);
      const answer = read.ok ? read.value.neutral().format : read.refusal;
      expect(['ofx', 'read.bad_record']).toContain(answer);
    }
  }
});
