import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { type Id, composeId } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { currency, money, sum } from '#kernel/money.ts';
import { type AccountMoney, allot, judgeTogether } from './allot.ts';
import { type PromiseToPay, standardPromisePolicy } from './promise.ts';

const usdCode = currency('USD');
const usd = (whole: number) => money(BigInt(whole) * 100n, usdCode);
const id = (number: number) => composeId(1, 0, 0, number);
const policy = standardPromisePolicy;
const today = day('2026-06-30');
const [invoiceA, invoiceB] = [id(901), id(902)];

const promise = (
  number: number,
  amount: number,
  dueOn: string,
  ...itemIds: Id[]
): PromiseToPay => ({
  id: id(number),
  accountId: id(900),
  madeOn: day('2026-06-01'),
  amount: usd(amount),
  dueOn: day(dueOn),
  itemIds,
});
const cash = (amount: number, on: string, itemId: Id | null = null): AccountMoney => ({
  amount: usd(amount),
  effectiveOn: day(on),
  recordedOn: day(on),
  itemId,
});
const allotted = (promises: PromiseToPay[], pieces: AccountMoney[], on = today) => {
  const each = allot(promises, pieces, on, policy);
  return promises.map((one) =>
    Number(
      sum(
        (each.get(one.id) ?? []).map((part) => part.amount),
        usdCode,
      ).minor / 100n,
    ),
  );
};

describe('several promises of one account', () => {
  test('the one that falls due first is served first, the rest goes to the next', () => {
    const promises = [promise(1, 400, '2026-06-20'), promise(2, 300, '2026-06-15')];
    expect(allotted(promises, [cash(500, '2026-06-10')])).toEqual([200, 300]);
  });

  test('money too late for the first still keeps the second', () => {
    const promises = [promise(1, 300, '2026-06-05'), promise(2, 300, '2026-06-20')];
    expect(allotted(promises, [cash(300, '2026-06-10')])).toEqual([0, 300]);
  });

  test('a promise for an invoice is kept only by money applied to that invoice', () => {
    const promises = [promise(1, 300, '2026-06-15', invoiceA)];
    const pieces = [cash(100, '2026-06-10'), cash(120, '2026-06-10', invoiceB)];
    expect(allotted(promises, pieces)).toEqual([0]);
    expect(allotted(promises, [...pieces, cash(300, '2026-06-12', invoiceA)])).toEqual([300]);
  });

  test('due on one day, the promise for an invoice comes before the one for the account', () => {
    const promises = [promise(1, 300, '2026-06-15'), promise(2, 300, '2026-06-15', invoiceA)];
    expect(allotted(promises, [cash(300, '2026-06-10', invoiceA)])).toEqual([0, 300]);
  });

  test('a promise that was replaced keeps what came before and takes nothing after', () => {
    const ended = { as: 'superseded', on: day('2026-06-10') } as const;
    const promises = [
      { ...promise(1, 300, '2026-06-15'), ended },
      { ...promise(2, 300, '2026-06-20'), madeOn: day('2026-06-10') },
    ];
    const pieces = [cash(50, '2026-06-05'), cash(300, '2026-06-10')];
    expect(allotted(promises, pieces)).toEqual([50, 300]);
  });

  test('money of another currency, not yet recorded, or taken back, counts for nothing', () => {
    const pieces: AccountMoney[] = [
      { ...cash(300, '2026-06-10'), amount: money(30_000n, 'EUR') },
      { ...cash(300, '2026-06-10'), recordedOn: day('2026-07-01') },
      { ...cash(300, '2026-06-10'), takenBackOn: day('2026-06-30') },
    ];
    expect(allotted([promise(1, 300, '2026-06-15')], pieces)).toEqual([0]);
  });

  test('money recorded just before the promise, on its very day, is not what was promised', () => {
    const madeAt = instant('2026-06-01T14:00:00Z');
    const promises = [{ ...promise(1, 300, '2026-06-15'), madeAt }];
    const before = { ...cash(200, '2026-06-01'), recordedAt: instant('2026-06-01T13:00:00Z') };
    const after = { ...cash(100, '2026-06-01'), recordedAt: instant('2026-06-01T15:00:00Z') };
    expect(allotted(promises, [before, after])).toEqual([100]);
  });

  test('they are judged together', () => {
    const promises = [promise(1, 300, '2026-06-15'), promise(2, 300, '2026-06-15', invoiceA)];
    const judged = judgeTogether(promises, [cash(300, '2026-06-12', invoiceA)], today, policy);
    expect(promises.map((each) => judged.get(each.id)?.state)).toEqual(['broken', 'kept']);
  });
});

describe('for any promises and any money', () => {
  const days = fc.nat({ max: 30 }).map((ahead) => plusDays(day('2026-06-01'), ahead));
  const item = fc.constantFrom(null, invoiceA, invoiceB);
  const pieces = fc.array(
    fc.record({
      amount: fc.integer({ min: 1, max: 500 }).map(usd),
      effectiveOn: days,
      recordedOn: days,
      itemId: item,
    }),
    { maxLength: 8 },
  );
  const promises = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 500 }), days, item), { maxLength: 5 })
    .map((list) =>
      list.map(([amount, dueOn, itemId], at) =>
        promise(at + 1, amount, dueOn, ...(itemId === null ? [] : [itemId])),
      ),
    );

  test('no promise gets more than it asks, and no dollar counts twice', () => {
    fc.assert(
      fc.property(promises, pieces, (given, received) => {
        const got = allotted(given, received);
        const asked = given.map((each) => Number(each.amount.minor / 100n));
        expect(got.every((amount, at) => amount <= (asked[at] ?? 0))).toBe(true);
        const all = received.reduce((total, each) => total + Number(each.amount.minor / 100n), 0);
        expect(got.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(all);
      }),
    );
  });

  test('more money never takes a dollar from a promise', () => {
    fc.assert(
      fc.property(promises, pieces, pieces, (given, some, more) => {
        const before = allotted(given, some);
        const after = allotted(given, [...some, ...more]);
        expect(after.every((amount, at) => amount >= (before[at] ?? 0))).toBe(true);
      }),
    );
  });
});
