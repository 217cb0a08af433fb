/** Copies of originals: messages with their originals, as the account's papers show them. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { MessageState } from '../rules/messages/message.ts';

export type Copy = {
  readonly messageId: Id;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly files: readonly { readonly originalId: Id; readonly fileName: string }[];
  readonly state: MessageState;
  readonly detail: string;
  readonly at: Instant;
  readonly actor: string;
};

/** One at a time writes to an account; held until the transaction ends. */
export async function lockLetters(tx: Tx, accountId: Id): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${accountId}, 19))`);
}

/** Messages of an account that carry originals, the newest first. */
export async function copiesOf(db: Queries, accountId: Id): Promise<Copy[]> {
  const rows = await db.all(sql<{
    message_id: string;
    to_name: string;
    to_address: string;
    subject: string;
    recorded_at: string;
    actor: string;
    state: MessageState;
    detail: string;
    files: { originalId: string; fileName: string }[];
  }>`
    select m.message_id, m.to_name, m.to_address, m.subject, m.recorded_at,
           coalesce(p.name, m.actor) as actor, m.state, m.detail, f.files
      from correspondence.message_card m
      join lateral (select json_agg(json_build_object('originalId', a.source_id,
                                                      'fileName', a.file_name)
                                    order by a.file_no) as files
                      from correspondence.attachment a
                     where a.account_id = m.account_id
                       and a.message_id = m.message_id
                       and a.kind       = 'original') f on f.files is not null
      left join team.person p on 'member:' || p.member_id = m.actor
     where m.account_id = ${accountId}
     order by m.recorded_at desc, m.message_id desc
     limit 200`);
  return rows.map(({ recorded_at, message_id, to_name, to_address, ...row }) => ({
    ...row,
    messageId: id(message_id),
    toName: to_name,
    toAddress: to_address,
    files: row.files.map((file) => ({ ...file, originalId: id(file.originalId) })),
    at: instant(recorded_at),
  }));
}
