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
import { type Currency, formatMoney, money } from '#kernel/money.ts';
import { baseTaken } from '#areas/ledger/rules/applying.ts';
import type { ChartAccount } from '#areas/ledger/rules/chart.ts';
import type { ItemState, NewItem } from '#areas/ledger/rules/posting.ts';
import type { Book, BookApplication, BookDocument, BookPayment, BookProblem } from './book.ts';
import {
  type Bench,
  type BenchInput,
  type Built,
  type Source,
  apply,
  find,
  findStanding,
  makeBench,
  post,
  problem,
  remember,
  source,
  transfer,
  undo,
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
  const base = bench.input.base(
    document.accountId,
    document.currency,
    document.amount,
    document.issuedOn,
  );
  if (base === undefined) {
    const facts = { currency: document.currency, day: document.issuedOn };
    bench.problems.push(problem(document.origin, 'import.no_rate', 'currency', facts));
    return;
  }
  const item: NewItem = {
    itemId: bench.input.newId(),
    documentId: bench.input.newId(),
    kind: document.kind,
    side: document.kind === 'credit_memo' ? 'credit' : 'debit',
    amount: money(document.amount, document.currency),
    base,
    number: document.number,
    reference: document.reference,
    issuedOn: document.issuedOn,
    dueOn: document.dueOn,
    instalment: null,
    ...discountsOf(document),
  };
  post(bench, document.accountId, item, {
    kind: document.kind,
    on: document.issuedOn,
    other: 'billing-clearing',
  });
  remember(bench, 'item', document.externalId, document.accountId, item.itemId);
  bench.documents.push({ document, item });
}

/** The early discount that the document offers; its share of tax is in it already. */
function discountsOf({ discountOn, discount, kind }: BookDocument): Pick<NewItem, 'discounts'> {
  if (kind !== 'invoice' || discountOn === null || discount === null || discount <= 0n) return {};
  return { discounts: [{ until: discountOn, amount: discount, tax: 0n }] };
}

function bringReceipt(bench: Bench, payment: BookPayment): void {
  const base = bench.input.base(payment.accountId, payment.currency, payment.amount, payment.on);
  if (base === undefined) {
    const facts = { currency: payment.currency, day: payment.on };
    bench.problems.push(problem(payment.origin, 'import.no_rate', 'currency', facts));
    return;
  }
  const reference = `${payment.method} ${payment.reference}`.trim();
  const item = moneyItem(bench, 'receipt', 'credit', payment, base, reference);
  post(bench, payment.accountId, item, { kind: 'receipt', on: payment.on, other: 'cash-clearing' });
  remember(bench, 'receipt', payment.externalId, payment.accountId, item.itemId);
}

/**
 * A refund we paid or a payment that came back: a debit that uses the receipt up. What it takes
 * beyond the receipt (a refund of money that had bounced) stays open against the payer.
 */
function bringOutgoing(bench: Bench, payment: BookPayment): void {
  const receipt = payment.of === null ? undefined : find(bench, 'receipt', payment.of);
  if (!receipt) {
    const facts = { value: payment.of ?? '' };
    bench.problems.push(problem(payment.origin, 'import.unknown_payment', 'ref_payment_id', facts));
    return;
  }
  const { state, accountId } = receipt;
  const used = payment.amount < state.open ? payment.amount : state.open;
  const overdrawn = bench.input.base(accountId, state.currency, payment.amount - used, payment.on);
  const unfit = unfitReceipt(payment, state, overdrawn);
  if (unfit) {
    bench.problems.push(unfit);
    return;
  }
  const base = (used > 0n ? baseTaken(state, used) : 0n) + (overdrawn ?? 0n);
  const refund = payment.kind === 'refund';
  const kind = refund ? 'refund' : 'reversal';
  const item = moneyItem(bench, kind, 'debit', payment, base, payment.reference);
  const what = {
    kind: refund ? 'refund' : 'return',
    on: payment.on,
    other: 'cash-clearing',
  } as const;
  post(bench, accountId, item, what);
  if (used > 0n) {
    const items = { debitItemId: item.itemId, creditItemId: state.itemId };
    apply(bench, accountId, items, { kind, amount: used, on: payment.on, externalId: null });
  }
  remember(bench, 'receipt', payment.externalId, accountId, item.itemId);
}

/** Why this receipt cannot be refunded or returned by this payment. */
function unfitReceipt(
  { origin, currency, on }: BookPayment,
  receipt: ItemState,
  overdrawn: bigint | undefined,
): BookProblem | undefined {
  if (receipt.side !== 'credit') {
    return problem(origin, 'import.not_a_credit', 'ref_payment_id', { document: receipt.number });
  }
  if (currency !== receipt.currency) {
    const facts = { debit: currency, credit: receipt.currency };
    return problem(origin, 'import.other_currency', 'ref_payment_id', facts);
  }
  if (overdrawn === undefined) {
    return problem(origin, 'import.no_rate', 'currency', { currency, day: on });
  }
  return undefined;
}

function moneyItem(
  bench: Bench,
  kind: NewItem['kind'],
  side: NewItem['side'],
  payment: BookPayment,
  ...[base, reference]: [bigint, string]
): NewItem {
  return {
    itemId: bench.input.newId(),
    documentId: null,
    kind,
    side,
    amount: money(payment.amount, payment.currency),
    base,
    number: payment.externalId,
    reference,
    issuedOn: payment.on,
    dueOn: payment.on,
    instalment: null,
  };
}

