/**
 * What has stood open for more than 60 days, by account: its disputed part, its part in a plan,
 * and what the desk says about it.
 *
 * The parts never overlap: what is disputed counts as disputed, of the rest what is in a plan
 * counts as planned, and what is left is to be collected.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type LateQuestion = {
  readonly companyId: Id;
  readonly asOf: Day;
  /** Null: as known now. */
  readonly knownAt: Instant | null;
  /** Only accounts of this collector. */
  readonly ownerId: Id | null;
};

export type LateAccount = {
  account_id: string;
  account: string;
  name: string;
  currency: string;
  items: number;
  oldest_due_on: string;
  open_minor: bigint;
  disputed_minor: bigint;
  planned_minor: bigint;
  collector_id: string | null;
  collector: string | null;
  cause: string | null;
  plan: string | null;
  plan_owner: string | null;
  plan_due_on: string | null;
};

/** By account and currency, the largest balance first. */
export async function lateAccounts(db: Queries, question: LateQuestion): Promise<LateAccount[]> {
  return db.all(sql<LateAccount>`
    with late as (${lateItems(question)}),
         sums as (
           select l.account_id, l.currency, count(*)::int as items,
                  min(l.due_on) as oldest_due_on, sum(l.open_minor)::bigint as open_minor,
                  sum(l.disputed_minor)::bigint as disputed_minor,
                  sum(l.planned_minor)::bigint as planned_minor
             from late l
            group by l.account_id, l.currency)
    select s.account_id, c.account, c.name, s.currency, s.items, s.oldest_due_on, s.open_minor,
           s.disputed_minor, s.planned_minor, c.owner_id as collector_id, m.name as collector,
           k.cause, p.plan, w.name as plan_owner, p.due_on as plan_due_on
      from sums s
      join customers.account_card c on c.account_id = s.account_id
      left join team.member m on m.member_id = c.owner_id
      left join lateral (select x.plan, x.owner_id, x.due_on
                           from packs.late_plan x
                          where x.account_id = s.account_id
                          order by x.recorded_at desc, x.plan_id desc
                          limit 1) p on true
      left join team.member w on w.member_id = p.owner_id
      left join disputes.late_cause_now k on k.account_id = s.account_id
     order by s.open_minor desc, c.account, s.currency`);
}

/** What each account had over 60 days at that moment, by account and currency. */
export async function lateBalances(
  db: Queries,
  question: LateQuestion,
): Promise<{ account_id: string; currency: string; open_minor: bigint }[]> {
  return db.all(sql<{ account_id: string; currency: string; open_minor: bigint }>`
    select l.account_id, l.currency, sum(l.open_minor)::bigint as open_minor
      from (${lateItems(question)}) l
     group by l.account_id, l.currency`);
}

function lateItems({ companyId, asOf, knownAt, ownerId }: LateQuestion) {
  const open =
    knownAt === null
      ? sql`ledger.open_items_on(${asOf}::date)`
      : sql`ledger.open_items_known(${asOf}::date, ${knownAt}::timestamptz)`;
  return sql`
    select i.account_id, i.currency, i.due_on, i.open_minor,
           c.disputed_minor,
           case when g.item_id is null then 0
                else i.open_minor - c.disputed_minor
           end as planned_minor
      from ${open} i
      join customers.portfolio_card a on a.account_id = i.account_id
      left join disputes.open_amount d on d.account_id = i.account_id and d.item_id = i.item_id
     cross join lateral (
             select disputes.contested(d.item_id, d.amount_minor, i.open_minor)
                    as disputed_minor) c
      left join promises.planned_item g on g.account_id = i.account_id and g.item_id = i.item_id
     where i.aged
       and i.due_on <= ${asOf}::date - 61
       and a.company_id = ${companyId}
       and (${ownerId}::uuid is null or a.owner_id = ${ownerId}::uuid)`;
}
