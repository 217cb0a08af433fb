/**
 * Accounts whose money is entangled: a parent and the children it pays for.
 *
 * Whatever one record of a book needs of another stands within one family, so a family can be
 * turned into postings by itself, and a book of any size a few families at a time.
 */
import type { Id } from '#kernel/ids.ts';
import type { Book, BookApplication, BookDocument, BookPayment } from './book.ts';

/** Where an outside id leads that is not in the book itself; undefined when nobody knows it. */
export type Elsewhere = (drawer: 'item' | 'receipt', externalId: string) => Id | undefined;

/** A portion ends with the family that brings it to so many records. */
const portion = 6000;

/** The book in portions of whole families, in the order of their first accounts. */
export function* portionsOf(book: Book, elsewhere: Elsewhere): Generator<Book> {
  let filling = emptyBook();
  let records = 0;
  for (const family of familiesOf(book, elsewhere)) {
    for (const each of family.documents) filling.documents.push(each);
    for (const each of family.payments) filling.payments.push(each);
    for (const each of family.applications) filling.applications.push(each);
    records += family.documents.length + family.payments.length + family.applications.length;
    if (records < portion) continue;
    yield filling;
    filling = emptyBook();
    records = 0;
  }
  if (records > 0) yield filling;
}

type Filling = {
  readonly documents: BookDocument[];
  readonly payments: BookPayment[];
  readonly applications: BookApplication[];
};

function emptyBook(): Filling {
  return { documents: [], payments: [], applications: [] };
}

/** Each family's own records, in the order of the book. */
export function familiesOf(book: Book, elsewhere: Elsewhere): Iterable<Filling> {
  const kin = makeKin();
  const place = placesIn(book, elsewhere);
  for (const { accountId, credits } of book.documents) {
    kin.join(accountId, credits === null ? undefined : place('item', credits));
  }
  for (const { accountId, of } of book.payments) {
    kin.join(accountId, of === null ? undefined : place('receipt', of));
  }
  const homes = book.applications.map(({ documentId, source }) => {
    const target = place('item', documentId);
    const payer = source && place(source.kind === 'payment' ? 'receipt' : 'item', source.id);
    const home = target ?? payer ?? nobody;
    kin.join(home, payer ?? undefined);
    return home;
  });
  const families = new Map<string, Filling>();
  const familyOf = (accountId: string): Filling => {
    const head = kin.headOf(accountId);
    const known = families.get(head);
    if (known) return known;
    const made = emptyBook();
    families.set(head, made);
    return made;
  };
  for (const accountId of [...kin.members()].toSorted()) familyOf(accountId);
  for (const each of book.documents) familyOf(each.accountId).documents.push(each);
  for (const each of book.payments) familyOf(each.accountId).payments.push(each);
  for (const [index, each] of book.applications.entries()) {
    familyOf(homes[index] ?? nobody).applications.push(each);
  }
  return families.values();
}

/** Where applications go of which neither side is known: each will be a problem. */
const nobody = '';

function placesIn(book: Book, elsewhere: Elsewhere): Elsewhere {
  const items = new Map(book.documents.map((each) => [each.externalId, each.accountId]));
  const receipts = new Map(book.payments.map((each) => [each.externalId, each.accountId]));
  return (drawer, externalId) =>
    (drawer === 'item' ? items : receipts).get(externalId) ?? elsewhere(drawer, externalId);
}

/** Who belongs together; whoever was never joined to anybody heads a family alone. */
export type Kin = {
  join(one: string, other: string | undefined): void;
  headOf(one: string): string;
  members(): Iterable<string>;
};

/** Nobody is joined yet. */
export function makeKin(): Kin {
  const above = new Map<string, string>();
  const headOf = (one: string): string => {
    let head = one;
    for (let next = above.get(head); next !== undefined && next !== head; next = above.get(head)) {
      head = next;
    }
    if (head !== one) above.set(one, head);
    return head;
  };
  return {
    join(one, other) {
      const head = headOf(one);
      if (!above.has(head)) above.set(head, head);
      if (other === undefined) return;
      const otherHead = headOf(other);
      above.set(otherHead, head);
    },
    headOf,
    members: () => above.keys(),
  };
}
