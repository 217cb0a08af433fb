/**
 * What a snapshot posts for one item that the source shows otherwise than we do.
 *
 *   closed, lowered   item ◀─ adjustment SRC-…     billing-clearing / ar, on the snapshot's day
 *   reopened          the adjustment taken back: the item is open with its own due day and age
 *   raised            an adjustment of the item's own number and due day
 *   reposted          the item reversed, and posted again with its number
 *
 * Nothing is changed in place, so every earlier day still reads as it was known. A debit that
 * went down was most likely paid there: its application is a payment until somebody says
 * otherwise, and so no promise counts as broken by money that arrived.
 */
import { type Day, later } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, type Money, money } from '#kernel/money.ts';
import { baseTaken, takeBack } from '#areas/ledger/rules/applying.ts';
import type { ChartAccount } from '#areas/ledger/rules/chart.ts';
import { derivedItem, derivedNumber } from '#areas/ledger/rules/derived-item.ts';
import {
  type ApplicationKind,
  type ItemState,
  type Line,
  type NewApplication,
  type NewItem,
  type Posting,
  controlLine,
} from '#areas/ledger/rules/posting.ts';
import { counter } from '#areas/ledger/rules/reversing.ts';

/** An item under its outside id, as it stands; nothing may count before `lastOn`. */
export type AtSource = {
  readonly accountId: Id;
  readonly state: ItemState;
  readonly lastOn: Day;
};

/** An adjustment of an earlier snapshot that stands on an item. */
export type StandingAdjustment = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly adjustment: ItemState;
  readonly entryId: Id;
  readonly application: NewApplication & { readonly effectiveOn: Day };
};

export type Posted = { readonly posting: Posting; readonly item: NewItem };

/** Everything the source names under one outside id, and what snapshots took from it. */
export type Group = {
  readonly items: readonly AtSource[];
  readonly adjustments: readonly StandingAdjustment[];
};

/** Where the row says the item stands, for what is posted anew. */
export type Target = {
  readonly accountId: Id;
  readonly side: 'debit' | 'credit';
  readonly currency: Currency;
  readonly amount: bigint;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  /** Money on account, whose due day nobody reads. */
  readonly onAccount: boolean;
  /** Minor units of the base currency that an amount of the row's currency is worth. */
  base(amount: bigint): bigint;
};

/** Takes an amount off the open items of a group, the oldest first. */
export function lower(
  group: Group,
  amount: bigint,
  on: Day,
  how: { readonly kind: 'closed_at_source' | 'lowered_at_source'; newId(): Id },
): { readonly at: AtSource; readonly posted: Posted }[] {
  const made: { at: AtSource; posted: Posted }[] = [];
  let left = amount;
  for (const at of group.items) {
    const part = left < at.state.open ? left : at.state.open;
    if (part === 0n) continue;
    left -= part;
    made.push({ at, posted: take(at, part, later(on, at.lastOn), how) });
  }
  if (left !== 0n) throw new Error(`${left} more to take off than is open`);
  return made;
}

function take(
  { accountId, state }: AtSource,
  amount: bigint,
  on: Day,
  { kind, newId }: { readonly kind: string; newId(): Id },
): Posted {
  const debit = state.side === 'debit';
  const base = baseTaken(state, amount);
  const item = derivedItem({
    itemId: newId(),
    kind: 'adjustment',
    side: debit ? 'credit' : 'debit',
    amount: money(amount, state.currency),
    base,
    number: derivedNumber('source', state.number),
    on,
  });
  const application: NewApplication = {
    applicationId: newId(),
    debitItemId: debit ? state.itemId : item.itemId,
    creditItemId: debit ? item.itemId : state.itemId,
    kind: debit ? 'payment' : 'credit',
    amount,
    debitBase: base,
    creditBase: base,
    reverses: null,
  };
  const what = { kind, lines: [controlLine(item, 'billing-clearing')] } as const;
  return { item, posting: entry(accountId, on, newId, { ...what, items: [item], application }) };
}

