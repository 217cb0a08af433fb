/**
 * Who receives an issue, and how much of it: decided anew each time that one is made.
 *
 * The rule a newcomer would break: being named gives no right. A reader without the permission,
 * of another company or gone is left out by name; one without the overview gets only their own
 * part, and an address outside sees what the schedule's owner may show.
 */
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import type { Recipient } from './schedule.ts';

export type Person = {
  readonly memberId: Id;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly active: boolean;
  readonly companyIds: readonly Id[] | 'all';
};

export type Wanted = {
  readonly companyId: Id;
  /** What the kind asks of its readers. */
  readonly needs: string;
  /** The kind has a part for those who do not oversee. */
  readonly ownPart: boolean;
  /** Stands for addresses outside. */
  readonly owner: Person | undefined;
};

export type LeftOut =
  | 'packs.reader_gone'
  | 'packs.reader_of_other_company'
  | 'packs.reader_may_not'
  | 'packs.owner_may_not';

export type Reader = {
  readonly memberId: Id | null;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  readonly sight: 'company' | 'own';
  readonly leftOut: LeftOut | null;
};

/** Everybody who was named, each address once, in the order of their naming. */
export function readersOf(
  recipients: readonly Recipient[],
  people: readonly Person[],
  wanted: Wanted,
): Reader[] {
  const readers = recipients.flatMap((named) => namedBy(named, people, wanted));
  const first = new Map<string, Reader>();
  for (const reader of readers) {
    const key = reader.address.toLowerCase();
    if (!first.has(key)) first.set(key, reader);
  }
  return [...first.values()];
}

function namedBy(named: Recipient, people: readonly Person[], wanted: Wanted): Reader[] {
  if (named.kind === 'address') return [outside(named, wanted)];
  if (named.kind === 'member') {
    const person = people.find(({ memberId }) => memberId === named.memberId);
    return person ? [inside(person, wanted)] : [];
  }
  // Of a role only those of the company are meant.
  return people
    .filter((person) => person.active && person.roles.includes(named.role) && sees(person, wanted))
    .map((person) => inside(person, wanted));
}

function inside(person: Person, wanted: Wanted): Reader {
  const { memberId, name, email, language } = person;
  const sight = sightOf(person, wanted);
  return {
    memberId,
    name,
    address: email,
    language,
    sight: sight === 'own' ? 'own' : 'company',
    leftOut: sight === 'own' || sight === 'company' ? null : sight,
  };
}

function outside(
  { name, address, language }: Extract<Recipient, { kind: 'address' }>,
  wanted: Wanted,
): Reader {
  const shows =
    wanted.owner !== undefined &&
    wanted.owner.permissions.includes('packs.manage') &&
    sightOf(wanted.owner, wanted) === 'company';
  return {
    memberId: null,
    name,
    address,
    language,
    sight: 'company',
    leftOut: shows ? null : 'packs.owner_may_not',
  };
}

/** How much this person may see of a kind, or why nothing. */
export function sightOf(person: Person, wanted: Wanted): 'company' | 'own' | LeftOut {
  if (!person.active) return 'packs.reader_gone';
  if (!sees(person, wanted)) return 'packs.reader_of_other_company';
  if (!person.permissions.includes(wanted.needs)) return 'packs.reader_may_not';
  if (person.permissions.includes('packs.oversee')) return 'company';
  return wanted.ownPart ? 'own' : 'packs.reader_may_not';
}

function sees({ companyIds }: Person, { companyId }: Wanted): boolean {
  return companyIds === 'all' || companyIds.includes(companyId);
}
