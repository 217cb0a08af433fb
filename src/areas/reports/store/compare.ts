/**
 * Two moments of the book compared, whoever it is cut by, in one statement.
 *
 * Only what was posted between the moments is summed by column; the closing comes from the
 * open items and the opening is what is left, so that a line adds up by construction, and a
 * test holds the opening against the aging of its own moment.
 */
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import {
  type ChangeColumn,
  type ChangeSums,
  type CompareSort,
  type Moments,
  changeColumns,
} from '../rules/compare.ts';
import { type GroupBy, type OfWhom, groupings, isEverybody, ofWhom } from './groups.ts';

export type CompareQuestion = OfWhom & Moments & { readonly by: GroupBy };

export type ComparePage = {
  readonly sort: CompareSort;
  readonly descending: boolean;
  /** Null: all rows. */
  readonly limit: number | null;
  readonly offset: number;
};

export type CompareLine = ChangeSums & {
  readonly key: string;
  readonly account: string | null;
  readonly customer: string | null;
  readonly name: string | null;
  readonly company: string | null;
  readonly collector: string | null;
  readonly currency: string;
  readonly facts: number;
};

export type CompareTotal = ChangeSums & {
  readonly currency: string;
  readonly facts: number;
  /** Lines in which something was posted, and those in which nothing was. */
  readonly changed: number;
  readonly unchanged: number;
  /** What the lines without a posting were and are worth. */
  readonly still: bigint;
};

/** As it comes from the database; sums are null where nothing was. */
type Row = { [column in keyof CompareLine]: CompareLine[column] } & {
  place: bigint;
  changed: bigint;
  unchanged: bigint;
  still: bigint;
};

/** The lines in which something was posted, and the whole book's totals by currency. */
export async function compareLines(
  db: Queries,
  question: CompareQuestion,
  page: ComparePage,
): Promise<{ lines: CompareLine[]; totals: CompareTotal[] }> {
  const rows = await db.all(sql<Row>`
    with a as materialized (${byAccount(question)}),
         lines as materialized (${lines(question)}),
         page as (select l.*,
                         row_number() over (order by ${order(page)}) as place
                    from lines l
                   where l.facts > 0
                   order by place
                   limit ${page.limit}
                  offset ${page.offset})
    select p.*, 0 as changed, 0 as unchanged, 0 as still
      from page p
     union all
    select null, null, null, null, null, null, l.currency,
           ${sumsOf(sql`l`)}, sum(l.closing)::bigint, sum(l.opening)::bigint,
           sum(l.facts)::int, 0,
           count(*) filter (where l.facts > 0), count(*) filter (where l.facts = 0),
           coalesce(sum(l.closing) filter (where l.facts = 0), 0)::bigint
      from ${bareTotals(question) ? sql`(${bareLines})` : sql`lines`} l
     group by l.currency`);
  const shown = rows.filter(({ place }) => place > 0n);
  return {
    lines: shown.toSorted((one, other) => Number(one.place - other.place)),
    totals: rows
      .filter(({ place }) => place === 0n)
      .map((row) => ({
        ...row,
        changed: Number(row.changed),
        unchanged: Number(row.unchanged),
      }))
      .toSorted((one, other) => one.currency.localeCompare(other.currency)),
  };
}

const summed = [...changeColumns, 'late'] as const;

function sumsOf(from: Sql): Sql {
  return sql.join(
    summed.map((column) => sql`sum(${from}.${sql.ref(column)})::bigint as ${sql.ref(column)}`),
    sql`, `,
  );
}

/** What was open at first: the closing without what came between. */
const opening = sql`a.closing - ${sql.join(
  changeColumns.map((column) => sql`a.${sql.ref(column)}`),
  sql` - `,
)}`;

const bareLines = sql`select a.*, ${opening} as opening from a`;

