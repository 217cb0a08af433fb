/**
 * Gathers what is known of accounts, for all of them in a few statements or for one.
 *
 * Everything comes from published views of other areas, as of the business day and as known
 * now; the rules decide what it means.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { currency, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { AccountFacts, BrokenPromise, Owed, PromiseFact, TaskFact } from '../rules/work.ts';
import { latestAnswers } from './answers.ts';
import { callbackRows } from './callbacks.ts';
import { clockRows } from './clocks.ts';
import { holdRows } from './holds.ts';
import { campaignRows } from './campaigns.ts';
import { type Scope, filter } from './scope.ts';
import { caseRows } from './cases.ts';
import { planRows } from './plans.ts';
import { replyRows } from './replies.ts';
import { portalRows } from './portal.ts';
import { returnedRows } from './returned.ts';
import { worthRows } from './worth.ts';
import { warningRows } from './warnings.ts';
import { unpostedRows } from './unposted.ts';
import { strategyCalls } from './strategy-calls.ts';

/** Days late from which overdue may be a reason, and the bucket edges of the list. */
export type Measures = { readonly moreThanDays: number; readonly edges: readonly number[] };

/** Whose an account is and what it is called, which its place in the day carries along. */
export type Card = {
  readonly companyId: Id;
  readonly ownerId: Id | null;
  readonly name: string;
  readonly number: string;
  readonly customerId: Id;
  readonly segment: string | null;
};

export type Gathered = AccountFacts & { readonly card: Card };

/** Every account of the scope of which there is anything to say. */
export async function gatherFacts(
  db: Queries,
  scope: Scope,
  today: Day,
  measures: Measures,
): Promise<Gathered[]> {
  const owed = Map.groupBy(await owedRows(db, scope, today, measures), (row) => row.account_id);
  const documents = await documentRows(db, scope, today);
  const promises = await promiseRows(db, scope, today);
  const tasks = await taskRows(db, scope, today);
  const calls = await strategyCalls(db, scope);
  const clocks = await clockRows(db, scope, today);
  const holds = await holdRows(db, scope);
  const answers = await latestAnswers(db, filter(scope, sql`w.account_id`));
  const campaigns = await campaignRows(db, scope, today);
  const callbacks = await callbackRows(db, scope, today);
  const unposted = await unpostedRows(db, scope, today);
  const returned = await returnedRows(db, scope);
  const replies = await replyRows(db, scope);
  const cases = await caseRows(db, scope);
  const portals = await portalRows(db, scope);
  const mailed = [callbacks, returned, replies, portals];
  const plans = await planRows(db, scope, today);
  const warnings = await warningRows(db, scope);
  const worths = await worthRows(db, scope);
  const called = [
    tasks,
    calls,
    clocks,
    holds,
    answers,
    campaigns,
    cases,
    plans,
    warnings,
    ...mailed,
  ];
  const accountIds = new Set([owed, promises, ...called].flatMap((each) => [...each.keys()]));
  const cards = await cardRows(db, [...accountIds]);
  return cards.map((card) => {
    const promised = promises.get(card.account_id);
    return {
      accountId: id(card.account_id),
      card: cardOf(card),
      status: card.status ?? 'open',
      zone: card.zone,
      baseCurrency: currency(card.base_currency),
      reachable: card.reachable,
      owed: (owed.get(card.account_id) ?? []).map((row) => owedFact(row, documents)),
      due: promised?.due ?? [],
      broken: promised?.broken ?? null,
      plans: plans.get(card.account_id) ?? [],
      tasks: tasks.get(card.account_id) ?? [],
      callback: callbacks.get(card.account_id) ?? null,
      unposted: unposted.get(card.account_id) ?? [],
      calls: calls.get(card.account_id) ?? [],
      clocks: clocks.get(card.account_id) ?? [],
      holds: holds.get(card.account_id) ?? null,
      campaign: campaigns.get(card.account_id) ?? null,
      returned: returned.get(card.account_id) ?? [],
      portal: portals.get(card.account_id) ?? null,
      replies: replies.get(card.account_id) ?? [],
      cases: cases.get(card.account_id) ?? [],
      warnings: warnings.get(card.account_id) ?? [],
      answer: answers.get(card.account_id) ?? null,
      lastTouchOn: card.last_touch_on === null ? null : day(card.last_touch_on),
      worth: worths.get(card.account_id) ?? null,
    };
  });
}

type OwedRow = {
  account_id: string;
  currency: string;
  owed: bigint;
  unapplied: bigint;
  balance: bigint;
  overdue: bigint;
  overdue_base: bigint;
  chaseable: bigint;
  collectable: bigint;
  oldest_due_on: string | null;
  buckets: bigint[];
};

