/** Addresses that took nothing: each report, and when an address was mended. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { MessageRef } from './messages.ts';

export type Bounce = {
  readonly address: string;
  readonly kind: 'hard' | 'soft';
  readonly status: string;
  readonly detail: string;
};

export async function insertBounce(
  { tx, at }: Context,
  { accountId, messageId }: MessageRef,
  { address, kind, status, detail }: Bounce,
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.bounce (account_id, message_id, address, recorded_at, kind, status,
                                       detail)
    values (${accountId}, ${messageId}, ${address}, ${at}, ${kind}, ${status}, ${detail})
        on conflict do nothing`);
}

export async function insertBounceSettled(
  { tx, at, actor, reason }: Context,
  accountId: Id,
  address: string,
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.bounce_settled (account_id, address, recorded_at, reason, actor)
    values (${accountId}, ${address}, ${at}, ${reason}, ${actor.ref})`);
}

export type BlockedAddress = {
  readonly address: string;
  readonly since: Instant;
  readonly messageId: Id;
  readonly detail: string;
};

/** Addresses of an account that take nothing until somebody mends them. */
export async function bouncesOf(db: Queries, accountId: Id): Promise<BlockedAddress[]> {
  const rows = await db.all(sql<{
    address: string;
    since: string;
    message_id: string;
    detail: string;
  }>`
    select address, since, message_id, detail
      from correspondence.bounce_card
     where account_id = ${accountId}
     order by since desc`);
  return rows.map(({ message_id, since, ...row }) => ({
    ...row,
    since: instant(since),
    messageId: id(message_id),
  }));
}
