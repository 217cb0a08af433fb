/**
 * The aging of a book from outside, computed straight from its rows, without a ledger: what
 * the product must agree with to the cent.
 *
 *   open(invoice, D) = total − applications to it on or before D        by its due day
 *   unapplied(D)     = receipts − refunds and returns − what they paid, and unused credit memos
 *
 * It knows no posting, no transfer and no database, on purpose.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { Incoming } from '#areas/imports/rules/incoming.ts';

/** Minor units; `unapplied` is not positive. */
export type HandRow = { readonly buckets: readonly bigint[]; readonly unapplied: bigint };

const edges = [0, 30, 60, 90, 120];

/** `customer currency` to its row; customers with nothing open are left out. */
export function agingByHand(book: Incoming, asOf: Day): Map<string, HandRow> {
  const open = openByHand(book, asOf);
  const rows = new Map<string, { buckets: bigint[]; unapplied: bigint }>();
  const row = (customer: string, currency: string): { buckets: bigint[]; unapplied: bigint } => {
    const key = `${customer} ${currency}`;
    const found = rows.get(key) ?? { buckets: edges.concat(0).map(() => 0n), unapplied: 0n };
    rows.set(key, found);
    return found;
  };
  for (const { externalId, kind, customer, currency, dueOn } of book.documents) {
    const amount = open.get(externalId) ?? 0n;
    const mine = row(customer, currency);
    if (kind === 'credit_memo') mine.unapplied -= amount;
    else {
      const index = bucket(daysBetween(dueOn, asOf));
      mine.buckets[index] = (mine.buckets[index] ?? 0n) + amount;
    }
  }
  for (const { externalId, customer, currency, of } of book.payments) {
    if (of === null) row(customer, currency).unapplied -= open.get(externalId) ?? 0n;
  }
  return new Map(
    [...rows].filter(([, { buckets, unapplied }]) =>
      [...buckets, unapplied].some((amount) => amount !== 0n),
    ),
  );
}

/** What is left of every document and receipt at the end of a day, by outside id. */
function openByHand(book: Incoming, asOf: Day): Map<string, bigint> {
  const open = new Map<string, bigint>();
  const add = (id: string, amount: bigint): void =>
    void open.set(id, (open.get(id) ?? 0n) + amount);
  for (const document of book.documents) {
    if (document.issuedOn <= asOf) add(document.externalId, document.amount);
  }
  for (const payment of book.payments) {
    if (payment.on > asOf) continue;
    add(payment.of ?? payment.externalId, payment.of === null ? payment.amount : -payment.amount);
  }
  for (const application of book.applications) {
    if (application.on > asOf) continue;
    add(application.documentId, -application.amount);
    if (application.source) add(application.source.id, -application.amount);
  }
  return open;
}

function bucket(age: number): number {
  const index = edges.findIndex((edge) => age <= edge);
  return index === -1 ? edges.length : index;
}

/** The book without the rows that an import did not take. */
export function withoutRows(
  book: Incoming,
  problems: readonly { readonly file: string; readonly line: number }[],
): Incoming {
  const left = new Set(problems.map(({ file, line }) => `${file} ${line}`));
  const keeps = ({ origin }: { origin: { file: string; line: number } }): boolean =>
    !left.has(`${origin.file} ${origin.line}`);
  return {
    ...book,
    documents: book.documents.filter(keeps),
    payments: book.payments.filter(keeps),
    applications: book.applications.filter(keeps),
  };
}
