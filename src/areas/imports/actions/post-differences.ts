/**
 * Posts what a snapshot shows otherwise than the book: closed, lowered, raised, reopened and
 * reposted items, all on the snapshot's day.
 *
 * The book is read again under the accounts' locks; when somebody posted in between, nothing is
 * taken in and the file is simply tried again.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import {
  type NamedItem,
  type SourceItem,
  itemStatesAnywhere,
  itemsAtSource,
  lockAccounts,
  nameSourceItems,
  recordPostings,
  sourceAdjustments,
} from '#areas/ledger/index.ts';
import type { Posting } from '#areas/ledger/rules/posting.ts';
import type { Company } from '#areas/team/index.ts';
import type { Incoming } from '../rules/incoming.ts';
import type { BenchInput } from '../rules/posting-bench.ts';
import type { Difference } from '../rules/snapshot.ts';
import {
  type Group,
  type StandingAdjustment,
  type Target,
  lower,
  raise,
  repost,
} from '../rules/snapshot-postings.ts';
import type { OpenRow } from '../rules/snapshot-rows.ts';
import { type NewClosing, insertAnswers, insertClosings } from '../store/snapshots.ts';
import { baseConverter } from './base-converter.ts';

export type PostDifferences = {
  readonly company: Company;
  readonly source: string;
  readonly importId: Id;
  readonly asOf: Day;
  readonly rows: readonly OpenRow[];
  readonly incoming: Incoming;
  readonly differing: readonly Difference[];
};

export type PostedChanges = {
  readonly count: number;
  readonly closings: readonly Omit<NewClosing, 'importId'>[];
  readonly reopened: readonly StandingAdjustment[];
};

export async function postDifferences(
  context: Context,
  wish: PostDifferences,
): Promise<Outcome<PostedChanges, 'snapshot.book_moved'>> {
  const { differing } = wish;
  if (differing.length === 0) return accept({ count: 0, closings: [], reopened: [] });
  const accounts = await accountsOfRows(context, wish);
  const groups = await groupsOf(context, wish, [...accounts.values()]);
  const base = await baseConverter(context, wish.company, wish.incoming);
  const desk: PostingDesk = { context, wish, accounts, base, made: nothingMade() };
  for (const difference of differing) {
    const group = groups.get(keyOf(difference)) ?? { items: [], adjustments: [] };
    const open = group.items.reduce((sum, { state }) => sum + state.open, 0n);
    if (open !== difference.open) return refuse('snapshot.book_moved');
    post(desk, difference, group);
  }
  const { postings, named, closings, reopened, moved } = desk.made;
  await recordPostings(context, postings, wish.importId);
  await nameSourceItems(context.tx, named);
  for (const each of moved) {
    await context.tell({
      name: 'imports.item_reposted',
      accountId: each.toAccountId,
      payload: each,
    });
  }
  return accept({ count: differing.length, closings, reopened });
}

/** Stores what was closed, to be confirmed, and which closings the file took back. */
export async function keepClosings(
  context: Context,
  importId: Id,
  { closings, reopened }: PostedChanges,
): Promise<void> {
  await insertClosings(
    context.tx,
    closings.map((each) => ({ ...each, importId })),
  );
  const refs = reopened.map(({ accountId, adjustment }) => ({
    accountId,
    adjustmentId: adjustment.itemId,
  }));
  await insertAnswers(context, refs, 'reappeared', importId);
}

/** By customer number, for the rows that differ; a customer who is new gets an account. */
async function accountsOfRows(context: Context, wish: PostDifferences): Promise<Map<string, Id>> {
  const found = new Map<string, Id>();
  const missing = new Map<string, string>();
  for (const { row, accountId } of wish.differing) {
    const open = row === null ? undefined : wish.rows[row];
    if (!open) continue;
    if (accountId === null) missing.set(open.customer, open.customerName ?? open.customer);
    else found.set(open.customer, accountId);
  }
  const stated = [...missing].map(([customerNumber, name]) => ({ customerNumber, name }));
  if (stated.length === 0) return found;
  const { company, source } = wish;
  const made = await ensureAccounts(context, company.companyId, stated, { source });
  for (const [customer, { accountId }] of made) found.set(customer, accountId);
  return found;
}

