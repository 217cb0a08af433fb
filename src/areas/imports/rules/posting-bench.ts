/**
 * The bench on which the book of one family of accounts is turned into postings.
 *
 *   Piece      an item with what stands of it now: open amount, last posting, what was applied
 *   Standing   an application onto a piece that nobody has taken back
 *
 * A piece carries all that is known of it, so the bench itself is little more than two
 * drawers of pieces by outside id. It never touches a database; what the ledger holds
 * already is laid out on it first.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import { after, applyCredit, takeBack } from '#areas/ledger/rules/applying.ts';
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

/** An item on the bench; `externalId` is null for one that only the ledger names. */
export type Piece = {
  readonly accountId: Id;
  readonly externalId: string | null;
  state: ItemState;
  /** The posting of the bench that last used it. */
  newest: OpenPosting | undefined;
  /** Applications onto it that stand, in their order. */
  readonly standing: Standing[];
  /** Present on a credit that only carries money over from another account. */
  readonly carries: Carried | undefined;
};

export type Standing = {
  readonly debit: Piece;
  readonly credit: Piece;
  readonly application: NewApplication;
  /** The outside id of the payment or credit memo; null for an adjustment. */
  readonly sourceId: string | null;
};

/** How the money of a carrying credit came: what took it out of the credit it stands for. */
export type Carried = { readonly from: Piece; readonly taken: Standing };

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

type Drawer = 'item' | 'receipt';

export type Source = { readonly accountId: Id; readonly state: ItemState };

/** What the ledger holds already of the family, by outside id. */
export type KnownItems = {
  readonly items: ReadonlyMap<string, Source>;
  readonly receipts: ReadonlyMap<string, Source>;
  /** Applications onto these items that stand. */
  readonly standing: readonly NewApplication[];
  /** Credits of those applications that have no outside id: discounts and write-offs. */
  readonly adjustments: readonly Source[];
};

export type BenchInput = {
  newId(): Id;
  /** Minor units of the account's base currency, or undefined when no rate is known. */
  base(accountId: Id, currency: Currency, amount: bigint, on: Day): bigint | undefined;
  readonly known: KnownItems;
};

type OpenPosting = Posting & {
  readonly lines: Line[];
  readonly items: NewItem[];
  readonly applications: NewApplication[];
};

/** The bench: everything that changes while the days go by. */
export type Bench = {
  readonly input: BenchInput;
  readonly drawers: { readonly [D in Drawer]: Map<string, Piece> };
  readonly postings: Map<Id, OpenPosting[]>;
  readonly identities: NewIdentity[];
  readonly documents: { document: BookDocument; item: NewItem }[];
  readonly problems: BookProblem[];
};

/** A bench that holds what the ledger holds already, and nothing else. */
export function makeBench(input: BenchInput): Bench {
  const bench: Bench = {
    input,
    drawers: { item: new Map(), receipt: new Map() },
    postings: new Map(),
    identities: [],
    documents: [],
    problems: [],
  };
  const { items, receipts, standing, adjustments } = input.known;
  for (const [externalId, known] of items) {
    bench.drawers.item.set(externalId, pieceOf(known, externalId));
  }
  for (const [externalId, known] of receipts) {
    bench.drawers.receipt.set(externalId, pieceOf(known, externalId));
  }
  layOut(bench, standing, adjustments);
  return bench;
}

function pieceOf({ accountId, state }: Source, externalId: string | null): Piece {
  return { accountId, externalId, state, newest: undefined, standing: [], carries: undefined };
}

/** Lays the ledger's own applications onto the pieces that they stand between. */
function layOut(
  bench: Bench,
  standing: readonly NewApplication[],
  adjustments: readonly Source[],
): void {
  if (standing.length === 0) return;
  const pieces = new Map(adjustments.map((each) => [each.state.itemId, pieceOf(each, null)]));
  for (const drawer of Object.values(bench.drawers)) {
    for (const piece of drawer.values()) pieces.set(piece.state.itemId, piece);
  }
  for (const application of standing) {
    const debit = pieces.get(application.debitItemId);
    const credit = pieces.get(application.creditItemId);
    if (!debit || !credit) continue;
    debit.standing.push({ debit, credit, application, sourceId: credit.externalId });
  }
}

