import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import {
  type Deposit,
  moveDeposit,
  rejectable,
  shredOn,
  standardDepositPolicy,
} from './deposit.ts';
import { type DepositedCheck, judgeDuplicate } from './duplicate.ts';

const check = (told: Partial<DepositedCheck> = {}): DepositedCheck => ({
  routing: '021000021',
  account: '123456789',
  serial: '1042',
  amount: 51_200n,
  ...told,
});

describe('a check that we hold already', () => {
  test.each([
    ['the same check (vector H-133)', {}, true, 'block'],
    ['written with leading zeros', { serial: '0001042' }, true, 'block'],
    ['another amount', { amount: 51_300n }, 'suspect', 'review'],
    ['another number', { serial: '1043' }, false, 'post'],
    ['another account', { account: '99' }, false, 'post'],
    ['another bank', { routing: '011401533' }, false, 'post'],
    ['no number', { serial: '' }, 'suspect', 'review'],
    ['no number and another amount', { serial: '', amount: 1n }, false, 'post'],
  ])('%s', (_, told, duplicate, action) => {
    expect(judgeDuplicate(check(told), [check()])).toEqual({ duplicate, action });
  });

  test('is looked for half a year back and no further', () => {
    const held = [check({ on: day('2026-05-01') })];
    expect(judgeDuplicate(check({ on: day('2026-10-28') }), held).action).toBe('block');
    expect(judgeDuplicate(check({ on: day('2026-10-29') }), held).action).toBe('post');
  });

  test('blocks although another one is only like it', () => {
    expect(judgeDuplicate(check(), [check({ amount: 1n }), check()]).action).toBe('block');
  });
});

const today = day('2026-11-20');
const item = (itemNo: number, amount: bigint) => ({
  itemNo,
  amount,
  serial: `10${itemNo}`,
  hasFront: true,
  hasBack: true,
});
const deposit = (told: Partial<Deposit> = {}): Deposit => ({
  state: 'open',
  currency: currency('USD'),
  controlCount: 2,
  controlAmount: 30_000n,
  items: [item(1, 10_000n), item(2, 20_000n)],
  acceptedOn: null,
  ...told,
});

describe('a deposit', () => {
  test.each([
    ['close', {}, 'closed'],
    ['close', { items: [] }, 'cash.deposit_empty'],
    ['close', { controlCount: 3 }, 'cash.deposit_count_differs'],
    ['close', { controlAmount: 30_001n }, 'cash.deposit_differs'],
    ['close', { state: 'closed' }, 'cash.deposit_not_so'],
    ['send', { state: 'closed' }, 'sent'],
    ['send', { state: 'rejected' }, 'sent'],
    ['send', { state: 'open' }, 'cash.deposit_not_so'],
    ['send', { state: 'rejected', items: [] }, 'cash.deposit_empty'],
    [
      'send',
      { state: 'closed', items: [{ ...item(1, 1n), hasBack: false }] },
      'cash.deposit_image_missing',
    ],
    ['accept', { state: 'sent' }, 'accepted'],
    ['accept', { state: 'closed' }, 'accepted'],
    ['accept', { state: 'sent', items: [] }, 'cash.deposit_empty'],
    ['reject', { state: 'sent' }, 'rejected'],
    ['reject', { state: 'accepted' }, 'cash.deposit_not_so'],
    ['shred', { state: 'accepted', acceptedOn: day('2026-10-21') }, 'shredded'],
    ['shred', { state: 'accepted', acceptedOn: day('2026-10-22') }, 'cash.paper_kept_until'],
    ['shred', { state: 'sent' }, 'cash.deposit_not_so'],
  ] as const)('%s with %o: %s', (act, told, answer) => {
    const step = { act, said: 'images unreadable' };
    const moved = moveDeposit(deposit(told), step, today, standardDepositPolicy);
    expect(moved.ok ? moved.value : moved.refusal).toBe(answer);
  });

  test('that is one cent off says which way', () => {
    const close = { act: 'close', said: '' } as const;
    const off = deposit({ controlAmount: 30_001n });
    const moved = moveDeposit(off, close, today, standardDepositPolicy);
    expect(moved).toMatchObject({
      facts: { counted: '300.01', keyed: '300.00', difference: '-0.01', currency: 'USD' },
    });
  });

  test('is rejected by the bank only with its word', () => {
    const step = { act: 'reject', said: '' } as const;
    const moved = moveDeposit(deposit({ state: 'sent' }), step, today, standardDepositPolicy);
    expect(moved).toMatchObject({ refusal: 'cash.bank_word_missing' });
  });

  test.each([
    ['open', 1, 'cash.deposit_not_so'],
    ['closed', 1, 1],
    ['sent', 2, 2],
    ['accepted', 1, 1],
    ['rejected', 1, 1],
    ['rejected', 3, 'cash.no_such_check'],
    ['shredded', 1, 'cash.deposit_not_so'],
  ] as const)('that is %s: the bank takes check %i out, %s', (state, itemNo, answer) => {
    const found = rejectable(deposit({ state }), itemNo);
    expect(found.ok ? found.value.itemNo : found.refusal).toBe(answer);
  });

  test('its paper may go some weeks after the bank has accepted it', () => {
    expect(shredOn(day('2026-11-20'), { keepPaperDays: 14 })).toBe('2026-12-04');
  });
});
