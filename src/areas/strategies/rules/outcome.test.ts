import { expect, test } from 'vitest';
import { owed } from '#test/support/account-facts.ts';
import { outcomeOf, owedMost } from './outcome.ts';

const side = (...paid: number[]) => paid.map((each) => ({ owed: 100n, paid: BigInt(each) }));

test('the difference comes with its interval of 95 percent', () => {
  const outcome = outcomeOf(side(10, 20, 30, 40, 50), side(50, 60, 70, 80, 90));
  expect(outcome).toMatchObject({
    champion: { accounts: 5, share: 0.3 },
    challenger: { accounts: 5, share: 0.7 },
    better: 'challenger',
  });
  expect(outcome.difference).toBeCloseTo(0.4);
  // Equal spreads of 0.1581, eight degrees of freedom: 2.306 × 0.1 on either side.
  expect(outcome.interval?.from).toBeCloseTo(0.1694, 2);
  expect(outcome.interval?.to).toBeCloseTo(0.6306, 2);
});

test('while the interval holds zero nobody knows which is better', () => {
  expect(outcomeOf(side(0, 100, 20), side(10, 90, 40)).better).toBeNull();
  expect(outcomeOf(side(90, 95, 99), side(1, 2, 3)).better).toBe('champion');
});

test('one account on a side says nothing of chance', () => {
  const outcome = outcomeOf(side(50), side(60, 70));
  expect(outcome).toMatchObject({ interval: null, better: null });
});

test('more than was owed counts as all of it', () => {
  expect(outcomeOf(side(150, 100), side(0, 0))).toMatchObject({ champion: { share: 1 } });
});

test('an account is counted in the currency in which it owes most', () => {
  const facts = owed([
    { due: '2026-04-01', open: '5' },
    { due: '2026-04-01', open: '7', currency: 'EUR' },
  ]);
  expect(owedMost(facts)).toEqual({ currency: 'EUR', minor: 700n });
  expect(owedMost(owed([]))).toBeUndefined();
});
