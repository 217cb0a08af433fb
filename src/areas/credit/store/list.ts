/** The orders that wait for somebody, with how their customer pays. */
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';

export type Waiting = {
  readonly orderId: Id;
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly company: string;
  readonly ownerId: Id | null;
  readonly orderedOn: Day;
  readonly heldAt: Instant | null;
  readonly alerted: boolean;
  readonly forwardedTo: string | null;
  readonly forwardedId: Id | null;
  readonly reviewOn: Day | null;
  readonly asked: boolean;
};

/** More than anybody decides in a day; the answer says how many wait in all. */
export const mostHolds = 1000;

export const holdOrders = ['small', 'old', 'large'] as const;
export type HoldOrder = (typeof holdOrders)[number];

export type HoldScope = {
  readonly companies: CompanyScope;
  readonly orderId?: Id;
  /** Which stand first, and so are there when there are more than `mostHolds`. */
  readonly order?: HoldOrder;
};

const inOrder: Readonly<Record<HoldOrder, Sql>> = {
  small: sql`o.amount_minor, o.order_id`,
  old: sql`o.held_at nulls first, o.order_id`,
  large: sql`o.amount_minor desc, o.order_id`,
};

export async function waitingOrders(
  db: Queries,
  { companies, orderId, order = 'small' }: HoldScope,
  today: Day,
): Promise<Waiting[]> {
  const whose = orderId === undefined ? sql`true` : sql`o.order_id = ${orderId}`;
  const rows = await db.all(sql<Row>`
    select o.order_id, o.account_id, c.account, c.name, c.company, c.owner_id, o.ordered_on,
           o.held_at, o.alerted_at is not null as alerted, m.name as forwarded_to,
           o.forwarded_to as forwarded_id, o.review_on,
           exists (select
                     from approvals.open_request r
                    where r.kind        = 'order_release'
                      and r.subject_key = o.order_id::text
                      and r.expires_on >= ${today}) as asked
      from credit.sales_order o
      join customers.account_card c on c.account_id = o.account_id
      left join team.person m on m.member_id = o.forwarded_to
     where ${waits(companies)}
       and ${whose}
     order by ${inOrder[order]}
     limit ${mostHolds}`);
  return rows.map((row) => ({
    orderId: id(row.order_id),
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    company: row.company,
    ownerId: row.owner_id === null ? null : id(row.owner_id),
    orderedOn: day(row.ordered_on),
    heldAt: row.held_at,
    alerted: row.alerted,
    forwardedTo: row.forwarded_to,
    forwardedId: row.forwarded_id === null ? null : id(row.forwarded_id),
    reviewOn: row.review_on === null ? null : day(row.review_on),
    asked: row.asked,
  }));
}

/** How many wait, those included that no list shows. */
export async function countWaiting(db: Queries, companies: CompanyScope): Promise<number> {
  const { many } = await db.one(sql<{ many: bigint }>`
    select count(*) as many
      from credit.sales_order o
      join customers.account_card c on c.account_id = o.account_id
     where ${waits(companies)}`);
  return Number(many);
}

function waits(companies: CompanyScope): Sql<boolean> {
  return sql<boolean>`o.state = 'open'
       and (o.verdict = 'held' or o.alerted_at is not null)
       and ${inCompanies(sql`c.company_id`, companies)}`;
}

type Row = {
  order_id: string;
  account_id: string;
  account: string;
  name: string;
  company: string;
  owner_id: string | null;
  ordered_on: string;
  held_at: Instant | null;
  alerted: boolean;
  forwarded_to: string | null;
  forwarded_id: string | null;
  review_on: string | null;
  asked: boolean;
};

export type Behaviour = {
  readonly lastPaidOn: Day | null;
  /** In the currency of most of it. */
  readonly paid: { readonly minor: bigint; readonly currency: string } | null;
  readonly daysLate: number | null;
  readonly kept: number;
  readonly broken: number;
};

export const noBehaviour: Behaviour = {
  lastPaidOn: null,
  paid: null,
  daysLate: null,
  kept: 0,
  broken: 0,
};

/** How customers paid in the year before, and how they kept their word. */
export async function behaviourOf(
  db: Queries,
  accountIds: readonly Id[],
  today: Day,
): Promise<Map<Id, Behaviour>> {
  const rows = await db.all(sql<BehaviourRow>`
    select a.account_id, p.last_paid_on, p.paid, p.currency, p.days_late,
           coalesce(q.kept, 0)::integer as kept, coalesce(q.broken, 0)::integer as broken
      from unnest(${accountIds}::uuid[]) as a (account_id)
      left join lateral (
             select max(m.effective_on) as last_paid_on, m.currency,
                    sum(m.amount_minor)::bigint as paid,
                    (sum(m.amount_minor::numeric * (m.effective_on - m.due_on))
                     / nullif(sum(m.amount_minor), 0))::integer as days_late
               from ledger.applied_money m
              where m.account_id   = a.account_id
                and m.effective_on > ${plusDays(today, -365)}
              group by m.currency
              order by 3 desc
              limit 1) p on true
      left join lateral (
             select count(*) filter (where r.state = 'kept') as kept,
                    count(*) filter (where r.state = 'broken') as broken
               from promises.promise_card r
              where r.account_id = a.account_id
                and r.made_on    > ${plusDays(today, -365)}) q on true`);
  return new Map(rows.map((row) => [id(row.account_id), behaviour(row)]));
}

type BehaviourRow = {
  account_id: string;
  last_paid_on: string | null;
  paid: bigint | null;
  currency: string | null;
  days_late: number | null;
  kept: number;
  broken: number;
};

function behaviour(row: BehaviourRow): Behaviour {
  const code = row.currency === null ? null : currency(row.currency);
  return {
    lastPaidOn: row.last_paid_on === null ? null : day(row.last_paid_on),
    paid: row.paid === null || code === null ? null : { minor: row.paid, currency: code },
    daysLate: row.days_late,
    kept: row.kept,
    broken: row.broken,
  };
}
