/**
 * The book of the invented company: customers in three currencies with families, two years of
 * their invoices and money, credit memos, open orders, and what they contest.
 */
import { type Day, day, daysBetween, plusDays } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import type {
  Incoming,
  IncomingApplication,
  IncomingCustomer,
  IncomingDocument,
  IncomingOrder,
} from '#areas/imports/rules/incoming.ts';
import { inventBook } from './invent-book.ts';

export const company = 'DEMO';
export const usd = currency('USD');
/** Foreign currencies with what one unit is about worth in dollars. */
export const foreign = [
  { code: currency('EUR'), middle: 1.11 },
  { code: currency('CAD'), middle: 0.72 },
] as const;

export type Contested = NonNullable<IncomingDocument['dispute']> & { readonly documentId: string };

export type DemoBook = {
  readonly incoming: Incoming;
  /** Kept apart, because a dispute becomes known on its own day. */
  readonly disputes: readonly Contested[];
};

/** Everything from a day up to today; `owners` are the collectors' addresses, Spanish first. */
export function demoBook(from: Day, to: Day, owners: readonly string[]): DemoBook {
  const span = { from, to, days: daysBetween(from, to) + 1, company };
  const home = inventBook({ ...span, seed: 11, customers: 52, invoices: 1560, currency: usd });
  const abroad = foreign.map(({ code }, index) =>
    inventBook({
      ...span,
      seed: 12 + index,
      customers: 5,
      invoices: 120,
      currency: code,
      mark: code.slice(0, 1),
      namesUsed: 52 + index * 5,
    }),
  );
  const books = [home, ...abroad];
  const documents = books.flatMap((book) => book.documents);
  const applications = books.flatMap((book) => book.applications);
  const credits = creditMemos(home.documents, applications, to);
  const customers = books.flatMap((book) => book.customers);
  return {
    disputes: documents.flatMap(({ dispute, externalId }) =>
      dispute ? [{ ...dispute, documentId: externalId }] : [],
    ),
    incoming: {
      customers: customers.map((each, index) => placed(each, index, owners)),
      terms: home.terms,
      documents: [...documents, ...credits.documents].map((each) => ({ ...each, dispute: null })),
      payments: books.flatMap((book) => book.payments),
      applications: [...applications, ...credits.applications],
      orders: openOrders(home.customers, to),
    },
  };
}

/** What became known after one day, up to and with another; customers come with the first part. */
export function between(book: Incoming, after: Day | undefined, upTo: Day): Incoming {
  const within = (on: Day): boolean => (after === undefined || on > after) && on <= upTo;
  return {
    customers: after === undefined ? book.customers : [],
    terms: after === undefined ? book.terms : [],
    documents: book.documents.filter((each) => within(each.issuedOn)),
    payments: book.payments.filter((each) => within(each.on)),
    applications: book.applications.filter((each) => within(each.on)),
    orders: book.orders.filter((each) => within(each.orderedOn)),
  };
}

/** `child` of `parent`; `pays`: the parent pays its invoices too. */
const families = [
  { parent: 'C-10003', child: 'C-10018', pays: true },
  { parent: 'C-10003', child: 'C-10025', pays: true },
  { parent: 'C-10006', child: 'C-10031', pays: false },
  { parent: 'C-10009', child: 'C-10040', pays: true },
] as const;
/** Nobody knows how to reach these, so that the list shows incomplete data. */
const unreachable: readonly string[] = ['C-10011', 'C-10017', 'C-10022', 'C-10035'];
/** Nobody's yet: new accounts that a manager has still to give to somebody. */
const ownerless: readonly string[] = ['C-10013', 'C-10026', 'C-10044'];

