/**
 * Random small books: documents, payments, applications and their reversals, most of them
 * possible, some not.
 *
 * Chance comes from fast-check, so that a book which breaks a law shrinks to its smallest.
 * Amounts are small and days few, so that rows meet on the same documents and days.
 */
import fc from 'fast-check';
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type {
  Incoming,
  IncomingApplication,
  IncomingDocument,
  IncomingPayment,
} from '#areas/imports/rules/incoming.ts';

export const firstDay = day('2026-01-01');
/** Nothing happens after this many days from the first. */
export const lastOffset = 90;

const customers = ['A', 'B', 'C'] as const;
const usd = currency('USD');
const eur = currency('EUR');

const anyCustomer = fc.constantFrom(...customers);
const anyCurrency = fc.oneof(
  { arbitrary: fc.constant(usd), weight: 6 },
  { arbitrary: fc.constant(eur), weight: 1 },
);
const offset = fc.nat({ max: 45 });
const position = fc.nat({ max: 1000 });

const documentWish = fc.record({
  customer: anyCustomer,
  currency: anyCurrency,
  issued: offset,
  termDays: fc.constantFrom(0, 10, 30),
  amount: fc.integer({ min: 1, max: 500 }),
  kind: fc.constantFrom('invoice', 'invoice', 'invoice', 'debit_memo', 'credit_memo'),
});
const paymentWish = fc.record({
  customer: anyCustomer,
  currency: anyCurrency,
  on: offset,
  amount: fc.integer({ min: 1, max: 600 }),
});
const outgoingWish = fc.record({
  of: position,
  /** Of the payment before it instead of a receipt, which is a problem. */
  ofOutgoing: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  wait: fc.nat({ max: 20 }),
  amount: fc.integer({ min: 1, max: 300 }),
  kind: fc.constantFrom('refund', 'return'),
});
const applicationWish = fc.record({
  document: position,
  source: fc.oneof(
    { arbitrary: fc.record({ kind: fc.constant('payment'), at: position }), weight: 5 },
    { arbitrary: fc.record({ kind: fc.constant('credit_memo'), at: position }), weight: 2 },
    { arbitrary: fc.constant(null), weight: 2 },
  ),
  /** Below zero: before the document or the money is there, which is a problem. */
  wait: fc.integer({ min: -2, max: 20 }),
  amount: fc.integer({ min: 1, max: 200 }),
  discount: fc.boolean(),
});
const reversalWish = fc.record({
  of: position,
  wait: fc.nat({ max: 15 }),
  /** Of the application, in quarters; 5 is more than there was. */
  quarters: fc.integer({ min: 1, max: 5 }),
});

type Wishes = {
  readonly documents: readonly Wish<typeof documentWish>[];
  readonly payments: readonly Wish<typeof paymentWish>[];
  readonly outgoing: readonly Wish<typeof outgoingWish>[];
  readonly applications: readonly Wish<typeof applicationWish>[];
  readonly reversals: readonly Wish<typeof reversalWish>[];
};
type Wish<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** A book of up to some thirty rows, in the order of its files. */
export const randomBook: fc.Arbitrary<Incoming> = fc
  .record({
    documents: fc.array(documentWish, { minLength: 1, maxLength: 7 }),
    payments: fc.array(paymentWish, { maxLength: 5 }),
    outgoing: fc.array(outgoingWish, { maxLength: 2 }),
    applications: fc.array(applicationWish, { maxLength: 12 }),
    reversals: fc.array(reversalWish, { maxLength: 4 }),
  })
  .map(bookOf);

function bookOf(wishes: Wishes): Incoming {
  const documents = wishes.documents.map(documentOf);
  const receipts = wishes.payments.map(paymentOf);
  const outgoing = wishes.outgoing.flatMap((wish, index) => outgoingOf(wish, index, receipts));
  const payments = [...receipts, ...outgoing];
  const applied = wishes.applications.map((wish, index) =>
    applicationOf(wish, index, { documents, receipts: payments }),
  );
  const reversals = wishes.reversals.flatMap((wish, index) => reversalOf(wish, index, applied));
  const applications = [...applied, ...reversals];
  return {
    customers: [],
    terms: [],
    documents,
    payments,
    applications,
    orders: [],
  };
}

