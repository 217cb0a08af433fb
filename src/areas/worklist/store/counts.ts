/**
 * How many accounts stand on a list, and of which kinds.
 *
 * Counting goes only so far: at a size that nobody works through it says that there are more.
 */
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, allOf, prepared, sql } from '#platform/postgres/sql.ts';
import { type WorkKind, workKinds } from '../rules/work.ts';
import { type ListFilter, branches, narrowed, standing } from './listed.ts';

/** No list is counted further. */
export const mostCounted = 10_000;

export type ListCounts = {
  /** Of the list as it is narrowed. */
  readonly count: number;
  /** Of all of it. */
  readonly left: number;
  readonly kinds: ReadonlyMap<WorkKind, number>;
  /** There are more than were counted. */
  readonly capped: boolean;
};

/** The accounts of the list, those that it is narrowed to, and each kind of reason. */
export async function countList(db: Queries, wanted: ListFilter): Promise<ListCounts> {
  const whole = { ...wanted, kind: undefined, search: undefined };
  const isNarrowed = wanted.kind !== undefined || (wanted.search?.trim() ?? '') !== '';
  const kinds = workKinds.map((kind) => sql`count(*) filter (where ${kind}::text = any(l.kinds))`);
  const count = isNarrowed ? sql`(select count(*) from (${upToMost(wanted)}) n)` : sql`count(*)`;
  const row = await db.one(prepared<{ left: bigint; count: bigint; kinds: readonly bigint[] }>`
    select count(*) as left, ${count} as count, array[${sql.join(kinds)}] as kinds
      from (${upToMost(whole)}) l`);
  const left = Number(row.left);
  return {
    count: Number(row.count),
    left,
    kinds: new Map(workKinds.map((kind, at) => [kind, Number(row.kinds[at] ?? 0)])),
    capped: left >= mostCounted,
  };
}

/** How many accounts are on the list, as far as it is counted. */
export async function countListed(db: Queries, wanted: ListFilter): Promise<number> {
  const { count } = await db.one(prepared<{ count: bigint }>`
    select count(*) as count from (${upToMost(wanted)}) l`);
  return Number(count);
}

function upToMost(wanted: ListFilter): Sql {
  const fits = allOf([standing(wanted), narrowed(wanted)]);
  const ways = branches(wanted.owner).map(
    (branch) => sql`(select w.account_id, w.kinds
                       from worklist.account_work w
                      where ${allOf([branch, fits])}
                      limit ${mostCounted})`,
  );
  return sql`
    select account_id, kinds
      from (${sql.join(ways, sql` union `)}) u
     limit ${mostCounted}`;
}
