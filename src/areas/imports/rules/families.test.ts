/** Families of a book: nothing that belongs together is torn, and nothing is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { type Id, composeId } from '#kernel/ids.ts';
import { randomBook } from '#test/support/random-books.ts';
import type { Book } from './book.ts';
import { familiesOf, makeKin, portionsOf } from './families.ts';

const parameters = { seed: 20_261_120, numRuns: 300 };
const noneElsewhere = (): undefined => undefined;

function accountOf(customer: string): Id {
  return composeId(customer.charCodeAt(0), 0, 0, 0);
}

const placedBook = randomBook.map((book): Book => {
  const place = <R extends { customer: string }>(row: R) => ({
    ...row,
    accountId: accountOf(row.customer),
  });
  return { ...book, documents: book.documents.map(place), payments: book.payments.map(place) };
});

function rows(books: Iterable<Book>): string[] {
  return [...books]
    .flatMap(({ documents, payments, applications }) => [
      ...documents.map(({ externalId }) => `document ${externalId}`),
      ...payments.map(({ externalId }) => `payment ${externalId}`),
      ...applications.map(({ externalId }) => `application ${externalId}`),
    ])
    .toSorted();
}

describe('over random small books', () => {
  test('every row stands in exactly one family, and in one portion', () => {
    fc.assert(
      fc.property(placedBook, (book) => {
        expect(rows(familiesOf(book, noneElsewhere))).toEqual(rows([book]));
        expect(rows(portionsOf(book, noneElsewhere))).toEqual(rows([book]));
      }),
      parameters,
    );
  });

  test('a row and what it names in the book stand in the same family', () => {
    fc.assert(
      fc.property(placedBook, (book) => {
        const families = [...familiesOf(book, noneElsewhere)];
        const homeOf = (part: 'documents' | 'payments', externalId: string): number =>
          families.findIndex((each) => each[part].some((row) => row.externalId === externalId));
        for (const [index, { payments, applications }] of families.entries()) {
          const homes = [
            ...payments.flatMap(({ of }) => (of === null ? [] : [homeOf('payments', of)])),
            ...applications.map(({ documentId }) => homeOf('documents', documentId)),
            ...applications.flatMap(({ source }) =>
              source
                ? [homeOf(source.kind === 'payment' ? 'payments' : 'documents', source.id)]
                : [],
            ),
          ];
          expect(homes.filter((home) => home !== -1 && home !== index)).toEqual([]);
        }
      }),
      parameters,
    );
  });
});

test('who is joined to a third belongs together, whatever the order', () => {
  const kin = makeKin();
  kin.join('child', 'parent');
  kin.join('other', 'aunt');
  expect(kin.headOf('child')).toBe(kin.headOf('parent'));
  expect(kin.headOf('child')).not.toBe(kin.headOf('aunt'));
  kin.join('aunt', 'parent');
  expect(kin.headOf('other')).toBe(kin.headOf('child'));
  expect(kin.headOf('stranger')).toBe('stranger');
});

test('a payment that only the ledger holds brings its account into the family', () => {
  const known = accountOf('P');
  const own = accountOf('A');
  const book: Book = {
    documents: [],
    payments: [
      {
        externalId: 'R1',
        kind: 'refund',
        accountId: own,
        currency: currency('USD'),
        on: day('2026-01-01'),
        amount: 100n,
        method: '',
        reference: '',
        of: 'P1',
        origin: { file: 'payments.csv', line: 2 },
      },
    ],
    applications: [
      {
        externalId: 'A1',
        on: day('2026-01-01'),
        source: { kind: 'payment', id: 'P1' },
        kind: 'payment',
        documentId: 'D1',
        amount: 50n,
        origin: { file: 'applications.csv', line: 2 },
      },
    ],
  };
  const families = [
    ...familiesOf(book, (drawer, externalId) =>
      drawer === 'receipt' && externalId === 'P1' ? known : undefined,
    ),
  ];
  expect(families).toHaveLength(1);
});
