import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { anAccount, nth } from '#test/support/portfolios.ts';
import { type Collector, type Weighed, rebalance, usualLimits } from './rebalance.ts';

const [ana, ben, eva] = [nth(501), nth(502), nth(503)];
const both = ['en', 'es'];
const collectors: Collector[] = [
  { memberId: ana, minutes: 360, speaks: both },
  { memberId: ben, minutes: 360, speaks: ['en'] },
  { memberId: eva, minutes: 360, speaks: both },
];

function weighed(count: number, ownerId: Id | null, weight: number, told = {}): Weighed {
  return { account: anAccount(count, { ownerId, ...told }), weight };
}

function loads(accounts: readonly Weighed[], moves: ReturnType<typeof rebalance>) {
  const to = new Map(moves.map((move) => [move.account.accountId, move.to]));
  const sums = new Map<Id | null, number>();
  for (const { account, weight } of accounts) {
    const owner = to.get(account.accountId) ?? account.ownerId;
    sums.set(owner, (sums.get(owner) ?? 0) + weight);
  }
  return sums;
}

test('few and large moves even out who has how much', () => {
  const accounts = [
    weighed(1, ana, 60),
    weighed(2, ana, 30),
    weighed(3, ana, 30),
    ...[4, 5, 6].map((count) => weighed(count, ben, 20)),
  ];
  const moves = rebalance(accounts, collectors);
  expect(moves.map(({ account, to }) => [account.account, to])).toEqual([['A-1', eva]]);
});

test('a family moves as a whole or not at all', () => {
  const headId = nth(77);
  const accounts = [1, 2, 3].map((count) => weighed(count, ana, 20, { headId }));
  const moves = rebalance([...accounts, weighed(4, ana, 60)], collectors);
  const family = moves.filter(({ account }) => account.headId === headId);
  expect([0, 3]).toContain(family.length);
  expect(new Set(family.map(({ to }) => to)).size).toBeLessThanOrEqual(1);
});

test('an account goes only to somebody who speaks its language', () => {
  const accounts = [1, 2, 3, 4].map((count) => weighed(count, ana, 10, { language: 'es' }));
  const moves = rebalance(accounts, collectors);
  expect(moves.length).toBeGreaterThan(0);
  expect(moves.every(({ to }) => to === eva)).toBe(true);
});

test('somebody with half the time gets half the load', () => {
  const part = collectors.map((each) => ({ ...each, minutes: each.memberId === ben ? 180 : 360 }));
  const accounts = Array.from({ length: 100 }, (_, count) => weighed(count + 1, ana, 1));
  const after = loads(accounts, rebalance(accounts, part));
  expect([after.get(ana), after.get(ben), after.get(eva)].map((load) => (load ?? 0) / 5)).toEqual([
    expect.closeTo(8, 0),
    expect.closeTo(4, 0),
    expect.closeTo(8, 0),
  ]);
});

test('an even desk moves nothing, and neither does one with nobody', () => {
  const accounts = [ana, ben, eva].map((owner, index) => weighed(index + 1, owner, 10));
  expect(rebalance(accounts, collectors)).toEqual([]);
  expect(rebalance(accounts, [])).toEqual([]);
});

const told = fc.array(
  fc.record({
    owner: fc.constantFrom(ana, ben, eva, null),
    weight: fc.nat({ max: 50 }),
    language: fc.constantFrom('en', 'es'),
    pinned: fc.boolean(),
    family: fc.nat({ max: 12 }),
  }),
  { maxLength: 60 },
);

test('the highest load never grows, and every constraint holds in any book', () => {
  fc.assert(
    fc.property(told, fc.nat({ max: 20 }), (book, mostMoves) => {
      const accounts = book.map(({ owner, weight, family, ...rest }, index) =>
        weighed(index + 1, owner, weight, { ...rest, headId: nth(900 + family) }),
      );
      const moves = rebalance(accounts, collectors, { ...usualLimits, mostMoves });
      const [before, after] = [loads(accounts, []), loads(accounts, moves)];
      const most = (sums: Map<Id | null, number>): number =>
        Math.max(0, ...[ana, ben, eva].map((one) => sums.get(one) ?? 0));
      expect(most(after)).toBeLessThanOrEqual(most(before));
      expect(moves.length).toBeLessThanOrEqual(mostMoves);
      expect(new Set(moves.map(({ account }) => account.accountId)).size).toBe(moves.length);
      expect(after.get(null)).toBe(before.get(null));
      for (const { account, to } of moves) {
        expect(account.pinned).toBe(false);
        const taker = collectors.find(({ memberId }) => memberId === to);
        expect(taker?.speaks).toContain(account.language);
      }
      const sum = (sums: Map<Id | null, number>): number =>
        [...sums.values()].reduce((one, other) => one + other, 0);
      expect(sum(after)).toBe(sum(before));
    }),
  );
});

test('a family never comes apart', () => {
  fc.assert(
    fc.property(told, (book) => {
      const accounts = book.map(({ owner, weight, family, ...rest }, index) =>
        weighed(index + 1, owner, weight, { ...rest, headId: nth(900 + family) }),
      );
      const to = new Map(
        rebalance(accounts, collectors).map((move) => [move.account.accountId, move.to]),
      );
      const together = Map.groupBy(accounts, ({ account }) => account.headId);
      for (const family of together.values()) {
        const before = new Set(family.map(({ account }) => account.ownerId));
        const after = new Set(
          family.map(({ account }) => to.get(account.accountId) ?? account.ownerId),
        );
        expect(after.size).toBe(before.size);
      }
    }),
  );
});

test('a hundred thousand accounts of a hundred people take less than a second', () => {
  const many: Collector[] = Array.from({ length: 100 }, (_, index) => ({
    memberId: nth(500 + index),
    minutes: 360,
    speaks: both,
  }));
  const accounts = Array.from({ length: 100_000 }, (_, index) =>
    weighed(index + 1_000, nth(500 + ((index * index) % 37)), 1 + (index % 13)),
  );
  // Of the processor: the machine may be busy with other tests.
  const started = process.cpuUsage();
  const moves = rebalance(accounts, many, { ...usualLimits, mostMoves: 5_000 });
  const { user } = process.cpuUsage(started);
  expect(moves).toHaveLength(5_000);
  expect(user / 1_000).toBeLessThan(1_000);
});