/** A customer with its family, its owner, and what is missing about it. */
function placed(
  customer: IncomingCustomer,
  index: number,
  owners: readonly string[],
): IncomingCustomer {
  const { number, language } = customer;
  const family = families.find(({ child }) => child === number);
  const owner = language === 'es' ? owners[0] : owners[index % owners.length];
  return {
    ...customer,
    parent: family?.parent ?? null,
    payer: family?.pays ? family.parent : null,
    owner: ownerless.includes(number) ? null : (owner ?? null),
    ...(unreachable.includes(number) ? { email: null, phone: null, contact: null } : {}),
  };
}

/**
 * A credit memo for some invoices that nobody paid: half of them are used on their invoice,
 * the others wait on the account for somebody to apply them.
 */
function creditMemos(
  documents: readonly IncomingDocument[],
  applications: readonly IncomingApplication[],
  to: Day,
): Pick<Incoming, 'documents' | 'applications'> {
  const paid = new Set(applications.map(({ documentId }) => documentId));
  const chosen = documents
    .filter(({ externalId, issuedOn }) => !paid.has(externalId) && issuedOn < plusDays(to, -20))
    .filter((_, index) => index % 8 === 3);
  const memos = chosen.map((invoice) => memoFor(invoice));
  return {
    documents: memos,
    applications: memos.flatMap((memo, index) => (index % 2 === 0 ? useOf(memo) : [])),
  };
}

function memoFor(invoice: IncomingDocument): IncomingDocument {
  const net = invoice.net / 8n + 1n;
  const tax = invoice.tax / 8n;
  const number = `CM-${invoice.number.slice(-6)}`;
  const issuedOn = plusDays(invoice.issuedOn, 12);
  return {
    ...invoice,
    externalId: number,
    kind: 'credit_memo',
    number,
    issuedOn,
    dueOn: issuedOn,
    amount: net + tax,
    net,
    tax,
    discountOn: null,
    discount: null,
    credits: invoice.externalId,
    dispute: null,
  };
}

function useOf(memo: IncomingDocument): IncomingApplication[] {
  if (memo.credits === null) return [];
  const { company: code, externalId, issuedOn: on, amount, credits: documentId, origin } = memo;
  const source = { kind: 'credit_memo', id: externalId } as const;
  const what = { source, kind: 'credit', documentId, amount, on } as const;
  return [{ company: code, externalId: `A-${externalId}`, ...what, origin }];
}

/** Orders that are not invoiced yet, some large against the customer's limit. */
function openOrders(customers: readonly IncomingCustomer[], to: Day): IncomingOrder[] {
  return customers
    .filter((_, index) => index % 5 === 1)
    .map(({ number, creditLimit }, index) => ({
      company,
      number: `SO-${70_001 + index}`,
      customer: number,
      orderedOn: plusDays(to, -1 - (index % 9)),
      currency: usd,
      amount: (creditLimit ?? 500_000n) / BigInt(2 + (index % 4)),
      delivered: 0n,
      invoiced: 0n,
      state: 'open',
      origin: { file: 'demo', line: index + 2 },
    }));
}

/** What no payment of the book ever takes, by document: scenes may have it paid. */
export function leftForGood({ documents, applications }: Incoming): Map<string, bigint> {
  const left = new Map(documents.map(({ externalId, amount }) => [externalId, amount]));
  const taken = new Map<string, bigint>();
  const amounts = new Map(left);
  // A payment that comes back has taken its part all the same, for some days.
  for (const { documentId, amount } of applications.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    const sum = (taken.get(documentId) ?? 0n) + amount;
    taken.set(documentId, sum);
    const rest = (amounts.get(documentId) ?? 0n) - sum;
    if (rest < (left.get(documentId) ?? 0n)) left.set(documentId, rest);
  }
  return left;
}

/** The rate of a month: it wanders a little, and is the same on every machine. */
export function rateOf(middle: number, monthStart: Day): string {
  const months = daysBetween(day('2020-01-01'), monthStart) / 30;
  const wave = Math.sin(months / 3) * 0.03 + Math.sin(months) * 0.01;
  const units = Math.round(middle * (1 + wave) * 10_000);
  return `${Math.floor(units / 10_000)}.${String(units % 10_000).padStart(4, '0')}`;
}
