/**
 * The aging over the whole book, in one statement.
 *
 * The ledger's published function gives every item that is open on the day; this sums them by
 * age and by whatever the reader asked for. Amounts of two currencies never meet in one sum.
 */
import type { Day } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import { accountCards } from './accounts-then.ts';
import { type GroupBy, type OfWhom, groupings, ofWhom } from './groups.ts';

export type AgingFlag = 'unapplied' | 'disputed' | 'promised' | 'credit_balance' | 'crossed';

export type AgingQuestion = OfWhom & {
  readonly asOf: Day;
  /** Null: as known now. */
  readonly knownAt: Instant | null;
  readonly by: GroupBy;
  readonly basis: 'due' | 'invoice';
  /** Upper edges of the buckets in days, rising. */
  readonly edges: readonly number[];
  /** Whose accounts were on that day, not whose they are now. */
  readonly ownersThen?: boolean;
  readonly flag: AgingFlag | null;
};

export type AgingLine = {
  key: string;
  account_id: string | null;
  account: string | null;
  customer: string | null;
  name: string | null;
  company: string | null;
  collector: string | null;
  currency: string;
  buckets: bigint[];
  unapplied: bigint;
  balance: bigint;
  oldest_days: number | null;
  items: number;
};

/** Which part of the list is wanted, in which order. */
export type AgingPage = {
  readonly sort: AgingSort;
  readonly descending: boolean;
  /** Null: all rows. */
  readonly limit: number | null;
  readonly offset: number;
};

export type AgingSort =
  | {
      readonly column:
        | 'account'
        | 'customer'
        | 'name'
        | 'unapplied'
        | 'balance'
        | 'overdue'
        | 'oldest';
    }
  | { readonly bucket: number };

/** A part of the list, how long the whole list is, and its sums by currency. */
export type AgingList = {
  readonly lines: AgingLine[];
  readonly count: number;
  readonly totals: AgingLine[];
};

/** One row per key and currency that has an open item; the open items are read once for all. */
export async function agingLines(
  db: Queries,
  question: AgingQuestion,
  page: AgingPage,
): Promise<AgingList> {
  return page.limit === null ? wholeList(db, question, page) : pageOfList(db, question, page);
}

/** Whoever has every row adds up by itself. */
async function wholeList(
  db: Queries,
  question: AgingQuestion,
  page: AgingPage,
): Promise<AgingList> {
  const rows = await db.all(sql<AgingRow>`
    select l.*
      from (${lines(question, await itemsAsked(db, question))}) l
     order by ${order(question, page)}
    offset ${page.offset}`);
  const all = rows.map((row) => gather(row, question));
  return { lines: all, totals: addUp(all), count: all.length };
}

function addUp(all: readonly AgingLine[]): AgingLine[] {
  const totals = new Map<string, AgingLine>();
  for (const line of all) {
    const sum = totals.get(line.currency);
    if (sum) add(sum, line);
    else totals.set(line.currency, { ...line, ...nobody, buckets: [...line.buckets] });
  }
  return [...totals.values()];
}

/** A total is of nobody in particular. */
const nobody = {
  key: '',
  account_id: null,
  account: null,
  customer: null,
  name: null,
  company: null,
  collector: null,
} as const;

function add(sum: AgingLine, line: AgingLine): void {
  for (const [index, amount] of line.buckets.entries()) {
    if (amount !== 0n) sum.buckets[index] = (sum.buckets[index] ?? 0n) + amount;
  }
  sum.unapplied += line.unapplied;
  sum.balance += line.balance;
  sum.items += line.items;
}

