import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { deskOn } from '#test/support/builders.ts';
import { deskOfP28 } from '#test/support/credit.ts';
import type { SalesOrder } from '../store/orders.ts';
import { stateOrders } from './state-orders.ts';

// How they are answered is told in test/scenarios/orders-stated-together.test.ts.

function orderOf(accountId: Id, number: string): SalesOrder {
  const amounts = { amount: 100n, delivered: 0n, invoiced: 0n, state: 'open' } as const;
  return { accountId, number, orderedOn: day('2026-11-20'), currency: currency('USD'), ...amounts };
}

test('two of one account are never judged beside each other', async () => {
  await using desk = await deskOn('2026-11-20');
  const north = await deskOfP28(desk);
  const both = desk.done(async (context) => {
    const orders = [orderOf(north, 'O2'), orderOf(north, 'O3')];
    return accept(await stateOrders(orders.map((wish) => ({ context, wish }))));
  });
  await expect(both).rejects.toThrow('one order an account');
});
