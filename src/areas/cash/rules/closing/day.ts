/**
 * The cash of one day, proved: received = deposited = posted = journal, in each currency.
 *
 *   received    what the desk wrote down as received that day
 *   deposited   what the bank, a deposit of ours or a card batch says of the same money
 *   posted      what went onto accounts, or to the ledger account that it belongs to
 *   journal     what the journal brought into cash and card clearing that day
 *
 * Each figure is counted on its own; none is made from another. Every cent by which two of them
 * differ is a row here, so a day that does not balance says which payment it is. A payment that
 * a person holds over (the check lies in the safe, the bank is asked) is named, not hidden.
 */
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';

/** What a payment may wait for at the end of the day; the journal never waits. */
export const legs = ['deposit', 'posting'] as const;
export type Leg = (typeof legs)[number];

/** A payment received that day; amounts in minor units of its currency. */
export type DayReceipt = {
  readonly receiptId: Id;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly who: string;
  readonly method: string;
  /** What the deposit side says it is; null as long as it was not deposited. */
  readonly deposited: bigint | null;
  /** What was posted of it; null as long as it waits. */
  readonly posted: bigint | null;
  /** What its own journal entry brought in; null without an entry. */
  readonly journal: bigint | null;
  /** Posted on the business day it came. */
  readonly sameDay: boolean;
  readonly heldOver: readonly Leg[];
};

/** Money that only one side knows: a credit at the bank, or an entry of the journal. */
export type Stray = {
  readonly id: Id;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly who: string;
};

export type DayFacts = {
  readonly receipts: readonly DayReceipt[];
  /** Credits at the bank that nobody has written down as received. */
  readonly bankOnly: readonly Stray[];
  /** Entries that brought money into clearing without a receipt. */
  readonly journalOnly: readonly Stray[];
};

export type DifferenceKind =
  | 'not_deposited'
  | 'deposited_otherwise'
  | 'bank_only'
  | 'not_posted'
  | 'posted_otherwise'
  | 'not_in_journal'
  | 'journal_otherwise'
  | 'journal_only';

export type Difference = {
  readonly kind: DifferenceKind;
  readonly currency: Currency;
  /** The receipt, the bank line or the entry. */
  readonly id: Id;
  readonly who: string;
  /** By how much the later figure is more (positive) or less than the earlier one. */
  readonly amount: bigint;
  /** A person said why it may wait. */
  readonly heldOver: boolean;
};

export type DayFigures = {
  readonly currency: Currency;
  readonly received: bigint;
  readonly deposited: bigint;
  readonly posted: bigint;
  readonly journal: bigint;
  readonly heldOver: bigint;
  readonly receipts: number;
  readonly postedSameDay: number;
};

export type ProvedDay = {
  readonly figures: readonly DayFigures[];
  readonly differences: readonly Difference[];
  /** Share of the day's payments that were posted that day; null without payments. */
  readonly sameDayBps: number | null;
};

/** The day's figures, and every row that keeps them from being equal. */
export function proveDay(facts: DayFacts): ProvedDay {
  const differences = [
    ...facts.receipts.flatMap(differencesOf),
    ...facts.bankOnly.map((stray) => only('bank_only', stray)),
    ...facts.journalOnly.map((stray) => only('journal_only', stray)),
  ];
  const { receipts } = facts;
  const sameDay = receipts.filter((each) => each.sameDay).length;
  const sameDayBps =
    receipts.length === 0 ? null : Math.floor((sameDay * 10_000) / receipts.length);
  return {
    figures: currenciesOf(facts).map((code) => figuresIn(code, facts)),
    differences,
    sameDayBps,
  };
}

/** Money that comes to the bank by itself; nobody carries it there. */
const byItself: readonly string[] = ['wire', 'ach', 'lockbox', 'other'];

/**
 * A payment that waits to be posted has no entry yet by which its bank line is known. It is that
 * line when its amount stands once on either side of the day.
 */
export function meetAtBank(facts: DayFacts): DayFacts {
  const { receipts, bankOnly } = facts;
  const waiting = receipts.filter(
    (each) => each.deposited === null && byItself.includes(each.method),
  );
  const same = (
    one: Pick<Stray, 'currency' | 'amount'>,
    other: Pick<Stray, 'currency' | 'amount'>,
  ) => one.currency === other.currency && one.amount === other.amount;
  const met = waiting.filter(
    (each) =>
      waiting.filter((other) => same(each, other)).length === 1 &&
      bankOnly.filter((line) => same(each, line)).length === 1,
  );
  return {
    ...facts,
    receipts: receipts.map((each) =>
      met.includes(each) ? { ...each, deposited: each.amount } : each,
    ),
    bankOnly: bankOnly.filter((line) => !met.some((each) => same(each, line))),
  };
}

function differencesOf(receipt: DayReceipt): Difference[] {
  const { amount, deposited, posted, journal, heldOver } = receipt;
  const found: Difference[] = [];
  const row = (kind: DifferenceKind, by: bigint, leg?: Leg): void => {
    const { currency, receiptId: id, who } = receipt;
    const held = leg !== undefined && heldOver.includes(leg);
    found.push({ kind, currency, id, who, amount: by, heldOver: held });
  };
  if (deposited === null) row('not_deposited', -amount, 'deposit');
  else if (deposited !== amount) row('deposited_otherwise', deposited - amount);
  if (posted === null) row('not_posted', -amount, 'posting');
  else if (posted !== amount) row('posted_otherwise', posted - amount);
  // What is not posted cannot stand in the journal: one row says it.
  if (posted !== null && journal === null) row('not_in_journal', -posted);
  else if (journal !== null && journal !== (posted ?? 0n)) {
    row('journal_otherwise', journal - (posted ?? 0n));
  }
  return found;
}

function only(kind: 'bank_only' | 'journal_only', stray: Stray): Difference {
  const { currency, id, who, amount } = stray;
  return { kind, currency, id, who, amount, heldOver: false };
}

function currenciesOf({ receipts, bankOnly, journalOnly }: DayFacts): Currency[] {
  const all = [...receipts, ...bankOnly, ...journalOnly].map(({ currency }) => currency);
  return [...new Set(all)].toSorted();
}

function figuresIn(code: Currency, facts: DayFacts): DayFigures {
  const mine = facts.receipts.filter(({ currency }) => currency === code);
  const strays = (list: readonly Stray[]): bigint =>
    total(list.filter(({ currency }) => currency === code).map(({ amount }) => amount));
  return {
    currency: code,
    received: total(mine.map(({ amount }) => amount)),
    deposited: total(mine.map(({ deposited }) => deposited ?? 0n)) + strays(facts.bankOnly),
    posted: total(mine.map(({ posted }) => posted ?? 0n)),
    journal: total(mine.map(({ journal }) => journal ?? 0n)) + strays(facts.journalOnly),
    heldOver: total(mine.filter(isHeldOver).map(({ amount }) => amount)),
    receipts: mine.length,
    postedSameDay: mine.filter(({ sameDay }) => sameDay).length,
  };
}

/** Held over, and not done in the meantime. */
function isHeldOver({ heldOver, deposited, posted }: DayReceipt): boolean {
  return (
    (heldOver.includes('deposit') && deposited === null) ||
    (heldOver.includes('posting') && posted === null)
  );
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
