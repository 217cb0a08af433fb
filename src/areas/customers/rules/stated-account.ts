/**
 * What a file or another system states about an account, beside what the desk holds.
 *
 * A field that is not stated (undefined) changes nothing; null states that there is none.
 * The rule a newcomer would break: a name that only repeats the number states no name, so
 * that a bare list of open items never wipes out the customers' names.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';

export type AccountKind =
  | 'trade'
  | 'student'
  | 'insurer'
  | 'matter'
  | 'consumer'
  | 'public'
  | 'house';

export type StatedAccount = {
  /** The number of the customer in the source, and of its account within the company. */
  readonly customerNumber: string;
  readonly name: string;
  readonly kind?: AccountKind | undefined;
  readonly segment?: string | null | undefined;
  readonly termsCode?: string | null | undefined;
  readonly language?: Language | undefined;
  readonly city?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly taxExempt?: boolean | undefined;
  readonly openedOn?: Day | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly contactName?: string | null | undefined;
  /** Customer numbers of the same source; null states that there is none. */
  readonly parentNumber?: string | null | undefined;
  readonly payerNumber?: string | null | undefined;
  readonly guarantorNumber?: string | null | undefined;
  readonly creditLimit?: Money | null | undefined;
  readonly ownerEmail?: string | null | undefined;
};

export type CustomerFields = {
  readonly name: string;
  readonly segment: string | null;
  readonly language: Language;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
  readonly taxExempt: boolean;
};

export type AccountFields = {
  readonly kind: AccountKind;
  readonly termsCode: string | null;
  readonly openedOn: Day | null;
};

export type ContactFields = {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
};

/** An account of the company as the desk holds it. */
export type KnownAccount = {
  readonly accountId: Id;
  readonly customerId: Id;
  /** Where its items went when it was merged away. */
  readonly mergedInto: Id | null;
  readonly fields: AccountFields;
  readonly ownerId: Id | null;
  /** A person gave it to its owner, which no file and no rule changes. */
  readonly pinned: boolean;
  readonly limit: Money | null;
};

/** The customer's fields after the statement; the very same object when nothing changes. */
export function customerAfter(stated: StatedAccount, known?: CustomerFields): CustomerFields {
  const named = stated.name.trim() !== '' && stated.name.trim() !== stated.customerNumber;
  const fields: CustomerFields = {
    name: named ? stated.name.trim() : (known?.name ?? stated.customerNumber),
    segment: kept(stated.segment, known?.segment ?? null),
    language: stated.language ?? known?.language ?? 'en',
    city: kept(stated.city, known?.city ?? null),
    state: kept(stated.state, known?.state ?? null),
    postalCode: kept(stated.postalCode, known?.postalCode ?? null),
    country: kept(stated.country, known?.country ?? null),
    taxExempt: stated.taxExempt ?? known?.taxExempt ?? false,
  };
  return sameOr(known, fields);
}

/** The account's own fields after the statement; the very same object when nothing changes. */
export function accountAfter(stated: StatedAccount, known?: AccountFields): AccountFields {
  const fields: AccountFields = {
    kind: stated.kind ?? known?.kind ?? 'trade',
    termsCode: kept(stated.termsCode, known?.termsCode ?? null),
    openedOn: kept(stated.openedOn, known?.openedOn ?? null),
  };
  return sameOr(known, fields);
}

/** The contact after the statement; undefined when neither side knows how to reach anybody. */
export function contactAfter(
  stated: StatedAccount,
  known?: ContactFields,
): ContactFields | undefined {
  const email = kept(stated.email, known?.email ?? null);
  const phone = kept(stated.phone, known?.phone ?? null);
  const name = stated.contactName ?? known?.name;
  if (known === undefined && email === null && phone === null && name === undefined) {
    return undefined;
  }
  return sameOr(known, { name: name ?? customerAfter(stated).name, email, phone });
}

/** One statement per number: what a later line states stands over an earlier one. */
export function mergeStatements(stated: readonly StatedAccount[]): StatedAccount[] {
  const byNumber = new Map<string, StatedAccount>();
  for (const each of stated) {
    const before = byNumber.get(each.customerNumber);
    byNumber.set(
      each.customerNumber,
      before === undefined ? each : { ...before, ...present(each) },
    );
  }
  return [...byNumber.values()];
}

function present(stated: StatedAccount): StatedAccount {
  const entries = Object.entries(stated).filter(([, value]) => value !== undefined);
  // Only optional fields can be undefined, so what is left is a statement still.
  return Object.fromEntries(entries) as StatedAccount;
}

function kept<T>(stated: T | null | undefined, known: T | null): T | null {
  if (stated === undefined) return known;
  return typeof stated === 'string' && stated.trim() === '' ? null : stated;
}

function sameOr<T extends object>(known: T | undefined, fields: T): T {
  if (known === undefined) return fields;
  const before = new Map<string, unknown>(Object.entries(known));
  const changed = Object.entries(fields).some(([name, value]) => before.get(name) !== value);
  return changed ? fields : known;
}

/** Whom the statement names as another party; undefined where it says nothing of that. */
export function relationsStated(
  stated: StatedAccount,
): readonly (readonly ['parent' | 'payer' | 'guarantor', string | null | undefined])[] {
  return [
    ['parent', stated.parentNumber],
    ['payer', stated.payerNumber],
    ['guarantor', stated.guarantorNumber],
  ];
}
