import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { type StatedOrder, acceptStatement } from './order.ts';

const order: StatedOrder = {
  number: 'O1',
  orderedOn: day('2026-11-20'),
  currency: currency('USD'),
  amount: 100n,
  delivered: 0n,
  invoiced: 0n,
  state: 'open',
};

test.each<[name: string, part: Partial<StatedOrder>, refusal: string | undefined]>([
  ['as it stands', {}, undefined],
  ['delivered beyond what was ordered', { delivered: 110n }, undefined],
  ['nothing, and closed', { amount: 0n, state: 'closed' }, undefined],
  ['nothing, and open', { amount: 0n }, 'credit.order_nothing'],
  ['below zero', { invoiced: -1n }, 'credit.amount_negative'],
  ['of tomorrow', { orderedOn: day('2026-11-21') }, 'credit.order_ahead'],
  ['in another currency than before', { currency: currency('EUR') }, 'credit.order_currency'],
])('a statement %s', (_name, part, refusal) => {
  const outcome = acceptStatement({ ...order, ...part }, order, day('2026-11-20'));
  expect(outcome.ok ? undefined : outcome.refusal).toBe(refusal);
});