function bringApplication(bench: Bench, application: BookApplication): void {
  const target = find(bench, 'item', application.documentId);
  if (!target) {
    const facts = { value: application.documentId };
    bench.problems.push(
      problem(application.origin, 'import.unknown_document', 'invoice_id', facts),
    );
    return;
  }
  if (target.state.side !== 'debit') {
    const facts = { document: target.state.number };
    bench.problems.push(problem(application.origin, 'import.not_a_debit', 'invoice_id', facts));
    return;
  }
  if (application.amount > target.state.open) {
    bench.problems.push(tooMuch(application.origin, application.amount, target.state));
    return;
  }
  const payer = sourceOf(bench, application, target);
  if (!payer) return;
  apply(
    bench,
    target.accountId,
    { debitItemId: target.state.itemId, creditItemId: payer.state.itemId },
    {
      kind: application.kind,
      amount: application.amount,
      on: later(application.on, later(target.state.effectiveOn, payer.state.effectiveOn)),
      externalId: application.externalId,
    },
  );
}

/** The credit on the target's own account that pays: the source itself, its transfer, or new. */
function sourceOf(bench: Bench, application: BookApplication, target: Source): Source | undefined {
  if (application.source === null) return adjust(bench, application, target);
  const kind = application.source.kind === 'payment' ? 'receipt' : 'item';
  const payer = find(bench, kind, application.source.id);
  if (!payer) {
    const facts = { value: application.source.id };
    bench.problems.push(problem(application.origin, 'import.unknown_payment', 'source_id', facts));
    return undefined;
  }
  if (payer.state.side !== 'credit') {
    const facts = { document: payer.state.number };
    bench.problems.push(problem(application.origin, 'import.not_a_credit', 'source_id', facts));
    return undefined;
  }
  if (payer.state.currency !== target.state.currency) {
    const facts = { debit: target.state.currency, credit: payer.state.currency };
    bench.problems.push(problem(application.origin, 'import.other_currency', 'source_id', facts));
    return undefined;
  }
  if (application.amount > payer.state.open) {
    bench.problems.push(tooMuch(application.origin, application.amount, payer.state));
    return undefined;
  }
  if (payer.accountId === target.accountId) return payer;
  return transfer(bench, payer, target.accountId, {
    amount: application.amount,
    on: application.on,
  });
}

/** A discount or write-off: a credit item of its own against the account that bears it. */
function adjust(bench: Bench, application: BookApplication, target: Source): Source {
  const { state, accountId } = target;
  const item: NewItem = {
    itemId: bench.input.newId(),
    documentId: null,
    kind: 'adjustment',
    side: 'credit',
    amount: money(application.amount, state.currency),
    base: baseTaken(state, application.amount),
    number: application.externalId,
    reference: state.number,
    issuedOn: application.on,
    dueOn: application.on,
    instalment: null,
  };
  const other: ChartAccount = application.kind === 'discount' ? 'discounts' : 'allowance';
  post(bench, accountId, item, { kind: application.kind, on: application.on, other: other });
  return source(bench, accountId, item.itemId);
}

/** Takes back what this source had applied to this document, newest fitting application first. */
function undoApplication(bench: Bench, application: BookApplication): void {
  const wanted = -application.amount;
  const standing = findStanding(bench, application.documentId, application.source?.id ?? null, {
    kind: application.kind,
    amount: wanted,
  });
  if (!standing) {
    const facts = { document: application.documentId };
    bench.problems.push(
      problem(application.origin, 'import.nothing_to_take_back', 'amount_cents', facts),
    );
    return;
  }
  undo(bench, standing, application.on, application.externalId);
  if (standing.amount === wanted) return;
  const externalId = `${application.externalId}#rest`;
  bringApplication(bench, { ...application, externalId, amount: standing.amount - wanted });
}

/** Documents whose file says "paid on": one receipt per account and currency pays them all. */
function settle(bench: Bench, day: Day, documents: readonly BookDocument[]): void {
  const groups = new Map<string, BookDocument[]>();
  for (const document of documents) {
    const key = `${document.accountId} ${document.currency}`;
    const group = groups.get(key);
    if (group) group.push(document);
    else groups.set(key, [document]);
  }
  for (const group of groups.values()) settleGroup(bench, day, group);
}

function settleGroup(bench: Bench, day: Day, group: readonly BookDocument[]): void {
  const targets = group
    .map((document) => find(bench, 'item', document.externalId))
    .filter((target) => target !== undefined && target.state.side === 'debit');
  const first = group[0];
  const total = targets.reduce((sum, target) => sum + (target?.state.open ?? 0n), 0n);
  if (!first || total === 0n) return;
  const currency: Currency = first.currency;
  // Without a rate of the day nothing is gained or lost on exchange.
  const base =
    bench.input.base(first.accountId, currency, total, day) ??
    targets.reduce((sum, target) => sum + (target?.state.openBase ?? 0n), 0n);
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
  post(bench, first.accountId, item, { kind: 'receipt', on: day, other: 'cash-clearing' });
  for (const target of targets) {
    if (!target || target.state.open === 0n) continue;
    apply(
      bench,
      first.accountId,
      { debitItemId: target.state.itemId, creditItemId: item.itemId },
      {
        kind: 'payment',
        amount: target.state.open,
        on: day,
        externalId: null,
      },
    );
  }
}

function tooMuch(
  origin: BookApplication['origin'],
  amount: bigint,
  state: ItemState,
): ReturnType<typeof problem> {
  return problem(origin, 'import.more_than_open', 'amount', {
    amount: formatMoney(money(amount, state.currency)),
    open: formatMoney(money(state.open, state.currency)),
    document: state.number,
  });
}
