/** Letters, what was enclosed, the attempt to send each, and what became of it. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type CopyState, copyState } from '../rules/copies/copy.ts';

export type Enclosure = { readonly originalId: Id; readonly fileName: string; sha256: string };

export type Copy = {
  readonly messageId: Id;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly body: string;
  readonly files: readonly Enclosure[];
  readonly state: CopyState;
  readonly detail: string;
  readonly at: Instant;
  readonly actor: string;
};

export type NewMessage = {
  readonly accountId: Id;
  readonly messageId: Id;
  readonly contactId: Id;
  readonly toName: string;
  readonly toAddress: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly files: readonly Enclosure[];
};

/** Writes the letter down; nothing is sent yet. */
export async function insertMessage(context: Context, made: NewMessage): Promise<void> {
  const { tx, at, actor, today } = context;
  await tx.run(sql`
    insert into correspondence.message (account_id, message_id, key, channel, purpose, contact_id,
                                        to_name, to_address, language, subject, body, written_on,
                                        recorded_at, actor)
    values (${made.accountId}, ${made.messageId}, ${`copy/${made.messageId}`}, 'email', 'answer',
            ${made.contactId}, ${made.toName},
            ${made.toAddress}, ${made.language}, ${made.subject}, ${made.body}, ${today}, ${at},
            ${actor.ref})`);
  for (const [index, { originalId, fileName, sha256 }] of made.files.entries()) {
    await tx.run(sql`
      insert into correspondence.enclosure (account_id, message_id, file_no, original_id,
                                            file_name, sha256)
      values (${made.accountId}, ${made.messageId}, ${index + 1}, ${originalId}, ${fileName},
              ${sha256})`);
  }
}

/** True for the one who may send it now; nobody gets it twice. */
export async function insertAttempt(
  { tx, at }: Context,
  accountId: Id,
  messageId: Id,
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into correspondence.attempt (account_id, message_id, recorded_at)
    values (${accountId}, ${messageId}, ${at})
        on conflict do nothing`);
  return rows === 1;
}

export async function insertOutcome(
  { tx, at, actor }: Context,
  { accountId, messageId }: { readonly accountId: Id; readonly messageId: Id },
  { state, detail }: { readonly state: string; readonly detail: string },
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.outcome (account_id, message_id, state, detail, recorded_at, actor)
    values (${accountId}, ${messageId}, ${state}, ${detail}, ${at}, ${actor.ref})`);
}

/** One at a time writes to an account; held until the transaction ends. */
export async function lockLetters(tx: Tx, accountId: Id): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${accountId}, 19))`);
}

/** What was sent from an account, the newest first. */
export async function copiesOf(db: Queries, accountId: Id): Promise<Copy[]> {
  const rows = await db.all(sql<{
    message_id: string;
    to_name: string;
    to_address: string;
    subject: string;
    body: string;
    recorded_at: string;
    actor: string;
    attempted: boolean;
    state: string | null;
    detail: string | null;
    files: { originalId: string; fileName: string; sha256: string }[];
  }>`
    select m.message_id, m.to_name, m.to_address, m.subject, m.body, m.recorded_at,
           coalesce(p.name, m.actor) as actor, t.message_id is not null as attempted,
           o.state, o.detail,
           (select json_agg(json_build_object('originalId', e.original_id, 'fileName', e.file_name,
                                              'sha256', e.sha256) order by e.file_no)
              from correspondence.enclosure e
             where e.account_id = m.account_id
               and e.message_id = m.message_id) as files
      from correspondence.message m
      left join correspondence.attempt t on t.account_id = m.account_id
                                        and t.message_id = m.message_id
      left join lateral (select x.state, x.detail
                           from correspondence.outcome x
                          where x.account_id = m.account_id
                            and x.message_id = m.message_id
                          order by x.recorded_at desc
                          limit 1) o on true
      left join team.person p on 'member:' || p.member_id = m.actor
     where m.account_id = ${accountId}
     order by m.recorded_at desc, m.message_id desc
     limit 200`);
  return rows.map((row) => ({
    messageId: id(row.message_id),
    toName: row.to_name,
    toAddress: row.to_address,
    subject: row.subject,
    body: row.body,
    files: row.files.map((file) => ({ ...file, originalId: id(file.originalId) })),
    state: copyState(row.attempted, row.state),
    detail: row.detail ?? '',
    at: instant(row.recorded_at),
    actor: row.actor,
  }));
}
