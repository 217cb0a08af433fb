import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { unclaimedStatus } from './unclaimed.ts';

const held = {
  state: 'DC',
  type: 'customer_credit',
  aroseOn: day('2023-02-10'),
  lastContactOn: day('2023-06-01'),
  amount: money(14_000n, currency('USD')),
};

test('a credit of the District: dormant after three years, a letter, then the report', () => {
  expect(unclaimedStatus(held)).toEqual({
    ok: true,
    value: {
      routeTo: 'state',
      dormantOn: '2026-06-01',
      reportBefore: '2026-11-01',
      plannedFilingOn: '2026-10-31',
      noticeWindow: ['2026-05-04', '2026-09-01'],
      isNoticeRequired: true,
    },
  });
});

describe('by what it is and when', () => {
  test.each([
    [{ lastContactOn: undefined }, { dormantOn: '2026-02-10', reportBefore: '2026-11-01' }],
    [{ lastContactOn: day('2023-07-01') }, { dormantOn: '2026-07-01', reportBefore: '2027-11-01' }],
    [{ lastContactOn: day('2023-06-30') }, { reportBefore: '2026-11-01' }],
    [{ type: 'wages' }, { dormantOn: '2024-06-01', reportBefore: '2024-11-01' }],
    [{ type: 'gift_card' }, { dormantOn: '2028-06-01' }],
    [{ type: 'anything_else' }, { dormantOn: '2026-06-01' }],
    [{ amount: money(4_999n, currency('USD')) }, { isNoticeRequired: false }],
    [{ amount: money(5_000n, currency('USD')) }, { isNoticeRequired: true }],
  ])('%o', (change, answer) => {
    expect(unclaimedStatus({ ...held, ...change })).toMatchObject({ ok: true, value: answer });
  });
});

test('federal student aid never goes to a state', () => {
  expect(unclaimedStatus({ ...held, type: 'title_iv_refund', state: 'ZZ' })).toEqual({
    ok: true,
    value: { routeTo: 'department_of_education' },
  });
});

test('a state whose law nobody has read has no answer', () => {
  expect(unclaimedStatus({ ...held, state: 'TX' })).toMatchObject({
    ok: false,
    refusal: 'unclaimed.state_not_read',
  });
});
