/**
 * The sums of the parts of many figures: each source of facts is read once for all of them.
 */
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { PartName } from '../rules/metric.ts';
import { monthsBack } from '../rules/period.ts';
import { type Question, ofScope } from './asked.ts';
import { postedFacts } from './money-facts.ts';
import { openFacts } from './open-facts.ts';
import { type Part, type Source, partsOf, sources } from './parts.ts';

/** By name; every name asked for is there, nothing being 0. */
export async function partSums(
  db: Queries,
  question: Question,
  names: ReadonlySet<PartName>,
): Promise<Map<string, bigint>> {
  const parts = partsOf(question);
  const bySource = Map.groupBy(names, (name) => parts[name].source);
  const read = await Promise.all(
    [...bySource].map(async ([source, some]) => {
      const columns = some.map((name, index) => sumColumn(parts[name], index));
      const row = await db.one(sql<Record<string, bigint | null>>`
        select ${sql.join(columns, sql`, `)}
          from (${await factsOf(db, question, source)}) f
         where ${narrowed(question, source)}`);
      return some.map((name, index) => [name, row[`p${index}`] ?? 0n] as const);
    }),
  );
  return new Map(read.flat());
}

export async function factsOf(db: Queries, question: Question, source: Source): Promise<Sql> {
  return sources[source].from(db, question);
}

/** The condition on facts `f` of a source that leaves those of the question. */
export function narrowed(question: Question, source: Source): Sql {
  const { belongs, inCurrency } = sources[source];
  return allOf([
    inCurrency ? sql`f.currency = ${question.scope.currency}` : undefined,
    belongs === 'nobody' ? undefined : ofScope(question, belongs),
  ]);
}

function sumColumn({ amount, where }: Part, index: number): Sql {
  return sql`coalesce(sum(${amount}) filter (where ${where}), 0)::bigint
             as ${sql.ref(`p${index}`)}`;
}

/** So many months back a count-back may reach. */
const mostMonths = 24;

/** Credit sales by calendar month, newest first, named `sales:2026-08`; empty months are 0. */
export async function salesByMonth(db: Queries, question: Question): Promise<Map<string, bigint>> {
  const months = monthsBack(question.asOf, mostMonths);
  const from = months.at(-1)?.from ?? question.asOf;
  const { where } = partsOf(question).sales;
  const rows = await db.all(sql<{ month: string; sum: bigint }>`
    select to_char(f.on_day, 'YYYY-MM') as month, sum(f.minor)::bigint as sum
      from (${postedFacts(question, { from, to: question.asOf })}) f
     where ${where}
       and ${narrowed(question, 'posted')}
     group by 1`);
  const found = new Map(rows.map(({ month, sum }) => [month, sum]));
  return new Map(months.map(({ name }) => [`sales:${name}`, found.get(name) ?? 0n]));
}

/** Amount × age of what is open, by the month in which it was invoiced. */
export async function ageByMonth(db: Queries, question: Question): Promise<Map<string, bigint>> {
  const { amount, where } = partsOf(question).open_age;
  const rows = await db.all(sql<{ month: string; sum: bigint }>`
    select to_char(f.issued_on, 'YYYY-MM') as month, sum(${amount})::bigint as sum
      from (${await openFacts(db, question, question.asOf)}) f
     where ${where}
       and ${narrowed(question, 'open')}
     group by 1
     order by 1 desc`);
  return new Map(rows.map(({ month, sum }) => [`open_age:${month}`, sum]));
}
