/**
 * By whom a report is summed, and whose accounts it is about.
 *
 * A statement that uses these names its sums by account and currency `a`, the account's card
 * `c` and the owner `p`, so that every report cuts the book alike.
 */
import type { Day } from '#kernel/day.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';

export type GroupBy = 'account' | 'customer' | 'family' | 'collector' | 'company' | 'currency';

/** Null: not narrowed. */
export type OfWhom = {
  readonly companies: CompanyScope;
  /** A member, or `none`: accounts that nobody owns. */
  readonly collectorId: string | null;
  readonly customerId: string | null;
  /** The head of a family: all its members' accounts. */
  readonly familyId: string | null;
  readonly accountId: string | null;
  readonly search: string | null;
};

/** Everybody's accounts. */
export const everybody: OfWhom = {
  companies: 'all',
  collectorId: null,
  customerId: null,
  familyId: null,
  accountId: null,
  search: null,
};

/** Nobody is left out, so that nobody needs to be looked up. */
export function isEverybody(whom: OfWhom): boolean {
  const { companies, collectorId, customerId, familyId, accountId, search } = whom;
  const narrowed = [collectorId, customerId, familyId, accountId, search];
  return companies === 'all' && narrowed.every((part) => part === null);
}

/** The condition on an account's card `c`; families are those of the day. */
export function ofWhom(whom: OfWhom, asOf: Day): Sql {
  const { companies, collectorId, customerId, familyId, accountId, search } = whom;
  const like = search === null ? '' : `%${search.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  return allOf([
    inCompanies(sql`c.company_id`, companies),
    collectorId === null ? undefined : owned(collectorId),
    customerId === null ? undefined : sql`c.customer_id = ${customerId}`,
    accountId === null ? undefined : sql`c.account_id = ${accountId}`,
    familyId === null ? undefined : inFamily(familyId, asOf),
    search === null
      ? undefined
      : sql`(c.account ilike ${like} or c.customer ilike ${like} or c.name ilike ${like})`,
  ]);
}

function owned(collectorId: string): Sql {
  return collectorId === 'none' ? sql`c.owner_id is null` : sql`c.owner_id = ${collectorId}`;
}

function inFamily(headId: string, asOf: Day): Sql {
  return sql`c.customer_id in (select m.customer_id
                                 from customers.family_on(${asOf}::date) m
                                where m.head_id = ${headId})`;
}

export type Grouping = {
  readonly join?: (asOf: Day) => Sql;
  readonly select: Sql;
  readonly by: Sql;
  total(column: Sql): Sql;
  most(column: Sql): Sql;
};

/** Several accounts make one row: their sums are summed. */
function summed(select: Sql, by: Sql): Grouping {
  return {
    select,
    by: sql`group by ${by}, a.currency`,
    total: (column) => sql`sum(${column})::bigint`,
    most: (column) => sql`max(${column})`,
  };
}

export const groupings: Readonly<Record<GroupBy, Grouping>> = {
  // An account is a row already.
  account: {
    select: sql`c.account_id::text as key, c.account, c.customer, c.name, c.company,
           p.name as collector`,
    by: sql``,
    total: (column) => column,
    most: (column) => column,
  },
  customer: summed(
    sql`c.customer_id::text as key, null as account, c.customer, c.name,
           null as company, null as collector`,
    sql`c.customer_id, c.customer, c.name`,
  ),
  // A parent with all its children, each account once.
  family: {
    ...summed(
      sql`f.head_id::text as key, null as account, f.head as customer,
           f.head_name as name, null as company, null as collector`,
      sql`f.head_id, f.head, f.head_name`,
    ),
    join: (asOf) => sql`join customers.family_on(${asOf}::date) f on f.customer_id = c.customer_id`,
  },
  collector: summed(
    sql`coalesce(c.owner_id::text, '') as key, null as account,
           null as customer, coalesce(p.name, '') as name, null as company, p.name as collector`,
    sql`c.owner_id, p.name`,
  ),
  company: summed(
    sql`c.company as key, null as account, null as customer,
           c.company as name, c.company, null as collector`,
    sql`c.company`,
  ),
  currency: summed(
    sql`a.currency as key, null as account, null as customer,
           a.currency as name, null as company, null as collector`,
    sql`a.currency`,
  ),
};
