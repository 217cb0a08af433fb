/**
 * The bench on which a book is turned into postings: what stands where while the days go by.
 *
 * It knows every item by its outside id, keeps each item's open amount as the ledger will
 * see it, and collects postings by account. It never touches a database; the items that the
 * ledger already holds are handed in.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, money } from '#kernel/money.ts';
import { after, applyCredit, baseTaken, takeBack } from '#areas/ledger/rules/applying.ts';
import type { ChartAccount } from '#areas/ledger/rules/chart.ts';
import {
  type ApplicationKind,
  type ItemState,
  type Line,
  type NewApplication,
  type NewItem,
  type Posting,
  controlLine,
  stateOf,
} from '#areas/ledger/rules/posting.ts';
import type { BookDocument, BookProblem, BookProblemCode, Origin } from './book.ts';

export type Source = { readonly accountId: Id; readonly state: ItemState };

/** An application that has not been taken back, with the outside ids it stands under. */
export type Standing = {
  readonly accountId: Id;
  readonly debitItemId: Id;
  readonly creditItemId: Id;
  readonly kind: ApplicationKind;
  readonly amount: bigint;
  readonly application: NewApplication;
  readonly documentId: string;
  readonly sourceId: string | null;
};

/** An outside identity to be stored: `kind` and `externalId` find `objectId` again. */
export type NewIdentity = {
  readonly kind: 'item' | 'receipt' | 'application';
  readonly externalId: string;
  readonly accountId: Id;
  readonly objectId: Id;
};

export type Built = {
  readonly postings: ReadonlyMap<Id, readonly Posting[]>;
  readonly identities: readonly NewIdentity[];
  readonly documents: readonly { document: BookDocument; item: NewItem }[];
  readonly problems: readonly BookProblem[];
};

export type BenchInput = {
  newId(): Id;
  /** Minor units of the account's base currency, or undefined when no rate is known. */
  base(accountId: Id, currency: Currency, amount: bigint, on: Day): bigint | undefined;
  /** What the ledger holds already, by outside id. */
  readonly known: {
    readonly items: ReadonlyMap<string, Source>;
    readonly receipts: ReadonlyMap<string, Source>;
    readonly standing: readonly Standing[];
    /** Credits that stand applied and have no outside id: discounts and write-offs. */
    readonly adjustments: readonly ItemState[];
  };
};

type OpenPosting = Posting & {
  readonly lines: Line[];
  readonly items: NewItem[];
  readonly applications: NewApplication[];
};

export type Applying = {
  readonly kind: ApplicationKind;
  readonly amount: bigint;
  readonly on: Day;
  readonly externalId: string | null;
};

export function problem(
  origin: Origin,
  code: BookProblemCode,
  field: string,
  facts: BookProblem['facts'],
): BookProblem {
  return { origin, code, field, facts };
}

/** The bench: everything that changes while the days go by. */
export type Bench = {
  readonly input: BenchInput;
  readonly states: Map<Id, ItemState>;
  /** `kind outside-id` to where the item stands. */
  readonly places: Map<string, { accountId: Id; itemId: Id }>;
  readonly names: Map<Id, string>;
  readonly postings: Map<Id, OpenPosting[]>;
  readonly newest: Map<Id, OpenPosting>;
  readonly standings: Map<string, Standing[]>;
  /** By the credit item that carried money over from another account. */
  readonly transfers: Map<Id, Transferred>;
  readonly identities: NewIdentity[];
  readonly documents: { document: BookDocument; item: NewItem }[];
  readonly problems: BookProblem[];
};

/** A bench that holds what the ledger holds already, and nothing else. */
export function makeBench(input: BenchInput): Bench {
  const bench: Bench = {
    input,
    states: new Map(),
    places: new Map(),
    names: new Map(),
    postings: new Map(),
    newest: new Map(),
    standings: new Map(),
    transfers: new Map(),
    identities: [],
    documents: [],
    problems: [],
  };
  for (const [externalId, known] of input.known.items) know(bench, 'item', externalId, known);
  for (const [externalId, known] of input.known.receipts) know(bench, 'receipt', externalId, known);
  for (const standing of input.known.standing) keepStanding(bench, standing);
  for (const state of input.known.adjustments) bench.states.set(state.itemId, state);
  return bench;
}

function know(bench: Bench, kind: 'item' | 'receipt', externalId: string, known: Source): void {
  bench.states.set(known.state.itemId, known.state);
  place(bench, kind, externalId, known.accountId, known.state.itemId);
}

function place(
  bench: Bench,
  kind: 'item' | 'receipt',
  externalId: string,
  ...[accountId, itemId]: [Id, Id]
): void {
  bench.places.set(`${kind} ${externalId}`, { accountId, itemId });
  bench.names.set(itemId, externalId);
}

