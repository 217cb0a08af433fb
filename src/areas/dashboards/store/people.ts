/**
 * Effort and result of everybody who owns accounts or spoke to customers this month.
 *
 * What a person did counts for who did it, what came in for who owns the account: the same
 * conditions as the figures of one collector, read once for all of them.
 */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Book } from './asked.ts';

export type Worker = {
  readonly memberId: Id;
  readonly name: string;
  readonly minutesADay: number | null;
  readonly away: { readonly until: Day; readonly covers: readonly string[] } | null;
};

type WorkerRow = {
  member_id: string;
  name: string;
  minutes_a_day: number | null;
  last_on: Day | null;
  covers: string[] | null;
};

/** Members by id with their working day, and until when they are away today. */
export async function workers(
  db: Queries,
  memberIds: readonly Id[],
  today: Day,
): Promise<Worker[]> {
  const rows = await db.all(sql<WorkerRow>`
    select p.member_id, p.name, k.minutes_a_day, b.last_on, b.covers
      from team.person p
      left join portfolios.capacity_card k on k.member_id = p.member_id
      left join lateral (select x.last_on, x.covers
                           from team.absence_card x
                          where x.member_id = p.member_id
                            and ${today}::date between x.from_on and x.last_on
                          order by x.last_on desc
                          limit 1) b on true
     where p.member_id = any(${memberIds}::uuid[])
     order by p.name`);
  return rows.map((row) => ({
    memberId: id(row.member_id),
    name: row.name,
    minutesADay: row.minutes_a_day,
    away: row.last_on === null ? null : { until: row.last_on, covers: row.covers ?? [] },
  }));
}

type ByMember<Row> = Map<string, Row>;

function byMember<Row extends { member_id: string }>(rows: readonly Row[]): ByMember<Row> {
  return new Map(rows.map((row) => [row.member_id, row]));
}

/** Accounts that somebody owns, and those of them that wait to be worked. */
export async function owned(
  db: Queries,
  { companies }: Book,
): Promise<ByMember<{ member_id: string; accounts: bigint; due: bigint }>> {
  return byMember(
    await db.all(sql<{ member_id: string; accounts: bigint; due: bigint }>`
    select s.owner_id as member_id, count(*) as accounts,
           count(w.account_id) filter (where w.hidden_until is null
                                          or w.hidden_until <= clock_timestamp()) as due
      from customers.account_scope s
      left join worklist.work_card w
        on w.account_id = s.account_id
       and cardinality(w.kinds) > 0
     where s.owner_id is not null
       and ${inCompanies(sql`s.company_id`, companies)}
     group by s.owner_id`),
  );
}

/** Accounts that somebody was done with today. */
export async function doneToday(
  db: Queries,
  { companies, today }: Book,
): Promise<ByMember<{ member_id: string; done: bigint }>> {
  return byMember(
    await db.all(sql<{ member_id: string; done: bigint }>`
    select d.member_id, count(distinct d.account_id) as done
      from worklist.done_card d
      join customers.account_scope s on s.account_id = d.account_id
      join team.company z on z.company_id = s.company_id
     where d.recorded_at >= ${today}::date - interval '1 day'
       and (d.recorded_at at time zone z.zone)::date = ${today}::date
       and ${inCompanies(sql`s.company_id`, companies)}
     group by d.member_id`),
  );
}

/** Attempts of the period and the conversations that came of them. */
export async function contacted(
  db: Queries,
  { companies, today }: Book,
  from: Day,
): Promise<ByMember<{ member_id: string; attempts: bigint; conversations: bigint }>> {
  return byMember(
    await db.all(sql<{ member_id: string; attempts: bigint; conversations: bigint }>`
    select ${member(sql`c.actor`)} as member_id, count(*) as attempts,
           count(*) filter (where c.channel = 'call'
                              and c.result = 'conversation') as conversations
      from compliance.contact_card c
      join customers.account_scope s on s.account_id = c.account_id
      join team.company z on z.company_id = s.company_id
     where c.direction = 'out'
       and c.actor like 'member:%'
       and c.at >= ${from}::date - interval '1 day'
       and (c.at at time zone z.zone)::date between ${from}::date and ${today}::date
       and ${inCompanies(sql`s.company_id`, companies)}
     group by 1`),
  );
}

/** Promises taken in the period, and of those that ended in it the ones that were kept. */
export async function promised(
  db: Queries,
  { companies, currency, today }: Book,
  from: Day,
): Promise<ByMember<{ member_id: string; made: bigint; kept: bigint; ended: bigint }>> {
  return byMember(
    await db.all(sql<{ member_id: string; made: bigint; kept: bigint; ended: bigint }>`
    select ${member(sql`p.actor`)} as member_id,
           count(*) filter (where p.made_on >= ${from}::date) as made,
           count(*) filter (where p.state = 'kept' and p.state_on >= ${from}::date) as kept,
           count(*) filter (where p.state in ('kept', 'partly', 'broken')
                              and p.state_on >= ${from}::date) as ended
      from promises.promises_judged(${from}::date, ${today}::date, 'infinity') p
      join customers.account_scope s on s.account_id = p.account_id
     where p.actor like 'member:%'
       and p.currency = ${currency}
       and ${inCompanies(sql`s.company_id`, companies)}
     group by 1`),
  );
}

/** Receipts of the period less what came back, on the accounts that somebody owns. */
export async function collected(
  db: Queries,
  { companies, currency, today }: Book,
  from: Day,
): Promise<ByMember<{ member_id: string; cash: bigint }>> {
  return byMember(
    await db.all(sql<{ member_id: string; cash: bigint }>`
    select s.owner_id as member_id, sum(-p.side * p.amount_minor)::bigint as cash
      from ledger.posted_item p
      join customers.account_scope s on s.account_id = p.account_id
     where p.stands_for = 'receipt'
       and p.effective_on between ${from}::date and ${today}::date
       and p.currency = ${currency}
       and s.owner_id is not null
       and ${inCompanies(sql`s.company_id`, companies)}
     group by s.owner_id`),
  );
}

/** Cash of the whole month that somebody is to bring in, as last stated. */
export async function cashGoals(
  db: Queries,
  { companies, currency }: Book,
  month: Day,
): Promise<ByMember<{ member_id: string; goal: bigint }>> {
  return byMember(
    await db.all(sql<{ member_id: string; goal: bigint }>`
    select g.member_id, sum(g.target)::bigint as goal
      from (select distinct on (x.company_id, x.member_id) x.member_id, x.target
              from metrics.goal_fact x
             where x.metric = 'cash'
               and x.member_id is not null
               and x.month = ${month}::date
               and x.currency = ${currency}
               and ${inCompanies(sql`x.company_id`, companies)}
             order by x.company_id, x.member_id, x.goal_id desc) g
     where g.target is not null
     group by g.member_id`),
  );
}

function member(actor: Sql): Sql {
  return sql`substr(${actor}, 8)::uuid`;
}
