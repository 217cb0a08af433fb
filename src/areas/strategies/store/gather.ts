/**
 * What strategies look at, gathered for a stretch of accounts in one statement: as of a day and
 * as known now, each account one text.
 *
 * The server writes the text, because it is what is kept: the facts of a million items never
 * pass through the program but to be read once.
 */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { onPlan } from '../rules/account-facts.ts';

/** Accounts in the order of their ids, from one up to another that is not included. */
export type Stretch = { readonly first: Id; readonly until: Id };

/** After every account there is. */
export const endOfAccounts = id('ffffffff-ffff-8fff-bfff-ffffffffffff');

export type Gathered = {
  readonly accountId: Id;
  readonly companyId: Id;
  readonly factsId: Id;
  readonly facts: string;
  /** The latest decision: what it was made from and by, and the fingerprint of its text. */
  readonly before: {
    readonly factsId: string;
    readonly strategy: string | null;
    readonly version: number | null;
    readonly hash: string;
  } | null;
};

type Row = {
  account_id: string;
  company_id: string;
  facts_id: string;
  facts: string;
  before_facts: string | null;
  strategy: string | null;
  version: number | null;
  hash: string | null;
};

/** Accounts of the zone's companies that owe something, or of which a step is still open. */
export async function gatherFacts(
  tx: Queries,
  stretch: Stretch,
  { zone, asOf }: { readonly zone: string; readonly asOf: Day },
): Promise<Gathered[]> {
  const rows = await tx.all(factsRows(stretch, zone, asOf));
  return rows.map((row) => ({
    accountId: asId(row.account_id),
    companyId: asId(row.company_id),
    factsId: asId(row.facts_id),
    facts: row.facts,
    before:
      row.before_facts === null || row.hash === null
        ? null
        : {
            factsId: row.before_facts,
            strategy: row.strategy,
            version: row.version,
            hash: row.hash,
          },
  }));
}

// Straight from a uuid column; a hundred thousand are not worth a pattern each.
const asId = (text: string): Id => text as Id;

function factsRows(stretch: Stretch, zone: string, asOf: Day): Sql<Row> {
  return sql<Row>`
    with open as materialized (
      select o.account_id, o.item_id, o.currency, o.due_on, o.open_minor, o.aged
        from ledger.open_items_within(${stretch.first}, ${stretch.until}, ${asOf}::date) o
    ), contested as materialized (${contested(stretch, asOf)}
    ), named as materialized (${named(stretch, asOf)}
    ), interest as materialized (${interestBooked(stretch, asOf)}
    ), items as (${items}
    ), money as (${unapplied}
    ), others as materialized (${others(stretch, asOf)}
    ), told as (
      select t.account_id, t.company_id,
             '{"a":' || rtrim(json_build_array(t.account, t.kind, t.company, t.country, t.state,
                                               t.segment, t.status, t.language, t.terms,
                                               t.owner_id)::text, ']')
             || case when t.tags <> '{}' then ', ' || ltrim(to_json(t.tags)::text, '[') else ']' end
             || ',"i":[' || coalesce(i.items, '')
             || ']' || coalesce(',"u":[' || m.money || ']', '') || coalesce(x.parts, '')
             || '}' as facts
        from customers.account_trait t
        left join items i on i.account_id = t.account_id
        left join others x on x.account_id = t.account_id
        left join money m on m.account_id = t.account_id
       where t.zone = ${zone}
         and ${within(sql`t.account_id`, stretch)}
         and t.kind <> 'house'
         and t.merged_into is null
         and (i.account_id is not null or x.open_step)
    )
    select t.account_id, t.company_id, md5(t.facts)::uuid as facts_id, t.facts,
           l.facts_id as before_facts, l.strategy, l.version, l.hash
      from told t
      left join lateral (select e.facts_id, e.strategy, e.version, md5(e.decision) as hash
                           from strategies.decision e
                          where e.account_id = t.account_id
                          order by e.run_id desc
                          limit 1) l on true
     order by t.account_id`;
}

function within(column: Sql, { first, until }: Stretch): Sql<boolean> {
  return sql<boolean>`(${column} >= ${first}::uuid and ${column} < ${until}::uuid)`;
}

/** More than any item: a dispute without an amount contests the whole of it. */
const whole = sql`9000000000000000000`;

function contested(stretch: Stretch, asOf: Day): Sql {
  return sql`
      select d.item_id, least(sum(coalesce(d.amount_minor, ${whole})), ${whole})::bigint as amount
        from disputes.open_disputes_known(${asOf}::date, 'infinity') d
       where ${within(sql`d.account_id`, stretch)}
       group by d.item_id`;
}

function named(stretch: Stretch, asOf: Day): Sql {
  return sql`
      select x.item_id, max(x.until) as until
        from (select n.item_id, p.last_day as until
                from promises.promises_known(${asOf}::date, 'infinity') p
                join promises.named_item n on n.account_id = p.account_id
                                          and n.promise_id = p.promise_id
               where ${within(sql`p.account_id`, stretch)}
                 and p.state = 'open'
               union all
              select g.item_id, ${onPlan}::date
                from promises.planned_items_known(${asOf}::date, 'infinity') g
               where ${within(sql`g.account_id`, stretch)}) x
       group by x.item_id`;
}

function interestBooked(stretch: Stretch, asOf: Day): Sql {
  return sql`
      select b.item_id, max(b.to_on) as to_on
        from (select n.account_id, n.item_id, n.to_on
                from strategies.booked_interest n
               union all
              select r.account_id, r.item_id, r.to_on
                from charges.interest_card r) b
       where ${within(sql`b.account_id`, stretch)}
         and b.to_on <= ${asOf}
       group by b.item_id`;
}

