/**
 * How much work accounts are: in minutes of a day, so that it can be held against the time
 * that somebody has.
 *
 * Whole minutes and whole units of money only: a load is a weight, never an amount.
 */
import type { Id } from '#kernel/ids.ts';

export const measures = ['work', 'overdue', 'amount', 'accounts'] as const;
/** What is evened out: minutes of work, overdue accounts, amounts owed, or accounts. */
export type Measure = (typeof measures)[number];

type Owing = { readonly due: boolean; readonly overdue: bigint; readonly balance: bigint };

/** Something that waits today takes ten minutes, what is overdue two, every account one. */
const minutesFor = { due: 10, overdue: 2, account: 1 } as const;
/** What somebody's day holds when nobody has said otherwise. */
export const usualMinutes = 360;

/** The minutes that an account makes on a day. */
export function minutesOf({ due, overdue }: Owing): number {
  return minutesFor.account + (due ? minutesFor.due : 0) + (overdue > 0n ? minutesFor.overdue : 0);
}

/** The weight of an account by a measure; `unit` is one unit of the currency in minor units. */
export function weightOf(account: Owing, measure: Measure, unit: bigint): number {
  if (measure === 'accounts') return 1;
  if (measure === 'overdue') return account.overdue > 0n ? 1 : 0;
  if (measure === 'amount') return wholeUnits(account.balance, unit);
  return minutesOf(account);
}

/** Beyond a thousand billion one account weighs as much as all others together anyway. */
const most = 1_000_000_000_000n;

function wholeUnits(minor: bigint, unit: bigint): number {
  const units = minor <= 0n ? 0n : minor / unit;
  return Number(units > most ? most : units);
}

export type Load = {
  readonly ownerId: Id | null;
  readonly accounts: number;
  readonly due: number;
  readonly overdueAccounts: number;
  readonly overdue: bigint;
  readonly balance: bigint;
  readonly minutes: number;
};

/** What each owner has, nobody included: the table before and after a change. */
export function loadsOf(
  accounts: Iterable<{ readonly ownerId: Id | null; readonly account: Owing }>,
): Map<Id | null, Load> {
  const loads = new Map<Id | null, Load>();
  for (const { ownerId, account } of accounts) {
    const before = loads.get(ownerId) ?? { ...empty, ownerId };
    loads.set(ownerId, {
      ownerId,
      accounts: before.accounts + 1,
      due: before.due + (account.due ? 1 : 0),
      overdueAccounts: before.overdueAccounts + (account.overdue > 0n ? 1 : 0),
      overdue: before.overdue + account.overdue,
      balance: before.balance + account.balance,
      minutes: before.minutes + minutesOf(account),
    });
  }
  return loads;
}

const empty = {
  accounts: 0,
  due: 0,
  overdueAccounts: 0,
  overdue: 0n,
  balance: 0n,
  minutes: 0,
} as const;
