/**
 * The rows of a part: the facts whose sum it is, the largest first, a page at a time.
 */
import { endOfMonth, startOfMonth, parseDay } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { PartName } from '../rules/metric.ts';
import { type Question } from './asked.ts';
import { postedFacts } from './money-facts.ts';
import { partsOf } from './parts.ts';
import { factsOf, narrowed } from './sums.ts';

export type PartRow = {
  account_id: string;
  account: string;
  name: string;
  company: string;
  ref: string;
  ref_kind: 'item' | 'application' | 'promise' | 'contact' | 'dispute' | 'account';
  label: string | null;
  on_day: string;
  value: bigint;
};

/** A part, or the month of one. */
export type PartAsked = { readonly name: PartName; readonly month: string | null };

export type RowsPage = { readonly limit: number | null; readonly offset: number };

/** The page, how many rows there are, and the sum of them all. */
export async function partRows(
  db: Queries,
  question: Question,
  asked: PartAsked,
  { limit, offset }: RowsPage,
): Promise<{ rows: PartRow[]; count: number; sum: bigint }> {
  const listed = await source(db, question, asked);
  const rows = await db.all(sql<PartRow>`
    select r.account_id, s.account, coalesce(s.name, '') as name, co.code as company, r.ref,
           r.ref_kind, r.label, r.on_day, r.value
      from (select * from (${listed}) x
             order by abs(x.value) desc, x.label, x.ref
             limit ${limit}
            offset ${offset}) r
      join customers.account_scope s on s.account_id = r.account_id
      join team.company co on co.company_id = s.company_id
     order by abs(r.value) desc, r.label, r.ref`);
  const { count, sum } = await db.one(sql<{ count: bigint; sum: bigint }>`
    select count(*) as count, coalesce(sum(x.value), 0)::bigint as sum from (${listed}) x`);
  return { rows, count: Number(count), sum };
}

async function source(db: Queries, question: Question, asked: PartAsked): Promise<Sql> {
  const { source: from, amount, where } = partsOf(question)[asked.name];
  const facts = await factsInMonth(db, question, asked);
  return sql`
    select f.account_id, f.ref, f.ref_kind, f.label, f.on_day, (${amount})::bigint as value
      from (${facts}) f
     where ${allOf([narrowed(question, from), where, ofMonth(asked)])}
       and (${amount}) <> 0`;
}

async function factsInMonth(db: Queries, question: Question, asked: PartAsked): Promise<Sql> {
  const first = asked.month === null ? undefined : parseDay(`${asked.month}-01`);
  if (first === undefined || asked.name !== 'sales') {
    return factsOf(db, question, partsOf(question)[asked.name].source);
  }
  const last = endOfMonth(first);
  const to = last < question.asOf ? last : question.asOf;
  return postedFacts(question, { from: startOfMonth(first), to });
}

function ofMonth({ name, month }: PartAsked): Sql | undefined {
  if (month === null || name === 'sales') return undefined;
  return sql`to_char(f.issued_on, 'YYYY-MM') = ${month}`;
}
