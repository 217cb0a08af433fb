/**
 * What a change of the portfolio would do, before it is done: how many accounts, how much
 * money, and each person's load before and after.
 *
 * The same answer for rules, bulk and rebalancing, and for the act itself, so that what was
 * previewed is what was done.
 */
import type { Id } from '#kernel/ids.ts';
import { type Currency, formatMoney, money } from '#kernel/money.ts';
import type { AccountFeatures } from './condition.ts';
import { type Load, loadsOf } from './load.ts';
import type { Person } from './people.ts';

export type PlannedMove = {
  readonly account: AccountFeatures;
  readonly to: Id | null;
  readonly rule: number | null;
};

export type WireLoad = {
  readonly accounts: number;
  readonly due: number;
  readonly overdueAccounts: number;
  readonly overdue: string;
  readonly balance: string;
  readonly minutes: number;
};

export type MoveEffect = {
  readonly accounts: number;
  readonly currency: string;
  readonly balance: string;
  readonly overdue: string;
  readonly people: readonly {
    readonly memberId: Id | null;
    readonly name: string | null;
    readonly capacity: number | null;
    readonly before: WireLoad;
    readonly after: WireLoad;
  }[];
  /** The first of the moves; `accounts` says how many there are. */
  readonly moves: readonly {
    readonly accountId: Id;
    readonly account: string;
    readonly name: string;
    readonly balance: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly rule: number | null;
  }[];
};

/** Moves shown in a preview; the rest is counted. */
const mostShown = 200;

export type Known = {
  /** Every account of the company, as it is now. */
  readonly book: readonly AccountFeatures[];
  readonly people: readonly Person[];
  /** Everybody's, also of those who have left. */
  readonly names: ReadonlyMap<Id, string>;
  readonly currency: Currency;
};

/** Without moves it is the portfolio as it stands. */
export function effectOf(
  { book, people, names, currency }: Known,
  moves: readonly PlannedMove[],
): MoveEffect {
  const to = new Map(moves.map((move) => [move.account.accountId, move.to]));
  const before = loadsOf(book.map((account) => ({ ownerId: account.ownerId, account })));
  const after = loadsOf(
    book.map((account) => {
      const next = to.get(account.accountId);
      return { ownerId: next === undefined ? account.ownerId : next, account };
    }),
  );
  const minutes = new Map(people.map((person) => [person.memberId, person.minutes]));
  const amount = (minor: bigint): string => formatMoney(money(minor, currency));
  const touched = new Set([...before.keys(), ...after.keys()]);
  for (const { memberId, collects } of people) if (collects) touched.add(memberId);
  const nameOf = (memberId: Id | null): string | null =>
    memberId === null ? null : (names.get(memberId) ?? '');
  return {
    accounts: moves.length,
    currency,
    balance: amount(moves.reduce((sum, move) => sum + move.account.balance, 0n)),
    overdue: amount(moves.reduce((sum, move) => sum + move.account.overdue, 0n)),
    people: [...touched]
      .map((memberId) => ({
        memberId,
        name: nameOf(memberId),
        capacity: memberId === null ? null : (minutes.get(memberId) ?? null),
        before: wireLoad(before.get(memberId), amount),
        after: wireLoad(after.get(memberId), amount),
      }))
      .toSorted((one, other) => (one.name ?? '').localeCompare(other.name ?? '')),
    moves: moves.slice(0, mostShown).map(({ account, to: taker, rule }) => ({
      accountId: account.accountId,
      account: account.account,
      name: account.name,
      balance: amount(account.balance),
      from: nameOf(account.ownerId),
      to: nameOf(taker),
      rule,
    })),
  };
}

function wireLoad(load: Load | undefined, amount: (minor: bigint) => string): WireLoad {
  return {
    accounts: load?.accounts ?? 0,
    due: load?.due ?? 0,
    overdueAccounts: load?.overdueAccounts ?? 0,
    overdue: amount(load?.overdue ?? 0n),
    balance: amount(load?.balance ?? 0n),
    minutes: load?.minutes ?? 0,
  };
}
