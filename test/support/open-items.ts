/**
 * An ERP that exports its open items every morning: what a book had open on a day, as a file.
 *
 * Derived from documents, payments and applications alone, without a ledger, so that it can say
 * what the ledger must show. Paid items are simply not in the next file.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Incoming } from '#areas/imports/rules/incoming.ts';

export type OpenItem = {
  readonly number: string;
  readonly type: 'Invoice' | 'Credit Memo' | 'Payment';
  readonly customer: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly currency: string;
  /** Minor units, credits negative. */
  readonly open: bigint;
};

export type Morning = { readonly day: Day; readonly items: readonly OpenItem[] };

/** The open items of every day from one to another. */
export function* mornings(book: Incoming, from: Day, to: Day): Generator<Morning> {
  const standing = new Map<string, OpenItem>();
  const changes = changesByDay(book);
  const first = [...changes.keys()].toSorted()[0] ?? from;
  for (let day = first; day <= to; day = plusDays(day, 1)) {
    for (const change of changes.get(day) ?? []) change(standing);
    if (day < from) continue;
    yield { day, items: [...standing.values()].filter(({ open }) => open !== 0n) };
  }
}

type Change = (standing: Map<string, OpenItem>) => void;

function changesByDay({ documents, payments, applications }: Incoming): Map<Day, Change[]> {
  const changes = new Map<Day, Change[]>();
  const on = (day: Day, change: Change): void => {
    const list = changes.get(day);
    if (list) list.push(change);
    else changes.set(day, [change]);
  };
  const issued = new Map(documents.map(({ externalId, issuedOn }) => [externalId, issuedOn]));
  for (const each of documents) on(each.issuedOn, (all) => all.set(each.externalId, item(each)));
  for (const each of payments) {
    if (each.kind === 'receipt') on(each.on, (all) => all.set(each.externalId, cash(each)));
    else on(each.on, (all) => move(all, each.of ?? '', each.amount));
  }
  for (const { on: day, documentId, source, amount } of applications) {
    const start = issued.get(documentId) ?? day;
    on(day < start ? start : day, (all) => {
      move(all, documentId, -amount);
      if (source) move(all, source.id, amount);
    });
  }
  return changes;
}

function move(all: Map<string, OpenItem>, number: string, amount: bigint): void {
  const found = all.get(number);
  if (found) all.set(number, { ...found, open: found.open + amount });
}

function item(document: Incoming['documents'][number]): OpenItem {
  const credit = document.kind === 'credit_memo';
  return {
    number: document.externalId,
    type: credit ? 'Credit Memo' : 'Invoice',
    customer: document.customer,
    issuedOn: document.issuedOn,
    dueOn: document.dueOn,
    currency: document.currency,
    open: credit ? -document.amount : document.amount,
  };
}

function cash(payment: Incoming['payments'][number]): OpenItem {
  return {
    number: payment.externalId,
    type: 'Payment',
    customer: payment.customer,
    issuedOn: payment.on,
    dueOn: payment.on,
    currency: payment.currency,
    open: -payment.amount,
  };
}

/** The file as the ERP writes it. */
export function morningFile(items: readonly OpenItem[]): string {
  const header = 'Number,Type,Customer Number,Invoice Date,Due Date,Currency,Open Amount';
  return `${[header, ...items.map(line)].join('\n')}\n`;
}

function line(each: OpenItem): string {
  const { number, type, customer, issuedOn, dueOn, currency } = each;
  return [number, type, customer, issuedOn, dueOn, currency, amountOf(each)].join(',');
}

function amountOf({ open, currency }: OpenItem): string {
  return formatMoney(money(open, currency));
}

/** One line an item: number, open amount, due day. What two books must agree on. */
export function agreed(items: readonly OpenItem[]): string[] {
  return items
    .map((each) => `${each.number} ${amountOf(each)} ${each.currency} ${each.dueOn}`)
    .toSorted();
}