/** What each account owes by currency; a cent that is disputed and promised counts off once. */
function owedRows(
  db: Queries,
  scope: Scope,
  today: Day,
  { moreThanDays, edges }: Measures,
): Promise<OwedRow[]> {
  return db.all(sql<OwedRow>`
    with free as (${freeItems(scope, today)}), loose as (${loosePromises(scope)})
    select f.account_id, f.currency,
           coalesce(sum(f.open_minor) filter (where f.aged), 0)::bigint as owed,
           coalesce(sum(f.open_minor) filter (where not f.aged), 0)::bigint as unapplied,
           sum(f.open_minor)::bigint as balance,
           coalesce(sum(f.open_minor) filter (where f.late > 0), 0)::bigint as overdue,
           coalesce(sum(f.open_base_minor) filter (where f.late > 0), 0)::bigint as overdue_base,
           greatest(coalesce(sum(f.free_minor) filter (where f.late > ${moreThanDays}), 0)
                    - coalesce(max(l.outstanding), 0), 0)::bigint as chaseable,
           greatest(coalesce(sum(f.free_minor) filter (where f.late > 0), 0)
                    - coalesce(max(l.outstanding), 0), 0)::bigint as collectable,
           min(f.due_on) filter (where f.late > 0) as oldest_due_on,
           ${bucketSums(edges)} as buckets
      from free f
      left join loose l on l.account_id = f.account_id and l.currency = f.currency
     group by f.account_id, f.currency`);
}

/** Open items with what nothing covers of them, no dispute, promise or plan; no `late` of money. */
function freeItems(scope: Scope, today: Day): Sql {
  return sql`
    select i.account_id, i.currency, i.due_on, i.open_minor, i.open_base_minor, i.aged,
           case when i.aged then ${today}::date - i.due_on end as late,
           case when p.item_id is not null then 0
                else i.open_minor - disputes.contested(d.item_id, d.amount_minor, i.open_minor)
            end as free_minor
      from ledger.open_items_on(${today}::date) i
      left join disputes.open_amount d on d.account_id = i.account_id and d.item_id = i.item_id
      left join (select distinct n.account_id, n.item_id
                   from promises.named_item n
                   join promises.promise_card q on q.account_id = n.account_id
                                               and q.promise_id = n.promise_id
                  where q.state = 'open'
                  union
                 select g.account_id, g.item_id
                   from promises.planned_item g) p
             on p.account_id = i.account_id and p.item_id = i.item_id
     where ${filter(scope, sql`i.account_id`)}`;
}

/** Open promises on the account as a whole, by currency. */
function loosePromises(scope: Scope): Sql {
  return sql`
    select p.account_id, p.currency,
           sum(greatest(p.amount_minor - p.received_minor, 0)) as outstanding
      from promises.promise_card p
     where p.state = 'open'
       and ${filter(scope, sql`p.account_id`)}
       and not exists (select
                         from promises.named_item n
                        where n.account_id = p.account_id
                          and n.promise_id = p.promise_id)
     group by p.account_id, p.currency`;
}

/** The sums by age, for the little bars of the list. */
function bucketSums(edges: readonly number[]): Sql {
  const sums = edges.concat(0).map((_, index) => {
    const [from, to] = [edges[index - 1], edges[index]];
    const above = from === undefined ? sql`true` : sql`f.late > ${sql.lit(Math.trunc(from))}`;
    const upTo = to === undefined ? sql`true` : sql`f.late <= ${sql.lit(Math.trunc(to))}`;
    const sum = sql`sum(f.open_minor) filter (where f.aged and ${above} and ${upTo})`;
    return sql`coalesce(${sum}, 0)::bigint`;
  });
  return sql`array[${sql.join(sums, sql`, `)}]`;
}

type Documents = { readonly oldest: string | null; readonly clears: string | null };

/**
 * By account and currency: the oldest item that is overdue, and the one that the money on
 * account would clear first, which is the one of its very amount, else the oldest it covers.
 */
async function documentRows(
  db: Queries,
  scope: Scope,
  today: Day,
): Promise<Map<string, Documents>> {
  const rows = await db.all(sql<Documents & { account_id: string; currency: string }>`
    with open as materialized (
      select i.account_id, i.item_id, i.currency, i.due_on, i.open_minor, i.aged,
             sum(i.open_minor) filter (where not i.aged)
               over (partition by i.account_id, i.currency) as money
        from ledger.open_items_on(${today}::date) i
       where ${filter(scope, sql`i.account_id`)}
    ), first as (
      select o.account_id, o.currency,
             (array_agg(o.item_id order by o.due_on, o.open_minor desc, o.item_id)
               filter (where o.due_on < ${today}))[1] as oldest,
             (array_agg(o.item_id order by o.open_minor = -o.money desc,
                        o.open_minor <= -o.money desc, o.due_on, o.item_id)
               filter (where o.money < 0))[1] as clears
        from open o
       where o.aged
       group by o.account_id, o.currency
    )
    select f.account_id, f.currency, n.number as oldest, m.number as clears
      from first f
      left join ledger.item_name n on n.account_id = f.account_id and n.item_id = f.oldest
      left join ledger.item_name m on m.account_id = f.account_id and m.item_id = f.clears`);
  return new Map(rows.map((row) => [`${row.account_id} ${row.currency}`, row]));
}

