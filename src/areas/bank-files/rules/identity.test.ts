import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import type { BankTransaction, SettlementLine } from '#formats/neutral.ts';
import { lineIdentity, remittanceIdentity, settlementIdentity } from './identity.ts';

const usd = (minor: bigint) => money(minor, currency('USD'));
const line: BankTransaction = {
  record: 3,
  bookedOn: day('2026-06-02'),
  amount: usd(4500n),
  status: 'booked',
  channel: 'other',
  references: [],
  text: 'DEPOSIT  north',
};

describe('two lines are the same', () => {
  test.each<[string, Partial<BankTransaction>, boolean]>([
    ['wherever they stand', { record: 9 }, true],
    ['whatever their value day', { valueOn: day('2026-06-03') }, true],
    ['whatever the blanks and the case', { text: 'Deposit North ' }, true],
    ['pending or booked', { status: 'pending' }, true],
    ['but not on another day', { bookedOn: day('2026-06-03') }, false],
    ['nor with another amount', { amount: usd(4501n) }, false],
    ['nor with another check', { checkNumber: '1001' }, false],
    ['nor once the bank gives an id', { externalId: 'T9' }, false],
  ])('%s', (_, change, same) => {
    expect(lineIdentity({ ...line, ...change }, 'bai2') === lineIdentity(line, 'bai2')).toBe(same);
  });

  test('by the bank’s id, although day and amount differ', () => {
    const one = { ...line, externalId: 'T9' };
    const other = { ...one, amount: usd(4550n), bookedOn: day('2026-06-04') };
    expect(lineIdentity(other, 'ofx')).toBe(lineIdentity(one, 'ofx'));
    expect(lineIdentity(other, 'ach')).not.toBe(lineIdentity(one, 'ach'));
  });

  test('a line without words is known by its payer and references', () => {
    const silent = { ...line, text: '', payerName: 'NORTH' };
    const other = { ...silent, payerName: 'SOUTH' };
    expect(lineIdentity(other, 'lockbox')).not.toBe(lineIdentity(silent, 'lockbox'));
  });
});

test('parts of an identity do not run into each other', () => {
  const of = (payerName: string, payerId: string) =>
    remittanceIdentity({ record: 1, payerName, payerId, lines: [] });
  expect(of('A | B', 'C')).not.toBe(of('A', 'B | C'));
});

test('a processor’s payment and its fee share an id and are two', () => {
  const paid: SettlementLine = {
    record: 1,
    kind: 'payment',
    id: 'ch_1',
    on: day('2026-06-02'),
    gross: usd(100n),
    fee: usd(3n),
    net: usd(97n),
    reference: '',
  };
  const fee = settlementIdentity({ ...paid, kind: 'fee' }, 'stripe');
  expect(fee).not.toBe(settlementIdentity(paid, 'stripe'));
});
