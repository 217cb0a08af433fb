/**
 * Writes many customers and accounts at once: new rows by COPY, changed ones by one update
 * a table, so that fifty thousand accounts take about a second.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Money } from '#kernel/money.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { AccountFields, ContactFields, CustomerFields } from '../rules/stated-account.ts';
import type { RelationKind } from './known.ts';

/** What the dated facts of one change share. */
export type Recorded = {
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
};

export type NewCustomer = {
  readonly id: Id;
  readonly number: string;
  readonly fields: CustomerFields;
};
export type NewAccount = {
  readonly id: Id;
  readonly customerId: Id;
  readonly number: string;
  readonly fields: AccountFields;
  /** As the first facts of owner and limit say, which are recorded beside it. */
  readonly ownerId: Id | null;
  readonly limit: Money | null;
};
export type RelationFact = {
  readonly customerId: Id;
  readonly kind: RelationKind;
  readonly effectiveOn: Day;
  readonly otherId: Id | null;
};
export type OwnerFact = {
  readonly accountId: Id;
  readonly effectiveOn: Day;
  readonly memberId: Id | null;
};
/** `limit` null: no limit; its currency is then the company's. */
export type LimitFact = {
  readonly accountId: Id;
  readonly effectiveOn: Day;
  readonly limit: Money | null;
};
export type NewContact = {
  readonly id: Id;
  readonly customerId: Id;
  readonly language: string;
  readonly fields: ContactFields;
};