/** Gives a new item its outside id. */
export function remember(
  bench: Bench,
  kind: 'item' | 'receipt',
  externalId: string,
  ...[accountId, itemId]: [Id, Id]
): void {
  place(bench, kind, externalId, accountId, itemId);
  bench.identities.push({ kind, externalId, accountId, objectId: itemId });
}

/** The item that an outside id names, as it stands now. */
export function find(
  bench: Bench,
  kind: 'item' | 'receipt',
  externalId: string,
): Source | undefined {
  const found = bench.places.get(`${kind} ${externalId}`);
  return found && source(bench, found.accountId, found.itemId);
}

/** An item of the bench with its account. */
export function source(bench: Bench, accountId: Id, itemId: Id): Source {
  return { accountId, state: stateNow(bench, itemId) };
}

function stateNow(bench: Bench, itemId: Id): ItemState {
  const state = bench.states.get(itemId);
  if (!state) throw new Error(`the bench knows no item ${itemId}`);
  return state;
}

/** Posts one new item against an account of the journal. */
export function post(
  bench: Bench,
  accountId: Id,
  item: NewItem,
  { kind, on, other }: { kind: string; on: Day; other: ChartAccount },
): void {
  const posting = open(bench, accountId, kind, on);
  posting.items.push(item);
  posting.lines.push(controlLine(item, other));
  bench.states.set(item.itemId, stateOf(item, on));
  bench.newest.set(item.itemId, posting);
}

function open(bench: Bench, accountId: Id, kind: string, on: Day): OpenPosting {
  const posting: OpenPosting = {
    entryId: bench.input.newId(),
    accountId,
    kind,
    effectiveOn: on,
    postedOn: on,
    reverses: null,
    lines: [],
    items: [],
    applications: [],
  };
  const list = bench.postings.get(accountId);
  if (list) list.push(posting);
  else bench.postings.set(accountId, [posting]);
  return posting;
}

/** Applies a credit onto a debit that the caller has checked to have room. */
export function apply(
  bench: Bench,
  accountId: Id,
  { debitItemId, creditItemId }: { debitItemId: Id; creditItemId: Id },
  wish: Applying,
): NewApplication {
  const { kind, amount, on } = wish;
  const debit = stateNow(bench, debitItemId);
  const credit = stateNow(bench, creditItemId);
  const applicationId = bench.input.newId();
  const decision = applyCredit(debit, credit, { applicationId, kind, amount, effectiveOn: on });
  if (!decision.ok) throw new Error(`the bench applied too much: ${decision.refusal}`);
  const { application, exchange } = decision.value;
  record(bench, postingFor(bench, accountId, creditItemId, on), application, exchange);
  if (wish.externalId !== null) {
    const { externalId } = wish;
    bench.identities.push({ kind: 'application', externalId, accountId, objectId: applicationId });
  }
  const documentId = bench.names.get(debitItemId);
  if (documentId !== undefined) {
    const origin = bench.transfers.get(creditItemId)?.receiptItemId ?? creditItemId;
    const sourceId = bench.names.get(origin) ?? null;
    const items = { accountId, debitItemId, creditItemId };
    keepStanding(bench, { ...items, kind, amount, application, documentId, sourceId });
  }
  return application;
}

/** The posting of the credit's own day, so that a receipt and what it paid are one entry. */
function postingFor(bench: Bench, accountId: Id, creditItemId: Id, on: Day): OpenPosting {
  const last = bench.newest.get(creditItemId);
  if (last && last.accountId === accountId && last.effectiveOn === on) return last;
  const posting = open(bench, accountId, 'application', on);
  bench.newest.set(creditItemId, posting);
  return posting;
}

function record(
  bench: Bench,
  posting: OpenPosting,
  part: NewApplication,
  exchange: Line | undefined,
): void {
  posting.applications.push(part);
  if (exchange) posting.lines.push(exchange);
  bench.states.set(part.debitItemId, after(stateNow(bench, part.debitItemId), part));
  bench.states.set(part.creditItemId, after(stateNow(bench, part.creditItemId), part));
}

type Move = { readonly amount: bigint; readonly base: bigint; readonly on: Day };

/** Moves part of a credit to another account on a day; answers the credit over there. */
export function transfer(
  bench: Bench,
  from: Source,
  toAccountId: Id,
  { amount, on }: { amount: bigint; on: Day },
): Source {
  const move = { amount, base: baseTaken(from.state, amount), on };
  const out = transferItem(bench, 'debit', from.state, move);
  const into = transferItem(bench, 'credit', from.state, move);
  post(bench, from.accountId, out, { kind: 'transfer', on, other: 'transfers' });
  const items = { debitItemId: out.itemId, creditItemId: from.state.itemId };
  const wish: Applying = { kind: 'transfer', amount, on, externalId: null };
  const application = apply(bench, from.accountId, items, wish);
  post(bench, toAccountId, into, { kind: 'transfer', on, other: 'transfers' });
  bench.transfers.set(into.itemId, {
    fromAccountId: from.accountId,
    receiptItemId: from.state.itemId,
    outItemId: out.itemId,
    out: application,
  });
  return source(bench, toAccountId, into.itemId);
}

