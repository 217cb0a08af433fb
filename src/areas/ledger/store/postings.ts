/**
 * Writes postings: facts are inserted, balances moved, in one transaction.
 *
 * The caller holds the account's lock and has asked the rules; what the database refuses
 * here (an item overdrawn, an application taken back twice) is a bug and throws.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { CopyRow } from '#platform/postgres/copy.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { prepared } from '#platform/postgres/sql.ts';
import { after } from '../rules/applying.ts';
import type { Closed } from '../rules/posting-day.ts';
import { type ItemState, type Posting, stateOf } from '../rules/posting.ts';
import { type ClosedRow, postingDays, readClosed } from './closed.ts';
import { type Opened, moveOpen } from './open-book.ts';
import {
  type Recording,
  applicationRow,
  balanceRow,
  discountRows,
  entryRow,
  itemRow,
  lineRows,
  targets,
} from './rows.ts';

/**
 * Records one posting or many, of one account or many of one company, in their order. The
 * days that they count on in the books are found here and nowhere else.
 */
export async function recordPostings(
  context: Context,
  postings: readonly Posting[],
  importId: Id | null = null,
): Promise<void> {
  if (postings.length === 0) return;
  await writePostings(context, await readyPostings(context, postings, importId));
}

/** Postings of which is known when and on which days they are recorded. */
export type ReadyPostings = {
  readonly postings: readonly Posting[];
  readonly made: ReadonlyMap<Id, Fresh>;
  readonly moves: readonly BalanceMove[];
  readonly recording: Recording;
};

/** `held` is what the company has closed, when the caller holds its periods already. */
export async function readyPostings(
  context: Context,
  postings: readonly Posting[],
  importId: Id | null,
  held?: Closed,
): Promise<ReadyPostings> {
  const made = newBalances(postings);
  const moves = movesOf(postings, made);
  const [first] = postings;
  const { at, closed } =
    !first || (held && moves.length === 0)
      ? { at: context.at, closed: held ?? { softThrough: null, hardThrough: null } }
      : await recordingState(context.tx, first.accountId, moves, context.at);
  const recording = {
    at,
    actor: context.actor.ref,
    reason: context.reason,
    importId,
    postedOn: await postingDays(context, closed, postings),
  };
  return { postings, made, moves, recording };
}

/** Writes them; all rows are under way when it answers, so that others may follow them. */
export async function writePostings(
  { tx }: Context,
  { postings, made, moves, recording }: ReadyPostings,
): Promise<void> {
  // Started in the order of their keys, sent in one flight.
  await Promise.all([
    tx.copyIn(
      targets.entry,
      each(postings, (posting) => [entryRow(posting, recording)]),
    ),
    tx.copyIn(targets.line, each(postings, lineRows)),
    tx.copyIn(
      targets.item,
      each(postings, (posting) => posting.items.map((item) => itemRow(posting, item, recording))),
    ),
    tx.copyIn(targets.discount, each(postings, offersOf)),
    tx.copyIn(targets.balance, balanceRows(made, recording)),
    tx.copyIn(
      targets.application,
      each(postings, (posting) =>
        posting.applications.map((part) => applicationRow(posting, part, recording)),
      ),
    ),
    moveBalances(tx, moves, recording),
    moveOpen(tx, opened(made), moves),
  ]);
}

function* each(
  postings: readonly Posting[],
  rows: (posting: Posting) => Iterable<CopyRow>,
): Generator<CopyRow> {
  for (const posting of postings) yield* rows(posting);
}

function* offersOf({ accountId, items }: Posting): Generator<CopyRow> {
  for (const item of items) yield* discountRows(accountId, item);
}

type Fresh = {
  readonly accountId: Id;
  readonly base: bigint;
  state: ItemState;
  lastOn: Day;
};

/** Items these postings make, each after all of these postings' applications. */
function newBalances(postings: readonly Posting[]): Map<Id, Fresh> {
  const made = new Map<Id, Fresh>();
  for (const { accountId, effectiveOn, items } of postings) {
    for (const item of items) {
      const state = stateOf(item, effectiveOn);
      made.set(item.itemId, { accountId, base: item.base, state, lastOn: effectiveOn });
    }
  }
  for (const posting of postings) {
    for (const application of posting.applications) {
      for (const itemId of [application.debitItemId, application.creditItemId]) {
        const fresh = made.get(itemId);
        if (!fresh) continue;
        fresh.state = after(fresh.state, application);
        if (posting.effectiveOn > fresh.lastOn) fresh.lastOn = posting.effectiveOn;
      }
    }
  }
  return made;
}

