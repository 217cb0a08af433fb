import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';
import { asked, deskOfP28, giveLimit, judgeAgain, placeOrder } from '#test/support/credit.ts';
import { returnReceipt } from '#areas/ledger/actions/return-receipt.ts';
import { actsOf } from '../store/history.ts';
import { orderById } from '../store/orders.ts';
import { stateOrder } from './state-order.ts';

describe('P-28: every dollar counts once', () => {
  test('the exposure is 8,000 and an order up to the limit goes on', async () => {
    await using desk = await deskOn('2026-11-20');
    const north = await deskOfP28(desk);
    const fits = await asked(desk, north, '2000.00');
    expect(fits).toMatchObject({
      verdict: 'approved',
      figures: {
        owed: '6500.00',
        unapplied: '500.00',
        orders: '2000.00',
        delivered: '800.00',
        exposure: '8000.00',
        withOrder: '10000.00',
      },
    });
    const over = await asked(desk, north, '2000.01');
    expect(over).toMatchObject({ verdict: 'held', reasons: [{ reason: 'over_limit' }] });
    expect(over.reasons[0]?.facts).toMatchObject({ over: '0.01', limit: '10000.00' });
  });

  test('an invoice that the ledger has before the order system says so counts once', async () => {
    await using desk = await deskOn('2026-11-20');
    const north = await desk.account('NORTH');
    await giveLimit(desk, north, usd('10000'));
    await placeOrder(desk, north, 'O1', { amount: '3000' });
    const before = await asked(desk, north, '1');
    await desk.invoice(north, { amount: '3000', issued: '2026-11-20', number: 'I-1' });
    await placeOrder(desk, north, 'O1', { amount: '3000', invoiced: '3000' });
    const after = await asked(desk, north, '1');
    expect([before.figures?.exposure, after.figures?.exposure]).toEqual(['3000.00', '3000.00']);
  });
});

describe('P-29: cash releases, and takes back', () => {
  async function heldBy500() {
    const desk = await deskOn('2026-11-20');
    const north = await deskOfP28(desk);
    const placed = await placeOrder(desk, north, 'O2', { amount: '2500' });
    return { desk, north, placed };
  }

  test('money on account releases, with the figures and the reason written down', async () => {
    const { desk, north, placed } = await heldBy500();
    await using _ = desk;
    expect(placed.verdict).toBe('held');
    await desk.receipt(north, { amount: '500', on: '2026-11-20' });
    expect(await judgeAgain(desk, north, 'cash')).toMatchObject({ released: 1 });
    const [act] = await actsOf(desk.db, north, placed.orderId);
    expect(act).toMatchObject({ kind: 'released', how: 'cash', figures: { over: '0.00' } });
  });

  test('the money goes back before it ships: held again', async () => {
    const { desk, north, placed } = await heldBy500();
    await using _ = desk;
    const receipt = await desk.receipt(north, { amount: '500', on: '2026-11-20' });
    await judgeAgain(desk, north, 'cash');
    await desk.done((context) =>
      returnReceipt(context, {
        accountId: north,
        itemId: receipt,
        returnedOn: day('2026-11-20'),
      }),
    );
    expect(await judgeAgain(desk, north, 'returned')).toMatchObject({ held: 1, alerted: 0 });
    expect((await orderById(desk.db, placed.orderId))?.verdict).toBe('held');
  });

  test('the money goes back after it shipped: somebody is alerted, nothing is held', async () => {
    const { desk, north, placed } = await heldBy500();
    await using _ = desk;
    const receipt = await desk.receipt(north, { amount: '500', on: '2026-11-20' });
    await judgeAgain(desk, north, 'cash');
    await placeOrder(desk, north, 'O2', { amount: '2500', delivered: '2500' });
    await desk.done((context) =>
      returnReceipt(context, {
        accountId: north,
        itemId: receipt,
        returnedOn: day('2026-11-20'),
      }),
    );
    expect(await judgeAgain(desk, north, 'returned')).toMatchObject({ held: 0, alerted: 1 });
    expect((await orderById(desk.db, placed.orderId))?.verdict).toBe('released');
  });
});

describe('a statement', () => {
  test('twice is once, and one that grew is judged anew', async () => {
    await using desk = await deskOn('2026-11-20');
    const north = await deskOfP28(desk);
    const first = await placeOrder(desk, north, 'O3', { amount: '100' });
    const again = await placeOrder(desk, north, 'O3', { amount: '100' });
    expect([first.verdict, again.verdict]).toEqual(['approved', 'approved']);
    expect(again.orderId).toBe(first.orderId);
    expect(await actsOf(desk.db, north, first.orderId)).toHaveLength(1);
    const grown = await placeOrder(desk, north, 'O3', { amount: '2100' });
    expect(grown).toMatchObject({ verdict: 'held', orderId: first.orderId });
  });

  test('of an order that was over before anybody heard of it is kept, and not judged', async () => {
    await using desk = await deskOn('2026-11-20');
    const north = await deskOfP28(desk);
    const over = await placeOrder(desk, north, 'OLD', { amount: '90000', state: 'closed' });
    expect(over).toMatchObject({ verdict: null, reasons: [], figures: null });
    expect(await orderById(desk.db, over.orderId)).toMatchObject({ number: 'OLD' });
  });

  test('a held order takes no credit from the next one', async () => {
    await using desk = await deskOn('2026-11-20');
    const north = await deskOfP28(desk);
    expect((await placeOrder(desk, north, 'BIG', { amount: '9000' })).verdict).toBe('held');
    expect((await placeOrder(desk, north, 'SMALL', { amount: '2000' })).verdict).toBe('approved');
  });

  test.each([
    ['amount -1', { amount: '-1' }, 'credit.amount_negative'],
    ['nothing', { amount: '0' }, 'credit.order_nothing'],
    ['tomorrow', { amount: '5', on: '2026-11-21' }, 'credit.order_ahead'],
  ] as const)('of %s is refused', async (_name, told, refusal) => {
    await using desk = await deskOn('2026-11-20');
    const north = await desk.account('NORTH');
    const stated = {
      accountId: north,
      number: 'O1',
      orderedOn: day('on' in told ? told.on : '2026-11-20'),
      currency: currency('USD'),
      amount: usd(told.amount).minor,
      delivered: 0n,
      invoiced: 0n,
      state: 'open',
    } as const;
    expect(answerOf(await desk.act((context) => stateOrder(context, stated)))).toContain(refusal);
  });
});
