import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { composeId, type Id } from '#kernel/ids.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { type Bridge, bridges, type Claims, type OpenItem } from './bridge.ts';

const usd = currency('USD');
const today = day('2026-11-17');
const none: Claims = { disputes: [], promises: [], inFlight: [] };
const itemId = (number: number): Id => composeId(number, 0, 0, 0);

/** An item of so many dollars, due so many days ago. */
function item(number: number, dollars: number, daysLate: number, aged = true): OpenItem {
  const open = BigInt(dollars) * 100n;
  return { itemId: itemId(number), dueOn: plusDays(today, -daysLate), currency: usd, open, aged };
}

function steps(items: readonly OpenItem[], claims: Claims): Record<string, string> {
  const [only] = bridges(items, claims, today, bucketSets.standard);
  if (!only) throw new Error('no bridge');
  const { balance, notDue, disputed, promised, inFlight, unapplied, collectable } = only;
  const shown = { balance, notDue, disputed, promised, inFlight, unapplied, collectable };
  return Object.fromEntries(
    Object.entries(shown).map(([name, amount]) => [name, formatMoney(amount).replace('.00', '')]),
  );
}

describe('what can be collected now', () => {
  test('is what is overdue, less money that waits to be applied', () => {
    const items = [item(1, 68_000, 65), item(2, 22_500, -10), item(3, -1_400, 9, false)];
    expect(steps(items, none)).toEqual({
      balance: '89100',
      notDue: '22500',
      disputed: '0',
      promised: '0',
      inFlight: '0',
      unapplied: '-1400',
      collectable: '66600',
    });
  });

  test('an item that is disputed and promised leaves once, as disputed', () => {
    const claims: Claims = {
      disputes: [{ itemId: itemId(1), amount: null }],
      promises: [{ currency: usd, outstanding: 50_000n, itemIds: [itemId(1)] }],
      inFlight: [],
    };
    expect(steps([item(1, 500, 30), item(2, 100, 30)], claims)).toMatchObject({
      disputed: '500',
      promised: '0',
      collectable: '100',
    });
  });

  test('what is left of a partly disputed item can be promised', () => {
    const claims: Claims = {
      disputes: [{ itemId: itemId(1), amount: 12_000n }],
      promises: [{ currency: usd, outstanding: 50_000n, itemIds: [itemId(1)] }],
      inFlight: [],
    };
    expect(steps([item(1, 500, 30)], claims)).toMatchObject({
      disputed: '120',
      promised: '380',
      collectable: '0',
    });
  });

  test('an item not due yet is only that, though it be disputed and promised', () => {
    const claims: Claims = {
      disputes: [{ itemId: itemId(1), amount: null }],
      promises: [{ currency: usd, outstanding: 50_000n, itemIds: [] }],
      inFlight: [],
    };
    expect(steps([item(1, 500, 0)], claims)).toMatchObject({
      notDue: '500',
      disputed: '0',
      promised: '0',
      collectable: '0',
    });
  });

  test('a promise on the whole account never takes more than is left', () => {
    const claims: Claims = {
      disputes: [],
      promises: [
        { currency: usd, outstanding: 30_000n, itemIds: [itemId(1)] },
        { currency: usd, outstanding: 90_000n, itemIds: [] },
      ],
      inFlight: [money(10_000n, usd)],
    };
    expect(steps([item(1, 500, 30), item(2, 100, 30)], claims)).toMatchObject({
      promised: '600',
      inFlight: '0',
      collectable: '0',
    });
  });

  test('two currencies are two bridges', () => {
    const euros: OpenItem = { ...item(2, 7, 30), currency: currency('EUR') };
    const both = bridges([item(1, 5, 30), euros], none, today, bucketSets.standard);
    expect(both.map((each) => formatMoney(each.collectable))).toEqual(['7.00', '5.00']);
  });
});

test('every bridge adds up and no step is below zero, whatever is claimed', () => {
  const someItem = fc.record({
    number: fc.nat({ max: 5 }),
    dollars: fc.integer({ min: 1, max: 900 }),
    late: fc.integer({ min: -60, max: 200 }),
    credit: fc.boolean(),
  });
  const someAmount = fc.bigInt({ min: 0n, max: 200_000n });
  const someItems = fc.array(fc.nat({ max: 5 }).map(itemId), { maxLength: 3 });
  fc.assert(
    fc.property(
      fc.uniqueArray(someItem, { selector: (each) => each.number, minLength: 1 }),
      fc.array(
        fc.record({ itemId: fc.nat({ max: 5 }).map(itemId), amount: fc.option(someAmount) }),
      ),
      fc.array(fc.record({ outstanding: someAmount, itemIds: someItems })),
      someAmount,
      (some, disputes, promises, flying) => {
        const items = some.map((each) =>
          each.credit
            ? item(each.number, -each.dollars, each.late, false)
            : item(each.number, each.dollars, each.late),
        );
        const claims: Claims = {
          disputes,
          promises: promises.map((promise) => ({ ...promise, currency: usd })),
          inFlight: [money(flying, usd)],
        };
        const all = bridges(items, claims, today, bucketSets.standard);
        expect(all.filter((each) => !addsUp(each))).toEqual([]);
      },
    ),
  );
});

function addsUp(each: Bridge): boolean {
  const { overdue, notDue, unapplied, balance, disputed, promised, inFlight, collectable } = each;
  const buckets = each.buckets.reduce((sum, bucket) => sum + bucket.minor, 0n);
  const claimed = disputed.minor + promised.minor + inFlight.minor;
  return (
    buckets === overdue.minor + notDue.minor &&
    balance.minor === buckets + unapplied.minor &&
    collectable.minor === balance.minor - notDue.minor - claimed &&
    claimed <= overdue.minor &&
    [disputed, promised, inFlight].every((step) => step.minor >= 0n)
  );
}
