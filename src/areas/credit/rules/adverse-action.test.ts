import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { isForDelinquency, noticeOf } from './adverse-action.ts';

const act = {
  isBusiness: true,
  revenue: money(400_000_000n, currency('USD')),
  isTradeCredit: true,
  isForDelinquency: false,
  on: day('2026-11-20'),
  reasonsAskedOn: day('2026-12-10'),
};
const small = { revenue: money(100_000_000n, currency('USD')), isTradeCredit: false };

test.each([
  ['trade credit of a large business', {}, 'within_reasonable_time', true, 12],
  [
    'reasons asked for on the 60th day',
    { reasonsAskedOn: day('2027-01-19') },
    'within_reasonable_time',
    true,
    12,
  ],
  [
    'reasons asked for too late',
    { reasonsAskedOn: day('2027-01-20') },
    'within_reasonable_time',
    false,
    12,
  ],
  ['reasons not asked for', { reasonsAskedOn: undefined }, 'within_reasonable_time', false, 12],
  ['a loan to a large business', { isTradeCredit: false }, 'within_reasonable_time', true, 12],
  ['a loan to a business of a million', small, 'within_30_days', true, 12],
  [
    'a consumer',
    { isBusiness: false, isTradeCredit: false, reasonsAskedOn: undefined },
    'within_30_days',
    true,
    25,
  ],
  ['a hold for what is past due', { isForDelinquency: true }, null, false, 12],
])('%s', (_, change, notice, writtenReasons, retentionMonths) => {
  const isAdverse = notice !== null;
  const expected = { isAdverse, notice, writtenReasons, retentionMonths };
  expect(noticeOf({ ...act, ...change })).toEqual(expected);
});

test.each([
  { reasons: ['past_due'], behind: true },
  { reasons: ['forced', 'past_due', 'broken_promise'], behind: true },
  { reasons: ['past_due', 'over_limit'], behind: false },
  { reasons: ['no_limit'], behind: false },
  { reasons: ['forced'], behind: false },
  { reasons: [], behind: false },
] as const)('an order turned down for $reasons: only because it is behind? $behind', (each) => {
  expect(isForDelinquency(each.reasons)).toBe(each.behind);
});
