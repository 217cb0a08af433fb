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
import type { FoundProblem } from '../rules/found-problem.ts';
import type { Incoming, IncomingDocument } from '../rules/incoming.ts';
import type { BenchInput, Source, Standing } from '../rules/posting-bench.ts';
import type { CompanyImport } from './import-company.ts';

type Places = ReadonlyMap<string, { accountId: Id; objectId: Id }>;

export type Known = {
  readonly positions: BenchInput['known'];
  readonly duplicates: number;
  readonly problems: readonly FoundProblem[];
  leaveOutKnown(incoming: Incoming): Incoming;
};

const nothing: Known = {
  positions: { items: new Map(), receipts: new Map(), standing: [], adjustments: [] },
  duplicates: 0,
  problems: [],
  leaveOutKnown: (incoming) => incoming,
};

export async function knownInLedger(tx: Tx, part: CompanyImport): Promise<Known> {
  const { companyId } = part.company;
  if (!(await hasIdentities(tx, companyId, part.source))) return nothing;
  const { documents, payments, applications } = part.incoming;
  const find = (kind: 'item' | 'receipt' | 'application', ids: Iterable<string>): Promise<Places> =>
    findIdentities(tx, companyId, part.source, { kind, externalIds: [...new Set(ids)] });
  const items = await find('item', [
    ...documents.map((each) => each.externalId),
    ...applications.flatMap((each) => [each.documentId, ...memo(each.source)]),
  ]);
  const receipts = await find('receipt', [
    ...payments.flatMap((each) => [each.externalId, ...(each.of === null ? [] : [each.of])]),
    ...applications.flatMap((each) => (each.source ? [each.source.id] : [])),
  ]);
  const taken = await find(
    'application',
    applications.map((each) => each.externalId),
  );
  const fresh: Incoming = {
    ...part.incoming,
    documents: documents.filter((each) => !items.has(each.externalId)),
    payments: payments.filter((each) => !receipts.has(each.externalId)),
    applications: applications.filter((each) => !taken.has(each.externalId)),
  };
  const before = documents.length + payments.length + applications.length;
  const after = fresh.documents.length + fresh.payments.length + fresh.applications.length;
  const known = await positions(tx, items, receipts);
  const problems = documents.flatMap((each) => changed(each, known.items.get(each.externalId)));
  return {
    positions: known,
    duplicates: before - after - problems.length,
    problems,
    leaveOutKnown: () => fresh,
  };
}

function changed(document: IncomingDocument, known: Source | undefined): FoundProblem[] {
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

function memo(source: { kind: string; id: string } | null): string[] {
  return source?.kind === 'credit_memo' ? [source.id] : [];
}

async function positions(tx: Tx, items: Places, receipts: Places): Promise<BenchInput['known']> {
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
  const names = new Map<Id, string>();
  for (const [externalId, { objectId }] of [...items, ...receipts]) names.set(objectId, externalId);
  const applied = await standingOnto(tx, refs(items));
  const standing = applied.flatMap((application): Standing[] => {
    const documentId = names.get(application.debitItemId);
    if (documentId === undefined) return [];
    const { accountId, debitItemId, creditItemId, kind, amount } = application;
    const sourceId = names.get(creditItemId) ?? null;
    return [
      { accountId, debitItemId, creditItemId, kind, amount, application, documentId, sourceId },
    ];
  });
  const unnamed = standing.filter(({ sourceId }) => sourceId === null);
  const adjustments = await itemStatesAnywhere(
    tx,
    unnamed.map(({ accountId, creditItemId }) => ({ accountId, itemId: creditItemId })),
  );
  return {
    items: sources(items),
    receipts: sources(receipts),
    standing,
    adjustments: [...adjustments.values()],
  };
}
