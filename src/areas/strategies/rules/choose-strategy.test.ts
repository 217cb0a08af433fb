import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { owed, said } from '#test/support/account-facts.ts';
import { ladder } from '#test/support/strategies.ts';
import { type Strategy, chooseStrategy, decideWith, inOrder } from './choose-strategy.ts';
import type { Condition, StrategyDocument } from './document.ts';

const on = day('2026-04-10');
const facts = {
  ...owed([{ due: '2026-04-01', open: '600' }]),
  texts: { kind: ['trade'], company: ['MAIN'], account: ['NORTH'], state: ['TX'] },
};
const inTexas: Condition = { field: 'state', test: 'any_of', values: ['TX'] };

function strategy(key: string, order: number, told: Partial<StrategyDocument> = {}): Strategy {
  const segment = { order, where: [inTexas] };
  return { key, version: 1, document: { ...ladder, key, segment, ...told }, experiment: true };
}

test('the first whose segment takes the account deals with it, and no other', () => {
  const all = inOrder([strategy('b', 20), strategy('c', 10), strategy('a', 20)]);
  expect(all.map(({ key }) => key)).toEqual(['c', 'a', 'b']);
  expect(chooseStrategy(all, facts, on)?.strategy.key).toBe('c');
});

test('a strategy of another company is not asked', () => {
  const all = [strategy('a', 1, { company: 'OTHER' }), strategy('b', 2, { company: 'MAIN' })];
  expect(chooseStrategy(all, facts, on)?.strategy.key).toBe('b');
});

test('without a strategy nothing is done, and it says so', () => {
  const elsewhere = { ...facts, texts: { ...facts.texts, state: ['OK'] } };
  expect(said(decideWith([strategy('a', 1)], elsewhere, on).decision)).toBe('no_strategy');
});

test('the challenger takes its share, only while the experiment is switched on and lasts', () => {
  const from = day('2026-04-01');
  const experiment = { challenger: 'b', sharePct: decimal('100'), from, to: day('2026-04-30') };
  const champion = strategy('a', 1, { experiment });
  const challenger = strategy('b', 99);
  const chosen = (first: Strategy, when = on) => chooseStrategy([first, challenger], facts, when);
  expect(chosen(champion)).toMatchObject({
    strategy: { key: 'b' },
    arm: { champion: 'a', side: 'challenger' },
  });
  expect(chosen({ ...champion, experiment: false })).toMatchObject({ arm: null });
  expect(chosen(champion, day('2026-05-01'))).toMatchObject({ strategy: { key: 'a' }, arm: null });
});
