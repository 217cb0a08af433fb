/** What a book becomes: laws over random small books, and the cases that made them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, plusDays } from '#kernel/day.ts';
import { type Id, composeId } from '#kernel/ids.ts';
import { currency, divideHalfUp } from '#kernel/money.ts';
import type { Posting } from '#areas/ledger/rules/posting.ts';
import { agingByHand, withoutRows } from '#test/support/aging-by-hand.ts';
import { firstDay, lastOffset, randomBook, rateInto } from '#test/support/random-books.ts';
import { buildPostings } from './build-postings.ts';
import type { Incoming } from './incoming.ts';
import type { BenchInput, Built } from './posting-bench.ts';

const usd = currency('USD');
const parameters = { seed: 20_261_120, numRuns: 400 };
const someDay = fc.nat({ max: lastOffset }).map((offset) => plusDays(firstDay, offset));

function accountOf(customer: string): Id {
  return composeId(customer.charCodeAt(0), 0, 0, 0);
}

function build(book: Incoming): Built {
  let made = 0;
  const input: BenchInput = {
    newId: () => composeId(1_000_000, 0, 0, (made += 1)),
    base(_accountId, code, amount, on) {
      const rate = rateInto(usd, code, on);
      return rate === undefined ? undefined : divideHalfUp(amount * rate, 10_000n);
    },
    known: { items: new Map(), receipts: new Map(), standing: [], adjustments: [] },
  };
  const placed = <R extends { customer: string }>(rows: readonly R[]) =>
    rows.map((row) => ({ ...row, accountId: accountOf(row.customer) }));
  return buildPostings(
    { ...book, documents: placed(book.documents), payments: placed(book.payments) },
    input,
  );
}

function postingsUpTo(built: Built, asOf: Day): Posting[] {
  return [...built.postings.values()].flat().filter(({ effectiveOn }) => effectiveOn <= asOf);
}

/** What is open of each item after these postings, in minor units and in the base currency. */
function openItems(postings: readonly Posting[]) {
  const items = new Map(
    postings.flatMap(({ accountId, items: made }) =>
      made.map((item) => [
        item.itemId,
        { ...item, accountId, open: item.amount.minor, openBase: item.base },
      ]),
    ),
  );
  for (const part of postings.flatMap(({ applications }) => applications)) {
    const debit = items.get(part.debitItemId);
    const credit = items.get(part.creditItemId);
    if (!debit || !credit) throw new Error('an application stands before one of its items');
    debit.open -= part.amount;
    debit.openBase -= part.debitBase;
    credit.open -= part.amount;
    credit.openBase -= part.creditBase;
  }
  return [...items.values()];
}

describe('over random small books', () => {
  test('balances on any day are those of a direct computation over the book', () => {
    fc.assert(
      fc.property(randomBook, someDay, (book, asOf) => {
        const built = build(book);
        const problems = built.problems.map(({ origin }) => origin);
        const expected = agingByHand(withoutRows(book, problems), asOf);
        expect(balances(postingsUpTo(built, asOf))).toEqual(total(expected));
      }),
      parameters,
    );
  });

  test('every row is a posting or a problem, never both', () => {
    fc.assert(
      fc.property(randomBook, (book) => {
        const { identities, problems } = build(book);
        const stored = identities
          .map(({ externalId }) => externalId)
          .filter((externalId) => !externalId.endsWith('#rest'));
        const rows = book.documents.length + book.payments.length + book.applications.length;
        expect(new Set(stored).size).toBe(stored.length);
        expect(stored.length + problems.length).toBe(rows);
      }),
      parameters,
    );
  });

  test('no item is overdrawn at the end of any day', () => {
    fc.assert(
      fc.property(randomBook, someDay, (book, asOf) => {
        for (const { open, amount } of openItems(postingsUpTo(build(book), asOf))) {
          expect(open >= 0n && open <= amount.minor).toBe(true);
        }
      }),
      parameters,
    );
  });

  test('the control account is the sum of the open items, also in the base currency', () => {
    fc.assert(
      fc.property(randomBook, someDay, (book, asOf) => {
        const postings = postingsUpTo(build(book), asOf);
        const signed = openItems(postings).map((item) => ({
          open: item.side === 'debit' ? item.open : -item.open,
          base: item.side === 'debit' ? item.openBase : -item.openBase,
          currency: item.amount.currency,
        }));
        for (const code of [usd, currency('EUR')]) {
          const mine = signed.filter((item) => item.currency === code);
          expect(onControl(postings, code)).toEqual({
            amount: mine.reduce((sum, { open }) => sum + open, 0n),
            base: mine.reduce((sum, { base }) => sum + base, 0n),
          });
        }
      }),
      parameters,
    );
  });

  test('what leaves one account by transfer reaches another on the same day', () => {
    fc.assert(
      fc.property(randomBook, someDay, (book, asOf) => {
        const lines = postingsUpTo(build(book), asOf).flatMap((posting) => posting.lines);
        const moved = lines.reduce((sum, { debit, credit, amount }) => {
          const sign = debit === 'transfers' ? 1n : credit === 'transfers' ? -1n : 0n;
          return sum + sign * amount.minor;
        }, 0n);
        expect(moved).toBe(0n);
      }),
      parameters,
    );
  });
});

/** Debits less credits of `ar`, of one currency. */
function onControl(postings: readonly Posting[], code: string): { amount: bigint; base: bigint } {
  const sum = { amount: 0n, base: 0n };
  for (const line of postings.flatMap(({ lines }) => lines)) {
    if (line.amount.currency !== code) continue;
    const sign = line.debit === 'ar' ? 1n : line.credit === 'ar' ? -1n : 0n;
    sum.amount += sign * line.amount.minor;
    sum.base += sign * line.base;
  }
  return sum;
}

/** `account currency` to what it owes in sum; nothing owed is left out. */
function balances(postings: readonly Posting[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { accountId, amount, side, open } of openItems(postings)) {
    const key = `${accountId} ${amount.currency}`;
    sums.set(key, (sums.get(key) ?? 0n) + (side === 'debit' ? open : -open));
  }
  return withoutZeros(sums);
}

function total(byHand: ReturnType<typeof agingByHand>): Map<string, bigint> {
  return withoutZeros(
    new Map(
      [...byHand].map(([key, { buckets, unapplied }]) => {
        const [customer = '', code = ''] = key.split(' ');
        const sum = buckets.reduce((all, amount) => all + amount, unapplied);
        return [`${accountOf(customer)} ${code}`, sum];
      }),
    ),
  );
}

function withoutZeros(sums: Map<string, bigint>): Map<string, bigint> {
  return new Map([...sums].filter(([, amount]) => amount !== 0n));
}
