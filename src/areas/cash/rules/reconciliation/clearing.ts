/**
 * Which line of the bank is which entry of ours.
 *
 *   1  the receipt was made from that very line
 *   2  a deposit of ours: many checks, one credit at the bank
 *   3  one amount that stands once on either side within a few days
 *
 * Two rows that fit one line equally well are a question for a person: the next line that looks
 * like them would otherwise hide a missing one. Amounts are minor units, money out is negative.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { decimalsOf, formatMinor, type Currency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type OpenBankLine = {
  readonly lineId: Id;
  readonly on: Day;
  readonly amount: bigint;
  readonly checkNumber: string;
};

/** A line of an entry through the cash clearing of this bank account. */
export type OpenBookLine = {
  /** `account entry line`: the entry's own identity. */
  readonly key: string;
  readonly on: Day;
  readonly amount: bigint;
  readonly reference: string;
  /** The bank line that its receipt was made from. */
  readonly lineId: Id | null;
  /** The deposit of ours that its check is in, or the lockbox file that listed it. */
  readonly depositId: Id | null;
};

/** `booked`: the entry was made for that very line. */
export type ClearedBy = 'receipt' | 'deposit' | 'amount' | 'booked' | 'person';

export type Cleared = {
  readonly how: ClearedBy;
  readonly lineIds: readonly Id[];
  readonly keys: readonly string[];
};

/** Days that a deposit or a payment may take until the bank shows it. */
const windowDays = 5;

/** Every pair that cannot be otherwise; what is left is for a person. */
export function clearLines(
  bank: readonly OpenBankLine[],
  book: readonly OpenBookLine[],
): Cleared[] {
  const cleared: Cleared[] = [];
  const bankLeft = new Map(bank.map((line) => [line.lineId, line]));
  const bookLeft = new Map(book.map((line) => [line.key, line]));
  const take = (found: Cleared): void => {
    cleared.push(found);
    for (const lineId of found.lineIds) bankLeft.delete(lineId);
    for (const key of found.keys) bookLeft.delete(key);
  };
  for (const found of byReceipt(bank, book)) take(found);
  for (const found of byDeposit([...bankLeft.values()], [...bookLeft.values()])) take(found);
  for (const found of byAmount([...bankLeft.values()], [...bookLeft.values()])) take(found);
  return cleared;
}

/** All entries made from one line; only when they are the line, to the cent. */
function byReceipt(bank: readonly OpenBankLine[], book: readonly OpenBookLine[]): Cleared[] {
  const made = Map.groupBy(book, ({ lineId }) => lineId);
  return bank.flatMap(({ lineId, amount }) => {
    const own = made.get(lineId) ?? [];
    if (own.length === 0 || sumOf(own) !== amount) return [];
    return [{ how: 'receipt' as const, lineIds: [lineId], keys: own.map(({ key }) => key) }];
  });
}

function byDeposit(bank: readonly OpenBankLine[], book: readonly OpenBookLine[]): Cleared[] {
  const deposits = [...Map.groupBy(book, ({ depositId }) => depositId)].flatMap(([id, lines]) => {
    const [first] = lines;
    return id === null || !first ? [] : [{ on: first.on, amount: sumOf(lines), lines }];
  });
  return deposits.flatMap(({ on, amount, lines }) => {
    const [line, ...others] = bank.filter((each) => fits(each, { on, amount }));
    const rivals = deposits.filter((each) => line && fits(line, each));
    if (!line || others.length > 0 || rivals.length > 1) return [];
    return [{ how: 'deposit' as const, lineIds: [line.lineId], keys: lines.map(({ key }) => key) }];
  });
}

function byAmount(bank: readonly OpenBankLine[], book: readonly OpenBookLine[]): Cleared[] {
  const single = book.filter(({ depositId, lineId }) => depositId === null && lineId === null);
  return bank.flatMap((line) => {
    const near = single.filter((each) => fits(line, each));
    const named = near.filter((each) => sameCheck(line, each));
    const candidates = named.length > 0 ? named : near;
    const [entry, ...others] = candidates;
    if (!entry || others.length > 0) return [];
    const rivals = bank.filter((each) => fits(each, entry));
    const own = rivals.filter((each) => sameCheck(each, entry));
    if ((own.length > 0 ? own : rivals).length > 1) return [];
    return [{ how: 'amount' as const, lineIds: [line.lineId], keys: [entry.key] }];
  });
}

function fits(line: OpenBankLine, other: { readonly on: Day; readonly amount: bigint }): boolean {
  const after = daysBetween(other.on, line.on);
  return line.amount === other.amount && Math.abs(after) <= windowDays;
}

function sameCheck(line: OpenBankLine, entry: OpenBookLine): boolean {
  const bare = (text: string): string => text.replace(/^0+/u, '');
  return line.checkNumber !== '' && bare(line.checkNumber) === bare(entry.reference);
}

export type ClearRefusal = 'cash.clear_nothing' | 'cash.clear_differs';

/** What a person says belongs together; both sides must come to the same. */
export function clearByHand(
  bank: readonly OpenBankLine[],
  book: readonly OpenBookLine[],
  code: Currency,
): Outcome<Cleared, ClearRefusal> {
  if (bank.length + book.length < 2) return refuse('cash.clear_nothing');
  const atBank = sumOf(bank);
  const inBook = sumOf(book);
  if (atBank !== inBook) {
    const told = (amount: bigint) => formatMinor(amount, decimalsOf(code));
    return refuse('cash.clear_differs', {
      bank: told(atBank),
      book: told(inBook),
      difference: told(atBank - inBook),
      currency: code,
    });
  }
  const lineIds = bank.map(({ lineId }) => lineId);
  return accept({ how: 'person', lineIds, keys: book.map(({ key }) => key) });
}

function sumOf(lines: readonly { readonly amount: bigint }[]): bigint {
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
}