async function pageOfList(
  db: Queries,
  question: AgingQuestion,
  page: AgingPage,
): Promise<AgingList> {
  const items = await itemsAsked(db, question);
  const rows = await db.all(sql<AgingRow & { place: bigint; count: bigint }>`
    with lines as materialized (${lines(question, items)}),
         page as (select l.*,
                         row_number() over (order by ${order(question, page)}) as place,
                         1 as count
                    from lines l
                   order by place
                   limit ${page.limit}
                  offset ${page.offset})
    select p.*
      from page p
     union all
    select ${totalColumns(question)}
      from lines l
     group by l.currency`);
  const shown = rows
    .filter(({ place }) => place > 0n)
    .toSorted((one, other) => Number(one.place - other.place));
  const totals = rows.filter(({ place }) => place === 0n);
  return {
    lines: shown.map((row) => gather(row, question)),
    totals: totals.map((row) => gather(row, question)),
    count: totals.reduce((sum, { count }) => sum + Number(count), 0),
  };
}

/** The columns of `lines` for a currency as a whole, which stands at place 0. */
function totalColumns(question: AgingQuestion): Sql {
  const sums = question.edges.concat(0).map((_, index) => sql.ref(`b${index}`));
  return sql`
    l.currency as key, null as account, null as customer, null as name,
           null as company, null as collector, l.currency,
           ${sql.join(
             sums.map((name) => sql`sum(l.${name})::bigint`),
             sql`, `,
           )},
           sum(l.unapplied)::bigint, sum(l.balance)::bigint, max(l.oldest_days),
           sum(l.items)::int, 0 as place, count(*)`;
}

function lines(question: AgingQuestion, items: Sql): Sql {
  const sums = question.edges.concat(0).map((_, index) => sql.ref(`b${index}`));
  const grouped = groupings[question.by];
  return sql`
    with aged as (${agedByAccount(question, items)})
    select ${grouped.select},
           a.currency,
           ${sql.join(
             sums.map((name) => sql`${grouped.total(sql`a.${name}`)} as ${name}`),
             sql`, `,
           )},
           coalesce(${grouped.total(sql`a.unapplied`)}, 0) as unapplied,
           ${grouped.total(sql`a.balance`)} as balance,
           ${grouped.most(sql`a.oldest_days`)} as oldest_days,
           ${grouped.total(sql`a.items`)}::int as items
      from aged a
      join ${accountCards(question)} c on c.account_id = a.account_id
      left join team.person p on p.member_id = c.owner_id
      ${grouped.join?.(question.asOf) ?? sql``}
     where ${conditions(question)}
     ${grouped.by}`;
}

/** The key at the end makes the order one and the same on every page. */
function order(question: AgingQuestion, { sort, descending }: AgingPage): Sql {
  const way = descending ? sql`desc nulls last` : sql`asc nulls first`;
  return sql`${sortColumn(question, sort)} ${way}, l.key, l.currency`;
}

function sortColumn(question: AgingQuestion, sort: AgingSort): Sql {
  const bucket = (index: number): Sql => sql`coalesce(l.${sql.ref(`b${index}`)}, 0)`;
  if ('bucket' in sort) return bucket(Math.trunc(sort.bucket));
  const past = question.edges.flatMap((edge, index) => (edge >= 0 ? [index + 1] : []));
  const columns = {
    account: sql`l.account`,
    customer: sql`l.customer`,
    name: sql`l.name`,
    unapplied: sql`l.unapplied`,
    balance: sql`l.balance`,
    oldest: sql`l.oldest_days`,
    overdue: sql`(${sql.join(past.map(bucket), sql` + `)})`,
  };
  return columns[sort.column];
}

/** The open items of the question; of a day long ago by the way that is sooner then. */
export async function itemsAsked(
  db: Queries,
  { asOf, knownAt }: Pick<AgingQuestion, 'asOf' | 'knownAt'>,
): Promise<Sql> {
  if (knownAt !== null) {
    return sql`ledger.open_items_known(${asOf}::date, ${knownAt}::timestamptz)`;
  }
  const { much } = await db.one(sql<{ much: boolean }>`
    select ledger.much_since(${asOf}::date) as much`);
  return much
    ? sql`ledger.open_items_long_ago(${asOf}::date)`
    : sql`ledger.open_items_on(${asOf}::date)`;
}

