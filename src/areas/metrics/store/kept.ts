/**
 * Days as they were kept, with what became known since: sums without the history.
 *
 * A day is kept as known at one moment, for which it holds for ever; whoever asks adds the facts
 * that were recorded later and count on that day or before, and the history of the few accounts
 * that are kept elsewhere. Questions as known at a moment are answered from the history.
 */
import { type Day, plusDays, plusMonths } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { PartName } from '../rules/metric.ts';
import { type Period, monthsUpTo, yearBefore } from '../rules/period.ts';
import type { Question } from './asked.ts';
import { postedFacts } from './money-facts.ts';
import type { Source } from './parts.ts';
import type { Cells } from './reading.ts';

/** How a source is kept: what stood open on a day, or what was posted over days. */
export type Kept = { readonly how: 'standing' | 'flow'; readonly days: Period };

/** Names under which parts of other days are kept. */
const keptAs: Readonly<Partial<Record<PartName, string>>> = {
  start_ar: 'ar',
  year_start_ar: 'ar',
  start_overdue: 'overdue',
  prior_bucket_0: 'bucket_0',
  prior_bucket_1: 'bucket_1',
  prior_bucket_2: 'bucket_2',
  prior_bucket_3: 'bucket_3',
  prior_bucket_4: 'bucket_4',
  sales_12m: 'sales',
  sales_30d: 'sales',
};

export function keptName(part: PartName): string {
  return keptAs[part] ?? part;
}

/** The sources that are kept; all others are read from the facts. */
const keptSources: Readonly<Partial<Record<Source, (question: Question) => Kept>>> = {
  open: ({ asOf }) => standing(asOf),
  open_start: ({ period }) => standing(plusDays(period.from, -1)),
  open_prior: ({ asOf }) => standing(plusMonths(asOf, -1)),
  open_year: ({ asOf }) => standing(yearBefore(asOf)),
  posted: ({ period }) => flow(period),
  posted_12m: ({ asOf }) => flow(monthsUpTo(asOf, 12)),
  posted_30d: ({ asOf }) => flow({ from: plusDays(asOf, -29), to: asOf }),
};

function standing(day: Day): Kept {
  return { how: 'standing', days: { from: day, to: day } };
}

function flow(days: Period): Kept {
  return { how: 'flow', days };
}

/** The days that a source reads, where they are kept; undefined: it is read from the facts. */
export function keptDays(question: Question, source: Source): Kept | undefined {
  return keptSources[source]?.(question);
}

type KeptSums = {
  /** Facts recorded after it are not in the sums. */
  readonly knownAt: Instant;
  readonly sums: ReadonlyMap<string, bigint>;
};

/** Sums by the names they are kept under, over the days; undefined when they are not kept. */
export async function keptSums(
  db: Queries,
  question: Question,
  by: Cells,
  { how, days }: Kept,
): Promise<KeptSums | undefined> {
  if (how === 'flow') return keptFlows(db, question, by, { days, suffix: sql`''` });
  const entries = sql`jsonb_each_text(d.standing)`;
  return summed(db, question, by, { days, entries, name: sql`e.name` });
}

/** The flows by day or month, named as `sales:2026-08`: `suffix` is made of the day `d.on_day`. */
export async function keptFlows(
  db: Queries,
  question: Question,
  by: Cells,
  { days, suffix }: { readonly days: Period; readonly suffix: Sql },
): Promise<KeptSums | undefined> {
  const entries = sql`(values ('sales', d.sales), ('cash', d.cash))`;
  return summed(db, question, by, { days, entries, name: sql`e.name || ${suffix}` });
}

type Summing = { readonly days: Period; readonly entries: Sql; readonly name: Sql };

async function summed(
  db: Queries,
  { scope }: Question,
  { cells, revision }: Cells,
  { days, entries, name }: Summing,
): Promise<KeptSums | undefined> {
  const rows = await db.all(sql<{ known_at: string; name: string | null; sum: bigint }>`
    select b.known_at, ${name} as name, sum(e.sum::bigint)::bigint as sum
      from metrics.kept_book b
      left join metrics.kept_day d
        on d.on_day between ${days.from}::date and ${days.to}::date
       and d.currency = ${scope.currency}
       and d.cell_id in (select c.cell_id from metrics.kept_cell c where ${cells})
      left join lateral ${entries} as e (name, sum) on true
     where b.is_whole
       and b.from_on <= ${days.from}::date
       and b.through_on >= ${days.to}::date
       and b.revision = coalesce(${revision}::bigint, b.revision)
     group by 1, 2`);
  const [first] = rows;
  if (!first) return undefined;
  const sums = rows.flatMap((row) => (row.name === null ? [] : [[row.name, row.sum] as const]));
  return { knownAt: instant(first.known_at), sums: new Map(sums) };
}

/** Facts from which what is kept is made, recorded after a moment; of the accounts `where`. */
export function lateFacts(question: Question, kept: Kept, knownAt: Instant, where: Sql): Sql {
  if (kept.how === 'flow') {
    return sql`
      select f.account_id, f.currency, ${flowColumns}, f.minor
        from (${postedFacts(question, kept.days, knownAt)}) f
       where ${where}`;
  }
  // Few were recorded since: `offset 0` keeps the many before from being looked up as well.
  const changes = sql`
    (select x.*
       from ledger.changes('-infinity', 'infinity', ${knownAt}::timestamptz, 'infinity') x
     offset 0)`;
  return sql`
    select f.account_id, f.currency, ${standingColumns}, f.minor
      from (${standingFacts(changes, kept.days.to)}) f
     where ${where}`;
}

/** The same of some accounts, all that was recorded by a moment; null: up to now. */
export function factsOfAccounts(
  question: Question,
  { how, days }: Kept,
  accountIds: readonly Id[],
  until: Instant | null,
): Sql {
  if (how === 'flow') {
    return sql`
      select f.account_id, f.currency, ${flowColumns}, f.minor
        from (${postedFacts({ ...question, knownAt: until }, days)}) f
       where f.account_id = any(${accountIds}::uuid[])`;
  }
  const changes = sql`
    ledger.changes_of(${accountIds}::uuid[], '-infinity', ${until ?? 'infinity'}::timestamptz)`;
  return sql`
    select f.account_id, f.currency, ${standingColumns}, f.minor
      from (${standingFacts(changes, days.to)}) f`;
}

/** The history of accounts that are kept elsewhere: of strays added, of the lost taken away. */
export function strayFacts(
  question: Question,
  kept: Kept,
  { strays, lost }: Cells,
  knownAt: Instant,
): Sql {
  const columns = kept.how === 'flow' ? flowColumns : standingColumns;
  return sql`
    select f.account_id, f.currency, ${columns},
           case when f.account_id = any(${lost}::uuid[]) then -f.minor else f.minor end as minor
      from (${factsOfAccounts(question, kept, [...strays, ...lost], knownAt)}) f`;
}

function standingFacts(changes: Sql, asOf: Day): Sql {
  return sql`
    select c.account_id, c.currency, c.minor, c.aged, c.issued_on,
           ${asOf}::date - c.due_on as late, ${asOf}::date - c.issued_on as age
      from ${changes} c
     where c.on_day <= ${asOf}::date`;
}

const standingColumns = sql`f.aged, f.issued_on, f.late, f.age`;
const flowColumns = sql`f.on_day, f.stands_for`;
