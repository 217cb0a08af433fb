/**
 * Writes a portion of a book, as the bench has built it, into the ledger and beside it.
 *
 * Rows go out in the order of accounts and ids, which is the order of every primary key.
 */
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { recordDisputes } from '#areas/disputes/index.ts';
import { recordDocuments } from '#areas/invoices/index.ts';
import {
  type Closed,
  readyPostings,
  recordIdentities,
  writePostings,
} from '#areas/ledger/index.ts';
import type { ControlTotal } from '../rules/control-totals.ts';
import type { Built } from '../rules/posting-bench.ts';

export type Origin = {
  readonly companyId: Id;
  readonly source: string;
  readonly importId: Id;
  /** What the company has closed; the import holds its periods. */
  readonly closed: Closed;
};

/** All rows of the portion go out in one flight. */
export async function recordPortion(context: Context, from: Origin, built: Built): Promise<void> {
  const postings = [...built.postings]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, each]) => each);
  const ready = await readyPostings(context, postings, from.importId, from.closed);
  await Promise.all([
    writePostings(context, ready),
    recordIdentities(context.tx, from, built.identities),
    recordIssued(context, built),
    recordDisputed(context, built),
  ]);
}

async function recordIssued(context: Context, { documents }: Built): Promise<void> {
  const ids = new Map(
    documents.map(({ document, item }) => [document.externalId, item.documentId]),
  );
  await recordDocuments(
    context.tx,
    documents.map(({ document, item }) => ({
      ...document,
      documentId: item.documentId ?? item.itemId,
      poNumber: document.reference,
      credits: (document.credits && ids.get(document.credits)) || null,
      lines: [{ description: '', net: document.net, taxCode: null, tax: document.tax }],
    })),
    context.at,
  );
}

async function recordDisputed(context: Context, { documents }: Built): Promise<void> {
  const disputed = documents.flatMap(({ document: { accountId, dispute }, item: { itemId } }) => {
    if (!dispute) return [];
    const { reason, on: openedOn, resolvedOn } = dispute;
    return [{ accountId, disputeId: context.newId(), itemId, reason, openedOn, resolvedOn }];
  });
  await recordDisputes(context, disputed);
}

/** What portions came to, added up as they go. */
export type Tally = { items: number; readonly totals: Map<Currency, Writable<ControlTotal>> };

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export function makeTally(): Tally {
  return { items: 0, totals: new Map() };
}

/** Transfers move money between accounts and are no part of what the source calls its total. */
export function countPortion(tally: Tally, built: Built): void {
  for (const postings of built.postings.values()) {
    for (const { items, kind } of postings) {
      tally.items += items.length;
      if (kind === 'transfer' || kind === 'transfer_reversal') continue;
      for (const { amount, side } of items) {
        const sum = sumOf(tally, amount.currency);
        sum.rows += 1;
        if (side === 'debit') sum.debits += amount.minor;
        else sum.credits += amount.minor;
      }
    }
  }
}

function sumOf({ totals }: Tally, currency: Currency): Writable<ControlTotal> {
  const known = totals.get(currency);
  if (known) return known;
  const made = { currency, rows: 0, debits: 0n, credits: 0n };
  totals.set(currency, made);
  return made;
}
