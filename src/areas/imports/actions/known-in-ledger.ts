/**
 * What the ledger holds already of an incoming book, by outside id: such rows are duplicates,
 * and new applications may use the items that are there. A document that came back with
 * another amount is no duplicate but a problem: the ledger never changes behind a back.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Tx } from '#platform/postgres/db.ts';
import {
  type ItemRef,
  findIdentities,
  hasIdentities,
  itemStatesAnywhere,
  standingOnto,
} from '#areas/ledger/index.ts';
import type { Book, BookDocument } from '../rules/book.ts';
import type { Elsewhere } from '../rules/families.ts';
import type { FoundProblem } from '../rules/found-problem.ts';
import type { KnownItems, Source } from '../rules/posting-bench.ts';

type Places = ReadonlyMap<string, { accountId: Id; objectId: Id }>;

/** A book without what is known, and what the ledger knows that the rest may use. */
export type Fresh = {
  readonly book: Book;
  readonly known: KnownItems;
  readonly duplicates: number;
  readonly problems: readonly FoundProblem[];
};

/** Asks the ledger about one company's rows of one source. */
export type Memory = {
  /** Where ids lead that the book names and does not bring. */
  elsewhere(book: Book): Promise<Elsewhere>;
  leaveOutKnown(book: Book): Promise<Fresh>;
};

const nothing: KnownItems = {
  items: new Map(),
  receipts: new Map(),
  standing: [],
  adjustments: [],
};

export async function memoryOf(tx: Tx, companyId: Id, source: string): Promise<Memory> {
  if (!(await hasIdentities(tx, companyId, source))) {
    return {
      elsewhere: () => Promise.resolve(() => undefined),
      leaveOutKnown: (book) =>
        Promise.resolve({ book, known: nothing, duplicates: 0, problems: [] }),
    };
  }
  const find: Find = (kind, ids) =>
    findIdentities(tx, companyId, source, { kind, externalIds: [...new Set(ids)] });
  return {
    elsewhere: (book) => elsewhere(find, book),
    leaveOutKnown: (book) => leaveOutKnown(tx, find, book),
  };
}

type Find = (
  kind: 'item' | 'receipt' | 'application',
  externalIds: Iterable<string>,
) => Promise<Places>;

async function elsewhere(find: Find, book: Book): Promise<Elsewhere> {
  const named = idsNamed(book);
  for (const { externalId } of book.documents) named.items.delete(externalId);
  for (const { externalId } of book.payments) named.receipts.delete(externalId);
  const places = {
    item: await find('item', named.items),
    receipt: await find('receipt', named.receipts),
  };
  return (drawer, externalId) => places[drawer].get(externalId)?.accountId;
}

/** Every outside id that the book brings or points to. */
function idsNamed({ documents, payments, applications }: Book): {
  readonly items: Set<string>;
  readonly receipts: Set<string>;
} {
  const items = new Set<string>();
  const receipts = new Set<string>();
  for (const { externalId, credits } of documents) {
    items.add(externalId);
    if (credits !== null) items.add(credits);
  }
  for (const { externalId, of } of payments) {
    receipts.add(externalId);
    if (of !== null) receipts.add(of);
  }
  for (const { documentId, source } of applications) {
    items.add(documentId);
    if (source) (source.kind === 'payment' ? receipts : items).add(source.id);
  }
  return { items, receipts };
}

async function leaveOutKnown(tx: Tx, find: Find, book: Book): Promise<Fresh> {
  const { documents, payments, applications } = book;
  const named = idsNamed(book);
  const items = await find('item', named.items);
  const receipts = await find('receipt', named.receipts);
  const taken = await find(
    'application',
    applications.map((each) => each.externalId),
  );
  const fresh: Book = {
    documents: documents.filter((each) => !items.has(each.externalId)),
    payments: payments.filter((each) => !receipts.has(each.externalId)),
    applications: applications.filter((each) => !taken.has(each.externalId)),
  };
  const before = documents.length + payments.length + applications.length;
  const after = fresh.documents.length + fresh.payments.length + fresh.applications.length;
  const known = await knownItems(tx, items, receipts);
  const problems = documents.flatMap((each) => changed(each, known.items.get(each.externalId)));
  return { book: fresh, known, duplicates: before - after - problems.length, problems };
}

function changed(document: BookDocument, known: Source | undefined): FoundProblem[] {
  if (!known) return [];
  const { state } = known;
  const side = document.kind === 'credit_memo' ? 'credit' : 'debit';
  const same =
    state.amount === document.amount && state.currency === document.currency && state.side === side;
  if (same) return [];
  const facts = {
    document: document.number,
    before: formatMoney(money(state.amount, state.currency)),
    beforeCurrency: state.currency,
    now: formatMoney(money(document.amount, document.currency)),
    currency: document.currency,
  };
  return [{ ...document.origin, field: 'amount', code: 'import.document_changed', facts }];
}

async function knownItems(tx: Tx, items: Places, receipts: Places): Promise<KnownItems> {
  const refs = (places: Places): ItemRef[] =>
    [...places.values()].map(({ accountId, objectId }) => ({ accountId, itemId: objectId }));
  const states = await itemStatesAnywhere(tx, [...refs(items), ...refs(receipts)]);
  const sources = (places: Places): Map<string, Source> => {
    const found = new Map<string, Source>();
    for (const [externalId, { accountId, objectId }] of places) {
      const state = states.get(objectId);
      if (state) found.set(externalId, { accountId, state });
    }
    return found;
  };
  const standing = await standingOnto(tx, refs(items));
  const unnamed = standing
    .filter(({ creditItemId }) => !states.has(creditItemId))
    .map(({ accountId, creditItemId }) => ({ accountId, itemId: creditItemId }));
  const adjustments = await itemStatesAnywhere(tx, unnamed);
  return {
    items: sources(items),
    receipts: sources(receipts),
    standing,
    adjustments: unnamed.flatMap(({ accountId, itemId }) => {
      const state = adjustments.get(itemId);
      return state ? [{ accountId, state }] : [];
    }),
  };
}
