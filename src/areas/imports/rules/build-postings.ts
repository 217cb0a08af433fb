/**
 * Turns a book from outside into ledger postings, day by day in the order things happened.
 *
 *   document ──▶ debit or credit item            payment ──▶ credit item on the payer's account
 *   application on one account ──▶ application   across accounts ──▶ transfer, then application
 *   adjustment ──▶ credit item + application     minus ──▶ the application taken back
 *
 * Nothing crosses accounts (law 5). Within a day documents and receipts come first, then
 * applications in the file's order, then refunds and returns, which need what was freed.
 */
import { type Day, later } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { baseTaken } from '#areas/ledger/rules/applying.ts';
import type { ItemState, NewItem } from '#areas/ledger/rules/posting.ts';
import type { Book, BookApplication, BookDocument, BookPayment } from './book.ts';
import { bringApplication, undoApplication } from './book-applications.ts';
import {
  type Bench,
  type BenchInput,
  type Built,
  apply,
  complain,
  find,
  makeBench,
  post,
} from './posting-bench.ts';

/** Everything the book brings, as postings by account, with the records that do not fit. */
export function buildPostings(book: Book, input: BenchInput): Built {
  const bench = makeBench(input);
  const days = new Map<Day, Happening>();
  const on = (day: Day): Happening => {
    let happening = days.get(day);
    if (!happening) {
      happening = { documents: [], receipts: [], applications: [], outgoing: [], settled: [] };
      days.set(day, happening);
    }
    return happening;
  };
  for (const document of book.documents) {
    on(document.issuedOn).documents.push(document);
    if (document.paidOn) on(later(document.paidOn, document.issuedOn)).settled.push(document);
  }
  for (const payment of book.payments) {
    const happening = on(payment.on);
    (payment.kind === 'receipt' ? happening.receipts : happening.outgoing).push(payment);
  }
  for (const application of book.applications) on(application.on).applications.push(application);
  for (const day of [...days.keys()].toSorted()) play(bench, day, on(day));
  const { postings, identities, documents, problems } = bench;
  return { postings, identities, documents, problems };
}

type Happening = {
  readonly documents: BookDocument[];
  readonly receipts: BookPayment[];
  readonly applications: BookApplication[];
  readonly outgoing: BookPayment[];
  readonly settled: BookDocument[];
};

function play(bench: Bench, day: Day, happening: Happening): void {
  for (const document of happening.documents) bringDocument(bench, document);
  for (const payment of happening.receipts) bringReceipt(bench, payment);
  for (const application of happening.applications) {
    if (application.amount < 0n) undoApplication(bench, application);
    else bringApplication(bench, application);
  }
  for (const payment of happening.outgoing) bringOutgoing(bench, payment);
  settle(bench, day, happening.settled);
}

function bringDocument(bench: Bench, document: BookDocument): void {
  const { accountId, externalId, currency, amount, issuedOn: on, kind, origin } = document;
  const base = bench.input.base(accountId, currency, amount, on);
  if (base === undefined) {
    return complain(bench, origin, 'import.no_rate', 'currency', { currency, day: on });
  }
  const item: NewItem = {
    itemId: bench.input.newId(),
    documentId: bench.input.newId(),
    kind,
    side: kind === 'credit_memo' ? 'credit' : 'debit',
    amount: money(amount, currency),
    base,
    number: document.number,
    reference: document.reference,
    issuedOn: on,
    dueOn: document.dueOn,
    instalment: null,
    ...discountsOf(document),
  };
  const name = { drawer: 'item', externalId } as const;
  post(bench, { accountId, name }, item, { kind, on, other: 'billing-clearing' });
  bench.documents.push({ document, item });
}

/** The early discount that the document offers; its share of tax is in it already. */
function discountsOf({ discountOn, discount, kind }: BookDocument): Pick<NewItem, 'discounts'> {
  if (kind !== 'invoice' || discountOn === null || discount === null || discount <= 0n) return {};
  return { discounts: [{ until: discountOn, amount: discount, tax: 0n }] };
}

function bringReceipt(bench: Bench, payment: BookPayment): void {
  const { accountId, externalId, currency, amount, on, origin } = payment;
  const base = bench.input.base(accountId, currency, amount, on);
  if (base === undefined) {
    return complain(bench, origin, 'import.no_rate', 'currency', { currency, day: on });
  }
  const reference = `${payment.method} ${payment.reference}`.trim();
  const item = moneyItem(bench, payment, { kind: 'receipt', side: 'credit', base, reference });
  const name = { drawer: 'receipt', externalId } as const;
  post(bench, { accountId, name }, item, { kind: 'receipt', on, other: 'cash-clearing' });
}

