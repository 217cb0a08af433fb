/** The people behind a customer; ending one keeps its row, because mail was sent to it. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type Sql, prepared, sql } from '#platform/postgres/sql.ts';
import type { ContactState } from '../rules/contact.ts';

export type Contact = ContactState & { readonly contactId: Id };

type ContactRow = {
  contact_id: string;
  role: string;
  name: string;
  email: string | null;
  phone: string | null;
  language: Language;
  zone: string | null;
  verified_on: string | null;
};

/** Contacts that still stand, those for payables first. */
export async function contactsOf(db: Queries, customerId: Id): Promise<Contact[]> {
  return (await db.all(selectContacts(sql`t.customer_id = ${customerId}`))).map(contact);
}

/** Accounts of a company whose customer has a contact with this address, by their ids. */
export async function accountsOfAddress(
  db: Queries,
  companyId: Id,
  address: string,
): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    select distinct a.account_id
      from customers.contact t
      join customers.account a on a.customer_id = t.customer_id
     where lower(t.email) = ${address.toLowerCase()}
       and t.ended_at is null
       and a.company_id = ${companyId}
       and a.kind <> 'house'
       and a.merged_into is null
     order by a.account_id
     limit 20`);
  return rows.map(({ account_id }) => id(account_id));
}

/** One contact of an account's customer, locked; undefined when it has ended or is another's. */
export async function lockContact(
  tx: Tx,
  customerId: Id,
  contactId: Id,
): Promise<Contact | undefined> {
  await tx.run(sql`
    select from customers.contact where contact_id = ${contactId} for update`);
  const row = await tx.maybe(
    selectContacts(sql`t.customer_id = ${customerId} and t.contact_id = ${contactId}`),
  );
  return row && contact(row);
}

function selectContacts(condition: Sql): Sql<ContactRow> {
  return prepared<ContactRow>`
    select t.contact_id, t.role, t.name, t.email, t.phone, t.language, t.zone, t.verified_on
      from customers.contact t
     where ${condition}
       and t.ended_at is null
     order by (t.role = 'accounts_payable') desc, t.made_at, t.contact_id`;
}

function contact({ contact_id, verified_on, ...row }: ContactRow): Contact {
  return {
    ...row,
    contactId: id(contact_id),
    verifiedOn: verified_on === null ? null : day(verified_on),
  };
}

export async function insertContact(
  tx: Tx,
  customerId: Id,
  made: Contact,
  at: Instant,
): Promise<void> {
  await tx.run(sql`
    insert into customers.contact (contact_id, customer_id, role, name, email, phone, language,
                                   zone, verified_on, made_at)
    values (${made.contactId}, ${customerId}, ${made.role}, ${made.name}, ${made.email},
            ${made.phone}, ${made.language}, ${made.zone}, ${made.verifiedOn}, ${at})`);
}

export async function updateContact(tx: Tx, saved: Contact): Promise<void> {
  await tx.run(sql`
    update customers.contact
       set role        = ${saved.role},
           name        = ${saved.name},
           email       = ${saved.email},
           phone       = ${saved.phone},
           language    = ${saved.language},
           zone        = ${saved.zone},
           verified_on = ${saved.verifiedOn}
     where contact_id = ${saved.contactId}`);
}

export async function endContact(tx: Tx, contactId: Id, at: Instant): Promise<void> {
  await tx.run(sql`
    update customers.contact set ended_at = ${at} where contact_id = ${contactId}`);
}
