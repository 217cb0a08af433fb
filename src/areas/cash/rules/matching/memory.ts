/**
 * What is remembered of payers: their bank accounts, the names they pay under, their habits.
 *
 * It is learned from what people confirmed or corrected, never from a guess of the machine: a
 * wrong guess that is remembered would repeat itself with growing certainty.
 */
import { type Calibration } from './confidence.ts';
import { type NameIndex, cuts, indexNames } from './names.ts';
import { type KnownAccount, type ReceiptToDecide } from './model.ts';
import { standardCalibration } from './standard-calibration.ts';
import { packed } from './text.ts';

/** An account seen behind a token or a name, and how often. */
export type Seen = { readonly accountId: string; readonly times: number };

/** The ways in which payers compose a payment without naming the invoices. */
export type Structure =
  | 'single'
  | 'oldest_of_equals'
  | 'oldest_first'
  | 'due_by'
  | 'whole_balance'
  | 'net_of_credits'
  | 'all_but'
  | 'run'
  | 'subset';

/** How often each structure was the confirmed explanation of a payment. */
export type Habits = Readonly<Partial<Record<Structure, number>>>;

/** A confirmed payment: whose it was, and what it turned out to be. */
export type Confirmed = {
  readonly receipt: ReceiptToDecide;
  /** Null when it was no receivable: interest, a fee, a sweep. */
  readonly accountId: string | null;
  /** Does the payer pay for somebody who is not its kin: a portal, a factor, a relative? */
  readonly thirdParty: boolean;
  readonly structure: Structure | null;
  /** What the banks took off, when they did. */
  readonly feeMinor: bigint;
};

export type PayerMemory = {
  /** By sending account or MICR. */
  readonly byAccount: ReadonlyMap<string, readonly Seen[]>;
  /** By name as a bank writes it, packed; cut as banks cut. */
  readonly byName: ReadonlyMap<string, readonly Seen[]>;
  /** The same names, findable through a slip. */
  readonly names: NameIndex;
  /** Names and sending accounts that pay for customers who are not their kin. */
  readonly thirdParties: ReadonlySet<string>;
  readonly habits: ReadonlyMap<string, Habits>;
  /** All payers together. */
  readonly house: Habits;
  /** What banks took off, and how often. */
  readonly fees: ReadonlyMap<bigint, number>;
  /** Bank lines without a customer, letters only. */
  readonly notReceivables: ReadonlySet<string>;
  readonly calibration: Calibration;
};

/** A desk that has confirmed nothing yet. */
export const emptyMemory: PayerMemory = remembered([], [], standardCalibration);

/** Everything that follows from what was confirmed, in any order. */
export function remembered(
  confirmed: readonly Confirmed[],
  accounts: readonly KnownAccount[],
  calibration: Calibration,
): PayerMemory {
  const known = new Set(accounts.map(({ id }) => id));
  const byAccount = new Map<string, Map<string, number>>();
  const byName = new Map<string, Map<string, number>>();
  const names = new Map<string, { id: string; name: string }>();
  const thirdParties = new Set<string>();
  const habits = new Map<string, Partial<Record<Structure, number>>>();
  const house: Partial<Record<Structure, number>> = {};
  const fees = new Map<bigint, number>();
  const notReceivables = new Set<string>();
  for (const { receipt, accountId, thirdParty, structure, feeMinor } of confirmed) {
    if (accountId === null && lettersOf(receipt.text) !== '') {
      notReceivables.add(lettersOf(receipt.text));
    }
    if (accountId === null || !known.has(accountId)) continue;
    const { payerName, payerAccount } = receipt;
    if (thirdParty) {
      for (const key of nameKeys(payerName)) thirdParties.add(key);
      if (payerAccount !== '') thirdParties.add(payerAccount);
    } else {
      for (const key of nameKeys(payerName)) count(byName, key, accountId);
      if (payerAccount !== '') count(byAccount, payerAccount, accountId);
      if (payerName !== '') {
        names.set(`${accountId} ${payerName}`, { id: accountId, name: payerName });
      }
    }
    if (structure) {
      house[structure] = (house[structure] ?? 0) + 1;
      const own = habits.get(accountId) ?? {};
      own[structure] = (own[structure] ?? 0) + 1;
      habits.set(accountId, own);
    }
    if (feeMinor > 0n) fees.set(feeMinor, (fees.get(feeMinor) ?? 0) + 1);
  }
  return {
    byAccount: seen(byAccount),
    byName: seen(byName),
    names: indexNames([...names.values()]),
    thirdParties,
    habits,
    house,
    fees,
    notReceivables,
    calibration,
  };
}

/** A text without its figures: what stays the same from month to month. */
export function lettersOf(text: string): string {
  return packed(text).replaceAll(/\d/gu, '');
}

/** A name as each rail would cut it. */
export function nameKeys(name: string): string[] {
  if (packed(name).length < 2) return [];
  return [...new Set([name, ...cuts.map((length) => name.slice(0, length))].map(packed))];
}

function count(map: Map<string, Map<string, number>>, key: string, accountId: string): void {
  const inner = map.get(key) ?? new Map<string, number>();
  inner.set(accountId, (inner.get(accountId) ?? 0) + 1);
  map.set(key, inner);
}

function seen(map: Map<string, Map<string, number>>): Map<string, readonly Seen[]> {
  return new Map(
    [...map].map(([key, inner]) => [
      key,
      [...inner]
        .map(([accountId, times]) => ({ accountId, times }))
        .toSorted((a, b) => b.times - a.times || (a.accountId < b.accountId ? -1 : 1)),
    ]),
  );
}