function owedFact(row: OwedRow, documents: ReadonlyMap<string, Documents>): Owed {
  const named = documents.get(`${row.account_id} ${row.currency}`);
  return {
    currency: currency(row.currency),
    owed: row.owed,
    unapplied: row.unapplied,
    balance: row.balance,
    overdue: row.overdue,
    overdueBase: row.overdue_base,
    chaseable: row.chaseable,
    collectable: row.collectable,
    oldestDueOn: row.oldest_due_on === null ? null : day(row.oldest_due_on),
    oldestDocument: named?.oldest ?? '',
    clearsDocument: named?.clears ?? '',
    // The driver reads an array of bigint as texts.
    buckets: row.buckets.map(BigInt),
  };
}

type CardRow = {
  account_id: string;
  company_id: string;
  owner_id: string | null;
  name: string;
  number: string;
  status: string | null;
  zone: string;
  base_currency: string;
  reachable: boolean;
  customer_id: string;
  segment: string | null;
  last_touch_on: string | null;
};

/** The accounts themselves; house accounts and merged ones are nobody's work. */
function cardOf({ company_id, owner_id, name, number, customer_id, segment }: CardRow): Card {
  return {
    companyId: id(company_id),
    ownerId: owner_id === null ? null : id(owner_id),
    name,
    number,
    customerId: id(customer_id),
    segment,
  };
}

function cardRows(db: Queries, accountIds: readonly string[]): Promise<CardRow[]> {
  return db.all(sql<CardRow>`
    select a.account_id, a.company_id, a.owner_id, a.name, a.account as number,
           a.status, co.zone, co.base_currency, a.customer_id, a.segment, a.last_touch_on,
           r.customer_id is not null as reachable
      from customers.account_card a
      join team.company co on co.company_id = a.company_id
      left join customers.reachable r on r.customer_id = a.customer_id
     where a.account_id = any(${accountIds}::uuid[])
       and a.kind <> 'house'
       and a.merged_into is null`);
}

type PromiseRow = {
  account_id: string;
  currency: string;
  amount_minor: bigint;
  received_minor: bigint;
  due_on: string;
  last_day: string;
  level: number;
  state: string;
  state_on: string;
  changed_at: string;
};
type Promised = { due: PromiseFact[]; broken: BrokenPromise | null };

/** Open promises whose day has come, and the latest broken one that no newer one replaced. */
async function promiseRows(db: Queries, scope: Scope, today: Day): Promise<Map<string, Promised>> {
  const rows = await db.all(sql<PromiseRow>`
    select p.account_id, p.currency, p.amount_minor, p.received_minor, p.due_on, p.last_day,
           p.level, p.state, p.state_on, p.changed_at
      from promises.promise_card p
     where (p.state = 'open' and p.due_on <= ${today}
            or p.state in ('broken', 'partly')
               and not exists (select
                                 from promises.promise_card n
                                where n.account_id = p.account_id
                                  and n.state in ('open', 'kept')
                                  and n.promise_id > p.promise_id))
       and ${filter(scope, sql`p.account_id`)}
     order by p.account_id, p.due_on, p.promise_id`);
  const byAccount = new Map<string, Promised>();
  for (const row of rows) {
    const promised = byAccount.get(row.account_id) ?? { due: [], broken: null };
    byAccount.set(row.account_id, promised);
    if (row.state === 'open') promised.due.push(promiseFact(row));
    else if (promised.broken === null || row.state_on >= promised.broken.brokenOn) {
      const brokenOn = day(row.state_on);
      promised.broken = { ...promiseFact(row), brokenOn, knownAt: instant(row.changed_at) };
    }
  }
  return byAccount;
}

function promiseFact(row: PromiseRow): PromiseFact {
  return {
    amount: money(row.amount_minor, row.currency),
    received: money(row.received_minor, row.currency),
    dueOn: day(row.due_on),
    lastDay: day(row.last_day),
    level: row.level,
  };
}

/**
 * Tasks of accounts that call for work today: due, late or urgent; what waits for others not.
 * Those of an account that was merged are work of the one that stays.
 */
async function taskRows(db: Queries, scope: Scope, today: Day): Promise<Map<string, TaskFact[]>> {
  const rows = await db.all(sql<{ account_id: string; title: string; due_on: string | null }>`
    select w.account_id, t.title, t.due_on
      from tasks.account_task t
      join customers.account_card o on o.account_id = t.account_id
     cross join lateral (select coalesce(o.merged_into, o.account_id) as account_id) w
     where (t.due_on <= ${today} or t.priority = 'urgent')
       and ${filter(scope, sql`w.account_id`)}
     order by w.account_id, t.priority <> 'urgent', t.due_on, t.task_id`);
  const facts = Map.groupBy(rows, (row) => row.account_id);
  return new Map([...facts].map(([accountId, theirs]) => [accountId, theirs.map(taskFact)]));
}

function taskFact(row: { title: string; due_on: string | null }): TaskFact {
  return { title: row.title, dueOn: row.due_on === null ? null : day(row.due_on) };
}
