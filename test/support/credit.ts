/** Orders and limits in a story: placed, decided and told as the product does. */
import type { Day } from '#kernel/day.ts';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, currency } from '#kernel/money.ts';
import { setCreditLimit } from '#areas/customers/index.ts';
import { stateOrder } from '#areas/credit/actions/state-order.ts';
import type { OrderAnswer } from '#areas/credit/actions/take-statements.ts';
import { checkOrders } from '#areas/credit/actions/check-orders.ts';
import { judgeOrders } from '#areas/credit/actions/judge-orders.ts';
import type { OrderState } from '#areas/credit/rules/exposure.ts';
import type { SetLimit } from '#areas/credit/actions/set-limit.ts';
import { type Story, usd } from './builders.ts';

export type OrderTold = {
  readonly amount: string;
  readonly delivered?: string;
  readonly invoiced?: string;
  readonly state?: OrderState;
  readonly on?: string;
};

/** The order as its system states it; a refusal fails the test. */
export function placeOrder(
  desk: Pick<Story, 'done'>,
  accountId: Id,
  number: string,
  { amount, delivered = '0', invoiced = '0', state = 'open', on }: OrderTold,
): Promise<OrderAnswer> {
  return desk.done((context) =>
    stateOrder(context, {
      accountId,
      number,
      orderedOn: on === undefined ? context.today : day(on),
      currency: currency('USD'),
      amount: usd(amount).minor,
      delivered: usd(delivered).minor,
      invoiced: usd(invoiced).minor,
      state,
    }),
  );
}

export function giveLimit(desk: Story, accountId: Id, limit: Money | null): Promise<unknown> {
  return desk.done((context) => setCreditLimit(context, { accountId, limit, currency: 'USD' }));
}

/** A standing limit from today, as somebody would ask for it. */
export function limitWish(desk: Story, accountId: Id, amount: Money): SetLimit {
  return {
    accountId,
    kind: 'standing',
    amount,
    currency: amount.currency,
    fromOn: desk.clock.today(),
    untilOn: null,
    reviewOn: null,
    insurer: null,
    policyNumber: null,
    forDelinquency: false,
  };
}

/** What an order of so much would be answered, and what is at risk without it. */
export async function asked(desk: Story, accountId: Id, amount: string, today?: Day) {
  const question = { accountId, number: null, amount: usd(amount).minor };
  const [answer] = await checkOrders(
    desk.db,
    [{ ...question, currency: currency('USD'), at: 'order' }],
    today ?? desk.clock.today(),
  );
  if (!answer) throw new Error('there is no such account');
  return answer;
}

export function judgeAgain(desk: Story, accountId: Id, which: 'cash' | 'returned' | 'new') {
  return desk.done((context) => judgeOrders(context, { accountIds: [accountId], which }));
}

/** The account of P-28: limit 10,000; 6,500 owed, 500 unapplied, 1,000 of it from order O1. */
export async function deskOfP28(desk: Story): Promise<Id> {
  const accountId = await desk.account('NORTH');
  await giveLimit(desk, accountId, usd('10000'));
  await desk.invoice(accountId, { amount: '6500', issued: '2026-11-01', number: 'I-1' });
  await desk.receipt(accountId, { amount: '500', on: '2026-11-10' });
  await placeOrder(desk, accountId, 'O1', { amount: '3000', delivered: '1800', invoiced: '1000' });
  return accountId;
}
