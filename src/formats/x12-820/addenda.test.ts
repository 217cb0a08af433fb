import { describe, expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { remittancesIn } from './addenda.ts';

const ctx =
  'ISA*00*          *00*          *ZZ*ACME           *ZZ*NORTHGATE      *261120*0615*^*00501*' +
  '000000011*0*P*>\\GS*RA*ACME*NORTHGATE*20261120*0615*1*X*005010\\ST*820*0001\\' +
  'BPR*C*150.00*C*ACH\\TRN*1*998877\\RMR*IV*4501**100.00*102.00*2.00\\RMR*CM*77**-5.00\\' +
  'ADX*55.00*01\\SE*7*0001\\GE*1*1\\IEA*1*000000011\\          ';

describe('remittances that came with money', () => {
  test('a whole interchange in the addenda of a CTX entry', () => {
    const [remittance] = remittancesIn(ctx);
    expect(remittance?.paymentReference).toBe('998877');
    const told = remittance?.lines.map((line) => [
      line.kind,
      line.reference,
      line.paid && formatMoney(line.paid),
      line.deductions.map(({ amount }) => formatMoney(amount)).join(),
    ]);
    // An adjustment in the payer's disfavour is a negative deduction.
    expect(told).toEqual([
      ['invoice', '4501', '100.00', ''],
      ['credit_memo', '77', '-5.00', '-55.00'],
    ]);
  });

  test('one segment in the addenda of a CCD+ entry', () => {
    const [remittance] = remittancesIn('RMR*IV*4501**100.00*102.00*2.00\\     ');
    expect(remittance?.lines).toMatchObject([{ kind: 'invoice', reference: '4501' }]);
  });

  test('the trace of an insurer, which ties the money to its 835', () => {
    expect(remittancesIn('TRN*1*12345*1512345678~')).toMatchObject([
      { paymentReference: '12345', lines: [] },
    ]);
  });

  test.each([
    'INVOICE 4501 LESS CREDIT 77',
    'ST JOHNS HOSPITAL*4501',
    'RMR*IV*4501**ten\\',
    'RMR',
    '',
    ctx.slice(0, 180),
  ])('nothing is read into %j', (text) => {
    expect(remittancesIn(text)).toEqual([]);
  });
});