const items = sql`
      select o.account_id,
             string_agg('["' || o.item_id || '","' || o.currency || '","' || o.due_on || '","'
                        || o.open_minor || '"'
                        || case when c.amount is null and n.until is null and b.to_on is null
                                then ''
                                else ',"' || coalesce(c.amount, 0) || '",'
                                     || coalesce('"' || n.until || '"', 'null')
                                     || coalesce(',"' || b.to_on || '"', '') end
                        || ']', ',' order by o.due_on, o.item_id) as items
        from open o
        left join contested c on c.item_id = o.item_id
        left join named n on n.item_id = o.item_id
        left join interest b on b.item_id = o.item_id
       where o.aged
       group by o.account_id`;

const unapplied = sql`
      select u.account_id,
             string_agg('["' || u.currency || '","' || -u.minor || '"]', ',' order by u.currency)
             as money
        from (select o.account_id, o.currency, sum(o.open_minor)::bigint as minor
                from open o
               where not o.aged
               group by o.account_id, o.currency
              having sum(o.open_minor) < 0) u
       group by u.account_id`;

/** What few accounts have: promises, money in flight, steps done, events, holds. */
function others(stretch: Stretch, asOf: Day): Sql {
  return sql`
      select f.account_id, bool_or(f.open_step) as open_step,
             nullif(string_agg(f.part, '' order by f.name), '') as parts
        from (${sql.join(otherFacts(stretch, asOf), sql` union all `)}) f
       group by f.account_id`;
}

function otherFacts(stretch: Stretch, asOf: Day): readonly Sql[] {
  return [
    sql`select p.account_id, 'p' as name, false as open_step,
               ',"p":[' || string_agg('["' || p.currency || '","'
                                      || p.amount_minor - p.received_minor || '","' || p.last_day
                                      || '"]', ',' order by p.promise_id) || ']' as part
          from promises.promises_known(${asOf}::date, 'infinity') p
         where ${within(sql`p.account_id`, stretch)}
           and p.state = 'open'
           and p.amount_minor > p.received_minor
           and not exists (select from promises.named_item n
                            where n.account_id = p.account_id and n.promise_id = p.promise_id)
         group by p.account_id`,
    sql`select p.account_id, 'b', false,
               ',"s":' || count(*) filter (where p.state = 'kept') * 100 / count(*)
               || ',"b":' || count(*) filter (where p.state <> 'kept')
          from promises.promises_known(${asOf}::date, 'infinity') p
         where ${within(sql`p.account_id`, stretch)}
           and p.state in ('kept', 'broken', 'partly')
         group by p.account_id`,
    sql`select u.account_id, 'f', false,
               ',"f":[' || string_agg('["' || u.currency || '","' || u.amount_minor || '"]', ','
                                      order by u.currency) || ']'
          from cash.unposted_money u
         where ${within(sql`u.account_id`, stretch)}
           and u.since <= ${asOf}
         group by u.account_id`,
    ...doneFacts(stretch, asOf),
    sql`select e.account_id, 'e', false,
               ',"e":[' || string_agg('["' || e.event || '","' || e.on_day || '"]', ','
                                      order by e.on_day, e.event) || ']'
          from (${happened(stretch, asOf)}) e
         group by e.account_id`,
    sql`select h.account_id, 'h', false,
               ',"h":' || json_agg(distinct h.kind)
          from compliance.hold_card h
         where ${within(sql`h.account_id`, stretch)}
           and ${asOf}::date between h.starts_on and coalesce(h.ends_on, 'infinity')
           and h.kind <> 'employer'
         group by h.account_id`,
  ];
}

function doneFacts(stretch: Stretch, asOf: Day): readonly Sql[] {
  return [
    sql`select d.account_id, 'd', false,
               ',"d":[' || string_agg('["' || d.item_id || '",' || to_json(d.step) || ',' || d.days
                                      || ',"' || d.episode || '","' || d.done_on || '"]', ','
                                      order by d.done_on, d.days, d.item_id) || ']'
          from strategies.done_item d
          join open o on o.item_id = d.item_id
         where ${within(sql`d.account_id`, stretch)}
           and d.done_on <= ${asOf}
         group by d.account_id`,
    sql`select d.account_id, 'n', false, ',"n":"' || max(d.done_on) || '"'
          from strategies.done_item d
         where ${within(sql`d.account_id`, stretch)}
           and d.notice
           and d.done_on <= ${asOf}
         group by d.account_id`,
    sql`select n.account_id, 'z', true, ''
          from strategies.proposal_now n
         where ${within(sql`n.account_id`, stretch)}
           and n.state in ('proposed', 'approved', 'held', 'blocked', 'queued', 'failed')
         group by n.account_id`,
  ];
}

/** Promises that broke say so themselves; the rest was heard from other areas. */
function happened(stretch: Stretch, asOf: Day): Sql {
  return sql`
        select v.account_id, v.event, v.on_day
          from strategies.account_event v
         where ${within(sql`v.account_id`, stretch)}
           and v.on_day between ${asOf}::date - 90 and ${asOf}
         union
        select p.account_id, 'promise_broken', p.state_on
          from promises.promise_card p
         where ${within(sql`p.account_id`, stretch)}
           and p.state in ('broken', 'partly')
           and p.state_on between ${asOf}::date - 90 and ${asOf}`;
}

/** The first account of each stretch of so many. */
export async function stretchesOf(db: Queries, size: number): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    select n.account_id
      from (select a.account_id, row_number() over (order by a.account_id) as place
              from customers.account_card a) n
     where (n.place - 1) % ${size} = 0
     order by n.account_id`);
  return rows.map(({ account_id }) => id(account_id));
}
