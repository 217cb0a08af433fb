import { expect, test } from 'vitest';
import { currency, type Money, money } from '#kernel/money.ts';
import { usd } from '#test/support/builders.ts';
import { askedAmounts, isAsked } from './asked.ts';

const eur = (minor: bigint): Money => money(minor, currency('EUR'));
const item = (open: Money, late: number, disputed = money(0n, open.currency)) => ({
  open,
  disputed,
  late,
});

test('what is not due yet is not asked for, nor is what is due today', () => {
  const items = [item(usd('608.42'), 245), item(usd('6641.15'), -54), item(usd('10'), 0)];
  expect(askedAmounts(items, [], [])).toEqual([usd('608.42')]);
  expect(items.map(isAsked)).toEqual([true, false, false]);
});

test('what is contested, promised and on account is taken off', () => {
  const items = [item(usd('100'), 3, usd('30')), item(usd('50'), 3, usd('50'))];
  expect(askedAmounts(items, [usd('20')], [usd('7.50')])).toEqual([usd('42.50')]);
  expect(items.map(isAsked)).toEqual([true, false]);
});

test('currencies stay apart, and one that is covered is not named', () => {
  const items = [item(usd('100'), 3), item(eur(9000n), 3)];
  expect(askedAmounts(items, [], [usd('100')])).toEqual([eur(9000n)]);
  expect(askedAmounts([], [], [usd('1')])).toEqual([]);
});