function lines(question: CompareQuestion): Sql {
  const grouped = groupings[question.by];
  const columns = [...summed, 'closing'] as const;
  return sql`
    select ${grouped.select},
           a.currency,
           ${sql.join(
             columns.map(
               (name) => sql`${grouped.total(sql`a.${sql.ref(name)}`)} as ${sql.ref(name)}`,
             ),
             sql`, `,
           )},
           ${grouped.total(opening)} as opening,
           ${grouped.total(sql`a.facts`)}::int as facts
      from a
      join customers.account_card c on c.account_id = a.account_id
      left join team.person p on p.member_id = c.owner_id
      ${grouped.join?.(question.to.asOf) ?? sql``}
     where ${ofWhom(question, question.to.asOf)}
       and ${bareTotals(question) ? sql`a.facts > 0` : sql`true`}
     ${grouped.by}`;
}

/** Everybody by account: the totals need no names, so only changed accounts are looked up. */
function bareTotals(question: CompareQuestion): boolean {
  return question.by === 'account' && isEverybody(question);
}

/** What was posted and what is open at the end, by account and currency. */
function byAccount({ from, to }: CompareQuestion): Sql {
  return sql`
    select account_id, currency,
           ${sql.join(
             summed.map((name) => sql`coalesce(t.${sql.ref(name)}, 0) as ${sql.ref(name)}`),
             sql`, `,
           )},
           coalesce(o.closing, 0) as closing, coalesce(t.facts, 0) as facts
      from (select f.account_id, f.currency, count(*) as facts,
                   ${sql.join(changeColumns.map(sumOfColumn), sql`, `)},
                   coalesce(sum(f.amount) filter (where f.late), 0)::bigint as late
              from (${postedFacts({ from, to })}) f
             group by f.account_id, f.currency) t
      full join (select i.account_id, i.currency, sum(i.open_minor)::bigint as closing
                   from ${openItems(to)} i
                  group by i.account_id, i.currency) o using (account_id, currency)`;
}

function sumOfColumn(column: ChangeColumn): Sql {
  return sql`coalesce(sum(f.amount) filter (where f.change = ${sql.lit(column)}), 0)::bigint
             as ${sql.ref(column)}`;
}

/** Everything posted between the moments, each fact with its column: `columnOf` in SQL. */
export function postedFacts({ from, to }: Moments): Sql {
  return sql`
    select x.account_id, x.item_id, x.kind, x.entry_kind, x.currency, x.number, x.reference,
           x.due_on, x.effective_on, x.recorded_at, x.late, x.side * x.amount_minor as amount,
           case when x.late then 'corrections'
                when x.kind = 'transfer' or x.entry_kind = 'transfer' then 'moved'
                when x.kind in ('invoice', 'debit_memo', 'charge') then 'invoiced'
                when x.kind in ('receipt', 'refund') or x.entry_kind = 'return' then 'cash'
                when x.kind = 'credit_memo' then 'credits'
                when x.kind <> 'adjustment' then 'corrections'
                when x.entry_kind in ('discount', 'tolerance') then 'credits'
                when x.entry_kind in ('write_off', 'recovery') then 'writeOffs'
                else 'corrections' end as change
      from ${posted({ from, to })} x`;
}

/** What is known now needs no look at when it was recorded. */
function posted({ from, to }: Moments): Sql {
  return from.knownAt === null && to.knownAt === null
    ? sql`ledger.posted_since(${from.asOf}::date, ${to.asOf}::date)`
    : sql`ledger.posted_between(${from.asOf}::date, ${known(from)}::timestamptz,
                                ${to.asOf}::date, ${known(to)}::timestamptz)`;
}

/** The open items of a moment. */
export function openItems({ asOf, knownAt }: Moments['to']): Sql {
  return knownAt === null
    ? sql`ledger.open_items_on(${asOf}::date)`
    : sql`ledger.open_items_known(${asOf}::date, ${knownAt}::timestamptz)`;
}

/** As known now is beyond every recording. */
export function known({ knownAt }: Moments['to']): string {
  return knownAt ?? 'infinity';
}

/** Figures by their size, whatever their sign; the key makes one order of every page. */
function order({ sort, descending }: ComparePage): Sql {
  const way = descending ? sql`desc nulls last` : sql`asc nulls first`;
  const by =
    sort === 'name' || sort === 'account'
      ? sql`l.${sql.ref(sort)}`
      : sort === 'change'
        ? sql`abs(l.closing - l.opening)`
        : sql`abs(l.${sql.ref(sort)})`;
  return sql`${by} ${way}, l.key, l.currency`;
}