type What = {
  readonly kind: string;
  readonly lines: readonly Line[];
  readonly items: readonly NewItem[];
  readonly application?: NewApplication;
};

function entry(accountId: Id, on: Day, newId: () => Id, what: What): Posting {
  return {
    entryId: newId(),
    accountId,
    kind: what.kind,
    effectiveOn: on,
    reverses: null,
    lines: what.lines,
    items: what.items,
    applications: what.application ? [what.application] : [],
  };
}

/** What brings a group up by an amount: adjustments given back, and a raise for the rest. */
export type Raised = {
  readonly postings: readonly Posting[];
  /** New items that go on under the outside id. */
  readonly items: readonly { readonly accountId: Id; readonly item: NewItem }[];
  /** Adjustments that no longer stand. */
  readonly givenBack: readonly StandingAdjustment[];
};

/**
 * Brings a group up by an amount. What snapshots took is given back first, the newest first, so
 * that an item which reappears is open with its own age; a part of one is taken again at once.
 */
export function raise(
  group: Group,
  amount: bigint,
  { on, target, newId }: { readonly on: Day; readonly target: Target; newId(): Id },
): Raised {
  const postings: Posting[] = [];
  const givenBack: StandingAdjustment[] = [];
  const items: { accountId: Id; item: NewItem }[] = [];
  let left = amount;
  for (const standing of group.adjustments.toReversed()) {
    const at = group.items.find(({ state }) => state.itemId === standing.itemId);
    if (left === 0n || !at || !fits(at, target)) continue;
    const day = later(on, at.lastOn);
    postings.push(giveBack(standing, at.state, day, newId));
    givenBack.push(standing);
    left -= standing.application.amount;
    if (left >= 0n) continue;
    const { open, openBase } = at.state;
    const { amount: back, debitBase: backBase } = standing.application;
    const again = { ...at.state, open: open + back, openBase: openBase + backBase };
    const how = { kind: 'lowered_at_source', newId } as const;
    postings.push(take({ ...at, state: again }, -left, day, how).posting);
    left = 0n;
  }
  if (left > 0n) {
    const item = raisedItem(group, left, target, newId);
    const lines = [controlLine(item, 'billing-clearing')];
    const what = { kind: 'raised_at_source', lines, items: [item] };
    postings.push(entry(target.accountId, later(on, target.issuedOn), newId, what));
    items.push({ accountId: target.accountId, item });
  }
  return { postings, items, givenBack };
}

/** An item of another account, side, currency or due day than the file's is not opened again. */
function fits({ accountId, state }: AtSource, target: Target): boolean {
  return (
    accountId === target.accountId &&
    state.currency === target.currency &&
    state.side === target.side &&
    (target.onAccount || state.dueOn === target.dueOn)
  );
}

/** Takes an adjustment back, and counters it so that nothing of it is left. */
export function giveBack(
  { accountId, adjustment, entryId, application }: StandingAdjustment,
  item: ItemState,
  on: Day,
  newId: () => Id,
): Posting {
  const debit = item.side === 'debit' ? item : adjustment;
  const undone = takeBack(application, newId(), debit);
  const base = application.debitBase;
  const freed = { ...adjustment, open: application.amount, openBase: base };
  const countered = counter(freed, on, newId);
  return {
    ...entry(accountId, on, newId, {
      kind: 'reopened_at_source',
      lines: [controlLine(countered.item, 'billing-clearing')],
      items: [countered.item],
    }),
    reverses: entryId,
    applications: [undone.application, countered.application],
  };
}

