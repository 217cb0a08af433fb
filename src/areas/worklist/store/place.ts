/** Where one account stands: why, whose it is, and which account comes after it on a list. */
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Part, WorkKind } from '../rules/work.ts';
import { type HandColumns, type HandMark, handMark } from './list.ts';
import type { ListFilter } from './listed.ts';
import { type ListSort, type OrderKey, handPlaces, orders, stretchOf } from './order.ts';

export type WhyRank = {
  readonly policy: string;
  readonly score: number;
  readonly parts: readonly Part[];
};

/** Why an account stands where it stands; undefined when it is on nobody's list. */
export function whyRank(db: Queries, accountId: Id): Promise<WhyRank | undefined> {
  return db.maybe(sql<WhyRank>`
    select policy, score, parts from worklist.account_work where account_id = ${accountId}`);
}

/** Where an account stands while somebody answers for it. */
export type WorkPlace = {
  readonly accountId: Id;
  readonly companyId: Id;
  readonly ownerId: Id | null;
  readonly zone: string;
  readonly kinds: readonly WorkKind[];
  /** Who has it on their list beside the owner, for a campaign. */
  readonly workerId: Id | null;
};

export async function placeOf(db: Queries, accountId: Id): Promise<WorkPlace | undefined> {
  const row = await db.maybe(sql<{
    company_id: string;
    owner_id: string | null;
    zone: string;
    kinds: WorkKind[] | null;
    worker_id: string | null;
  }>`
    select c.company_id, c.owner_id, co.zone, w.kinds, w.worker_id
      from customers.account_card c
      join team.company co on co.company_id = c.company_id
      left join worklist.account_work w on w.account_id = c.account_id
     where c.account_id = ${accountId}
       and c.kind <> 'house'`);
  return (
    row && {
      accountId,
      companyId: id(row.company_id),
      ownerId: row.owner_id === null ? null : id(row.owner_id),
      zone: row.zone,
      kinds: row.kinds ?? [],
      workerId: row.worker_id === null ? null : id(row.worker_id),
    }
  );
}

/** Where an account stands on a list in its order; undefined when it is not on it. */
export async function keyOn(
  db: Queries,
  { list, sort }: SortedList,
  accountId: Id,
): Promise<OrderKey | undefined> {
  const only = sql<boolean>`w.account_id = ${accountId}`;
  const row = await db.maybe(stretchOf(list, { sort, limit: 1, only }));
  return row && orders[sort].keyOf(row);
}

/** Why an account does not stand where its score puts it on the list. */
export async function handOn(
  db: Queries,
  wanted: ListFilter,
  accountId: Id,
): Promise<HandMark | null> {
  const row = await db.maybe(sql<HandColumns>`
    select h.moved, h.pinned, h.moved_by, m.name as mover, h.placed_at, h.until_at
      from (${handPlaces(wanted)}) h
      join team.person m on m.member_id = h.moved_by
     where h.account_id = ${accountId}`);
  return row ? handMark(row) : null;
}

export type SortedList = { readonly list: ListFilter; readonly sort: ListSort };

export type Leaving = SortedList & {
  readonly accountId: Id;
  readonly memberId: Id;
  /** Where it stood on the list before it was answered. */
  readonly key: OrderKey | undefined;
};

/** The account to work next on a list: below the one just left, else from the top. */
export async function nextAccount(
  db: Queries,
  { accountId, memberId, key, list, sort }: Leaving,
  at: Instant,
): Promise<Id | null> {
  const only = sql<boolean>`
    w.account_id <> ${accountId}
    and not exists (select
                      from worklist.lock l
                     where l.account_id = w.account_id
                       and l.member_id <> ${memberId}
                       and l.until_at > ${at})`;
  const first = (after: OrderKey | undefined) =>
    db.maybe(stretchOf(list, { sort, after, limit: 1, only }));
  const row = (key && (await first(key))) ?? (await first(undefined));
  return row ? id(row.account_id) : null;
}
