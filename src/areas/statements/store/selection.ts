/** Whom a run is for: accounts that get a statement, documents that have not gone out yet. */
import { type Id, id } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { CutOff } from './facts.ts';
import type { Selected } from './runs.ts';

/**
 * Whom a run of a company is for, in the order of their numbers: every account that owes or
 * moved and whose papers are wanted; a family that wants one paper gets one, at its head.
 */
export async function accountsToSend(
  tx: Tx,
  companyId: Id,
  { fromOn, toOn, knownAt }: CutOff,
): Promise<Selected[]> {
  const rows = await tx.all(sql<{ account_id: string; members: string[] }>`
    with wanted as (
      select k.account_id from ledger.open_items_known(${toOn}::date, ${knownAt}::timestamptz) k
       union
      select m.account_id
        from ledger.accounts_moving(${fromOn}::date, ${toOn}::date, ${knownAt}::timestamptz) m
    ), head as (
      select d.account_id, f.customer_id
        from customers.delivery_card d
        join customers.family_on(${toOn}::date) f on f.head_id = d.customer_id
       where d.company_id = ${companyId}
         and d.consolidated
         and d.merged_into is null
    )
    select coalesce(h.account_id, d.account_id) as account_id,
           array_agg(d.account_id
                     order by d.account_id <> coalesce(h.account_id, d.account_id), d.account)
             as members
      from wanted w
      join customers.delivery_card d on d.account_id = w.account_id
      left join head h on h.customer_id = d.customer_id
      join customers.delivery_card t on t.account_id = coalesce(h.account_id, d.account_id)
     where d.company_id = ${companyId}
       and d.kind <> 'house'
       and d.merged_into is null
       and t.rule <> 'none'
     group by coalesce(h.account_id, d.account_id)
     order by min(t.account)`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    subjectId: id(row.account_id),
    members: row.members.map(id),
  }));
}

/**
 * The documents of a company that were issued in the period and are on nobody's way yet: in no
 * run but a stopped one that never took them out. Whoever wants no papers gets none.
 */
export async function invoicesToSend(
  tx: Tx,
  companyId: Id,
  { fromOn, toOn, knownAt }: CutOff,
): Promise<Selected[]> {
  const rows = await tx.all(sql<{ account_id: string; document_id: string }>`
    select d.account_id, d.document_id
      from invoices.issued_card d
      join customers.delivery_card c on c.account_id = d.account_id
     where c.company_id = ${companyId}
       and c.kind <> 'house'
       and c.merged_into is null
       and c.rule <> 'none'
       and d.issued_on between ${fromOn} and ${toOn}
       and d.recorded_at <= ${knownAt}
       and not exists (select
                         from statements.selected s
                         join statements.run_now n on n.run_id = s.run_id
                         left join statements.delivery x on x.account_id = s.account_id
                                                        and x.run_id = s.run_id
                                                        and x.subject_id = s.subject_id
                        where s.subject_id = d.document_id
                          and (n.state <> 'stopped' or x.run_id is not null))
     order by c.account, d.number, d.document_id`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    subjectId: id(row.document_id),
    members: [id(row.account_id)],
  }));
}
