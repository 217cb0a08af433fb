import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { gapsOf, isStale, toCollect } from './late-account.ts';

const silent = {
  open: 1000n,
  disputed: 0n,
  planned: 0n,
  cause: null,
  plan: null,
  planOwner: null,
  collector: null,
};
const said = { cause: 'price_wrong', plan: 'credit on Friday', planOwner: 'Rosa' };

test.each([
  [silent, 'cause plan owner'],
  [{ ...silent, collector: 'Rosa' }, 'cause plan'],
  [{ ...silent, ...said }, ''],
  [{ ...silent, ...said, plan: null }, 'plan'],
  [{ ...silent, disputed: 600n, planned: 400n, collector: 'Rosa' }, ''],
  [{ ...silent, disputed: 1000n }, 'owner'],
  [{ ...silent, disputed: 999n, collector: 'Rosa' }, 'cause plan'],
])('%# an account lacks what nobody said', (word, gaps) => {
  expect(gapsOf(word).join(' ')).toBe(gaps);
});

test('to collect is what is neither disputed nor in a plan', () => {
  expect(toCollect({ ...silent, disputed: 200n, planned: 300n })).toBe(500n);
});

test('a plan is stale the day after it was due', () => {
  expect(isStale(day('2026-11-19'), day('2026-11-20'))).toBe(true);
  expect(isStale(day('2026-11-20'), day('2026-11-20'))).toBe(false);
  expect(isStale(null, day('2026-11-20'))).toBe(false);
});
