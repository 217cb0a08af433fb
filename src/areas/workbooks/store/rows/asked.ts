/** Which rows of a workbook are wanted: whose, of which account, or exactly some by their keys. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';

export type RowsAsked = {
  readonly companies: CompanyScope;
  /** Null: of nobody. Undefined: of everybody. */
  readonly ownerId?: Id | null | undefined;
  readonly accountId?: Id | undefined;
  readonly today: Day;
  /** These rows as they stand now, ended ones too. */
  readonly only?: Only | undefined;
  readonly limit: number;
};

export type Only = {
  readonly accounts: readonly Id[];
  readonly targets: readonly Id[];
};

/** Conditions on the card `c` of a row's account. */
export function accountsAsked({ companies, ownerId, accountId, only }: RowsAsked): Sql<boolean> {
  return allOf([
    inCompanies(sql`c.company_id`, companies),
    sql`c.kind <> 'house'`,
    ownerId === undefined ? undefined : sql`c.owner_id is not distinct from ${ownerId}::uuid`,
    accountId && sql`c.account_id = ${accountId}`,
    only && sql`c.account_id = any(${only.accounts}::uuid[])`,
  ]);
}

/** The day on which the account `c` of the company `co` comes up again; null: it is not away. */
export function comeBack({ today }: RowsAsked): Sql {
  return sql`
    (select (w.hidden_until at time zone co.zone)::date
       from worklist.work_card w
      where w.account_id = c.account_id
        and (w.hidden_until at time zone co.zone)::date > ${today}::date)`;
}

/** An amount column that may be empty. */
export function textOrEmpty(value: string | null): string {
  return value ?? '';
}
