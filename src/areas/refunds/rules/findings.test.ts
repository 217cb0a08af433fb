import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { currency, money } from '#kernel/money.ts';
import { type Looked, findingsOf, holdOf, nextHold, standardRefundPolicy } from './findings.ts';

const usd = (whole: number) => money(BigInt(whole) * 100n, currency('USD'));
const refundId = id('01900000-0000-7000-8000-000000000001');
const plain: Looked = {
  amount: usd(200),
  payeeName: 'North',
  today: day('2026-11-20'),
  earlier: [],
  bank: undefined,
  sources: [{ method: 'check', payer: 'NORTH LLC', receivedOn: day('2026-10-01') }],
};
const earlier = (amount: number, requestedOn: string, state: 'paid' | 'refused' = 'paid') => ({
  earlier: [{ refundId, amount: usd(amount), requestedOn: day(requestedOn), state }],
});

test.each([
  ['nothing speaks against it', {}, []],
  ['the same amount lately', earlier(200, '2026-09-01'), ['duplicate!']],
  ['the same amount long ago', earlier(200, '2026-08-01'), []],
  ['the same amount, refused', earlier(200, '2026-11-01', 'refused'), []],
  ['another amount within 30 days', earlier(900, '2026-11-01'), ['split']],
  ['another amount before', earlier(900, '2026-10-20'), []],
  ['new bank details', { bank: { enteredOn: day('2026-11-01'), others: [] } }, ['bank_changed!']],
  ['old bank details', { bank: { enteredOn: day('2026-10-21'), others: [] } }, []],
  [
    'a bank account of somebody else too',
    { bank: { enteredOn: day('2026-01-01'), others: ['SOUTH'] } },
    ['shared_bank!'],
  ],
  [
    'a check that may still bounce',
    { sources: [{ method: 'check', payer: 'North', receivedOn: day('2026-11-11') }] },
    ['not_settled!'],
  ],
  [
    'somebody else’s money',
    { sources: [{ method: 'wire', payer: 'East Inc', receivedOn: day('2026-11-19') }] },
    ['other_payer'],
  ],
] as const)('%s', (_, more, found) => {
  const findings = findingsOf({ ...plain, ...more }, standardRefundPolicy);
  expect(findings.map(({ check, holds }) => `${check}${holds ? '!' : ''}`)).toEqual(found);
});

test('the first check that holds is named', () => {
  const looked = { ...plain, ...earlier(200, '2026-11-10') };
  const findings = findingsOf(looked, standardRefundPolicy);
  expect(findings.map(({ check }) => check)).toEqual(['duplicate', 'split']);
  expect(holdOf(findings)).toBe('duplicate');
  expect(holdOf([])).toBeNull();
});

test('what else holds it does so once the first check is set aside', () => {
  const bank = { enteredOn: day('2026-11-01'), others: ['SOUTH'] };
  const findings = findingsOf(
    { ...plain, ...earlier(200, '2026-11-10'), bank },
    standardRefundPolicy,
  );
  expect(nextHold(findings, 'duplicate')).toBe('bank_changed');
  expect(nextHold(findings, 'bank_changed')).toBe('shared_bank');
  expect(nextHold(findings, 'shared_bank')).toBeNull();
});