function* balanceRows(made: ReadonlyMap<Id, Fresh>, recording: Recording): Generator<CopyRow> {
  for (const { accountId, base, state, lastOn } of made.values()) {
    const closedOn = state.open === 0n ? lastOn : null;
    yield balanceRow(accountId, { ...state, base }, closedOn, recording);
  }
}

/** What new items leave open. */
function opened(made: ReadonlyMap<Id, Fresh>): Opened[] {
  return [...made.values()]
    .filter(({ state }) => state.open !== 0n)
    .map(({ accountId, state: { currency, side, open } }) => ({ accountId, currency, side, open }));
}

type BalanceMove = {
  readonly itemId: Id;
  readonly accountId: Id;
  readonly amount: bigint;
  readonly base: bigint;
};

/** What the postings apply to items that stood before. */
function movesOf(postings: readonly Posting[], made: ReadonlyMap<Id, Fresh>): BalanceMove[] {
  const moves = new Map<Id, BalanceMove>();
  const add = (accountId: Id, itemId: Id, amount: bigint, base: bigint): void => {
    const move = moves.get(itemId) ?? { itemId, accountId, amount: 0n, base: 0n };
    moves.set(itemId, { ...move, amount: move.amount + amount, base: move.base + base });
  };
  for (const { accountId, applications } of postings) {
    for (const part of applications) {
      const { debitItemId, creditItemId, amount } = part;
      if (!made.has(debitItemId)) add(accountId, debitItemId, -amount, -part.debitBase);
      if (!made.has(creditItemId)) add(accountId, creditItemId, amount, part.creditBase);
    }
  }
  return [...moves.values()];
}

/**
 * What is closed, and the moment to record: never before what was last recorded on these items.
 * An action that waited for the account began earlier than the one it waited for, and would
 * otherwise be known before what it builds on.
 */
async function recordingState(
  tx: Tx,
  accountId: Id,
  moves: readonly BalanceMove[],
  began: Instant,
): Promise<{ at: Instant; closed: Closed }> {
  const row = await tx.one(prepared<ClosedRow & { last: string | null }>`
    select h.soft_through, h.hard_through,
           (select max(b.touched_at)
              from unnest(${moves.map((move) => move.accountId)}::uuid[],
                          ${moves.map((move) => move.itemId)}::uuid[]) as m (account_id, item_id)
              join ledger.item_balance b on b.account_id = m.account_id
                                        and b.item_id    = m.item_id) as last
      from ledger.account a
     cross join lateral ledger.hold_periods(a.company_id) h
     where a.account_id = ${accountId}`);
  const { last } = row;
  return { at: last !== null && last > began ? instant(last) : began, closed: readClosed(row) };
}

/** Moves the balances of items that stood before. */
async function moveBalances(
  tx: Tx,
  moves: readonly BalanceMove[],
  recording: Recording,
): Promise<void> {
  if (moves.length === 0) return;
  const touched = await tx.run(prepared`
    update ledger.item_balance b
       set open_minor      = b.open_minor + m.amount,
           open_base_minor = b.open_base_minor + m.base,
           closed_on       = case when b.open_minor + m.amount = 0 then (
                                    select max(a.effective_on)
                                      from ledger.application a
                                     where a.account_id = b.account_id
                                       and (a.debit_item_id = b.item_id
                                            or a.credit_item_id = b.item_id))
                                  else 'infinity' end,
           touched_at      = greatest(b.touched_at, ${recording.at})
      from unnest(${moves.map((move) => move.accountId)}::uuid[],
                  ${moves.map((move) => move.itemId)}::uuid[],
                  ${moves.map((move) => move.amount.toString())}::bigint[],
                  ${moves.map((move) => move.base.toString())}::bigint[])
           as m (account_id, item_id, amount, base)
     where b.account_id = m.account_id
       and b.item_id    = m.item_id`);
  if (touched !== moves.length) {
    throw new Error(`expected to move ${moves.length} balances, moved ${touched}`);
  }
}
