/**
 * Which findings are meant: some by their keys, or all that a filter of the queue shows.
 *
 * Both are one set of rows in SQL, so that a thousand are answered like one; whoever may not see
 * a company never reaches its findings, whichever way they were chosen.
 */
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { FindingKind, FindingState } from '../rules/finding.ts';

export type FindingFilter = {
  readonly kinds?: readonly FindingKind[] | undefined;
  readonly states: readonly FindingState[];
  /** Whose they are: given to somebody, else the account's owner's. */
  readonly ownerId?: Id | undefined;
  readonly companies: CompanyScope;
};

export type FindingKey = {
  readonly accountId: Id;
  readonly kind: FindingKind;
  readonly subject: string;
};

export type Chosen =
  | { readonly keys: readonly FindingKey[]; readonly companies: CompanyScope }
  | FindingFilter;

/** A condition on `f`, the standing finding. */
export function isChosen(chosen: Chosen): Sql<boolean> {
  if ('keys' in chosen) {
    return allOf([
      sql`f.gone_at is null`,
      inCompanies(sql`f.company_id`, chosen.companies),
      sql`(f.account_id, f.kind, f.subject) in (
            select k.account_id, k.kind, k.subject from ${keyRows(chosen.keys)})`,
    ]);
  }
  const { kinds, states, ownerId, companies } = chosen;
  return allOf([
    sql`f.gone_at is null`,
    sql`f.state = any(${[...states]}::text[])`,
    kinds && sql`f.kind = any(${[...kinds]}::text[])`,
    inCompanies(sql`f.company_id`, companies),
    ownerId &&
      sql`(f.owner_id = ${ownerId}
           or f.owner_id is null and f.account_id in (select a.account_id
                                                        from customers.account_card a
                                                       where a.owner_id = ${ownerId}))`,
  ]);
}

function keyRows(keys: readonly FindingKey[]): Sql {
  return sql`unnest(${keys.map((each) => each.accountId)}::uuid[],
                    ${keys.map((each) => each.kind)}::text[],
                    ${keys.map((each) => each.subject)}::text[])
               as k (account_id, kind, subject)`;
}

export type Stake = {
  readonly count: number;
  /** What is at stake by the company's own currency. */
  readonly amounts: readonly Money[];
};

/** How many were chosen, and how much is at stake. */
export async function stakeOf(db: Queries, chosen: Chosen): Promise<Stake> {
  const rows = await db.all(sql<{ count: bigint; base_minor: bigint; currency: string }>`
    select s.count, s.base_minor, co.base_currency as currency
      from (select f.company_id, count(*) as count, sum(f.base_minor)::bigint as base_minor
              from projects.finding f
             where ${isChosen(chosen)}
             group by f.company_id) s
      join team.company co on co.company_id = s.company_id`);
  const byCurrency = Map.groupBy(rows, ({ currency }) => currency);
  return {
    count: rows.reduce((sum, { count }) => sum + Number(count), 0),
    amounts: [...byCurrency].map(([currency, theirs]) =>
      money(
        theirs.reduce((sum, { base_minor }) => sum + base_minor, 0n),
        currency,
      ),
    ),
  };
}

/** The accounts of the chosen findings, by company. */
export async function accountsOf(db: Queries, chosen: Chosen): Promise<Map<Id, Id[]>> {
  const rows = await db.all(sql<{ company_id: string; account_id: string }>`
    select distinct f.company_id, f.account_id
      from projects.finding f
     where ${isChosen(chosen)}
     order by f.company_id, f.account_id`);
  const accounts = new Map<Id, Id[]>();
  for (const row of rows) {
    const companyId = id(row.company_id);
    accounts.set(companyId, [...(accounts.get(companyId) ?? []), id(row.account_id)]);
  }
  return accounts;
}
