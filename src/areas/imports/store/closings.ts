/** Items that snapshots closed: those of which nobody said yet what it was, and the answers. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

export type ClosingRef = { readonly accountId: Id; readonly adjustmentId: Id };

/** Stands and has no answer that stands. */
const unanswered = sql`
  not exists (select from imports.undone u where u.import_id = c.import_id)
  and not exists (select
                    from imports.closing_answer n
                   where n.account_id    = c.account_id
                     and n.adjustment_id = c.adjustment_id
                     and not exists (select
                                       from imports.undone u
                                      where u.import_id = n.import_id))`;

/** Those of these closings that wait for an answer, with the items they closed. */
export async function closingsToConfirm(
  db: Queries,
  refs: readonly ClosingRef[],
  companies: CompanyScope,
): Promise<(ClosingRef & { readonly itemId: Id })[]> {
  const rows = await db.all(sql<{ account_id: string; adjustment_id: string; item_id: string }>`
    select c.account_id, c.adjustment_id, c.item_id
      from unnest(${refs.map((ref) => ref.accountId)}::uuid[],
                  ${refs.map((ref) => ref.adjustmentId)}::uuid[]) as m (account_id, adjustment_id)
      join imports.closing c on c.account_id    = m.account_id
                            and c.adjustment_id = m.adjustment_id
      join customers.account_card k on k.account_id = c.account_id
     where ${inCompanies(sql`k.company_id`, companies)}
       and ${unanswered}`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    adjustmentId: id(row.adjustment_id),
    itemId: id(row.item_id),
  }));
}

export type ClosingRow = {
  account_id: string;
  adjustment_id: string;
  account: string;
  name: string;
  company: string;
  source: string;
  number: string;
  closed_on: string;
  due_on: string;
  currency: string;
  amount_minor: bigint;
};

/** A page of what waits for an answer, the largest first, with how many there are. */
export async function openClosings(
  db: Queries,
  companies: CompanyScope,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ rows: ClosingRow[]; count: number }> {
  const rows = await db.all(sql<ClosingRow & { count: bigint }>`
    select c.account_id, c.adjustment_id, k.account, k.name, k.company, s.source,
           c.external_id as number, c.closed_on, i.due_on, c.currency, c.amount_minor,
           count(*) over () as count
      from imports.closing c
      join customers.account_card k on k.account_id = c.account_id
      join imports.import s on s.import_id = c.import_id
      join ledger.item_at_source i on i.account_id = c.account_id and i.item_id = c.item_id
     where ${inCompanies(sql`k.company_id`, companies)}
       and ${unanswered}
     order by abs(c.amount_minor) desc, c.external_id, c.adjustment_id
     limit ${limit}
    offset ${offset}`);
  return { rows, count: Number(rows[0]?.count ?? 0) };
}