function transferItem(bench: Bench, side: NewItem['side'], from: ItemState, move: Move): NewItem {
  return {
    itemId: bench.input.newId(),
    documentId: null,
    kind: 'transfer',
    side,
    amount: money(move.amount, from.currency),
    base: move.base,
    number: from.number,
    reference: null,
    issuedOn: move.on,
    dueOn: move.on,
    instalment: null,
  };
}

/** The newest standing application of this source onto this document that is big enough. */
export function findStanding(
  bench: Bench,
  documentId: string,
  sourceId: string | null,
  wanted: { kind: ApplicationKind; amount: bigint },
): Standing | undefined {
  const list = bench.standings.get(standingKey(documentId, sourceId, wanted.kind)) ?? [];
  return (
    list.findLast((standing) => standing.amount === wanted.amount) ??
    list.findLast((standing) => standing.amount > wanted.amount)
  );
}

function keepStanding(bench: Bench, standing: Standing): void {
  const key = standingKey(standing.documentId, standing.sourceId, standing.kind);
  const list = bench.standings.get(key);
  if (list) list.push(standing);
  else bench.standings.set(key, [standing]);
}

/** Takes an application back on a day; a credit that only carried it is taken back as well. */
export function undo(bench: Bench, standing: Standing, on: Day, externalId: string): void {
  const { accountId } = standing;
  const posting = open(bench, accountId, 'application_reversal', on);
  const applicationId = bench.input.newId();
  const debit = stateNow(bench, standing.debitItemId);
  const taken = takeBack(standing.application, applicationId, debit);
  record(bench, posting, taken.application, taken.exchange);
  bench.identities.push({ kind: 'application', externalId, accountId, objectId: applicationId });
  const key = standingKey(standing.documentId, standing.sourceId, standing.kind);
  const list = bench.standings.get(key);
  list?.splice(list.indexOf(standing), 1);
  const carried = bench.transfers.get(standing.creditItemId);
  if (carried) bringHome(bench, standing, carried, on);
  else if (standing.sourceId === null) cancelAdjustment(bench, standing, on);
}

/** The transfer goes back, so that the receipt has its money again on the payer's account. */
function bringHome(bench: Bench, standing: Standing, carried: Transferred, on: Day): void {
  const credit = stateNow(bench, standing.creditItemId);
  const move = { amount: credit.open, base: credit.openBase, on };
  const counter = transferItem(bench, 'debit', credit, move);
  const kind = 'transfer_reversal';
  post(bench, standing.accountId, counter, { kind, on, other: 'transfers' });
  const wish: Applying = { kind: 'reversal', amount: credit.open, on, externalId: null };
  const there = { debitItemId: counter.itemId, creditItemId: standing.creditItemId };
  apply(bench, standing.accountId, there, wish);

  const home = open(bench, carried.fromAccountId, 'application_reversal', on);
  const out = stateNow(bench, carried.outItemId);
  const taken = takeBack(carried.out, bench.input.newId(), out);
  record(bench, home, taken.application, taken.exchange);
  const back = transferItem(bench, 'credit', out, move);
  post(bench, carried.fromAccountId, back, { kind, on, other: 'transfers' });
  const here = { debitItemId: carried.outItemId, creditItemId: back.itemId };
  apply(bench, carried.fromAccountId, here, wish);
}

/** An adjustment taken back is countered, so that no discount is left as a credit. */
function cancelAdjustment(bench: Bench, standing: Standing, on: Day): void {
  const credit = stateNow(bench, standing.creditItemId);
  if (credit.kind !== 'adjustment' || credit.open === 0n) return;
  const move = { amount: credit.open, base: credit.openBase, on };
  const counter: NewItem = { ...transferItem(bench, 'debit', credit, move), kind: 'reversal' };
  const other: ChartAccount = standing.kind === 'discount' ? 'discounts' : 'allowance';
  post(bench, standing.accountId, counter, { kind: `${standing.kind}_reversal`, on, other });
  const items = { debitItemId: counter.itemId, creditItemId: standing.creditItemId };
  apply(bench, standing.accountId, items, {
    kind: 'reversal',
    amount: move.amount,
    on,
    externalId: null,
  });
}

type Transferred = {
  readonly fromAccountId: Id;
  readonly receiptItemId: Id;
  readonly outItemId: Id;
  readonly out: NewApplication;
};

function standingKey(documentId: string, sourceId: string | null, kind: string): string {
  return `${documentId}|${sourceId ?? ''}|${kind}`;
}
