/** Calendar addresses: whose they are, by the hash of the secret in them. */
import { id, type Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type NewFeed = {
  readonly feedId: Id;
  readonly memberId: Id;
  readonly tokenHash: string;
  readonly name: string;
};

export async function insertFeed({ tx, at }: Context, feed: NewFeed): Promise<void> {
  await tx.run(sql`
    insert into clocks.feed (feed_id, member_id, token_hash, name, made_at)
    values (${feed.feedId}, ${feed.memberId}, ${feed.tokenHash}, ${feed.name}, ${at})`);
}

/** False when the member has no such address that still works. */
export async function insertFeedEnd(
  { tx, at }: Context,
  memberId: Id,
  feedId: Id,
): Promise<boolean> {
  const ended = await tx.run(sql`
    insert into clocks.feed_end (feed_id, recorded_at)
    select f.feed_id, ${at}
      from clocks.feed f
     where f.feed_id   = ${feedId}
       and f.member_id = ${memberId}
        on conflict do nothing`);
  return ended === 1;
}

export type Feed = { readonly feedId: Id; readonly name: string; readonly madeAt: Instant };

/** A member's addresses that still work, the newest first. */
export async function feedsOf(db: Queries, memberId: Id): Promise<Feed[]> {
  const rows = await db.all(sql<{ feed_id: string; name: string; made_at: string }>`
    select f.feed_id, f.name, f.made_at
      from clocks.feed f
     where f.member_id = ${memberId}
       and not exists (select from clocks.feed_end e where e.feed_id = f.feed_id)
     order by f.feed_id desc`);
  return rows.map(({ feed_id, name, made_at }) => ({
    feedId: id(feed_id),
    name,
    madeAt: instant(made_at),
  }));
}

/** Whose address it is; undefined for one that is unknown or revoked. */
export async function memberOfFeed(db: Queries, tokenHash: string): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ member_id: string }>`
    select f.member_id
      from clocks.feed f
     where f.token_hash = ${tokenHash}
       and not exists (select from clocks.feed_end e where e.feed_id = f.feed_id)`);
  return row && id(row.member_id);
}
