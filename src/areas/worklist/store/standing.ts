/** How accounts that owe something paid, answered and may be reached: gathered for the morning. */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Way, ways } from '../rules/worth/standing.ts';
import { type Scope, filter } from './scope.ts';

/** What was longer ago says little of how somebody pays. */
const lookBackDays = 365;
/** Contacts longer ago say little of how somebody answers. */
const contactDays = 90;
/** A forecast older than that is of another book. */
const forecastDays = 7;

export type Paid = {
  readonly paid: number;
  readonly lateDays: number;
  readonly lateItems: number;
  readonly usualDays: number | null;
};

/** By account: debts of the last year that fell due, how late they were paid, how late they are. */
export async function paidRows(db: Queries, scope: Scope, today: Day): Promise<Map<string, Paid>> {
  const since = plusDays(today, -lookBackDays);
  const rows = await db.all(sql<{
    account_id: string;
    paid: bigint;
    late_days: bigint;
    late_items: bigint;
    usual_days: number | null;
  }>`
    select l.account_id,
           count(*) filter (where l.closed_on <= ${today} and l.closed_on > l.due_on) as paid,
           coalesce(sum(least(l.closed_on, ${today}::date) - l.due_on)
                    filter (where l.due_on < least(l.closed_on, ${today}::date)), 0) as late_days,
           count(*) filter (where l.closed_on > ${today} and l.due_on < ${today}) as late_items,
           (avg(l.closed_on - l.due_on)
             filter (where l.closed_on <= ${today}))::double precision as usual_days
      from ledger.debt_life l
     where l.closed_on > ${since}
       and l.due_on    > ${since}
       and ${filter(scope, sql`l.account_id`)}
     group by l.account_id`);
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        paid: Number(row.paid),
        lateDays: Number(row.late_days),
        lateItems: Number(row.late_items),
        usualDays: row.usual_days,
      },
    ]),
  );
}

/** By account: the share of what is late that the forecast expects to stay open for the horizon. */
export async function forecastRows(
  db: Queries,
  scope: Scope,
  today: Day,
): Promise<Map<string, number>> {
  const rows = await db.all(sql<{ account_id: string; open: number }>`
    select p.account_id,
           (sum(p.open_minor * (1 - p.p_paid_30)) / sum(p.open_minor))::double precision as open
      from forecast.item_prediction p
      join ledger.debt_life l on l.account_id = p.account_id and l.item_id = p.item_id
     where p.made_on > ${plusDays(today, -forecastDays)}
       and l.due_on    < ${today}
       and l.closed_on > ${today}
       and ${filter(scope, sql`p.account_id`)}
     group by p.account_id`);
  return new Map(rows.map((row) => [row.account_id, row.open]));
}

export type Asked = {
  readonly contacts: number;
  readonly heeded: number;
  readonly recentContacts: number;
};

/** By account: how often it was asked, and how often something was paid within ten days. */
export async function askedRows(
  db: Queries,
  scope: Scope,
  today: Day,
): Promise<Map<string, Asked>> {
  const rows = await db.all(sql<{
    account_id: string;
    contacts: bigint;
    heeded: bigint;
    recent: bigint;
  }>`
    select c.account_id, count(*) as contacts,
           count(*) filter (where exists (
             select
               from ledger.applied_money m
              where m.account_id = c.account_id
                and m.effective_on between c.at::date and c.at::date + 10)) as heeded,
           count(*) filter (where c.at > ${plusDays(today, -30)}::date
                              and c.result in ('conversation', 'sent')) as recent
      from compliance.contact_card c
     where c.direction = 'out'
       and c.at > ${plusDays(today, -contactDays)}::date
       and ${filter(scope, sql`c.account_id`)}
     group by c.account_id`);
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        contacts: Number(row.contacts),
        heeded: Number(row.heeded),
        recentContacts: Number(row.recent),
      },
    ]),
  );
}

/** By account: the ways that its people and its holds leave open; none while it is held. */
export async function wayRows(
  db: Queries,
  scope: Scope,
  today: Day,
): Promise<Map<string, readonly Way[]>> {
  const rows = await db.all(sql<{ account_id: string; call: boolean; email: boolean }>`
    select p.account_id, bool_or(coalesce(p.phone, '') <> '') as call,
           bool_or(coalesce(p.email, '') <> '') as email
      from customers.account_person p
     where ${filter(scope, sql`p.account_id`)}
       and not exists (select
                         from compliance.hold_card h
                        where h.account_id = p.account_id
                          and h.kind in ('bankruptcy', 'deceased', 'attorney', 'cease',
                                         'litigation')
                          and h.starts_on <= ${today}
                          and (h.ends_on is null or h.ends_on >= ${today}))
     group by p.account_id`);
  return new Map(
    rows.map((row) => {
      const open = { call: row.call, email: row.email, sms: false, letter: false };
      return [row.account_id, ways.filter((way) => open[way])];
    }),
  );
}

/** By person: minutes of today; nobody who is away has any. */
export async function minutesToday(
  db: Queries,
  today: Day,
  usual: number,
): Promise<Map<string, number>> {
  const rows = await db.all(sql<{ member_id: string; minutes: number }>`
    select p.member_id, coalesce(c.minutes_a_day, ${usual}::integer) as minutes
      from team.person p
      left join portfolios.capacity_card c on c.member_id = p.member_id
     where p.active
       and not exists (select
                         from team.absence_card a
                        where a.member_id = p.member_id
                          and a.from_on  <= ${today}
                          and a.last_on  >= ${today})`);
  return new Map(rows.map(({ member_id, minutes }) => [member_id, minutes]));
}
