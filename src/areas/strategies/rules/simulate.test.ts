import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import { ladder } from '#test/support/strategies.ts';
import type { History, PastChange, PastItem } from './history.ts';
import { accountOn, holdsOn, walkOf } from './history.ts';
import { simulateAccount, simulateSides } from './simulate.ts';

const usd = currency('USD');
const at = (text: string) => ({ on: day(text), at: instant(`${text}T17:00:00Z`) });
const item: PastItem = {
  ...at('2026-03-01'),
  itemId: 'a',
  currency: usd,
  dueOn: day('2026-04-01'),
  amount: 60_000n,
  aged: true,
};
const history: History = {
  texts: { kind: ['trade'] },
  items: [item],
  changes: new Map(),
  disputes: [],
  promises: [],
  statuses: [],
  money: [],
  holds: [],
};
const strategies = [{ key: 'ladder', version: 1, document: ladder, experiment: false }];
const window = { from: day('2026-04-01'), to: day('2026-05-31'), knowledge: 'then' } as const;

function paid(on: string, known: string): History {
  const change: PastChange = {
    itemId: 'a',
    amount: -60_000n,
    on: day(on),
    at: instant(`${known}T17:00:00Z`),
  };
  return { ...history, changes: new Map([['a', [change]]]) };
}

test('every level goes out on its day, each a week after the one before at least', () => {
  const { steps, left } = simulateAccount(strategies, history, window);
  expect(steps.map(({ on, step, wrong }) => [on, step, wrong])).toEqual([
    ['2026-04-06', 'l1', null],
    ['2026-04-21', 'l2', null],
    ['2026-05-11', 'l3', null],
  ]);
  expect(left.get('ladder_done')).toBe(20);
});

test('a payment that was learnt of late makes the letters between false', () => {
  const { steps } = simulateAccount(strategies, paid('2026-04-04', '2026-04-22'), window);
  expect(steps.map(({ on, wrong }) => [on, wrong])).toEqual([
    ['2026-04-06', 'paid'],
    ['2026-04-21', 'paid'],
  ]);
  const known = { ...window, knowledge: 'now' as const };
  expect(simulateAccount(strategies, paid('2026-04-04', '2026-04-22'), known).steps).toEqual([]);
});

test('an account is seen as it was known', () => {
  const late = paid('2026-04-04', '2026-04-22');
  const then = accountOn(late, day('2026-04-10'), instant('2026-04-10T10:00:00Z'));
  expect(then.items).toMatchObject([{ open: 60_000n }]);
  expect(accountOn(late, day('2026-04-10'), null).items).toEqual([]);
  const promise = { ...at('2026-04-02'), currency: usd, amount: 60_000n, itemIds: ['a'] };
  const promised = { ...promise, until: day('2026-04-12'), ended: null };
  const kept = accountOn({ ...history, promises: [promised] }, day('2026-04-10'), null);
  expect(kept.items).toMatchObject([{ promisedUntil: '2026-04-12' }]);
  const contested = { ...at('2026-04-02'), itemId: 'a', amount: 500n, ended: at('2026-04-09') };
  const account = (on: string) => accountOn({ ...history, disputes: [contested] }, day(on), null);
  expect(account('2026-04-08').items).toMatchObject([{ disputed: 500n }]);
  expect(account('2026-04-09').items).toMatchObject([{ disputed: 0n }]);
});

test('a walk says of every day what a look at that day alone says', () => {
  const seen = { ...at('2026-04-03'), currency: usd, amount: 500n, ended: at('2026-04-09') };
  const story: History = {
    ...paid('2026-04-20', '2026-04-22'),
    disputes: [{ ...at('2026-04-02'), itemId: 'a', amount: 500n, ended: at('2026-04-11') }],
    statuses: [{ ...at('2026-04-13'), status: 'legal' }],
    holds: [{ ...at('2026-04-05'), kind: 'attorney', endsOn: day('2026-04-07'), ended: null }],
    money: [seen],
  };
  for (const knowledge of ['then', 'now'] as const) {
    const walk = walkOf(story, knowledge);
    for (const date of ['01', '03', '04', '05', '06', '07', '08', '10', '12', '14', '21', '23']) {
      const on = day(`2026-04-${date}`);
      const known = knowledge === 'now' ? null : instant(`${on}T10:00:00Z`);
      expect(walk(on)).toEqual(accountOn(story, on, known));
    }
  }
  const facts = accountOn(story, day('2026-04-07'), null);
  expect(facts).toMatchObject({ holds: ['attorney'], inFlight: [{ minor: 500n }] });
  expect(accountOn(story, day('2026-04-14'), null).texts.status).toEqual(['legal']);
  expect(holdsOn(story, day('2026-04-08'), null)).toEqual([]);
});

test('sides that choose alike come out alike, and one that asks sooner differs', () => {
  const sooner = { ...ladder, steps: ladder.steps.map((step) => ({ ...step, days: 3 })) };
  const candidate = [{ key: 'ladder', version: 2, document: sooner, experiment: false }];
  const same = simulateSides({ candidate: strategies, inForce: strategies }, history, window, null);
  expect(same.candidate).toBe(same.inForce);
  const other = simulateSides({ candidate, inForce: strategies }, history, window, null);
  expect(other.candidate.steps[0]?.on).toBe('2026-04-04');
  expect(other.inForce.steps[0]?.on).toBe('2026-04-06');
});