/** Sums by account and currency first: the joins then meet accounts, not items. */
export function agedByAccount(question: AgingQuestion, items: Sql): Sql {
  const from = question.basis === 'due' ? sql`i.due_on` : sql`i.issued_on`;
  const edges = question.edges;
  const sums = edges.concat(0).map((_, index) => {
    const above =
      index === 0 ? undefined : sql`${from} < ${daysBefore(question, edges[index - 1])}`;
    const upTo =
      index === edges.length ? undefined : sql`${from} >= ${daysBefore(question, edges[index])}`;
    return sql`sum(i.open_minor) filter (where i.aged and ${allOf([above, upTo])})::bigint
               as ${sql.ref(`b${index}`)}`;
  });
  return sql`
    select i.account_id, i.currency,
           ${sql.join(sums, sql`, `)},
           sum(i.open_minor) filter (where not i.aged)::bigint as unapplied,
           sum(i.open_minor)::bigint as balance,
           ${question.asOf}::date - min(${from}) filter (where i.aged) as oldest_days,
           ${question.flag === 'crossed' ? crossedToday(question, from) : sql`null`} as crossed,
           count(*) as items
      from ${items} i
     group by i.account_id, i.currency`;
}

/** A day, so that each item is compared once and no age is computed for it. */
function daysBefore({ asOf }: AgingQuestion, days = 0): Sql {
  return sql`(${asOf}::date - ${lit(days)})`;
}

/** Did an item move into a later bucket with this very day? */
function crossedToday(question: AgingQuestion, from: Sql): Sql {
  const days = question.edges.map((edge) => daysBefore(question, edge + 1));
  return sql`bool_or(i.aged and ${from} in (${sql.join(days, sql`, `)}))`;
}

/** A checked integer written into the statement, so that the planner sees it. */
function lit(value: number): Sql {
  return sql.lit(Math.trunc(value));
}

function conditions(question: AgingQuestion): Sql {
  const { asOf, flag } = question;
  return allOf([ofWhom(question, asOf), flag === null ? undefined : flagged(flag)]);
}

function flagged(flag: AgingFlag): Sql {
  const conditionsByFlag = {
    unapplied: sql`a.unapplied < 0`,
    credit_balance: sql`a.balance < 0`,
    disputed: sql`exists (select
                            from disputes.open_dispute d
                           where d.account_id = a.account_id)`,
    promised: sql`exists (select
                            from promises.promise_card q
                           where q.account_id = a.account_id
                             and q.state      = 'open')`,
    crossed: sql`a.crossed`,
  };
  return conditionsByFlag[flag];
}

/** Which of these accounts have something disputed or promised. */
export async function flaggedAccounts(
  db: Queries,
  accountIds: readonly string[],
): Promise<Map<string, AgingFlag[]>> {
  const rows = await db.all(sql<{ account_id: string; flag: AgingFlag }>`
    select distinct account_id, 'disputed' as flag
      from disputes.open_dispute
     where account_id = any(${accountIds}::uuid[])
     union all
    select distinct account_id, 'promised'
      from promises.promise_card
     where state      = 'open'
       and account_id = any(${accountIds}::uuid[])`);
  const flags = new Map<string, AgingFlag[]>();
  for (const row of rows)
    flags.set(row.account_id, [...(flags.get(row.account_id) ?? []), row.flag]);
  return flags;
}

/** As it comes from the database: a column for each bucket beside the line's own. */
type AgingRow = Omit<AgingLine, 'buckets' | 'account_id'> & {
  /** Null: nothing in it. */
  readonly [bucket: `b${number}`]: bigint | null;
};

function gather(row: AgingRow, { edges, by }: AgingQuestion): AgingLine {
  const buckets: bigint[] = [];
  for (let index = 0; index <= edges.length; index += 1) buckets.push(row[`b${index}`] ?? 0n);
  // Written out, because a spread of thousands of rows costs as much as reading them.
  return {
    key: row.key,
    account_id: by === 'account' ? row.key : null,
    account: row.account,
    customer: row.customer,
    name: row.name,
    company: row.company,
    collector: row.collector,
    currency: row.currency,
    buckets,
    unapplied: row.unapplied,
    balance: row.balance,
    oldest_days: row.oldest_days,
    items: row.items,
  };
}
