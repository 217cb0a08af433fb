/**
 * An adjustment: a credit that we grant on one item, and the entry that books it.
 *
 *   discount    discounts (and sales-tax, for its tax part) / ar
 *   tolerance   small-differences / ar
 *   write_off   allowance / ar, never straight to expense (ASC 326-20-35-8); bad-debt / ar
 *               only in a company without an allowance, which says so in its policy
 *
 * Each is its own entry with its own credit item, so that it can be taken back alone. It
 * gives up the item's booked base, so that no exchange difference arises.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { divideHalfUp, money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type ApplyRefusal, applyCredit, baseTaken, takeBack } from './applying.ts';
import type { ChartAccount } from './chart.ts';
import { derivedItem, derivedNumber, swapped } from './derived-item.ts';
import type { WriteOffMethod } from './policy.ts';
import {
  type ItemState,
  type Line,
  type NewApplication,
  type NewItem,
  type Posting,
  stateOf,
} from './posting.ts';

export type AdjustmentKind = 'discount' | 'tolerance' | 'write_off';

/** Minor units of the item's currency; `tax` is the part of `amount` that lowers the tax. */
export type Grant = {
  readonly kind: AdjustmentKind;
  readonly amount: bigint;
  readonly tax: bigint;
  /** A write-off past the allowance. */
  readonly method?: WriteOffMethod;
};

/** Where an entry stands. */
export type EntryHead = {
  readonly accountId: Id;
  readonly effectiveOn: Day;
  readonly follows?: Id;
};

export type Adjustment = {
  readonly posting: Posting;
  readonly item: NewItem;
  readonly application: NewApplication;
};

const against: Readonly<Record<AdjustmentKind, ChartAccount>> = {
  discount: 'discounts',
  tolerance: 'small-differences',
  write_off: 'allowance',
};

export function isAdjustment(kind: string): kind is AdjustmentKind {
  return Object.hasOwn(against, kind);
}

/** Grants a credit on an item. Refuses what applying refuses. */
export function adjust(
  debit: ItemState,
  grant: Grant,
  head: EntryHead,
  newId: () => Id,
): Outcome<Adjustment, ApplyRefusal> {
  const item = derivedItem({
    itemId: newId(),
    kind: 'adjustment',
    side: 'credit',
    amount: money(grant.amount, debit.currency),
    base: debit.open === 0n ? 0n : baseTaken(debit, grant.amount),
    number: derivedNumber(grant.kind, debit.number),
    on: head.effectiveOn,
  });
  const decision = applyCredit(debit, stateOf(item, head.effectiveOn), {
    applicationId: newId(),
    kind: grant.kind,
    amount: grant.amount,
    effectiveOn: head.effectiveOn,
  });
  if (!decision.ok) return decision;
  const { application } = decision.value;
  const posting: Posting = {
    ...head,
    entryId: newId(),
    kind: grant.kind,
    reverses: null,
    lines: linesOf(item, grant),
    items: [item],
    applications: [application],
  };
  return accept({ posting, item, application });
}

function linesOf(item: NewItem, grant: Grant): Line[] {
  const { currency } = item.amount;
  const taxBase = divideHalfUp(item.base * grant.tax, grant.amount);
  const net: Line = {
    debit: grant.method === 'direct' ? 'bad-debt' : against[grant.kind],
    credit: 'ar',
    amount: money(grant.amount - grant.tax, currency),
    base: item.base - taxBase,
  };
  const tax: Line = {
    debit: 'sales-tax',
    credit: 'ar',
    amount: money(grant.tax, currency),
    base: taxBase,
  };
  return [net, tax].filter((line) => line.amount.minor > 0n || line.base > 0n);
}

/** An adjustment as it stands: its credit item, where it went, and how it was booked. */
export type StandingAdjustment = {
  readonly entryId: Id;
  readonly item: ItemState;
  readonly application: NewApplication;
  readonly lines: readonly Line[];
};

/** Takes an adjustment back: the item it paid opens again, the credit is gone. */
export function cancelAdjustment(
  { entryId, item, application, lines }: StandingAdjustment,
  head: EntryHead,
  newId: () => Id,
): Posting {
  const undone = takeBack(application, newId(), item);
  const counter = derivedItem({
    itemId: newId(),
    kind: 'reversal',
    side: 'debit',
    amount: money(application.amount, item.currency),
    base: application.creditBase,
    number: derivedNumber('reversal', item.number),
    on: head.effectiveOn,
  });
  const counterApplication: NewApplication = {
    applicationId: newId(),
    debitItemId: counter.itemId,
    creditItemId: item.itemId,
    kind: 'reversal',
    amount: application.amount,
    debitBase: application.creditBase,
    creditBase: application.creditBase,
    reverses: null,
  };
  return {
    ...head,
    entryId: newId(),
    kind: 'reversal',
    reverses: entryId,
    lines: [...backLines(counter, item, lines), ...(undone.exchange ? [undone.exchange] : [])],
    items: [counter],
    applications: [undone.application, counterApplication],
  };
}

/** The booked lines with sides exchanged; an imported credit that paid several is one line. */
function backLines(counter: NewItem, item: ItemState, lines: readonly Line[]): Line[] {
  const booked = lines.filter((line) => line.credit === 'ar');
  const amount = booked.reduce((sum, line) => sum + line.amount.minor, 0n);
  if (amount === counter.amount.minor) return booked.map(swapped);
  const other = booked[0]?.debit ?? 'revenue-adjustments';
  return [
    {
      debit: 'ar',
      credit: other,
      amount: money(counter.amount.minor, item.currency),
      base: counter.base,
    },
  ];
}
