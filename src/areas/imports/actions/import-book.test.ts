/** Random small books taken in by the real import, on a real database. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Day, day, plusDays } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { type Currency, currency, formatMoney, money } from '#kernel/money.ts';
import { sql } from '#platform/postgres/sql.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { companiesInScope } from '#areas/team/index.ts';
import { readAging, wholeAging } from '#areas/reports/answers/aging.ts';
import { agingByHand, withoutRows } from '#test/support/aging-by-hand.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { firstDay, lastOffset, randomBook } from '#test/support/random-books.ts';
import type { Incoming, IncomingApplication, IncomingDocument } from '../rules/incoming.ts';
import { type ImportOutcome, importBook } from './import-book.ts';

const parameters = { seed: 20_261_120, numRuns: 30 };
const someDays = fc.array(
  fc.nat({ max: lastOffset }).map((offset) => plusDays(firstDay, offset)),
  { minLength: 1, maxLength: 3 },
);

let desk: Story;
let companies = 0;

beforeAll(async () => {
  desk = await deskOn('2026-11-20');
});
afterAll(() => desk[Symbol.asyncDispose]());

function newCompany(): string {
  companies += 1;
  return `C${companies}`;
}

function rowsOf({ documents, payments, applications }: Incoming): number {
  return documents.length + payments.length + applications.length;
}

/** Imports into a company of its own name, the good rows of it. */
async function take(incoming: Incoming, company: string): Promise<ImportOutcome> {
  const wish = {
    kind: 'book' as const,
    source: 'random',
    files: [],
    incoming,
    // One half of a book may be empty; its files still have the rows of the other half.
    rows: Math.max(1, rowsOf(incoming)),
    skipped: 0,
    problems: [],
    company,
    currency: currency('USD'),
    acceptGood: true,
  };
  return desk.done((context) => importBook(context, wish, () => undefined));
}

/** `customer currency` to buckets and unapplied, as the product reports them. */
async function aging(company: string, asOf: Day): Promise<Map<string, string>> {
  const scope = await companiesInScope(desk.db, 'all', company);
  const question = { ...wholeAging(asOf, bucketSets.standard), companies: scope };
  const page = { sort: { column: 'account' }, descending: false, limit: null, offset: 0 } as const;
  const { rows } = await readAging(desk.db, question, page, instant('2026-11-20T00:00:00Z'));
  return new Map(
    rows.map((row) => [
      `${row.account} ${row.currency}`,
      [...row.buckets, row.unapplied].join(' '),
    ]),
  );
}

function byHand(book: Incoming, asOf: Day): Map<string, string> {
  const rows = [...agingByHand(book, asOf)].map(([key, { buckets, unapplied }]) => {
    const code: Currency = currency(key.split(' ')[1] ?? '');
    const texts = [...buckets, unapplied].map((minor) => formatMoney(money(minor, code)));
    return [key, texts.join(' ')] as const;
  });
  return new Map(rows);
}

async function entriesOf(company: string): Promise<bigint> {
  const { count } = await desk.db.one(sql<{ count: bigint }>`
    select count(*) as count
      from ledger.entry e
      join ledger.account a on a.account_id = e.account_id
      join team.company c on c.company_id = a.company_id
     where c.code = ${company}`);
  return count;
}

async function rateCount(): Promise<bigint> {
  const { count } = await desk.db.one(sql<{ count: bigint }>`
    select count(*) as count
      from ledger.exchange_rate`);
  return count;
}