async function groupsOf(
  { tx }: Context,
  { company, source, differing }: PostDifferences,
  rowAccounts: readonly Id[],
): Promise<Map<string, Group>> {
  const names = differing.map(({ externalId }) => externalId);
  const before = await itemsAtSource(tx, company.companyId, source, names);
  const accounts = new Set([...rowAccounts, ...before.map(({ accountId }) => accountId)]);
  await lockAccounts(tx, [...accounts]);
  const items = await itemsAtSource(tx, company.companyId, source, names);
  const standing = await sourceAdjustments(tx, items);
  const states = await itemStatesAnywhere(tx, [
    ...items,
    ...standing.map(({ accountId, adjustmentId }) => ({ accountId, itemId: adjustmentId })),
  ]);
  const stateOf = (itemId: Id) => {
    const state = states.get(itemId);
    if (!state) throw new Error(`item ${itemId} has a name and no balance`);
    return state;
  };
  const adjustments = Map.groupBy(standing, ({ itemId }) => itemId);
  const groups = new Map<string, Group>();
  for (const [key, own] of Map.groupBy(items, keyOf)) {
    groups.set(key, {
      items: own.map(({ accountId, itemId, lastOn }) => {
        return { accountId, lastOn, state: stateOf(itemId) };
      }),
      adjustments: own
        .flatMap(({ itemId }) => adjustments.get(itemId) ?? [])
        .map((each) => ({ ...each, adjustment: stateOf(each.adjustmentId) })),
    });
  }
  return groups;
}

function keyOf({ namedAs, externalId }: Difference | SourceItem): string {
  return `${namedAs}:${externalId}`;
}

type Moved = {
  readonly fromAccountId: Id;
  readonly toAccountId: Id;
  readonly items: readonly { readonly from: Id; readonly to: Id }[];
};

type Made = {
  readonly postings: Posting[];
  readonly named: NamedItem[];
  readonly closings: Omit<NewClosing, 'importId'>[];
  readonly reopened: StandingAdjustment[];
  readonly moved: Moved[];
};

type PostingDesk = {
  readonly context: Context;
  readonly wish: PostDifferences;
  readonly accounts: ReadonlyMap<string, Id>;
  readonly base: BenchInput['base'];
  readonly made: Made;
};

function nothingMade(): Made {
  return { postings: [], named: [], closings: [], reopened: [], moved: [] };
}

function post(desk: PostingDesk, difference: Difference, group: Group): void {
  const { open, target, finding } = difference;
  if (finding === 'vanished') close(desk, difference, group);
  else if (finding === 'reposted') postAgain(desk, difference, group);
  else if (target < open) {
    const how = { kind: 'lowered_at_source', newId: desk.context.newId } as const;
    const taken = lower(group, open - target, desk.wish.asOf, how);
    desk.made.postings.push(...taken.map(({ posted }) => posted.posting));
  } else bringUp(desk, difference, group);
}

function close({ context, wish, made }: PostingDesk, { externalId, open }: Difference, of: Group) {
  const how = { kind: 'closed_at_source', newId: context.newId } as const;
  for (const { at, posted } of lower(of, open, wish.asOf, how)) {
    const { amount } = posted.item;
    made.postings.push(posted.posting);
    made.closings.push({
      accountId: at.accountId,
      adjustmentId: posted.item.itemId,
      itemId: at.state.itemId,
      externalId,
      closedOn: posted.posting.effectiveOn,
      currency: amount.currency,
      amount: at.state.side === 'debit' ? amount.minor : -amount.minor,
    });
  }
}

function bringUp(desk: PostingDesk, difference: Difference, group: Group): void {
  const { context, wish, made } = desk;
  const how = { on: wish.asOf, target: targetOf(desk, difference), newId: context.newId };
  const raised = raise(group, difference.target - difference.open, how);
  made.postings.push(...raised.postings);
  made.reopened.push(...raised.givenBack);
  for (const { accountId, item } of raised.items) {
    made.named.push(nameOf(desk, difference, accountId, item.itemId));
  }
}

function postAgain(desk: PostingDesk, difference: Difference, group: Group): void {
  const target = targetOf(desk, difference);
  const again = repost(group, desk.wish.asOf, target, desk.context.newId);
  const to = again.item.itemId;
  desk.made.postings.push(...again.postings);
  desk.made.named.push(nameOf(desk, difference, target.accountId, to));
  for (const { accountId, itemId } of again.closed) {
    desk.made.moved.push({
      fromAccountId: accountId,
      toAccountId: target.accountId,
      items: [{ from: itemId, to }],
    });
  }
}

function nameOf(
  { wish }: PostingDesk,
  { namedAs, externalId }: Difference,
  ...[accountId, itemId]: [Id, Id]
): NamedItem {
  const { company, source } = wish;
  return {
    accountId,
    itemId,
    companyId: company.companyId,
    source,
    kind: namedAs,
    externalId,
  };
}

function targetOf({ wish, accounts, base }: PostingDesk, difference: Difference): Target {
  const row = difference.row === null ? undefined : wish.rows[difference.row];
  const accountId = row && accounts.get(row.customer);
  if (!row || !accountId) throw new Error(`${difference.externalId} has no row or no account`);
  const { currency, issuedOn, dueOn, onAccount } = row;
  return {
    accountId,
    side: row.open < 0n ? 'credit' : 'debit',
    currency,
    amount: difference.target,
    issuedOn,
    dueOn,
    onAccount,
    base(amount) {
      const worth = base(accountId, currency, amount, issuedOn);
      if (worth === undefined) throw new Error(`no rate of ${currency} is known on ${issuedOn}`);
      return worth;
    },
  };
}
