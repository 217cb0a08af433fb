/**
 * Makes sure that the accounts a file speaks of are there, and takes over what it states.
 *
 * Done for a whole file at once. A customer that already exists under the same source and
 * number, in whatever company, is the same customer; an account that was merged away leads
 * to the account that went on, and its old file no longer changes anybody's name.
 */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { insertAccounts as openInLedger } from '#areas/ledger/index.ts';
import {
  type AccountFields,
  type ContactFields,
  type CustomerFields,
  type KnownAccount,
  type StatedAccount,
  accountAfter,
  contactAfter,
  customerAfter,
  mergeStatements,
  relationsStated,
} from '../rules/stated-account.ts';
import * as bulk from '../store/bulk.ts';
import * as known from '../store/known.ts';
import { baseCurrencyOf } from '../store/accounts.ts';

/** What a file names and nobody knows. */
export type Unresolved = 'parent' | 'payer' | 'guarantor' | 'owner';

export type EnsuredAccount = {
  readonly accountId: Id;
  readonly customerId: Id;
  readonly created: boolean;
  readonly unresolved: readonly Unresolved[];
};

/** Facts that a file states without a day have held as long as anybody remembers. */
const fromTheStart = day('1900-01-01');

type Place = {
  readonly stated: StatedAccount;
  readonly account: KnownAccount | undefined;
  readonly accountId: Id;
  readonly customerId: Id;
  readonly newCustomer: boolean;
  /** The day from which new facts hold. */
  readonly since: Day;
  readonly unresolved: Unresolved[];
};

/** Answers every stated customer number with its account; throws only on a broken database. */
export async function ensureAccounts(
  context: Context,
  companyId: Id,
  accounts: readonly StatedAccount[],
  { source }: { readonly source: string },
): Promise<Map<string, EnsuredAccount>> {
  await bulk.lockBook(context.tx, companyId);
  const stated = mergeStatements(accounts);
  const places = await findPlaces(context, companyId, source, stated);
  const live = places.filter(({ account }) => !account?.mergedInto);
  const owners = await ownersOf(context, live);
  await saveCustomers(context, live);
  await saveAccounts(context, companyId, live, owners);
  await saveIdentities(context, companyId, source, live);
  await saveRelations(context, source, live);
  await saveOwners(context, live, owners);
  await saveLimits(context, companyId, live);
  await saveContacts(context, live);
  return new Map(places.map((place) => [place.stated.customerNumber, answerOf(place)]));
}

function answerOf({ account, accountId, customerId, unresolved }: Place): EnsuredAccount {
  return { accountId, customerId, created: account === undefined, unresolved };
}

async function findPlaces(
  context: Context,
  companyId: Id,
  source: string,
  stated: readonly StatedAccount[],
): Promise<Place[]> {
  const { tx } = context;
  const numbers = stated.map((each) => each.customerNumber);
  const there = await known.knownAccounts(tx, companyId, numbers);
  const missing = numbers.filter((number) => !there.has(number));
  if (missing.length > 0) await bulk.lockBook(tx, source);
  const elsewhere = await known.customersOfSource(tx, source, missing);
  const targets = await known.customersOfAccounts(
    tx,
    [...there.values()].flatMap(({ mergedInto }) => mergedInto ?? []),
  );
  return stated.map((each) => {
    const account = there.get(each.customerNumber);
    const customerId = account?.customerId ?? elsewhere.get(each.customerNumber);
    const into = account?.mergedInto ?? undefined;
    return {
      stated: each,
      account,
      accountId: into ?? account?.accountId ?? context.newId(),
      customerId: (into && targets.get(into)) ?? customerId ?? context.newId(),
      newCustomer: customerId === undefined,
      since: account === undefined ? (each.openedOn ?? fromTheStart) : context.today,
      unresolved: [],
    };
  });
}

async function saveCustomers(context: Context, places: readonly Place[]): Promise<void> {
  const { tx, at } = context;
  const old = places.filter((place) => !place.newCustomer);
  const before = await known.customerFields(
    tx,
    old.map((place) => place.customerId),
  );
  const changed = new Map<Id, CustomerFields>();
  for (const { stated, customerId } of old) {
    const fields = before.get(customerId);
    const after = customerAfter(stated, fields);
    if (after !== fields) changed.set(customerId, after);
  }
  const made = places.filter((place) => place.newCustomer);
  const rows = made.map(({ stated, customerId }) => ({
    id: customerId,
    number: stated.customerNumber,
    fields: customerAfter(stated),
  }));
  await bulk.insertCustomers(tx, rows, at);
  await bulk.updateCustomers(tx, changed);
}

async function saveAccounts(
  context: Context,
  companyId: Id,
  places: readonly Place[],
  owners: ReadonlyMap<string, Id>,
): Promise<void> {
  const { tx, at } = context;
  const made = places.filter(({ account }) => account === undefined);
  const rows = made.map(({ stated, accountId, customerId }) => ({
    id: accountId,
    customerId,
    number: stated.customerNumber,
    fields: accountAfter(stated),
    ownerId: owners.get(emailOf(stated)) ?? null,
    limit: stated.creditLimit ?? null,
  }));
  await openInLedger(
    tx,
    companyId,
    rows.map((row) => row.id),
  );
  await bulk.insertAccounts(tx, companyId, rows, at);

  const changed = new Map<Id, AccountFields>();
  for (const { stated, account } of places) {
    if (account === undefined) continue;
    const after = accountAfter(stated, account.fields);
    if (after !== account.fields) changed.set(account.accountId, after);
  }
  await bulk.updateAccounts(tx, changed);
}