/** Says that a record of the book does not fit. */
export function complain(
  bench: Bench,
  origin: Origin,
  code: BookProblemCode,
  ...[field, facts]: [string, BookProblem['facts']]
): undefined {
  bench.problems.push({ origin, code, field, facts });
}

/** The piece that an outside id names. */
export function find(bench: Bench, drawer: Drawer, externalId: string): Piece | undefined {
  return bench.drawers[drawer].get(externalId);
}

/** Where a new item goes: its account, its outside id, what it carries. */
export type Place = {
  readonly accountId: Id;
  readonly name?: { readonly drawer: Drawer; readonly externalId: string };
  readonly carries?: Carried;
};

/** How it gets there: the kind and day of the entry, and the other account of the journal. */
export type Entering = { readonly kind: string; readonly on: Day; readonly other: ChartAccount };

/** Posts one new item against an account of the journal. */
export function post(bench: Bench, place: Place, item: NewItem, entering: Entering): Piece {
  const { accountId, name, carries } = place;
  const { kind, on, other } = entering;
  const posting = open(bench, accountId, kind, on);
  posting.items.push(item);
  posting.lines.push(controlLine(item, other));
  const piece: Piece = {
    accountId,
    externalId: name?.externalId ?? null,
    state: stateOf(item, on),
    newest: posting,
    standing: [],
    carries,
  };
  if (name) {
    bench.drawers[name.drawer].set(name.externalId, piece);
    identify(bench, piece, { ...name, kind: name.drawer, objectId: item.itemId });
  }
  return piece;
}

function identify(
  bench: Bench,
  { accountId }: Piece,
  { kind, externalId, objectId }: Omit<NewIdentity, 'accountId'>,
): void {
  bench.identities.push({ kind, externalId, accountId, objectId });
}

/** The one place that opens an entry, and so decides in which period it counts. */
function open(bench: Bench, accountId: Id, kind: string, on: Day): OpenPosting {
  const posting: OpenPosting = {
    entryId: bench.input.newId(),
    accountId,
    kind,
    effectiveOn: on,
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

export type Applying = {
  readonly kind: ApplicationKind;
  readonly amount: bigint;
  readonly on: Day;
  readonly externalId: string | null;
};

/** Applies a credit onto a debit that the caller has checked to have room. */
export function apply(bench: Bench, debit: Piece, credit: Piece, wish: Applying): Standing {
  const { kind, amount, on, externalId } = wish;
  const applicationId = bench.input.newId();
  const asked = { applicationId, kind, amount, effectiveOn: on };
  const decision = applyCredit(debit.state, credit.state, asked);
  if (!decision.ok) throw new Error(`the bench applied too much: ${decision.refusal}`);
  const { application, exchange } = decision.value;
  const sourceId = (credit.carries?.from ?? credit).externalId;
  const standing = { debit, credit, application, sourceId };
  record(postingFor(bench, credit, on), standing, exchange);
  debit.standing.push(standing);
  if (externalId !== null) {
    identify(bench, debit, { kind: 'application', externalId, objectId: applicationId });
  }
  return standing;
}

/** The posting of the credit's own day, so that a receipt and what it paid are one entry. */
function postingFor(bench: Bench, credit: Piece, on: Day): OpenPosting {
  if (credit.newest?.effectiveOn === on) return credit.newest;
  credit.newest = open(bench, credit.accountId, 'application', on);
  return credit.newest;
}

function record(
  posting: OpenPosting,
  { debit, credit, application }: Standing,
  exchange: Line | undefined,
): void {
  posting.applications.push(application);
  if (exchange) posting.lines.push(exchange);
  debit.state = after(debit.state, application);
  credit.state = after(credit.state, application);
}

/** Takes a standing application back on a day, perhaps under an outside id. */
export function withdraw(
  bench: Bench,
  standing: Standing,
  on: Day,
  externalId: string | null = null,
): void {
  const { debit } = standing;
  const posting = open(bench, debit.accountId, 'application_reversal', on);
  const { application, exchange } = takeBack(
    standing.application,
    bench.input.newId(),
    debit.state,
  );
  record(posting, { ...standing, application }, exchange);
  debit.standing.splice(debit.standing.indexOf(standing), 1);
  if (externalId !== null) {
    const objectId = application.applicationId;
    identify(bench, debit, { kind: 'application', externalId, objectId });
  }
}
