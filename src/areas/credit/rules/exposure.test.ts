import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from '#kernel/decimal.ts';
import { currency, formatMoney } from '#kernel/money.ts';
import { type OrderAmounts, deliveredPart, exposureOf, openPart, takesCredit } from './exposure.ts';

const usd = currency('USD');
const eur = currency('EUR');
const none = () => undefined;
const counted = { unapplied: true };

test('P-28: what is invoiced is in the book, what is delivered is a part of the order', () => {
  const o1 = { state: 'open', amount: 300_000n, delivered: 180_000n, invoiced: 100_000n } as const;
  const orders = [{ currency: usd, open: openPart(o1), delivered: deliveredPart(o1) }];
  const books = [{ currency: usd, owed: 650_000n, credit: 50_000n }];
  const exposure = exposureOf({ books, orders }, usd, none, counted);
  expect(exposure.ok && formatMoney(exposure.value.total)).toBe('8000.00');
  expect(exposure.ok && formatMoney(exposure.value.delivered)).toBe('800.00');
});

test.each`
  state          | amount  | delivered | invoiced | open    | out
  ${'open'}      | ${300n} | ${0n}     | ${0n}    | ${300n} | ${0n}
  ${'open'}      | ${300n} | ${180n}   | ${100n}  | ${200n} | ${80n}
  ${'open'}      | ${300n} | ${310n}   | ${0n}    | ${310n} | ${310n}
  ${'open'}      | ${300n} | ${0n}     | ${320n}  | ${0n}   | ${0n}
  ${'closed'}    | ${300n} | ${180n}   | ${100n}  | ${80n}  | ${80n}
  ${'closed'}    | ${300n} | ${100n}   | ${100n}  | ${0n}   | ${0n}
  ${'invoiced'}  | ${300n} | ${300n}   | ${0n}    | ${0n}   | ${0n}
  ${'cancelled'} | ${300n} | ${0n}     | ${0n}    | ${0n}   | ${0n}
`('$state $amount/$delivered/$invoiced is open $open', ({ open, out, ...told }) => {
  const order = told as OrderAmounts;
  expect([openPart(order), deliveredPart(order)]).toEqual([open, out]);
});

describe('I-13: the exposure is the same whichever path led there', () => {
  type World = { order: OrderAmounts; owed: bigint };
  const step = fc.record({
    kind: fc.constantFrom('deliver', 'invoice', 'close', 'reopen', 'pay'),
    part: fc.bigInt(0n, 400n),
  });

  /** One business step: the order system and the ledger move together. */
  function go({ order, owed }: World, { kind, part }: { kind: string; part: bigint }): World {
    const rest = order.amount - order.delivered;
    const billable = order.delivered - order.invoiced;
    if (order.state !== 'open' && kind !== 'reopen' && kind !== 'pay') return { order, owed };
    if (kind === 'deliver') {
      return { order: { ...order, delivered: order.delivered + least(part, rest) }, owed };
    }
    if (kind === 'invoice') {
      const billed = least(part, billable);
      return { order: { ...order, invoiced: order.invoiced + billed }, owed: owed + billed };
    }
    if (kind === 'close') return { order: { ...order, state: 'closed' }, owed };
    if (kind === 'reopen') return { order: { ...order, state: 'open' }, owed };
    return { order, owed: owed - least(part, owed) };
  }
  const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

  const totalOf = ({ order, owed }: World): bigint => owed + openPart(order);

  test('no step but paying and closing changes it, and a reopened order is as before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let world: World = {
          order: { state: 'open', amount: 1000n, delivered: 0n, invoiced: 0n },
          owed: 0n,
        };
        let paid = 0n;
        for (const each of steps) {
          const before = world;
          world = go(world, each);
          paid += before.owed - world.owed > 0n ? before.owed - world.owed : 0n;
          const { order, owed } = world;
          const settled = order.state === 'open' ? order.amount : order.delivered;
          expect(totalOf(world)).toBe(settled - paid);
          expect(owed + paid).toBe(order.invoiced);
        }
        const reopened = go(world, { kind: 'reopen', part: 0n });
        expect(totalOf(reopened)).toBe(1000n - paid);
      }),
      { seed: 13, numRuns: 400 },
    );
  });
});

test('several currencies become one, and a missing rate refuses by name', () => {
  const books = [
    { currency: usd, owed: 10_000n, credit: 0n },
    { currency: eur, owed: 10_000n, credit: 2_000n },
  ];
  const rate = () => decimal('1.10');
  const known = exposureOf({ books, orders: [] }, usd, rate, counted);
  expect(known.ok && formatMoney(known.value.total)).toBe('188.00');
  const unknown = exposureOf({ books, orders: [] }, usd, none, counted);
  expect(unknown).toMatchObject({ refusal: 'credit.no_rate', facts: { from: 'EUR', to: 'USD' } });
});

test('money on account counts only where the policy says so', () => {
  const books = [{ currency: usd, owed: 10_000n, credit: 4_000n }];
  const without = exposureOf({ books, orders: [] }, usd, none, { unapplied: false });
  expect(without.ok && formatMoney(without.value.total)).toBe('100.00');
});

test('an order that waits takes no credit, one that nobody judged does', () => {
  const verdicts = [null, 'approved', 'released', 'held', 'rejected'] as const;
  expect(verdicts.map(takesCredit)).toEqual([true, true, true, false, false]);
});
