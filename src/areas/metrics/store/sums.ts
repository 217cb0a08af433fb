/**
 * The sums of the parts of many figures: each source of facts is read once for all of them.
 */
import { type Day, day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { PartName } from '../rules/metric.ts';
import { type Period, monthsBack } from '../rules/period.ts';
import { type Question, ofScope } from './asked.ts';
import { keptDays, keptFlows, keptName, keptSums, lateFacts } from './kept.ts';
import { postedFacts } from './money-facts.ts';
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
    [...bySource].map(([source, some]) => sourceSums(db, question, source, some)),
  );
  return new Map(read.flat());
}

async function sourceSums(
  db: Queries,
  question: Question,
  source: Source,
  names: readonly PartName[],
): Promise<(readonly [PartName, bigint])[]> {
  const { kept, facts } = await bookOf(db, question, source);
  const parts = partsOf(question);
  const columns = names.map((name, index) => sumColumn(parts[name], index));
  const row = await db.one(sql<Record<string, bigint | null>>`
    select ${sql.join(columns, sql`, `)}
      from (${facts}) f
     where ${narrowed(question, source)}`);
  return names.map((name, index) => {
    const sum = (kept.get(keptName(name)) ?? 0n) + (row[`p${index}`] ?? 0n);
    return [name, sum];
  });
}

/** The sums that are kept with the facts that became known since, or nothing and all facts. */
async function bookOf(
  db: Queries,
  question: Question,
  source: Source,
): Promise<{ readonly kept: ReadonlyMap<string, bigint>; readonly facts: Sql }> {
  const days = keptDays(question, source);
  const found = days && (await keptSums(db, question, days));
  if (days === undefined || found === undefined)
    return { kept: none, facts: await factsOf(db, question, source) };
  return { kept: found.sums, facts: lateFacts(question, days, found.knownAt) };
}

const none: ReadonlyMap<string, bigint> = new Map();

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
  const days = { from: months.at(-1)?.from ?? question.asOf, to: question.asOf };
  const found = await flowBy(db, question, { part: 'sales', days, pattern: 'YYYY-MM' });
  return new Map(months.map(({ name }) => [`sales:${name}`, found.get(`sales:${name}`) ?? 0n]));
}

/** What the period's days came to, those of which nothing was posted left out. */
export async function flowByDay(
  db: Queries,
  question: Question,
  part: FlowAsked['part'],
): Promise<Map<Day, bigint>> {
  const days = question.period;
  const found = await flowBy(db, question, { part, days, pattern: 'YYYY-MM-DD' });
  return new Map([...found].map(([name, sum]) => [day(name.slice(part.length + 1)), sum]));
}

type FlowAsked = {
  readonly part: 'sales' | 'cash';
  readonly days: Period;
  /** Of `to_char`: what days are put together. */
  readonly pattern: string;
};

/** What was posted over days, cut by day or month, by names such as `cash:2026-08-14`. */
async function flowBy(
  db: Queries,
  question: Question,
  { part, days, pattern }: FlowAsked,
): Promise<Map<string, bigint>> {
  const kept = await keptFlows(db, question, days, pattern);
  const { amount, where } = partsOf(question)[part];
  const rows = await db.all(sql<{ name: string; sum: bigint }>`
    select ${part}::text || ':' || to_char(f.on_day, ${pattern}) as name,
           sum(${amount})::bigint as sum
      from (${postedFacts(question, days, kept?.knownAt)}) f
     where ${where}
       and ${narrowed(question, 'posted')}
     group by 1`);
  return added(kept?.sums ?? none, `${part}:`, rows);
}

/** Amount × age of what is open, by the month in which it was invoiced. */
export async function ageByMonth(db: Queries, question: Question): Promise<Map<string, bigint>> {
  const { kept, facts } = await bookOf(db, question, 'open');
  const { amount, where } = partsOf(question).open_age;
  const rows = await db.all(sql<{ name: string; sum: bigint }>`
    select 'open_age:' || to_char(f.issued_on, 'YYYY-MM') as name, sum(${amount})::bigint as sum
      from (${facts}) f
     where ${where}
       and ${narrowed(question, 'open')}
     group by 1`);
  const found = added(kept, 'open_age:', rows);
  return new Map([...found].toSorted(([one], [other]) => other.localeCompare(one)));
}

/** What is kept of these names, and what became known since. */
function added(
  kept: ReadonlyMap<string, bigint>,
  prefix: string,
  late: readonly { name: string; sum: bigint }[],
): Map<string, bigint> {
  const before = [...kept].filter(([name]) => name.startsWith(prefix));
  const sums = new Map(before);
  for (const { name, sum } of late) sums.set(name, (sums.get(name) ?? 0n) + sum);
  return sums;
}
