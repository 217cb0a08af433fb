import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { type BankLine, methodOf, receiptLines, receivedOn } from './from-bank.ts';

const idOf = (n: number): Id => id(`00000000-0000-7000-8000-00000000000${n}`);

function line(told: Partial<BankLine>): BankLine {
  return {
    lineId: idOf(1),
    bankAccountId: idOf(8),
    bank: 'MAIN',
    fileId: idOf(9),
    bookedOn: day('2026-06-02'),
    valueOn: null,
    amount: money(4500n, 'USD'),
    channel: 'ach',
    code: '',
    payerName: '',
    payerAccount: '',
    checkNumber: '',
    refs: [],
    said: '',
    externalId: '',
    returnedReason: '',
    remittance: [],
    listedAs: 'statement',
    ...told,
  };
}

const minus = money(-4500n, 'USD');

describe('a line of the bank is a receipt', () => {
  test.each([
    ['money in', {}, true],
    ['a card payout', { channel: 'card' }, false],
    ['a payment of ours', { amount: minus, said: 'VENDOR PAYMENT' }, false],
    ['a charge', { amount: minus, channel: 'charge', said: 'WIRE FEE' }, false],
    ['an ACH return', { amount: minus, returnedReason: 'R01' }, true],
    ['a returned check', { amount: minus, said: 'RETURNED ITEM 1042 NSF' }, true],
  ])('%s: %#', (_name, told, is) => {
    expect(receiptLines([line(told)], []).length).toBe(is ? 1 : 0);
  });

  test('unless it is the sum of payments that another file lists', () => {
    const sum = { bankAccountId: idOf(8), bookedOn: day('2026-06-01'), channel: 'lockbox' };
    const same = [{ ...sum, amount: money(4500n, 'USD') }];
    const other = [{ ...sum, amount: money(4501n, 'USD') }];
    expect(receiptLines([line({ channel: 'lockbox' })], same)).toEqual([]);
    expect(receiptLines([line({ channel: 'lockbox' })], other)).toHaveLength(1);
    expect(receiptLines([line({ listedAs: 'notices' })], same)).toHaveLength(1);
    expect(receiptLines([line({ channel: 'ach' })], same)).toHaveLength(1);
  });

  test('one list explains one credit: an equal one beside it is a receipt', () => {
    const list = { bankAccountId: idOf(8), bookedOn: day('2026-06-01'), channel: 'lockbox' };
    const sums = [{ ...list, amount: money(4500n, 'USD') }];
    const check = line({ lineId: idOf(2), channel: 'check', bookedOn: day('2026-06-01') });
    const lockbox = line({ lineId: idOf(3), channel: 'lockbox' });
    const later = line({ lineId: idOf(4), channel: 'lockbox', bookedOn: day('2026-06-03') });
    const made = receiptLines([check, lockbox, later], sums);
    expect(made.map(({ lineId }) => lineId)).toEqual([idOf(2), idOf(4)]);
    expect(receiptLines([lockbox, later], [...sums, ...sums])).toEqual([]);
  });

  test('the sum of payments that came back takes none of them back again', () => {
    const list = { bankAccountId: idOf(8), bookedOn: day('2026-06-01'), channel: 'ach' };
    const back = line({ amount: minus, returnedReason: 'returned' });
    expect(receiptLines([back], [{ ...list, amount: minus }])).toEqual([]);
    expect(receiptLines([back], [{ ...list, amount: money(4500n, 'USD') }])).toHaveLength(1);
  });
});

test('its day is the value date, unless that is still ahead', () => {
  const today = day('2026-06-03');
  expect(receivedOn(line({}), today)).toBe('2026-06-02');
  expect(receivedOn(line({ valueOn: day('2026-06-01') }), today)).toBe('2026-06-01');
  expect(receivedOn(line({ valueOn: day('2026-06-09') }), today)).toBe('2026-06-02');
});

test('how it came is said in the words of the cash desk', () => {
  expect(methodOf({ channel: 'lockbox' })).toBe('lockbox');
  expect(methodOf({ channel: 'instant' })).toBe('other');
});
