/**
 * The sums of parts by whom they belong to: the same facts, cut by collector or by account.
 *
 * What a person did counts for who did it, what stands on an account for its owner of the day;
 * a row without anybody is nobody's.
 */
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { PartName } from '../rules/metric.ts';
import { type Question, knownBy } from './asked.ts';
import { type Source, partsOf, sources } from './parts.ts';
import { factsOf, narrowed } from './sums.ts';

export type GroupedBy = 'collector' | 'account';

/** By member id or account id; an empty key is nobody. */
export async function groupedSums(
  db: Queries,
  question: Question,
  names: readonly PartName[],
  by: GroupedBy,
): Promise<Map<string, Map<PartName, bigint>>> {
  const parts = partsOf(question);
  const groups = new Map<string, Map<PartName, bigint>>();
  for (const [source, some] of Map.groupBy(names, (name) => parts[name].source)) {
    if (by === 'account' && sources[source].belongs === 'nobody') continue;
    const columns = some.map((name, index) => {
      const { amount, where } = parts[name];
      return sql`coalesce(sum(${amount}) filter (where ${where}), 0)::bigint
                 as ${sql.ref(`p${index}`)}`;
    });
    const rows = await db.all(sql<{ key: string | null } & Record<`p${number}`, bigint>>`
      select ${keyOf(source, by)}::text as key, ${sql.join(columns, sql`, `)}
        from (${await factsOf(db, question, source)}) f
        ${ownersOf(question, source, by)}
       where ${narrowed(question, source)}
       group by 1`);
    for (const row of rows) {
      const group = groups.get(row.key ?? '') ?? new Map<PartName, bigint>();
      for (const [index, name] of some.entries()) group.set(name, row[`p${index}`] ?? 0n);
      groups.set(row.key ?? '', group);
    }
  }
  return groups;
}

function keyOf(source: Source, by: GroupedBy): Sql {
  if (by === 'account') return sql`f.account_id`;
  const { belongs } = sources[source];
  if (belongs === 'nobody') return sql`f.ref`;
  return belongs === 'actor' ? sql`substring(f.actor from '^member:(.*)$')` : sql`o.owner_id`;
}

function ownersOf(question: Question, source: Source, by: GroupedBy): Sql {
  if (by === 'account' || sources[source].belongs !== 'owner') return sql``;
  return sql`left join customers.owners_on(${question.asOf}::date, ${knownBy(question)}) o
                    on o.account_id = f.account_id`;
}

export type Called = { key: string; name: string; account: string };

/** What accounts are called. */
export async function accountsCalled(db: Queries, ids: readonly string[]): Promise<Called[]> {
  return db.all(sql<Called>`
    select s.account_id::text as key, coalesce(s.name, '') as name, s.account
      from customers.account_scope s
     where s.account_id = any(${ids}::uuid[])`);
}
