/** The ledger's account rows: the lock that whoever changes money takes first (law 9). */
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { prepared, sql } from '#platform/postgres/sql.ts';
import type { Closed } from '../rules/posting-day.ts';
import { type ClosedRow, readClosed } from './closed.ts';

export type LockedAccount = {
  readonly accountId: Id;
  readonly companyId: Id;
  readonly baseCurrency: Currency;
  /** What its company has closed, and stays so until the transaction ends. */
  readonly closed: Closed;
};

/** Locks the account until the transaction ends; undefined when there is no such account. */
export async function lockAccount(tx: Tx, accountId: Id): Promise<LockedAccount | undefined> {
  const row = await tx.maybe(prepared<ClosedRow & { company_id: string; base_currency: string }>`
    select a.company_id, c.base_currency, h.soft_through, h.hard_through
      from ledger.account a
      join team.company c on c.company_id = a.company_id
     cross join lateral ledger.hold_periods(a.company_id) h
     where a.account_id = ${accountId}
       for update of a`);
  if (!row) return undefined;
  return {
    accountId,
    companyId: id(row.company_id),
    baseCurrency: currency(row.base_currency),
    closed: readClosed(row),
  };
}

/** Locks many accounts in one order, so that two imports never wait for each other in a ring. */
export async function lockAccounts(tx: Tx, accountIds: readonly Id[]): Promise<void> {
  await tx.run(sql`
    select account_id
      from ledger.account
     where account_id = any(${accountIds})
     order by account_id
       for update`);
}

/** Locks those of some accounts that nobody else holds, and says which: it never waits. */
export async function lockFree(tx: Tx, accountIds: readonly Id[]): Promise<Id[]> {
  const rows = await tx.all(prepared<{ account_id: string }>`
    select account_id
      from ledger.account
     where account_id = any(${accountIds}::uuid[])
       for update skip locked`);
  return rows.map((row) => id(row.account_id));
}

/** Locks accounts in one order and tells what is closed in their company, one for all of them. */
export async function lockMany(tx: Tx, accountIds: readonly Id[]): Promise<Map<Id, LockedAccount>> {
  const rows = await tx.all(prepared<
    ClosedRow & { account_id: string; company_id: string; base_currency: string }
  >`
    select a.account_id, a.company_id, c.base_currency, h.soft_through, h.hard_through
      from ledger.account a
      join team.company c on c.company_id = a.company_id
     cross join lateral ledger.hold_periods(a.company_id) h
     where a.account_id = any(${accountIds})
     order by a.account_id
       for update of a`);
  if (new Set(rows.map((row) => row.company_id)).size > 1) {
    throw new Error('money is posted for one company at a time');
  }
  return new Map(
    rows.map((row) => [
      id(row.account_id),
      {
        accountId: id(row.account_id),
        companyId: id(row.company_id),
        baseCurrency: currency(row.base_currency),
        closed: readClosed(row),
      },
    ]),
  );
}

/** Opens the ledger's rows for accounts of a company; those that are there already stay. */
export async function insertAccounts(
  tx: Tx,
  companyId: Id,
  accountIds: readonly Id[],
): Promise<void> {
  if (accountIds.length === 0) return;
  await tx.run(sql`
    insert into ledger.account (account_id, company_id)
    select account_id, ${companyId}
      from unnest(${accountIds}::uuid[]) as n (account_id)
        on conflict (account_id) do nothing`);
}

/** The company of an account, without locking it. */
export async function companyOf(db: Queries, accountId: Id): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ company_id: string }>`
    select company_id from ledger.account where account_id = ${accountId}`);
  return row && id(row.company_id);
}

/** Locks two accounts in the order of their ids; undefined when one of them is not there. */
export async function lockBoth(
  tx: Tx,
  one: Id,
  other: Id,
): Promise<[LockedAccount, LockedAccount] | undefined> {
  await lockAccounts(tx, [one, other]);
  const first = await lockAccount(tx, one);
  const second = await lockAccount(tx, other);
  return first && second && [first, second];
}

/** Locks the house account of a company, opened if need be; undefined without such a company. */
export async function lockHouse(tx: Tx, companyId: Id): Promise<LockedAccount | undefined> {
  const company = await tx.maybe(sql`
    select company_id from team.company where company_id = ${companyId}`);
  if (!company) return undefined;
  await insertAccounts(tx, companyId, [companyId]);
  return lockAccount(tx, companyId);
}

/** The base currency of an account's company; undefined when there is no such account. */
export async function baseCurrencyOf(db: Queries, accountId: Id): Promise<Currency | undefined> {
  const row = await db.maybe(sql<{ base_currency: string }>`
    select c.base_currency
      from ledger.account a
      join team.company c on c.company_id = a.company_id
     where a.account_id = ${accountId}`);
  return row && currency(row.base_currency);
}
