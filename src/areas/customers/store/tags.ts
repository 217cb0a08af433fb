/** Tags of an account: each row the whole set from then on; `account_now` has the latest. */
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Recorded } from './bulk.ts';

/** Undefined when there is no such account. */
export async function tagsOf(db: Queries, accountId: Id): Promise<readonly string[] | undefined> {
  const row = await db.maybe(sql<{ tags: string[] }>`
    select n.tags from customers.account_now n where n.account_id = ${accountId}`);
  return row?.tags;
}

export async function insertTags(
  tx: Tx,
  { accountId, tags }: { readonly accountId: Id; readonly tags: readonly string[] },
  { at, actor, reason }: Recorded,
): Promise<void> {
  await tx.run(sql`
    insert into customers.tag_fact (account_id, recorded_at, tags, actor, reason)
    values (${accountId}, ${at}, ${tags}::text[], ${actor}, ${reason})`);
  await tx.run(sql`
    update customers.account_now set tags = ${tags}::text[] where account_id = ${accountId}`);
}

export type TagCount = { readonly tag: string; readonly accounts: number };

/** Every tag in use with how many accounts carry it. */
export async function tagsInUse(db: Queries): Promise<TagCount[]> {
  const rows = await db.all(sql<{ tag: string; accounts: bigint }>`
    select t.tag, count(*) as accounts
      from customers.account_now n, unnest(n.tags) as t (tag)
     where n.tags <> '{}'
     group by t.tag
     order by t.tag`);
  return rows.map(({ tag, accounts }) => ({ tag, accounts: Number(accounts) }));
}

export type TagRecord = {
  readonly tags: readonly string[];
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly reason: string;
};

/** The record, the latest first; people by name. */
export async function tagRecord(db: Queries, accountId: Id): Promise<TagRecord[]> {
  const rows = await db.all(sql<{
    tags: string[];
    recorded_at: string;
    actor: string;
    reason: string;
  }>`
    select f.tags, f.recorded_at, coalesce(p.name, f.actor) as actor, f.reason
      from customers.tag_fact f
      left join team.person p on f.actor = 'member:' || p.member_id
     where f.account_id = ${accountId}
     order by f.recorded_at desc`);
  return rows.map(({ recorded_at, ...row }) => ({ ...row, recordedAt: instant(recorded_at) }));
}