function raisedItem(group: Group, amount: bigint, target: Target, newId: () => Id): NewItem {
  const first = group.items.find(
    ({ accountId, state }) => accountId === target.accountId && state.side === target.side,
  );
  return {
    itemId: newId(),
    documentId: first?.state.documentId ?? null,
    kind: 'adjustment',
    side: target.side,
    amount: money(amount, target.currency),
    base: target.base(amount),
    number: group.items[0]?.state.number ?? '',
    reference: null,
    issuedOn: target.issuedOn,
    dueOn: target.dueOn,
    instalment: null,
  };
}

/** A group that stands elsewhere at the source: what is open is reversed and posted again. */
export type Reposted = {
  readonly postings: readonly Posting[];
  readonly closed: readonly { readonly accountId: Id; readonly itemId: Id }[];
  readonly item: NewItem;
};

/** Posts a group again on the account, in the currency and with the due day of the file. */
export function repost(group: Group, on: Day, target: Target, newId: () => Id): Reposted {
  const open = group.items.filter(({ state }) => state.open > 0n);
  const [first] = open;
  if (!first) throw new Error('nothing is open to be posted again');
  const postings = open.map((at) => reversed(at, later(on, at.lastOn), newId));
  const same = open.every(({ state }) => state.currency === target.currency);
  const sum = (pick: (state: ItemState) => bigint): bigint =>
    open.reduce((total, { state }) => total + pick(state), 0n);
  const asBooked = same && sum(({ open: left }) => left) === target.amount;
  const { state } = first;
  const item: NewItem = {
    itemId: newId(),
    documentId: first.accountId === target.accountId ? state.documentId : null,
    kind: state.side === target.side ? state.kind : 'adjustment',
    side: target.side,
    amount: money(target.amount, target.currency),
    base: asBooked ? sum(({ openBase }) => openBase) : target.base(target.amount),
    number: state.number,
    reference: null,
    issuedOn: target.issuedOn,
    dueOn: target.dueOn,
    instalment: null,
  };
  const latest = open.reduce((day, at) => later(day, at.lastOn), later(on, target.issuedOn));
  postings.push(
    entry(target.accountId, latest, newId, {
      kind: 'reposted_at_source',
      lines: [controlLine(item, 'billing-clearing')],
      items: [item],
    }),
  );
  const closed = open.map((at) => ({ accountId: at.accountId, itemId: at.state.itemId }));
  return { postings, closed, item };
}

function reversed({ accountId, state }: AtSource, on: Day, newId: () => Id): Posting {
  const { item, application } = counter(state, on, newId);
  const lines = [controlLine(item, 'billing-clearing')];
  return entry(accountId, on, newId, {
    kind: 'reposted_at_source',
    lines,
    items: [item],
    application,
  });
}

/** The application of an adjustment once more, as what it turned out to be. */
export function renamed(
  standing: StandingAdjustment,
  item: ItemState,
  kind: ApplicationKind,
  newId: () => Id,
): Posting {
  const { accountId, application, adjustment } = standing;
  const debit = item.side === 'debit' ? item : adjustment;
  const undone = takeBack(application, newId(), debit);
  const { effectiveOn, ...again } = application;
  return {
    ...entry(accountId, effectiveOn, newId, { kind: 'confirmed_at_source', lines: [], items: [] }),
    applications: [undone.application, { ...again, applicationId: newId(), kind }],
  };
}

/** Moves what a closing left in billing-clearing to where it belongs; no item is touched. */
export function settledAgainst(
  { accountId, adjustment, application, entryId }: StandingAdjustment,
  { amount, other, on }: { readonly amount: Money; readonly other: ChartAccount; readonly on: Day },
  newId: () => Id,
): Posting {
  const base = application.debitBase;
  // A credit adjustment debited billing-clearing; a debit adjustment credited it.
  const line: Line =
    adjustment.side === 'credit'
      ? { debit: other, credit: 'billing-clearing', amount, base }
      : { debit: 'billing-clearing', credit: other, amount, base };
  const what = { kind: 'confirmed_at_source', lines: [line], items: [] };
  return { ...entry(accountId, on, newId, what), follows: entryId };
}
