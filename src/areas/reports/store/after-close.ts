/**
 * What was posted into a period after it was closed softly: by few, each with a reason, and read
 * by whoever signs the month.
 */
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Cut, RawRow } from './month-end.ts';

/** When the period was closed and not opened again since; null while it is open. */
function closedAt({ companyId, lastOn }: Cut): Sql<string | null> {
  return sql<string | null>`
    (select min(s.recorded_at)
       from ledger.period_act s
      where s.company_id  = ${companyId}
        and s.act        <> 'reopen'
        and s.last_on    >= ${lastOn}
        and s.recorded_at > coalesce((select max(r.recorded_at)
                                        from ledger.period_act r
                                       where r.company_id = ${companyId}
                                         and r.act        = 'reopen'
                                         and r.first_on  <= ${lastOn}), '-infinity'))`;
}

/** Entries of the control account, not their lines. */
export async function countAfterClose(db: Queries, cut: Cut): Promise<number> {
  const { companyId, firstOn, lastOn, knownAt } = cut;
  const { entries } = await db.one(sql<{ entries: bigint }>`
    select count(distinct l.entry_id) as entries
      from ledger.control_line l
     where l.posted_on between ${firstOn} and ${lastOn}
       and l.company_id   = ${companyId}
       and l.recorded_at  > ${closedAt(cut)}
       and l.recorded_at <= ${knownAt}`);
  return Number(entries);
}

/** The same with who posted each and why, the latest first. */
export async function afterCloseRows(db: Queries, cut: Cut, limit: number): Promise<RawRow[]> {
  const { companyId, firstOn, lastOn, knownAt } = cut;
  return db.all(sql<RawRow>`
    select l.account_id, c.account, c.name, l.kind, null as number, l.effective_on, l.posted_on,
           l.recorded_at, l.currency, sum(l.amount_minor)::bigint as amount,
           coalesce(m.name, e.actor) as by, e.reason
      from ledger.control_line l
      join ledger.entry_card e on e.account_id = l.account_id and e.entry_id = l.entry_id
      left join team.person m on 'member:' || m.member_id = e.actor
      left join customers.account_card c on c.account_id = l.account_id
     where l.posted_on between ${firstOn} and ${lastOn}
       and l.company_id   = ${companyId}
       and l.recorded_at  > ${closedAt(cut)}
       and l.recorded_at <= ${knownAt}
     group by l.account_id, l.entry_id, c.account, c.name, l.kind, l.effective_on, l.posted_on,
              l.recorded_at, l.currency, m.name, e.actor, e.reason
     order by l.recorded_at desc, l.entry_id
     limit ${limit + 1}`);
}
