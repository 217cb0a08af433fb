import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { exposedPayments, splitClaim } from './bankruptcy-claim.ts';

const usd = currency('USD');
const petition = day('2026-10-01');

function split(...received: string[]) {
  const deliveries = received.map((on, at) => ({
    id: String.fromCharCode(65 + at),
    receivedOn: day(on),
    amount: money(BigInt(at + 1) * 100_000n, usd),
  }));
  const { before, after, administrative } = splitClaim(deliveries, petition, usd);
  const ids = (list: typeof before) => list.map(({ id }) => id).join('');
  return [ids(before), ids(after), formatMoney(administrative)];
}

test.each([
  [
    ['2026-09-05', '2026-09-20', '2026-10-04'],
    ['AB', 'C', '2000.00'],
  ],
  [
    ['2026-09-11', '2026-09-10'],
    ['AB', '', '1000.00'],
  ],
  [
    ['2026-09-30', '2026-10-01'],
    ['A', 'B', '1000.00'],
  ],
  [[], ['', '', '0.00']],
])('goods received on %j', (received, answer) => {
  expect(split(...received)).toEqual(answer);
});

test('payments of the ninety days before the petition are exposed', () => {
  const payments = ['2026-07-02', '2026-07-03', '2026-09-30', '2026-10-01'].map((on) => ({
    on: day(on),
  }));
  expect(exposedPayments(payments, petition).map(({ on }) => on)).toEqual([
    '2026-07-03',
    '2026-09-30',
  ]);
});
