/** What may go wrong next: accounts that drift, what fell late this week, rules about to break. */
import type { Queries } from '#platform/postgres/db.ts';
import { inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Book } from './asked.ts';

/** So many of each stand on the page; the rest is one key away on its own screen. */
const shown = 6;

export type AlertRow = {
  account_id: string;
  account: string;
  name: string;
  kind: 'slower' | 'skipped' | 'silent' | 'breaks_promises';
  raised_on: string;
};

export async function alerts(db: Queries, { companies }: Book): Promise<AlertRow[]> {
  return db.all(sql<AlertRow>`
    select a.account_id, s.account, s.name, a.kind, a.raised_on
      from forecast.open_alert a
      join customers.account_scope s on s.account_id = a.account_id
     where ${inCompanies(sql`s.company_id`, companies)}
     order by a.raised_on desc, a.alert_id desc
     limit ${shown}`);
}

export type MoverRow = { account_id: string; account: string; name: string; amount: bigint };

/** The accounts of which most fell overdue in the last seven days and is still open. */
export async function movers(
  db: Queries,
  { companies, currency, today }: Book,
): Promise<MoverRow[]> {
  return db.all(sql<MoverRow>`
    select m.account_id, s.account, s.name, m.amount
      from (select i.account_id, sum(i.open_minor)::bigint as amount
              from ledger.open_debt i
             where i.currency = ${currency}
               and i.due_on between ${today}::date - 7 and ${today}::date - 1
             group by i.account_id) m
      join customers.account_scope s on s.account_id = m.account_id
     where ${inCompanies(sql`s.company_id`, companies)}
     order by m.amount desc, s.account
     limit ${shown}`);
}

export type ClockRow = {
  account_id: string | null;
  account: string | null;
  name: string | null;
  kind: string;
  source: string;
  due_on: string;
  owner: string | null;
};

/** Deadlines that run out within three days, or have. */
export async function clocksDue(
  db: Queries,
  { companies, today }: Book,
): Promise<{ rows: ClockRow[]; count: number }> {
  const near = sql`
      from clocks.clock_card c
     where c.state = 'running'
       and c.ended_on is null
       and c.due_on <= ${today}::date + 3
       and ${inCompanies(sql`c.company_id`, companies)}`;
  const [rows, counted] = await Promise.all([
    db.all(sql<ClockRow>`
    select n.account_id, s.account, s.name, n.kind, n.source, n.due_on, p.name as owner
      from (select c.account_id, c.kind, c.source, c.due_on, c.owner_id, c.clock_id ${near}
             order by c.due_on, c.clock_id
             limit ${shown}) n
      left join customers.account_scope s on s.account_id = n.account_id
      left join team.person p on p.member_id = n.owner_id
     order by n.due_on, n.clock_id`),
    db.one(sql<{ count: bigint }>`select count(*) as count ${near}`),
  ]);
  return { rows, count: Number(counted.count) };
}