function documentOf(wish: Wishes['documents'][number], index: number): IncomingDocument {
  const issuedOn = plusDays(firstDay, wish.issued);
  const amount = BigInt(wish.amount);
  return {
    company: null,
    externalId: `D${index}`,
    kind: wish.kind,
    number: `D${index}`,
    customer: wish.customer,
    customerName: null,
    currency: wish.currency,
    issuedOn,
    dueOn: plusDays(issuedOn, wish.termDays),
    amount,
    net: amount,
    tax: 0n,
    reference: null,
    orderNumber: null,
    termsCode: null,
    discountOn: null,
    discount: null,
    credits: null,
    paidOn: null,
    dispute: null,
    exchangeRate: wish.currency === eur ? rateOf(issuedOn) : null,
    origin: { file: 'documents', line: index },
  };
}

/** Another rate each day, so that receipts and invoices seldom agree. */
function rateOf(on: Day): string {
  return `1.${on.slice(8)}`;
}

function paymentOf(wish: Wishes['payments'][number], index: number): IncomingPayment {
  return {
    company: null,
    externalId: `P${index}`,
    kind: 'receipt',
    customer: wish.customer,
    currency: wish.currency,
    on: plusDays(firstDay, wish.on),
    amount: BigInt(wish.amount),
    method: 'check',
    reference: '',
    of: null,
    origin: { file: 'payments', line: index },
  };
}

function outgoingOf(
  wish: Wishes['outgoing'][number],
  index: number,
  receipts: readonly IncomingPayment[],
): IncomingPayment[] {
  const of = receipts[wish.of % Math.max(1, receipts.length)];
  if (!of) return [];
  const origin = { file: 'outgoing', line: index };
  const named = wish.ofOutgoing && index > 0 ? `R${index - 1}` : of.externalId;
  const part = { kind: wish.kind, on: plusDays(of.on, wish.wait), amount: BigInt(wish.amount) };
  return [{ ...of, ...part, externalId: `R${index}`, of: named, origin }];
}

function applicationOf(
  wish: Wishes['applications'][number],
  index: number,
  book: { documents: readonly IncomingDocument[]; receipts: readonly IncomingPayment[] },
): IncomingApplication {
  const document = at(book.documents, wish.document);
  const source = wish.source && sourceOf(wish.source, book);
  const start = source && source.on > document.issuedOn ? source.on : document.issuedOn;
  const adjustment = wish.discount ? 'discount' : 'write_off';
  return {
    company: null,
    externalId: `A${index}`,
    on: plusDays(start, wish.wait),
    source: source && { kind: source.kind, id: source.id },
    kind: source === null ? adjustment : source.kind === 'payment' ? 'payment' : 'credit',
    documentId: document.externalId,
    amount: BigInt(wish.amount),
    origin: { file: 'applications', line: index },
  };
}

function sourceOf(
  wish: { kind: string; at: number },
  book: { documents: readonly IncomingDocument[]; receipts: readonly IncomingPayment[] },
): { kind: 'payment' | 'credit_memo'; id: string; on: Day } {
  if (wish.kind === 'payment' && book.receipts.length > 0) {
    const receipt = at(book.receipts, wish.at);
    return { kind: 'payment', id: receipt.externalId, on: receipt.on };
  }
  const memos = book.documents.filter((document) => document.kind === 'credit_memo');
  if (memos.length === 0) return { kind: 'payment', id: 'unknown', on: firstDay };
  const memo = at(memos, wish.at);
  return { kind: 'credit_memo', id: memo.externalId, on: memo.issuedOn };
}

function reversalOf(
  wish: Wishes['reversals'][number],
  index: number,
  applied: readonly IncomingApplication[],
): IncomingApplication[] {
  const of = applied[wish.of % Math.max(1, applied.length)];
  if (!of) return [];
  const amount = -((of.amount * BigInt(wish.quarters) + 3n) / 4n);
  const origin = { file: 'reversals', line: index };
  return [{ ...of, externalId: `U${index}`, on: plusDays(of.on, wish.wait), amount, origin }];
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError('an empty list has nothing to pick');
  return found;
}

/** Units of USD for one of a currency on a day, in ten-thousandths; undefined: unknown. */
export function rateInto(base: Currency, from: Currency, on: Day): bigint | undefined {
  if (from === base) return 10_000n;
  return on < plusDays(firstDay, 3) ? undefined : 10_000n + BigInt(on.slice(8)) * 100n;
}
