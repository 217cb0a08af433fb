/**
 * Applying money: a credit item pays a debit item of the same account and currency.
 *
 * What is applied leaves both items. Each side gives up its own booked base amount; when
 * the two differ the difference is a realised exchange gain or loss (ASC 830-20-35). Nothing
 * is applied before either of its items exists, and a reserved credit cannot be spent.
 */
import { type Day, later } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { divideHalfUp, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { ApplicationKind, ItemKind, ItemState, Line, NewApplication } from './posting.ts';

export type ApplyRefusal =
  | 'ledger.amount_not_positive'
  | 'ledger.not_a_debit'
  | 'ledger.not_a_credit'
  | 'ledger.other_currency'
  | 'ledger.before_item'
  | 'ledger.more_than_open'
  | 'ledger.more_than_open_then'
  | 'ledger.more_than_available';

export type Applied = {
  readonly application: NewApplication;
  /** Present when the two sides were booked at different rates. */
  readonly exchange: Line | undefined;
};

export type ApplyWish = {
  readonly applicationId: Id;
  readonly kind: ApplicationKind;
  readonly amount: bigint;
  readonly effectiveOn: Day;
};

/** Money that came, or money of a credit: what paying with this kind of item is. */
export function applicationKind(credit: ItemKind): ApplicationKind {
  return credit === 'receipt' || credit === 'transfer' ? 'payment' : 'credit';
}

/** May this credit pay this debit, and what does it take from each? */
export function applyCredit(
  debit: ItemState,
  credit: ItemState,
  wish: ApplyWish,
): Outcome<Applied, ApplyRefusal> {
  if (wish.amount <= 0n) return refuse('ledger.amount_not_positive');
  if (debit.side !== 'debit') return refuse('ledger.not_a_debit', { document: debit.number });
  if (credit.side !== 'credit') return refuse('ledger.not_a_credit', { document: credit.number });
  if (debit.currency !== credit.currency) {
    return refuse('ledger.other_currency', { debit: debit.currency, credit: credit.currency });
  }
  const earliest = later(debit.effectiveOn, credit.effectiveOn);
  if (wish.effectiveOn < earliest) return refuse('ledger.before_item', { day: earliest });
  if (wish.amount > debit.open) {
    const open = formatMoney(money(debit.open, debit.currency));
    return refuse('ledger.more_than_open', { open, document: debit.number });
  }
  const available = credit.open - credit.reserved;
  if (wish.amount > available) {
    const left = formatMoney(money(available, credit.currency));
    return refuse('ledger.more_than_available', { available: left, document: credit.number });
  }
  const short = [debit, credit].find((item) => wish.amount > lowestOpen(item));
  if (short) {
    const open = formatMoney(money(lowestOpen(short), short.currency));
    const { effectiveOn: day } = wish;
    return refuse('ledger.more_than_open_then', { open, document: short.number, day });
  }
  return accept(applied(debit, credit, wish));
}

/** What an application that stands from that day on may take, also in between. */
function lowestOpen(item: ItemState): bigint {
  return item.lowest ?? item.open;
}

/**
 * The item as a back-dated application must see it: what is least open on any day after
 * `from`, given the moves that stand after it. Without this a day in between could be overdrawn.
 */
export function seenFrom(
  item: ItemState,
  from: Day,
  moves: readonly { readonly effectiveOn: Day; readonly amount: bigint }[],
): ItemState {
  const standing = Map.groupBy(moves, (move) => move.effectiveOn);
  const days = [...standing.keys()].filter((day) => day > from).toSorted();
  let open = item.open;
  let lowest = open;
  // Walking back from today: what was open before each day's moves.
  for (const day of days.toReversed()) {
    for (const move of standing.get(day) ?? []) open += move.amount;
    if (open < lowest) lowest = open;
  }
  return { ...item, lowest };
}

function applied(debit: ItemState, credit: ItemState, wish: ApplyWish): Applied {
  const debitBase = baseTaken(debit, wish.amount);
  const creditBase = baseTaken(credit, wish.amount);
  return {
    application: {
      applicationId: wish.applicationId,
      debitItemId: debit.itemId,
      creditItemId: credit.itemId,
      kind: wish.kind,
      amount: wish.amount,
      debitBase,
      creditBase,
      reverses: null,
    },
    exchange: exchangeLine(debit, creditBase - debitBase),
  };
}

/** The booked base amount that leaves an item; the last application takes all that is left. */
export function baseTaken(item: ItemState, amount: bigint): bigint {
  return amount === item.open ? item.openBase : divideHalfUp(item.openBase * amount, item.open);
}

/** A gain debits the control account, a loss credits it; the amount in currency is nil. */
function exchangeLine(debit: ItemState, gain: bigint): Line | undefined {
  if (gain === 0n) return undefined;
  const nil = money(0n, debit.currency);
  return gain > 0n
    ? { debit: 'ar', credit: 'fx-realised', amount: nil, base: gain }
    : { debit: 'fx-realised', credit: 'ar', amount: nil, base: -gain };
}

/** The application that takes another back, with its exchange difference. */
export function takeBack(
  original: NewApplication,
  applicationId: Id,
  debit: ItemState,
): { application: NewApplication; exchange: Line | undefined } {
  return {
    application: {
      ...original,
      applicationId,
      amount: -original.amount,
      debitBase: -original.debitBase,
      creditBase: -original.creditBase,
      reverses: original.applicationId,
    },
    exchange: exchangeLine(debit, original.debitBase - original.creditBase),
  };
}

/** The item after an application (or its reversal) touched it. */
export function after(item: ItemState, application: NewApplication): ItemState {
  const base = item.side === 'debit' ? application.debitBase : application.creditBase;
  return {
    ...item,
    open: item.open - application.amount,
    openBase: item.openBase - base,
    ...(item.lowest === undefined ? {} : { lowest: item.lowest - application.amount }),
  };
}
