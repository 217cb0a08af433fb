/**
 * The sums of the parts of many figures: each source of facts is read once for all of them.
 */
import { type Day, day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { PartName } from '../rules/metric.ts';
import { type Period, monthsBack } from '../rules/period.ts';
import { type Question, ofScope } from './asked.ts';
import {
  type Kept,
  factsOfAccounts,
  keptDays,
  keptFlows,
  keptName,
  keptSums,
  lateFacts,
  strayFacts,
} from './kept.ts';
import { type Part, type Source, partsOf, sources } from './parts.ts';
import { type Reading, readingOf } from './reading.ts';

/** By name; every name asked for is there, nothing being 0. */
export async function partSums(
  db: Queries,
  question: Question,
  names: ReadonlySet<PartName>,
  reading = readingOf(db, question),
): Promise<Map<string, bigint>> {
  const by = await reading;
  const parts = partsOf(question);
  const bySource = Map.groupBy(names, (name) => parts[name].source);
  const read = await Promise.all(
    [...bySource].map(([source, some]) => sourceSums(db, { question, by, source }, some)),
  );
  return new Map(read.flat());
}

/** A source for the accounts of a question. */
type Sourced = { readonly question: Question; readonly by: Reading; readonly source: Source };

async function sourceSums(
  db: Queries,
  sourced: Sourced,
  names: readonly PartName[],
): Promise<(readonly [PartName, bigint])[]> {
  const { kept, facts } = await bookOf(db, sourced);
  const parts = partsOf(sourced.question);
  const columns = names.map((name, index) => sumColumn(parts[name], index));
  const row = await db.one(sql<Record<string, bigint | null>>`
    select ${sql.join(columns, sql`, `)}
      from (${facts}) f`);
  return names.map((name, index) => {
    const sum = (kept.get(keptName(name)) ?? 0n) + (row[`p${index}`] ?? 0n);
    return [name, sum];
  });
}

/** What is kept, and the facts beside it: those of the accounts of the question alone. */
type BookRead = { readonly kept: ReadonlyMap<string, bigint>; readonly facts: Sql };

async function bookOf(db: Queries, { question, by, source }: Sourced): Promise<BookRead> {
  const days = keptDays(question, source);
  const found = days && by.how === 'cells' ? await keptSums(db, question, by, days) : undefined;
  if (days) {
    const facts = besideKept({ question, by, source }, days, found?.knownAt);
    if (facts) return { kept: found?.sums ?? none, facts };
  }
  return { kept: none, facts: await narrowedFacts(db, { question, by, source }) };
}

const none: ReadonlyMap<string, bigint> = new Map();

/** The facts of a kept source that are to be added; undefined: all of the history. */
function besideKept(
  { question, by, source }: Sourced,
  days: Kept,
  knownAt: KnownAt,
): Sql | undefined {
  const where = narrowed(question, source, by);
  if (by.how === 'accounts') {
    const all = factsOfAccounts(question, days, by.accountIds, null);
    return sql`select f.* from (${all}) f where ${where}`;
  }
  if (by.how !== 'cells' || knownAt === undefined) return undefined;
  const late = lateFacts(question, days, knownAt, where);
  if (by.strays.length + by.lost.length === 0) return late;
  const strays = strayFacts(question, days, by, knownAt);
  return sql`
    ${late}
     union all
    select f.* from (${strays}) f where f.currency = ${question.scope.currency}`;
}

type KnownAt = NonNullable<Awaited<ReturnType<typeof keptSums>>>['knownAt'] | undefined;

async function narrowedFacts(db: Queries, { question, by, source }: Sourced): Promise<Sql> {
  const facts = await factsOf(db, question, source);
  return sql`select f.* from (${facts}) f where ${narrowed(question, source, by)}`;
}

export async function factsOf(db: Queries, question: Question, source: Source): Promise<Sql> {
  return sources[source].from(db, question);
}

/** The condition on facts `f` of a source that leaves those of the question. */
export function narrowed(question: Question, source: Source, by?: Reading): Sql {
  const { belongs, inCurrency } = sources[source];
  const accounts =
    by?.how === 'accounts' && belongs === 'owner'
      ? sql`f.account_id = any(${by.accountIds}::uuid[])`
      : undefined;
  return allOf([
    inCurrency ? sql`f.currency = ${question.scope.currency}` : undefined,
    belongs === 'nobody' ? undefined : (accounts ?? ofScope(question, belongs)),
  ]);
}

function sumColumn({ amount, where }: Part, index: number): Sql {
  return sql`coalesce(sum(${amount}) filter (where ${where}), 0)::bigint
             as ${sql.ref(`p${index}`)}`;
}

/** So many months back a count-back may reach. */
const mostMonths = 24;

/** Credit sales by calendar month, newest first, named `sales:2026-08`; empty months are 0. */
export async function salesByMonth(
  db: Queries,
  question: Question,
  reading = readingOf(db, question),
): Promise<Map<string, bigint>> {
  const months = monthsBack(question.asOf, mostMonths);
  const days = { from: months.at(-1)?.from ?? question.asOf, to: question.asOf };
  const asked = { part: 'sales', days, pattern: 'YYYY-MM' } as const;
  const found = await flowBy(db, question, await reading, asked);
  return new Map(months.map(({ name }) => [`sales:${name}`, found.get(`sales:${name}`) ?? 0n]));
}

/** What the period's days came to, those of which nothing was posted left out. */
export async function flowByDay(
  db: Queries,
  question: Question,
  part: FlowAsked['part'],
): Promise<Map<Day, bigint>> {
  const by = await readingOf(db, question);
  const asked = { part, days: question.period, pattern: 'YYYY-MM-DD' };
  const found = await flowBy(db, question, by, asked);
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
  by: Reading,
  { part, days, pattern }: FlowAsked,
): Promise<Map<string, bigint>> {
  const posted = { question: { ...question, period: days }, by, source: 'posted' } as const;
  const kept = { how: 'flow', days } as const;
  const suffix = sql`':' || to_char(d.on_day, ${pattern})`;
  const found =
    by.how === 'cells' ? await keptFlows(db, question, by, { days, suffix }) : undefined;
  const facts = besideKept(posted, kept, found?.knownAt) ?? (await narrowedFacts(db, posted));
  const { amount, where } = partsOf(question)[part];
  const rows = await db.all(sql<{ name: string; sum: bigint }>`
    select ${part}::text || ':' || to_char(f.on_day, ${pattern}) as name,
           sum(${amount})::bigint as sum
      from (${facts}) f
     where ${where}
     group by 1`);
  return added(found?.sums ?? none, `${part}:`, rows);
}

/** Amount × age of what is open, by the month in which it was invoiced. */
export async function ageByMonth(
  db: Queries,
  question: Question,
  reading = readingOf(db, question),
): Promise<Map<string, bigint>> {
  const { kept, facts } = await bookOf(db, { question, by: await reading, source: 'open' });
  const { amount, where } = partsOf(question).open_age;
  const rows = await db.all(sql<{ name: string; sum: bigint }>`
    select 'open_age:' || to_char(f.issued_on, 'YYYY-MM') as name, sum(${amount})::bigint as sum
      from (${facts}) f
     where ${where}
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