/**
 * A refund we paid or a payment that came back: a debit that uses the receipt up. What it takes
 * beyond the receipt (a refund of money that had bounced) stays open against the payer.
 */
function bringOutgoing(bench: Bench, payment: BookPayment): void {
  const { origin, externalId, on, of, reference } = payment;
  const receipt = of === null ? undefined : find(bench, 'receipt', of);
  if (!receipt) {
    const facts = { value: of ?? '' };
    return complain(bench, origin, 'import.unknown_payment', 'ref_payment_id', facts);
  }
  const { state, accountId } = receipt;
  const used = payment.amount < state.open ? payment.amount : state.open;
  const overdrawn = bench.input.base(accountId, state.currency, payment.amount - used, on);
  if (unfitReceipt(bench, payment, state)) return;
  if (overdrawn === undefined) {
    const facts = { currency: payment.currency, day: on };
    return complain(bench, origin, 'import.no_rate', 'currency', facts);
  }
  const base = (used > 0n ? baseTaken(state, used) : 0n) + overdrawn;
  const refund = payment.kind === 'refund';
  const kind = refund ? 'refund' : 'reversal';
  const item = moneyItem(bench, payment, { kind, side: 'debit', base, reference });
  const name = { drawer: 'receipt', externalId } as const;
  const entering = { kind: refund ? 'refund' : 'return', on, other: 'cash-clearing' } as const;
  const out = post(bench, { accountId, name }, item, entering);
  if (used > 0n) apply(bench, out, receipt, { kind, amount: used, on, externalId: null });
}

/** Says why this receipt cannot be refunded or returned by this payment. */
function unfitReceipt(bench: Bench, payment: BookPayment, receipt: ItemState): boolean {
  const { origin, currency } = payment;
  if (receipt.side !== 'credit') {
    const facts = { document: receipt.number };
    complain(bench, origin, 'import.not_a_credit', 'ref_payment_id', facts);
    return true;
  }
  if (currency !== receipt.currency) {
    const facts = { debit: currency, credit: receipt.currency };
    complain(bench, origin, 'import.other_currency', 'ref_payment_id', facts);
    return true;
  }
  return false;
}

function moneyItem(
  bench: Bench,
  { amount, currency, externalId, on }: BookPayment,
  about: Pick<NewItem, 'kind' | 'side' | 'base' | 'reference'>,
): NewItem {
  return {
    itemId: bench.input.newId(),
    documentId: null,
    ...about,
    amount: money(amount, currency),
    number: externalId,
    issuedOn: on,
    dueOn: on,
    instalment: null,
  };
}

/** Documents whose file says "paid on": one receipt per account and currency pays them all. */
function settle(bench: Bench, day: Day, documents: readonly BookDocument[]): void {
  const groups = Map.groupBy(documents, ({ accountId, currency }) => `${accountId} ${currency}`);
  for (const group of groups.values()) settleGroup(bench, day, group);
}

function settleGroup(bench: Bench, day: Day, group: readonly BookDocument[]): void {
  const targets = group
    .map((document) => find(bench, 'item', document.externalId))
    .filter((target) => target !== undefined)
    .filter(({ state }) => state.side === 'debit' && state.open > 0n);
  const [first] = targets;
  if (!first) return;
  const { accountId } = first;
  const { currency } = first.state;
  const total = targets.reduce((sum, { state }) => sum + state.open, 0n);
  // Without a rate of the day nothing is gained or lost on exchange.
  const base =
    bench.input.base(accountId, currency, total, day) ??
    targets.reduce((sum, { state }) => sum + state.openBase, 0n);
  const item: NewItem = {
    itemId: bench.input.newId(),
    documentId: null,
    kind: 'receipt',
    side: 'credit',
    amount: money(total, currency),
    base,
    number: `PAID-${day}`,
    reference: null,
    issuedOn: day,
    dueOn: day,
    instalment: null,
  };
  const entering = { kind: 'receipt', on: day, other: 'cash-clearing' } as const;
  const receipt = post(bench, { accountId }, item, entering);
  for (const target of targets) {
    const amount = target.state.open;
    apply(bench, target, receipt, { kind: 'payment', amount, on: day, externalId: null });
  }
}
