import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { type WrittenCheck, checkColumns, positivePay, usualCheckColumns } from './positive-pay.ts';

const check = (more: Partial<WrittenCheck>): WrittenCheck => ({
  number: '1001',
  account: 'NORTH',
  payeeName: 'North Ltd',
  amount: money(20_000n, currency('USD')),
  issuedOn: day('2026-11-20'),
  voidedOn: null,
  ...more,
});
const time = { from: day('2026-11-20'), to: day('2026-11-22') };

describe('positive pay', () => {
  test('has what was written and what became void in its time, in the usual columns', () => {
    const earlier = check({
      number: '0990',
      issuedOn: day('2026-11-02'),
      voidedOn: day('2026-11-21'),
    });
    const file = positivePay([check({}), earlier], { ...time, setting: { bankAccount: '99' } });
    expect(file).toMatchObject({ ok: true, value: { issued: 1, voided: 1 } });
    expect(file.ok && file.value.rows.slice(1)).toEqual([
      ['1001', '2026-11-20', 'North Ltd', '200.00', 'USD', '99', 'NORTH', 'issue'],
      ['0990', '2026-11-02', 'North Ltd', '200.00', 'USD', '99', 'NORTH', 'void'],
    ]);
  });

  test('a check written and made void within the time is in it twice', () => {
    const file = positivePay([check({ voidedOn: day('2026-11-20') })], { ...time, setting: {} });
    expect(file).toMatchObject({ ok: true, value: { issued: 1, voided: 1 } });
  });

  test('has the columns that the bank asks for, spelled as it reads them', () => {
    const asked =
      'act:I/V, bank_account, check_number:10, amount:cents, issued_on:MMDDYYYY, voided_on:MMDDYY';
    const setting = { bankAccount: '123456789', checkColumns: asked };
    const file = positivePay([check({})], { ...time, setting });
    expect(file.ok && file.value.rows[1]).toEqual([
      'I',
      '123456789',
      '0000001001',
      '20000',
      '11202026',
      '',
    ]);
  });

  test('a column that nobody knows is refused by its name', () => {
    expect(checkColumns(usualCheckColumns).ok).toBe(true);
    for (const column of ['number', 'amount:euros', 'issued_on:DD.MM', 'act:I', '']) {
      expect(checkColumns(`payee, ${column}`)).toMatchObject({
        refusal: 'refunds.check_column_unknown',
        facts: { column },
      });
    }
  });
});
