/**
 * Cells: accounts that are kept together, because they are of one company, owner and segment.
 *
 * An account stays in its cell until it is placed anew, whoever owns it meanwhile, so that what
 * is kept for a cell is always the sum over the accounts that stand in it.
 */
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';

/** An account that stands in no cell, or in one that is not its own any more. */
export type Misplaced = {
  readonly accountId: Id;
  /** Where it is kept; null: nowhere yet. */
  readonly was: Id | null;
  readonly companyId: Id;
  readonly ownerId: Id | null;
  readonly segment: string | null;
};

type MisplacedRow = {
  account_id: string;
  was: string | null;
  company_id: string;
  owner_id: string | null;
  segment: string | null;
};

/** Such accounts, those of one cell together. */
export function misplaced(db: Queries, most: number): Promise<Misplaced[]> {
  return placesWhere(
    db,
    sql`k.account_id is null
        or (c.company_id, c.owner_id, c.segment)
           is distinct from (s.company_id, s.owner_id, s.segment)`,
    most,
  );
}

/** Accounts that are kept nowhere and of which something became known between two moments. */
export function unplacedKnown(db: Queries, after: Instant, until: Instant): Promise<Misplaced[]> {
  return placesWhere(
    db,
    sql`k.account_id is null
        and s.account_id in (select x.account_id
                               from ledger.changes('-infinity', 'infinity',
                                                   ${after}::timestamptz,
                                                   ${until}::timestamptz) x)`,
    null,
  );
}

async function placesWhere(db: Queries, where: Sql, most: number | null): Promise<Misplaced[]> {
  const rows = await db.all(sql<MisplacedRow>`
    select s.account_id, k.cell_id as was, s.company_id, s.owner_id, s.segment
      from customers.account_scope s
      left join metrics.kept_account k on k.account_id = s.account_id
      left join metrics.kept_cell c on c.cell_id = k.cell_id
     where ${where}
     order by s.company_id, s.owner_id, s.segment
     limit ${most}`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    was: row.was === null ? null : id(row.was),
    companyId: id(row.company_id),
    ownerId: row.owner_id === null ? null : id(row.owner_id),
    segment: row.segment,
  }));
}

/** Puts the accounts into their own cells, which are made where they are missing. */
export async function place(tx: Queries, accounts: readonly Misplaced[]): Promise<void> {
  const rows = sql`
    unnest(${accounts.map(({ accountId }) => accountId)}::uuid[],
           ${accounts.map(({ companyId }) => companyId)}::uuid[],
           ${accounts.map(({ ownerId }) => ownerId)}::uuid[],
           ${accounts.map(({ segment }) => segment)}::text[])
      as p (account_id, company_id, owner_id, segment)`;
  await tx.run(sql`
    insert into metrics.kept_cell (cell_id, company_id, owner_id, segment)
    select gen_random_uuid(), d.company_id, d.owner_id, d.segment
      from (select distinct p.company_id, p.owner_id, p.segment from ${rows}) d
        on conflict on constraint kept_cell_once do nothing`);
  await tx.run(sql`
    insert into metrics.kept_account (account_id, cell_id)
    select p.account_id, c.cell_id
      from ${rows}
      join metrics.kept_cell c
        on (c.company_id, c.owner_id, c.segment)
           is not distinct from (p.company_id, p.owner_id, p.segment)
        on conflict (account_id) do update
       set cell_id = excluded.cell_id`);
}