describe('over random small books', { timeout: 60_000 }, () => {
  test('the aging of any day is that of a direct computation over the book', async () => {
    await fc.assert(
      fc.asyncProperty(randomBook, someDays, async (book, days) => {
        const company = newCompany();
        const { problems, accepted } = await take(book, company);
        expect(accepted + problems.length).toBe(rowsOf(book));
        const good = withoutRows(book, problems);
        for (const asOf of days) {
          expect(await aging(company, asOf)).toEqual(byHand(good, asOf));
        }
      }),
      parameters,
    );
  });

  test('a book imported a second time changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(randomBook, async (book) => {
        const company = newCompany();
        const good = withoutRows(book, (await take(book, company)).problems);
        const entries = await entriesOf(company);
        const rates = await rateCount();
        const again = await take(good, company);
        expect(again).toMatchObject({ accepted: 0, duplicates: rowsOf(good), problems: [] });
        expect(await entriesOf(company)).toBe(entries);
        expect(await rateCount()).toBe(rates);
      }),
      parameters,
    );
  });

  test('an invoice that comes back with another amount is a problem, not a duplicate', async () => {
    await fc.assert(
      fc.asyncProperty(randomBook, async (book) => {
        const company = newCompany();
        const good = withoutRows(book, (await take(book, company)).problems);
        const [first, ...others] = good.documents;
        if (!first) return;
        const raised = { ...first, amount: first.amount + 1n, net: first.net + 1n };
        const entries = await entriesOf(company);
        const rates = await rateCount();
        const again = await take({ ...good, documents: [raised, ...others] }, company);
        expect(again).toMatchObject({
          accepted: 0,
          duplicates: rowsOf(good) - 1,
          problems: [{ ...first.origin, code: 'import.document_changed' }],
        });
        expect(await entriesOf(company)).toBe(entries);
        expect(await rateCount()).toBe(rates);
      }),
      { ...parameters, numRuns: 5 },
    );
  });

  test('a book in two halves is the same book', async () => {
    await fc.assert(
      fc.asyncProperty(randomBook, someDays, async (book, days) => {
        const [cut = firstDay] = days;
        const home = withoutReversedTransfers(book);
        const whole = newCompany();
        const good = withoutRows(home, (await take(home, whole)).problems);
        const halves = newCompany();
        const problems = [
          ...(await take(between(good, undefined, cut), halves)).problems,
          ...(await take(between(good, cut, undefined), halves)).problems,
        ];
        expect(problems).toEqual([]);
        for (const asOf of [...days, plusDays(firstDay, lastOffset)]) {
          expect(await aging(halves, asOf)).toEqual(await aging(whole, asOf));
        }
      }),
      parameters,
    );
  });
});

test('a discount that one file takes back was given by an earlier file', async () => {
  const company = newCompany();
  const [document, application] = discountOf('D1', 'A1');
  const given = { ...nothing, documents: [document], applications: [application] };
  const back = { ...application, externalId: 'A2', on: day('2026-01-20'), amount: -300n };
  await take(given, company);
  expect((await take({ ...nothing, applications: [back] }, company)).problems).toEqual([]);
  expect(await aging(company, day('2026-01-10'))).toEqual(new Map([agedA('97.00')]));
  expect(await aging(company, day('2026-01-20'))).toEqual(new Map([agedA('100.00')]));
});

const nothing: Incoming = {
  customers: [],
  terms: [],
  documents: [],
  payments: [],
  applications: [],
  orders: [],
};

/** An invoice of 100.00 and a discount of 3.00 on it. */
function discountOf(
  documentId: string,
  externalId: string,
): [IncomingDocument, IncomingApplication] {
  const origin = { file: 'book', line: 1 };
  const part = { company: null, origin };
  const document: IncomingDocument = {
    ...part,
    externalId: documentId,
    kind: 'invoice',
    number: documentId,
    customer: 'A',
    customerName: null,
    currency: currency('USD'),
    issuedOn: day('2026-01-01'),
    dueOn: day('2026-01-31'),
    amount: 10_000n,
    net: 10_000n,
    tax: 0n,
    reference: null,
    orderNumber: null,
    termsCode: null,
    discountOn: null,
    discount: null,
    credits: null,
    paidOn: null,
    dispute: null,
    exchangeRate: null,
  };
  const on = day('2026-01-10');
  const what = { kind: 'discount', source: null, on, amount: 300n } as const;
  return [document, { ...part, ...what, externalId, documentId }];
}

function agedA(notDue: string): [string, string] {
  return ['A USD', `${notDue} 0.00 0.00 0.00 0.00 0.00 0.00`];
}

/** What happened after one day and up to another. */
function between(book: Incoming, after: Day | undefined, upTo: Day | undefined): Incoming {
  const fits = (on: Day): boolean =>
    (after === undefined || on > after) && (upTo === undefined || on <= upTo);
  return {
    ...book,
    documents: book.documents.filter(({ issuedOn }) => fits(issuedOn)),
    payments: book.payments.filter(({ on }) => fits(on)),
    applications: book.applications.filter(({ on }) => fits(on)),
  };
}

/** Leaves out reversals of what one customer paid for another. */
function withoutReversedTransfers(book: Incoming): Incoming {
  const owners = new Map(
    [...book.documents, ...book.payments].map((row) => [row.externalId, row.customer]),
  );
  const crosses = (application: Incoming['applications'][number]): boolean =>
    application.source !== null &&
    owners.get(application.source.id) !== owners.get(application.documentId);
  return {
    ...book,
    applications: book.applications.filter((each) => each.amount > 0n || !crosses(each)),
  };
}