/** Two imports of one company, or of one source, never make the same account twice. */
export async function lockBook(tx: Tx, name: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`customers ${name}`}, 0))`);
}

export async function insertCustomers(
  tx: Tx,
  customers: readonly NewCustomer[],
  at: Instant,
): Promise<void> {
  await tx.copyIn(
    `customers.customer (customer_id, number, name, segment, language, city, state, postal_code,
      country, tax_exempt, made_at)`,
    customers.map(({ id, number, fields }) => [id, number, ...customerColumns(fields), at]),
  );
}

function customerColumns(fields: CustomerFields): (string | boolean | null)[] {
  return [
    fields.name,
    fields.segment,
    fields.language,
    fields.city,
    fields.state,
    fields.postalCode,
    fields.country,
    fields.taxExempt,
  ];
}

export async function insertAccounts(
  tx: Tx,
  companyId: Id,
  accounts: readonly NewAccount[],
  at: Instant,
): Promise<void> {
  await tx.copyIn(
    `customers.account (account_id, company_id, customer_id, number, kind, terms_code, opened_on,
      made_at)`,
    accounts.map(({ id, customerId, number, fields: { kind, termsCode, openedOn } }) => [
      id,
      companyId,
      customerId,
      number,
      kind,
      termsCode,
      openedOn,
      at,
    ]),
  );
  await tx.copyIn(
    'customers.account_now (account_id, owner_id, limit_minor, limit_currency)',
    accounts.map(({ id, ownerId, limit }) => [id, ownerId, limit?.minor, limit?.currency]),
  );
}

export type NewIdentity = {
  readonly kind: 'customer' | 'account';
  readonly externalId: string;
  readonly objectId: Id;
};

/** Names of one company and source; the caller holds its lock and leaves out known ones. */
export async function insertIdentities(
  tx: Tx,
  companyId: Id,
  source: string,
  identities: readonly NewIdentity[],
): Promise<void> {
  await tx.copyIn(
    'customers.identity (company_id, source, kind, external_id, object_id)',
    identities.map(({ kind, externalId, objectId }) => [
      companyId,
      source,
      kind,
      externalId,
      objectId,
    ]),
  );
}

export async function updateCustomers(
  tx: Tx,
  changed: ReadonlyMap<Id, CustomerFields>,
): Promise<void> {
  if (changed.size === 0) return;
  const rows = JSON.stringify([...changed].map(([id, fields]) => ({ id, ...fields })));
  await tx.run(sql`
    update customers.customer c
       set name        = n.name,
           segment     = n.segment,
           language    = n.language,
           city        = n.city,
           state       = n.state,
           postal_code = n."postalCode",
           country     = n.country,
           tax_exempt  = n."taxExempt"
      from json_to_recordset(${rows}::json)
           as n (id uuid, name text, segment text, language text, city text, state text,
                 "postalCode" text, country text, "taxExempt" boolean)
     where c.customer_id = n.id`);
}

export async function updateAccounts(
  tx: Tx,
  changed: ReadonlyMap<Id, AccountFields>,
): Promise<void> {
  if (changed.size === 0) return;
  const rows = JSON.stringify([...changed].map(([id, fields]) => ({ id, ...fields })));
  await tx.run(sql`
    update customers.account a
       set kind       = n.kind,
           terms_code = n."termsCode",
           opened_on  = n."openedOn"
      from json_to_recordset(${rows}::json)
           as n (id uuid, kind text, "termsCode" text, "openedOn" date)
     where a.account_id = n.id`);
}

export async function insertRelations(
  tx: Tx,
  facts: readonly RelationFact[],
  recorded: Recorded,
): Promise<void> {
  await tx.copyIn(
    'customers.relation (customer_id, kind, effective_on, recorded_at, other_id, actor)',
    facts.map(({ customerId, kind, effectiveOn, otherId }) => [
      customerId,
      kind,
      effectiveOn,
      recorded.at,
      otherId,
      recorded.actor,
    ]),
  );
}

/** Records who works the accounts from a day on. */
export async function insertOwners(
  tx: Tx,
  facts: readonly OwnerFact[],
  recorded: Recorded,
): Promise<void> {
  await tx.copyIn(
    'customers.owner_fact (account_id, effective_on, recorded_at, member_id, actor, reason)',
    facts.map(({ accountId, effectiveOn, memberId }) => [
      accountId,
      effectiveOn,
      recorded.at,
      memberId,
      recorded.actor,
      recorded.reason,
    ]),
  );
}

/** Records credit limits from a day on. */
export async function insertLimits(
  tx: Tx,
  facts: readonly LimitFact[],
  baseCurrency: string,
  { at, actor, reason }: Recorded,
): Promise<void> {
  await tx.copyIn(
    `customers.limit_fact (account_id, effective_on, recorded_at, limit_minor, currency, actor,
      reason)`,
    facts.map(({ accountId, effectiveOn, limit }) => {
      const limitCurrency = limit?.currency ?? baseCurrency;
      return [accountId, effectiveOn, at, limit?.minor, limitCurrency, actor, reason];
    }),
  );
}

/** Keeps `account_now` in step with new owner facts of accounts that were there before. */
export async function moveOwners(tx: Tx, facts: readonly OwnerFact[]): Promise<void> {
  if (facts.length === 0) return;
  await tx.run(sql`
    update customers.account_now n
       set owner_id = f.member_id
      from unnest(${facts.map((fact) => fact.accountId)}::uuid[],
                  ${facts.map((fact) => fact.memberId)}::uuid[]) as f (account_id, member_id)
     where n.account_id = f.account_id`);
}

/** Keeps `account_now` in step with new limits of accounts that were there before. */
export async function moveLimits(tx: Tx, facts: readonly LimitFact[]): Promise<void> {
  if (facts.length === 0) return;
  await tx.run(sql`
    update customers.account_now n
       set limit_minor = f.limit_minor, limit_currency = f.currency
      from unnest(${facts.map((fact) => fact.accountId)}::uuid[],
                  ${facts.map((fact) => fact.limit?.minor.toString() ?? null)}::bigint[],
                  ${facts.map((fact) => fact.limit?.currency ?? null)}::text[])
           as f (account_id, limit_minor, currency)
     where n.account_id = f.account_id`);
}

export async function insertContacts(
  tx: Tx,
  contacts: readonly NewContact[],
  at: Instant,
): Promise<void> {
  await tx.copyIn(
    'customers.contact (contact_id, customer_id, role, name, email, phone, language, made_at)',
    contacts.map(({ id, customerId, language, fields: { name, email, phone } }) => [
      id,
      customerId,
      'accounts_payable',
      name,
      email,
      phone,
      language,
      at,
    ]),
  );
}

/** A changed address is no longer a verified one. */
export async function updateContacts(
  tx: Tx,
  changed: ReadonlyMap<Id, ContactFields>,
): Promise<void> {
  if (changed.size === 0) return;
  const rows = JSON.stringify([...changed].map(([id, fields]) => ({ id, ...fields })));
  await tx.run(sql`
    update customers.contact c
       set name        = n.name,
           email       = n.email,
           phone       = n.phone,
           verified_on = case when c.email is not distinct from n.email
                               and c.phone is not distinct from n.phone then c.verified_on end
      from json_to_recordset(${rows}::json) as n (id uuid, name text, email text, phone text)
     where c.contact_id = n.id`);
}
