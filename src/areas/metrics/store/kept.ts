/**
 * Days as they were kept, with what became known since: the sums of a company's days without its
 * history.
 *
 * A day is kept as known at one moment, for which it holds for ever; whoever asks adds the facts
 * that were recorded later and count on that day or before. Questions about a part of a company,
 * or as known at a moment, are answered from the history.
 */
import { type Day, plusDays, plusMonths } from '#kernel/day.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { PartName } from '../rules/metric.ts';
import { type Period, monthsUpTo } from '../rules/period.ts';
import type { Question } from './asked.ts';
import { postedFacts } from './money-facts.ts';
import type { Source } from './parts.ts';

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
  open_year: ({ asOf }) => standing(plusMonths(asOf, -12)),
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
  return isKeptFor(question) ? keptSources[source]?.(question) : undefined;
}

/** Whether the question is about whole companies as all is known now. */
function isKeptFor({ scope, knownAt }: Question): boolean {
  if (knownAt !== null) return false;
  const { collectorId, teamId, segment, customerId, accountIds } = scope;
  return [collectorId, teamId, segment, customerId, accountIds].every(
    (narrowed) => narrowed === null || narrowed === undefined,
  );
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
  { how, days }: Kept,
): Promise<KeptSums | undefined> {
  const name = sql`e.name`;
  return summed(db, question, { how, days, name });
}

/** The flows by day or month: names such as `sales:2026-08`, by `pattern` of `to_char`. */
export async function keptFlows(
  db: Queries,
  question: Question,
  days: Period,
  pattern: string,
): Promise<KeptSums | undefined> {
  if (!isKeptFor(question)) return undefined;
  const name = sql`e.name || ':' || to_char(d.on_day, ${pattern})`;
  return summed(db, question, { how: 'flow', days, name });
}

async function summed(
  db: Queries,
  { scope }: Question,
  { how, days, name }: Kept & { readonly name: Sql },
): Promise<KeptSums | undefined> {
  const { companies = 'all', companyId, currency } = scope;
  const rows = await db.all(sql<{ known_at: string; name: string | null; sum: bigint }>`
    select b.known_at, ${name} as name, sum(e.sum::bigint)::bigint as sum
      from metrics.kept_book b
      left join metrics.kept_day d
        on d.on_day between ${days.from}::date and ${days.to}::date
       and d.currency = ${currency}
       and ${inCompanies(sql`d.company_id`, companies)}
       and ${companyId === null ? sql`true` : sql`d.company_id = ${companyId}`}
      left join lateral jsonb_each_text(${how === 'flow' ? sql`d.flow` : sql`d.standing`})
             as e (name, sum) on true
     where b.from_on <= ${days.from}::date
       and b.through_on >= ${days.to}::date
     group by 1, 2`);
  const [first] = rows;
  if (!first) return undefined;
  const sums = rows.flatMap((row) => (row.name === null ? [] : [[row.name, row.sum] as const]));
  return { knownAt: instant(first.known_at), sums: new Map(sums) };
}

/** What became known after a moment, as facts of the same shape as those that are kept. */
export function lateFacts(question: Question, { how, days }: Kept, knownAt: Instant): Sql {
  if (how === 'flow') return postedFacts(question, days, knownAt);
  return sql`
    select c.account_id, c.currency, c.minor, c.aged, c.issued_on,
           ${days.to}::date - c.due_on as late, ${days.to}::date - c.issued_on as age
      from (select x.*
              from ledger.changes('-infinity', 'infinity', ${knownAt}::timestamptz, 'infinity') x
            offset 0) c
     where c.on_day <= ${days.to}::date`;
}
