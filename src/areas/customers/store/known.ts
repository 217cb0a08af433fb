/** Reads what the desk already holds of many accounts at once, before a file changes it. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type {
  AccountKind,
  ContactFields,
  CustomerFields,
  KnownAccount,
} from '../rules/stated-account.ts';

type AccountRow = {
  number: string;
  account_id: string;
  customer_id: string;
  kind: AccountKind;
  terms_code: string | null;
  opened_on: string | null;
  merged_into: string | null;
  owner_id: string | null;
  limit_minor: bigint | null;
  limit_currency: string | null;
  pinned: boolean;
};

/** Accounts of a company by their numbers. */
export async function knownAccounts(
  db: Queries,
  companyId: Id,
  numbers: readonly string[],
): Promise<Map<string, KnownAccount>> {
  const rows = await db.all(sql<AccountRow>`
    select a.number, a.account_id, a.customer_id, a.kind, a.terms_code, a.opened_on,
           a.merged_into, n.owner_id, n.limit_minor, n.limit_currency,
           n.pinned_at is not null as pinned
      from customers.account a
      left join customers.account_now n on n.account_id = a.account_id
     where a.company_id = ${companyId}
       and a.number     = any(${numbers})`);
  return new Map(rows.map((row) => [row.number, knownAccount(row)]));
}

function knownAccount(row: AccountRow): KnownAccount {
  return {
    accountId: id(row.account_id),
    customerId: id(row.customer_id),
    mergedInto: row.merged_into === null ? null : id(row.merged_into),
    fields: {
      kind: row.kind,
      termsCode: row.terms_code,
      openedOn: row.opened_on === null ? null : day(row.opened_on),
    },
    ownerId: row.owner_id === null ? null : id(row.owner_id),
    pinned: row.pinned,
    limit:
      row.limit_minor === null || row.limit_currency === null
        ? null
        : money(row.limit_minor, row.limit_currency),
  };
}

/** Customers that a source names so, in whatever company they were first seen. */
export async function customersOfSource(
  db: Queries,
  source: string,
  numbers: readonly string[],
): Promise<Map<string, Id>> {
  if (numbers.length === 0) return new Map();
  const rows = await db.all(sql<{ external_id: string; object_id: string }>`
    select distinct on (i.external_id) i.external_id, i.object_id
      from team.company co
      join customers.identity i on i.company_id = co.company_id
     where i.source      = ${source}
       and i.kind        = 'customer'
       and i.external_id = any(${numbers})
     order by i.external_id, i.object_id`);
  return new Map(rows.map((row) => [row.external_id, id(row.object_id)]));
}

/** Which of these numbers the company and source know already as accounts. */
export async function accountIdentities(
  db: Queries,
  companyId: Id,
  source: string,
  numbers: readonly string[],
): Promise<Set<string>> {
  const rows = await db.all(sql<{ external_id: string }>`
    select external_id
      from customers.identity
     where company_id  = ${companyId}
       and source      = ${source}
       and kind        = 'account'
       and external_id = any(${numbers})`);
  return new Set(rows.map((row) => row.external_id));
}

/** The customers of accounts. */
export async function customersOfAccounts(
  db: Queries,
  accountIds: readonly Id[],
): Promise<Map<Id, Id>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db.all(sql<{ account_id: string; customer_id: string }>`
    select account_id, customer_id
      from customers.account
     where account_id = any(${accountIds})`);
  return new Map(rows.map((row) => [id(row.account_id), id(row.customer_id)]));
}

type CustomerRow = {
  customer_id: string;
  name: string;
  segment: string | null;
  language: Language;
  city: string | null;
  state: string | null;
  postal_code: string | null;
  country: string | null;
  tax_exempt: boolean;
};

export async function customerFields(
  db: Queries,
  customerIds: readonly Id[],
): Promise<Map<Id, CustomerFields>> {
  if (customerIds.length === 0) return new Map();
  const rows = await db.all(sql<CustomerRow>`
    select customer_id, name, segment, language, city, state, postal_code, country, tax_exempt
      from customers.customer
     where customer_id = any(${customerIds})`);
  return new Map(
    rows.map(({ customer_id, postal_code, tax_exempt, ...fields }) => [
      id(customer_id),
      { ...fields, postalCode: postal_code, taxExempt: tax_exempt },
    ]),
  );
}

export type RelationKind = 'parent' | 'payer' | 'guarantor';

/** The relation in force of each customer, under `relationKey`; ended ones are left out. */
export async function currentRelations(
  db: Queries,
  customerIds: readonly Id[],
): Promise<Map<string, Id>> {
  if (customerIds.length === 0) return new Map();
  const rows = await db.all(sql<{
    customer_id: string;
    kind: RelationKind;
    other_id: string | null;
  }>`
    select distinct on (customer_id, kind) customer_id, kind, other_id
      from customers.relation
     where customer_id = any(${customerIds})
     order by customer_id, kind, effective_on desc, recorded_at desc`);
  return new Map(
    rows.flatMap((row) =>
      row.other_id === null
        ? []
        : [[relationKey(id(row.customer_id), row.kind), id(row.other_id)] as const],
    ),
  );
}

export function relationKey(customerId: Id, kind: RelationKind): string {
  return `${customerId} ${kind}`;
}

export type KnownContact = { readonly contactId: Id; readonly fields: ContactFields };

/** The contact that files speak of: the first one for payables, else the first of all. */
export async function mainContacts(
  db: Queries,
  customerIds: readonly Id[],
): Promise<Map<Id, KnownContact>> {
  if (customerIds.length === 0) return new Map();
  const rows = await db.all(sql<{ customer_id: string; contact_id: string } & ContactFields>`
    select distinct on (customer_id) customer_id, contact_id, name, email, phone
      from customers.contact
     where customer_id = any(${customerIds})
       and ended_at is null
     order by customer_id, (role = 'accounts_payable') desc, made_at, contact_id`);
  return new Map(
    rows.map(({ customer_id, contact_id, ...fields }) => [
      id(customer_id),
      { contactId: id(contact_id), fields },
    ]),
  );
}

/** Members of the team by e-mail address, in lower case. */
export async function membersByEmail(
  db: Queries,
  emails: readonly string[],
): Promise<Map<string, Id>> {
  if (emails.length === 0) return new Map();
  const rows = await db.all(sql<{ email: string; member_id: string }>`
    select lower(email) as email, member_id
      from team.member
     where lower(email) = any(${emails})`);
  return new Map(rows.map((row) => [row.email, id(row.member_id)]));
}
