/**
 * Who gets an account by rule: the first rule in the list that fits decides.
 *
 *   pinned by a person ──▶ stays        fits rule n ──▶ its person, its pool, its family's head
 *   fits no rule ────────▶ stays with whom it is, or in the queue of accounts without an owner
 *
 * The rule a newcomer would break: a pool never takes an account from one of its own people,
 * so that applying the same rules twice moves nothing.
 */
import type { Id } from '#kernel/ids.ts';
import { type AccountFeatures, type Condition, fits, isChild } from './condition.ts';
import { minutesOf } from './load.ts';

export const takers = ['member', 'round_robin', 'least_load', 'family_head'] as const;
export type Taker = (typeof takers)[number];

export type AssignmentRule = {
  /** As the explanation says it: `Texas, over 50k`. */
  readonly name: string;
  readonly when: Condition;
  readonly give: { readonly to: Taker; readonly memberIds: readonly Id[] };
};

/** Somebody who may be given accounts of the company today. */
export type Available = {
  readonly memberId: Id;
  /** Accounts held now, and the minutes of work that they make on a day. */
  readonly accounts: number;
  readonly work: number;
  /** What the person's day holds. */
  readonly minutes: number;
};

export type Placement = {
  readonly account: AccountFeatures;
  readonly ownerId: Id | null;
  /** The number of the rule, from 1; null when none fits. */
  readonly rule: number | null;
};

/** What is known of accounts that are not placed now: whom the head of a family belongs to. */
export type HeadOwners = ReadonlyMap<Id, Id>;

/**
 * Places every account that no person has pinned, heads of families before their members.
 * Rules whose people are all away, or whose head belongs to nobody, are passed over.
 */
export function assign(
  accounts: readonly AccountFeatures[],
  rules: readonly AssignmentRule[],
  people: readonly Available[],
  headOwners: HeadOwners = new Map(),
): Placement[] {
  const desk = deskOf(people, accounts);
  const heads = new Map(headOwners);
  const placed = new Map<Id, Placement>();
  const place = (account: AccountFeatures): void => {
    const placement = placeOne(account, rules, desk, heads);
    placed.set(account.accountId, placement);
    if (!isChild(account) && placement.ownerId !== null) {
      heads.set(account.customerId, placement.ownerId);
    }
  };
  for (const account of accounts) if (!isChild(account)) place(account);
  for (const account of accounts) if (isChild(account)) place(account);
  return accounts.flatMap(({ accountId }) => placed.get(accountId) ?? []);
}

type Desk = {
  readonly people: Map<Id, { accounts: number; work: number; readonly minutes: number }>;
  /** Where each pool's turn stands, by rule. */
  readonly turns: Map<number, number>;
};

/** Accounts without an owner weigh on nobody yet. */
function deskOf(people: readonly Available[], accounts: readonly AccountFeatures[]): Desk {
  const desk = new Map(people.map(({ memberId, ...held }) => [memberId, { ...held }]));
  for (const account of accounts) {
    const held = account.ownerId === null ? undefined : desk.get(account.ownerId);
    if (!held) continue;
    held.accounts -= 1;
    held.work -= minutesOf(account);
  }
  return { people: desk, turns: new Map() };
}

function placeOne(
  account: AccountFeatures,
  rules: readonly AssignmentRule[],
  desk: Desk,
  heads: ReadonlyMap<Id, Id>,
): Placement {
  if (account.pinned) return took(account, account.ownerId, null, desk);
  for (const [index, rule] of rules.entries()) {
    if (!fits(rule.when, account)) continue;
    const ownerId = takerOf(account, rule, index, desk, heads);
    if (ownerId !== undefined) return took(account, ownerId, index + 1, desk);
  }
  return took(account, account.ownerId, null, desk);
}

function took(
  account: AccountFeatures,
  ownerId: Id | null,
  rule: number | null,
  desk: Desk,
): Placement {
  const held = ownerId === null ? undefined : desk.people.get(ownerId);
  if (held) {
    held.accounts += 1;
    held.work += minutesOf(account);
  }
  return { account, ownerId, rule };
}

/** Undefined when the rule has nobody to give the account to. */
function takerOf(
  account: AccountFeatures,
  { give }: AssignmentRule,
  index: number,
  desk: Desk,
  heads: ReadonlyMap<Id, Id>,
): Id | undefined {
  if (give.to === 'family_head') return isChild(account) ? heads.get(account.headId) : undefined;
  const pool = give.memberIds.filter((memberId) => desk.people.has(memberId));
  if (account.ownerId !== null && pool.includes(account.ownerId)) return account.ownerId;
  if (give.to === 'least_load') return leastLoaded(pool, desk);
  if (give.to === 'member') return pool[0];
  return inTurn(pool, index, desk);
}

/** The turn goes on from run to run: it begins at the number of accounts that the pool holds. */
function inTurn(pool: readonly Id[], index: number, desk: Desk): Id | undefined {
  if (pool.length === 0) return undefined;
  // Who is said to hold less than the book shows counts as holding nothing.
  const held = pool.reduce((sum, one) => sum + Math.max(0, desk.people.get(one)?.accounts ?? 0), 0);
  const turn = desk.turns.get(index) ?? held % pool.length;
  desk.turns.set(index, (turn + 1) % pool.length);
  return pool[turn];
}

/** The one whose day is filled least; with no time left on anybody's day, the least work. */
function leastLoaded(pool: readonly Id[], { people }: Desk): Id | undefined {
  let best: Id | undefined;
  for (const one of pool) {
    if (best === undefined || lighter(people.get(one), people.get(best))) best = one;
  }
  return best;
}

type Held = { readonly work: number; readonly minutes: number };

function lighter(one: Held | undefined, other: Held | undefined): boolean {
  if (!one || !other) return false;
  return one.work * Math.max(1, other.minutes) < other.work * Math.max(1, one.minutes);
}
