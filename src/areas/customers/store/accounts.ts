/** One account at a time: its company, its house, its place after a merger. */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export async function baseCurrencyOf(db: Queries, companyId: Id): Promise<Currency> {
  const row = await db.one(sql<{ base_currency: string }>`
    select base_currency
      from team.company
     where company_id = ${companyId}`);
  return currency(row.base_currency);
}

/** The number under which every company keeps its house account. */
const houseNumber = '(house)';

/** Makes the company's house account if it is not there; it has the company's own id. */
export async function insertHouse(tx: Tx, companyId: Id, at: Instant): Promise<void> {
  await tx.run(sql`
    insert into customers.customer (customer_id, number, name, made_at)
    select company_id, ${houseNumber}, name, ${at}
      from team.company
     where company_id = ${companyId}
        on conflict (customer_id) do nothing`);
  await tx.run(sql`
    insert into customers.account (account_id, company_id, customer_id, number, kind, made_at)
    values (${companyId}, ${companyId}, ${companyId}, ${houseNumber}, 'house', ${at})
        on conflict (account_id) do nothing`);
  await tx.run(sql`
    insert into customers.account_now (account_id)
    values (${companyId})
        on conflict (account_id) do nothing`);
}

export type AccountRef = {
  readonly accountId: Id;
  readonly customerId: Id;
  readonly companyId: Id;
  readonly number: string;
  readonly mergedInto: Id | null;
};

/** An account that people work with; undefined for a house account and for none. */
export async function findAccount(db: Queries, accountId: Id): Promise<AccountRef | undefined> {
  const row = await db.maybe(sql<{
    customer_id: string;
    company_id: string;
    number: string;
    merged_into: string | null;
  }>`
    select customer_id, company_id, number, merged_into
      from customers.account
     where account_id = ${accountId}
       and kind <> 'house'`);
  if (!row) return undefined;
  return {
    accountId,
    customerId: id(row.customer_id),
    companyId: id(row.company_id),
    number: row.number,
    mergedInto: row.merged_into === null ? null : id(row.merged_into),
  };
}

export type AccountNow = { readonly ownerId: Id | null; readonly pinned: boolean };

/** Locks the account's latest facts until the transaction ends. */
export async function lockNow(tx: Tx, accountId: Id): Promise<AccountNow | undefined> {
  const row = await tx.maybe(sql<{ owner_id: string | null; pinned: boolean }>`
    select owner_id, pinned_at is not null as pinned
      from customers.account_now
     where account_id = ${accountId}
       for update`);
  return row && { ownerId: row.owner_id === null ? null : id(row.owner_id), pinned: row.pinned };
}

/** Marks an account as gone into another, with all that went into it before. */
export async function mergeInto(tx: Tx, accountId: Id, into: Id): Promise<void> {
  await tx.run(sql`
    update customers.account
       set merged_into = ${into}
     where account_id = ${accountId}
        or merged_into = ${accountId}`);
  await bringContacts(tx, accountId, into);
}

/** The people of a debtor of whom no other account is left are people of the one that stays. */
async function bringContacts(tx: Tx, accountId: Id, into: Id): Promise<void> {
  await tx.run(sql`
    update customers.contact c
       set customer_id = t.customer_id
      from customers.account f, customers.account t
     where f.account_id   = ${accountId}
       and t.account_id   = ${into}
       and c.customer_id  = f.customer_id
       and t.customer_id <> f.customer_id
       and not exists (select
                         from customers.account o
                        where o.customer_id = f.customer_id
                          and o.merged_into is null)`);
}

/** Accounts with this number, in the company with this code or in any; merged ones lead on. */
export async function accountsNumbered(
  db: Queries,
  number: string,
  company?: string,
): Promise<{ accountId: Id; company: string }[]> {
  const rows = await db.all(sql<{ account_id: string; company: string }>`
    select coalesce(a.merged_into, a.account_id) as account_id, co.code as company
      from customers.account a
      join team.company co on co.company_id = a.company_id
     where upper(a.number) = upper(${number})
       and a.kind <> 'house'
       and ${company === undefined ? sql`true` : sql`co.code = ${company}`}
     order by co.code`);
  return rows.map((row) => ({ accountId: id(row.account_id), company: row.company }));
}

/** How many requests of an account wait for a second person. */
export async function requestsOpenOn(db: Queries, accountId: Id, today: Day): Promise<number> {
  const { waiting } = await db.one(sql<{ waiting: bigint }>`
    select count(*) as waiting
      from approvals.request_card r
     where r.account_id  = ${accountId}
       and r.is_open
       and r.expires_on >= ${today}`);
  return Number(waiting);
}