async function saveIdentities(
  context: Context,
  companyId: Id,
  source: string,
  places: readonly Place[],
): Promise<void> {
  const numbers = places.map((place) => place.stated.customerNumber);
  const there = await known.accountIdentities(context.tx, companyId, source, numbers);
  const fresh = places.filter((place) => !there.has(place.stated.customerNumber));
  const identities = fresh.flatMap(({ stated, accountId, customerId }) => [
    { kind: 'customer' as const, externalId: stated.customerNumber, objectId: customerId },
    { kind: 'account' as const, externalId: stated.customerNumber, objectId: accountId },
  ]);
  await bulk.insertIdentities(context.tx, companyId, source, identities);
}

async function saveRelations(
  context: Context,
  source: string,
  places: readonly Place[],
): Promise<void> {
  const { tx } = context;
  const speaking = places.filter(({ stated }) =>
    relationsStated(stated).some(([, number]) => number !== undefined),
  );
  if (speaking.length === 0) return;
  const customers = await customersNamed(context, source, places, speaking);
  const before = await known.currentRelations(
    tx,
    speaking.map((place) => place.customerId),
  );
  const facts: bulk.RelationFact[] = [];
  for (const place of speaking) {
    for (const [kind, number] of relationsStated(place.stated)) {
      if (number === undefined) continue;
      const other = number === null || number === '' ? null : customers.get(number);
      if (other === undefined) place.unresolved.push(kind);
      const { customerId } = place;
      // Whoever pays for itself has no payer; nobody is their own parent.
      const otherId = other === customerId || other === undefined ? null : other;
      const standing = before.get(known.relationKey(customerId, kind)) ?? null;
      if (other === undefined || standing === otherId) continue;
      facts.push({ customerId, kind, effectiveOn: place.since, otherId });
    }
  }
  await bulk.insertRelations(tx, facts, recorded(context));
}

/** The customers that these places name as other parties, from the file or from before. */
async function customersNamed(
  context: Context,
  source: string,
  places: readonly Place[],
  speaking: readonly Place[],
): Promise<Map<string, Id>> {
  const customers = new Map(places.map((place) => [place.stated.customerNumber, place.customerId]));
  const named = speaking.flatMap(({ stated }) =>
    relationsStated(stated).map(([, number]) => number),
  );
  const outside = new Set(named.filter((number) => number && !customers.has(number)));
  const before = await known.customersOfSource(
    context.tx,
    source,
    [...outside].filter((number) => typeof number === 'string'),
  );
  for (const [number, customerId] of before) customers.set(number, customerId);
  return customers;
}

function emailOf(stated: StatedAccount): string {
  return stated.ownerEmail?.trim().toLowerCase() ?? '';
}

/** The members that the file names as owners, by e-mail address. */
function ownersOf(context: Context, places: readonly Place[]): Promise<Map<string, Id>> {
  const emails = new Set(places.map(({ stated }) => emailOf(stated)));
  emails.delete('');
  return known.membersByEmail(context.tx, [...emails]);
}

async function saveOwners(
  context: Context,
  places: readonly Place[],
  owners: ReadonlyMap<string, Id>,
): Promise<void> {
  const facts: bulk.OwnerFact[] = [];
  const moved: bulk.OwnerFact[] = [];
  for (const { stated, account, accountId, since, unresolved } of places) {
    if (stated.ownerEmail === undefined) continue;
    const email = emailOf(stated);
    const memberId = email === '' ? null : owners.get(email);
    if (memberId === undefined) unresolved.push('owner');
    if (memberId === undefined || memberId === (account?.ownerId ?? null)) continue;
    // What a person said of one account outweighs what a file says of all.
    if (account?.pinned) continue;
    const fact = { accountId, effectiveOn: since, memberId };
    facts.push(fact);
    if (account) moved.push(fact);
  }
  await bulk.insertOwners(context.tx, facts, recorded(context));
  await bulk.moveOwners(context.tx, moved);
}

async function saveLimits(
  context: Context,
  companyId: Id,
  places: readonly Place[],
): Promise<void> {
  const facts: bulk.LimitFact[] = [];
  const moved: bulk.LimitFact[] = [];
  for (const { stated, account, accountId, since } of places) {
    const limit = stated.creditLimit;
    if (limit === undefined || sameLimit(limit, account?.limit ?? null)) continue;
    const fact = { accountId, effectiveOn: since, limit };
    facts.push(fact);
    if (account) moved.push(fact);
  }
  const baseCurrency = await baseCurrencyOf(context.tx, companyId);
  await bulk.insertLimits(context.tx, facts, baseCurrency, recorded(context));
  await bulk.moveLimits(context.tx, moved);
}

function sameLimit(a: Money | null, b: Money | null): boolean {
  if (a === null || b === null) return a === b;
  return a.minor === b.minor && a.currency === b.currency;
}

async function saveContacts(context: Context, places: readonly Place[]): Promise<void> {
  const { tx } = context;
  const before = await known.mainContacts(
    tx,
    places.filter((place) => !place.newCustomer).map((place) => place.customerId),
  );
  const made: bulk.NewContact[] = [];
  const changed = new Map<Id, ContactFields>();
  for (const { stated, customerId } of places) {
    const contact = before.get(customerId);
    const after = contactAfter(stated, contact?.fields);
    if (after === undefined || after === contact?.fields) continue;
    if (contact) changed.set(contact.contactId, after);
    else {
      const language = stated.language ?? 'en';
      made.push({ id: context.newId(), customerId, language, fields: after });
    }
  }
  await bulk.insertContacts(tx, made, context.at);
  await bulk.updateContacts(tx, changed);
}

function recorded(context: Context): bulk.Recorded {
  return { at: context.at, actor: context.actor.ref, reason: context.reason };
}
