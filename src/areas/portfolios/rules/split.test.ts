import { expect, test } from 'vitest';
import { anAccount, nth } from '#test/support/portfolios.ts';
import { split } from './split.ts';

const [ana, ben] = [nth(501), nth(502)];

test('everybody gets about the same work, and families stay together', () => {
  const headId = nth(77);
  const accounts = [
    ...[1, 2, 3].map((count) => anAccount(count, { headId, due: true })),
    ...[4, 5, 6].map((count) => anAccount(count, { due: true })),
  ];
  const owners = split(accounts, [ana, ben]);
  const count = (owner: string) => [...owners.values()].filter((each) => each === owner).length;
  expect([count(ana), count(ben)]).toEqual([3, 3]);
  expect(new Set([1, 2, 3].map((each) => owners.get(nth(each)))).size).toBe(1);
});

test('one person gets all, and nobody is a mistake of the program', () => {
  expect([...split([anAccount(1), anAccount(2)], [ana]).values()]).toEqual([ana, ana]);
  expect(() => split([anAccount(1)], [])).toThrow('nobody');
});
