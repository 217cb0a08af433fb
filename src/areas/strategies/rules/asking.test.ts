import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { owed } from '#test/support/account-facts.ts';
import { ladder } from '#test/support/strategies.ts';
import { netsOf } from './asking.ts';

const on = day('2026-04-10');
const usd = currency('USD');

test('what is left to ask for, and why the rest is not', () => {
  const facts = {
    ...owed([
      { due: '2026-03-01', open: '100' },
      { due: '2026-03-05', open: '200', disputed: '50' },
      { due: '2026-03-09', open: '40', promisedUntil: '2026-04-10' },
      { due: '2026-04-20', open: '70' },
    ]),
    unapplied: [{ currency: usd, minor: 12_000n }],
    promised: [{ currency: usd, minor: 1000n, until: on }],
  };
  const [net] = netsOf(ladder, facts, on);
  expect(net).toMatchObject({
    overdue: 25_000n,
    lessCredits: 12_000n,
    lessPromised: 1000n,
    net: 12_000n,
    left: [{ item: { itemId: 'b' }, minor: 12_000n }],
    upcoming: [{ item: { itemId: 'd' }, minor: 7000n }],
    why: [
      { code: 'disputed', facts: { currency: 'USD', amount: '50.00' } },
      { code: 'promised', facts: { amount: '40.00' } },
      { code: 'promised', facts: { amount: '10.00' } },
    ],
  });
});

test('money of one currency covers nothing of another', () => {
  const facts = {
    ...owed([{ due: '2026-03-01', open: '100', currency: 'EUR' }]),
    unapplied: [{ currency: usd, minor: 10_000n }],
  };
  expect(netsOf(ladder, facts, on)).toMatchObject([{ currency: 'EUR', net: 10_000n }]);
});
