import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { readOrder } from '#formats/pain/read.ts';
import { type PayoutPayment, payoutFile } from './payout-file.ts';

const head = {
  on: day('2026-11-20'),
  payOn: day('2026-11-23'),
  time: '0930',
  company: 'ACME',
  fileNo: 0,
  firstTrace: 0,
  reference: 'RF000001',
  setting: {
    bankRouting: '021000021',
    bankName: 'FIRST BANK',
    companyName: 'ACME CORP',
    companyId: '1234567890',
    iban: 'DE89370400440532013000',
    bic: 'COBADEFFXXX',
    name: 'Acme GmbH',
    bankAccount: '…1234',
  },
};
const payment = (more: Partial<PayoutPayment>): PayoutPayment => ({
  number: '1001',
  account: 'NORTH',
  payeeName: 'North Ltd',
  amount: money(20_000n, currency('USD')),
  capture: '',
  bank: '021000021',
  bankNumber: '12345678',
  accountType: 'checking',
  isPerson: false,
  ...more,
});

test('refunds by ACH are credits: persons and companies in batches of their own', () => {
  const file = payoutFile('ach', [payment({}), payment({ isPerson: true })], head);
  if (!file.ok) throw new Error(JSON.stringify(file));
  expect(file.value.fileName).toBe('refunds-ACME-ach-2026-11-20-1.ach');
  expect(formatMoney(file.value.total)).toBe('400.00');
  const lines = file.value.text.split('\n');
  expect(lines.filter((line) => line.startsWith('5')).map((line) => line.slice(50, 63))).toEqual([
    'PPDREFUND    ',
    'CCDREFUND    ',
  ]);
  expect(lines.filter((line) => line.startsWith('622'))).toHaveLength(2);
});

test('refunds to an IBAN are one order of transfers', () => {
  const euros = money(20_000n, currency('EUR'));
  const to = { amount: euros, bankNumber: 'FR1420041010050500013M02606', bank: '' };
  const file = payoutFile('iban', [payment(to)], head);
  if (!file.ok) throw new Error(JSON.stringify(file));
  const read = readOrder(new TextEncoder().encode(file.value.text));
  expect(read).toMatchObject({ ok: true, value: { kind: 'transfers', messageId: 'RF000001' } });
});

test('checks are a register, cards a list of captures; a formula stays text', () => {
  const checks = payoutFile('check', [payment({ payeeName: '=North, Ltd' })], head);
  expect(checks.ok && checks.value.text.split('\n')[1]).toBe(
    '1001,2026-11-20,"\'=North, Ltd",200.00,USD,…1234,NORTH,issue',
  );
  const cards = payoutFile('card', [payment({ capture: 'cap_1', number: 'r1' })], head);
  expect(cards.ok && cards.value.text).toBe(
    'capture,amount,currency,account,refund\ncap_1,200.00,USD,NORTH,r1\n',
  );
});

test('a file that the bank would turn away is refused with its reason', () => {
  expect(payoutFile('ach', [payment({ bank: '123' })], head)).toMatchObject({
    refusal: 'refunds.file_refused',
    facts: { why: expect.stringContaining('ach.routing_number_wrong') },
  });
  expect(payoutFile('check', [], head)).toMatchObject({ refusal: 'refunds.file_refused' });
});
