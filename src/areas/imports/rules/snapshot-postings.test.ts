import { describe, expect, test } from 'vitest';
import { type Day, day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import type { ItemState } from '#areas/ledger/rules/posting.ts';
import { newId } from '#platform/ids.ts';
import {
  type AtSource,
  type StandingAdjustment,
  type Target,
  giveBack,
  lower,
  raise,
  renamed,
  repost,
} from './snapshot-postings.ts';

const usd = currency('USD');
const accountId = newId();
const on = day('2026-08-02');

function item(open: bigint, told: Partial<ItemState> = {}): ItemState {
  return {
    itemId: newId(),
    kind: 'invoice',
    side: 'debit',
    currency: usd,
    amount: 100n,
    open,
    openBase: open,
    reserved: 0n,
    number: 'I-1',
    documentId: null,
    issuedOn: day('2026-06-01'),
    dueOn: day('2026-07-01'),
    effectiveOn: day('2026-06-01'),
    ...told,
  };
}

function at(state: ItemState, lastOn: Day = state.effectiveOn): AtSource {
  return { accountId, state, lastOn };
}

const target: Target = {
  accountId,
  side: 'debit',
  currency: usd,
  amount: 100n,
  issuedOn: day('2026-06-01'),
  dueOn: day('2026-07-01'),
  onAccount: false,
  base: (amount) => amount,
};

/** An adjustment of 60 that an earlier snapshot took from the item. */
function sixtyTaken(state: ItemState): StandingAdjustment {
  const adjustment = item(0n, {
    kind: 'adjustment',
    side: 'credit',
    amount: 60n,
    number: 'SRC-I-1',
  });
  return {
    accountId,
    itemId: state.itemId,
    adjustment,
    entryId: newId(),
    application: {
      applicationId: newId(),
      debitItemId: state.itemId,
      creditItemId: adjustment.itemId,
      kind: 'payment',
      amount: 60n,
      debitBase: 60n,
      creditBase: 60n,
      reverses: null,
      effectiveOn: day('2026-08-01'),
    },
  };
}

const closed = { kind: 'closed_at_source', newId } as const;

describe('an item that is less at the source', () => {
  test('gets a credit that is applied to it on the day of the file', () => {
    const [made] = lower({ items: [at(item(100n))], adjustments: [] }, 40n, on, closed);
    expect(made?.posted.item).toMatchObject({
      number: 'SRC-I-1',
      side: 'credit',
      kind: 'adjustment',
    });
    expect(made?.posted.posting).toMatchObject({
      kind: 'closed_at_source',
      effectiveOn: on,
      lines: [{ debit: 'billing-clearing', credit: 'ar' }],
      applications: [{ kind: 'payment', amount: 40n }],
    });
  });

  test('never before what last moved it, and a credit gets a debit', () => {
    const credit = item(100n, { side: 'credit', kind: 'credit_memo' });
    const late = at(credit, day('2026-08-09'));
    const [made] = lower({ items: [late], adjustments: [] }, 100n, on, closed);
    expect(made?.posted.posting).toMatchObject({
      effectiveOn: '2026-08-09',
      lines: [{ debit: 'ar', credit: 'billing-clearing' }],
      applications: [{ kind: 'credit', creditItemId: credit.itemId }],
    });
  });

  test('takes from all that bear its number, the oldest first', () => {
    const group = { items: [at(item(100n)), at(item(30n))], adjustments: [] };
    const made = lower(group, 110n, on, closed);
    expect(made.map(({ posted }) => posted.item.amount.minor)).toEqual([100n, 10n]);
    expect(() => lower(group, 131n, on, closed)).toThrow('1 more to take off');
  });
});

describe('an item that is more at the source', () => {
  test('gets back what was taken, and a debit for the rest', () => {
    const state = item(40n);
    const group = { items: [at(state)], adjustments: [sixtyTaken(state)] };
    const raised = raise(group, 85n, { on, target, newId });
    expect(raised.postings.map(({ kind }) => kind)).toEqual([
      'reopened_at_source',
      'raised_at_source',
    ]);
    expect(raised.items).toMatchObject([{ item: { amount: { minor: 25n }, dueOn: '2026-07-01' } }]);
    expect(raised.givenBack).toHaveLength(1);
  });

  test('gets a part back by taking the rest again', () => {
    const state = item(40n);
    const group = { items: [at(state)], adjustments: [sixtyTaken(state)] };
    const { postings, items } = raise(group, 20n, { on, target, newId });
    expect(postings.map(({ kind }) => kind)).toEqual(['reopened_at_source', 'lowered_at_source']);
    expect(postings[1]?.items).toMatchObject([{ amount: { minor: 40n } }]);
    expect(items).toEqual([]);
  });

  test('with another due day is not opened again, but raised with its own', () => {
    const state = item(0n);
    const group = { items: [at(state)], adjustments: [sixtyTaken(state)] };
    const other = { ...target, dueOn: day('2026-09-01') };
    const { postings, items } = raise(group, 60n, { on, target: other, newId });
    expect(postings.map(({ kind }) => kind)).toEqual(['raised_at_source']);
    expect(items).toMatchObject([{ item: { dueOn: '2026-09-01', number: 'I-1' } }]);
  });
});

test('an adjustment given back leaves nothing of itself', () => {
  const state = item(40n);
  const taken = sixtyTaken(state);
  const posting = giveBack(taken, state, on, newId);
  expect(posting).toMatchObject({
    reverses: taken.entryId,
    lines: [{ debit: 'ar', credit: 'billing-clearing' }],
    applications: [
      { amount: -60n, reverses: taken.application.applicationId },
      { amount: 60n, creditItemId: taken.adjustment.itemId, kind: 'reversal' },
    ],
  });
});

test('an item elsewhere is reversed and posted again with its number', () => {
  const state = item(70n);
  const other = { ...target, accountId: newId(), amount: 70n, dueOn: day('2026-10-01') };
  const {
    postings,
    closed: gone,
    item: made,
  } = repost({ items: [at(state)], adjustments: [] }, on, other, newId);
  expect(postings.map((posting) => posting.accountId)).toEqual([accountId, other.accountId]);
  expect(gone).toEqual([{ accountId, itemId: state.itemId }]);
  expect(made).toMatchObject({ number: 'I-1', kind: 'invoice', dueOn: '2026-10-01', base: 70n });
});

test('what a closing was is told by its application, on the same day', () => {
  const state = item(40n);
  const taken = sixtyTaken(state);
  const posting = renamed(taken, state, 'write_off', newId);
  expect(posting).toMatchObject({
    effectiveOn: '2026-08-01',
    lines: [],
    applications: [
      { kind: 'payment', amount: -60n },
      { kind: 'write_off', amount: 60n, reverses: null },
    ],
  });
});
