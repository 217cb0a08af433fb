/** What waits to be sent, who takes it, each attempt and what came of it. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { MessageChannel, MessagePurpose } from '../rules/messages/message.ts';
import { ourIdIn } from '../rules/sending/message-id.ts';
import type { MessageRef } from './messages.ts';

/** Paused or stopped by the channel, or by the run that the message belongs to. */
const held = sql`
  exists (select
            from (select distinct on (s.scope) s.scope, s.act
                    from correspondence.sending_act s
                   where s.scope in (n.channel, 'run/' || n.run)
                   order by s.scope, s.recorded_at desc) p
           where p.act <> 'resumed')`;

function waits(channel: MessageChannel, at: Instant): Sql {
  return sql`
    n.channel = ${channel}
       and n.state in ('queued', 'held')
       and n.next_at <= ${at}
       and not ${held}
       and not exists (select
                         from correspondence.message_now o
                        where o.account_id = n.account_id
                          and o.channel    = n.channel
                          and o.state      = 'sending')`;
}

/** Is there anything to send? Looks without taking. */
export async function somethingWaits(
  db: Queries,
  channel: MessageChannel,
  at: Instant,
): Promise<boolean> {
  const row = await db.maybe(sql`
    select from correspondence.message_now n where ${waits(channel, at)} limit 1`);
  return row !== undefined;
}

/** Takes the next one that nobody else is at, locked; of an account one at a time. */
export async function takeNext(
  tx: Tx,
  channel: MessageChannel,
  at: Instant,
): Promise<MessageRef | undefined> {
  const row = await tx.maybe(sql<{ account_id: string; message_id: string }>`
    select n.account_id, n.message_id
      from correspondence.message_now n
     where ${waits(channel, at)}
     order by n.next_at, n.message_id
     limit 1
       for update of n skip locked`);
  if (!row) return undefined;
  const ref = { accountId: id(row.account_id), messageId: id(row.message_id) };
  return (await alone(tx, ref.accountId)) ? ref : undefined;
}

/** Takes this one, if it waits and its account sends nothing else just now. */
export async function takeThis(
  tx: Tx,
  channel: MessageChannel,
  ref: MessageRef,
): Promise<MessageRef | undefined> {
  const row = await tx.maybe(sql`
    select from correspondence.message_now n
     where n.account_id = ${ref.accountId}
       and n.message_id = ${ref.messageId}
       and n.channel    = ${channel}
       and n.state in ('queued', 'held')
       and not ${held}
       for update of n`);
  return row && (await alone(tx, ref.accountId)) ? ref : undefined;
}

/**
 * Two messages to one customer would each pass a cap that both together break, whatever their
 * channels and accounts. A printed letter may lie for days before it is mailed, and holds nobody
 * up; the gate counts it.
 */
async function alone(tx: Tx, accountId: Id): Promise<boolean> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(customer_id::text, 291))
      from customers.account_card
     where account_id = ${accountId}`);
  const other = await tx.maybe(sql`
    select from correspondence.message_now
     where account_id = ${accountId}
       and channel   <> 'letter'
       and state      = 'sending'
     limit 1`);
  return other === undefined;
}

/** Attempts that a provider got in the last minute. */
export async function attemptsLately(db: Queries, provider: string, at: Instant): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*)
      from correspondence.send_attempt
     where provider    = ${provider}
       and recorded_at > ${plusMinutes(at, -1)}`);
  return Number(count);
}

/** A message as it will go out. */
export type ToSend = MessageRef & {
  readonly key: string;
  readonly purpose: MessagePurpose;
  readonly contactId: Id | null;
  readonly toName: string;
  readonly toAddress: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly thread: readonly string[];
  readonly written: Instant;
  readonly actor: string;
  readonly companyId: Id;
  readonly company: string;
  readonly itemIds: readonly Id[];
  readonly attempts: number;
};

export async function messageToSend(db: Queries, ref: MessageRef): Promise<ToSend> {
  const row = await db.one(sql<{
    key: string;
    purpose: MessagePurpose;
    contact_id: string | null;
    to_name: string;
    to_address: string;
    language: Language;
    subject: string;
    body: string;
    html: string;
    thread: string[];
    recorded_at: string;
    actor: string;
    company_id: string;
    company_name: string;
    item_ids: string[];
    attempts: number;
  }>`
    select m.key, m.purpose, m.contact_id, m.to_name, m.to_address, m.language, m.subject, m.body,
           m.html, x.thread, m.recorded_at, m.actor, c.company_id, c.company_name, m.item_ids,
           m.attempts
      from correspondence.message_card m
      join correspondence.message x on x.account_id = m.account_id
                                   and x.message_id = m.message_id
      join customers.account_card c on c.account_id = m.account_id
     where m.account_id = ${ref.accountId}
       and m.message_id = ${ref.messageId}`);
  return {
    ...ref,
    key: row.key,
    purpose: row.purpose,
    contactId: row.contact_id === null ? null : id(row.contact_id),
    toName: row.to_name,
    toAddress: row.to_address,
    language: row.language,
    subject: row.subject,
    text: row.body,
    html: row.html,
    thread: row.thread,
    written: instant(row.recorded_at),
    actor: row.actor,
    companyId: id(row.company_id),
    company: row.company_name,
    itemIds: row.item_ids.map(id),
    attempts: row.attempts,
  };
}

export type NewAttempt = MessageRef & {
  readonly attemptNo: number;
  readonly permitId: Id;
  readonly provider: string;
  readonly worker: string;
};

export async function insertAttempt({ tx, at }: Context, made: NewAttempt): Promise<void> {
  await tx.run(sql`
    insert into correspondence.send_attempt (account_id, message_id, attempt_no, permit_id,
                                             provider, worker, recorded_at)
    values (${made.accountId}, ${made.messageId}, ${made.attemptNo}, ${made.permitId},
            ${made.provider}, ${made.worker}, ${at})`);
}

export type Outcome = {
  readonly attemptNo: number;
  readonly outcome: 'sent' | 'not_sent' | 'unknown';
  readonly detail: string;
  readonly ref: string | null;
};

export async function insertOutcome(
  { tx, at, actor }: Context,
  { accountId, messageId }: MessageRef,
  { attemptNo, outcome, detail, ref }: Outcome,
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.send_outcome (account_id, message_id, attempt_no, outcome, detail,
                                             provider_ref, recorded_at, actor)
    values (${accountId}, ${messageId}, ${attemptNo}, ${outcome}, ${detail}, ${ref}, ${at},
            ${actor.ref})`);
}

/** The permit of the latest attempt. */
export async function latestAttempt(
  db: Queries,
  { accountId, messageId }: MessageRef,
): Promise<{ attemptNo: number; permitId: Id } | undefined> {
  const row = await db.maybe(sql<{ attempt_no: number; permit_id: string }>`
    select attempt_no, permit_id
      from correspondence.send_attempt
     where account_id = ${accountId}
       and message_id = ${messageId}
     order by attempt_no desc
     limit 1`);
  return row && { attemptNo: row.attempt_no, permitId: id(row.permit_id) };
}

/** Messages on their way since before this moment: whoever sent them is gone. */
export async function onTheirWaySince(
  db: Queries,
  channel: MessageChannel,
  before: Instant,
): Promise<MessageRef[]> {
  const rows = await db.all(sql<{ account_id: string; message_id: string }>`
    select account_id, message_id
      from correspondence.message_now
     where channel = ${channel}
       and state   = 'sending'
       and since   < ${before}
     order by since
     limit 100`);
  return rows.map((row) => ({ accountId: id(row.account_id), messageId: id(row.message_id) }));
}

/** What has not gone out of a channel, or of a run (`run/…`). */
export async function waitingIn(tx: Tx, scope: string): Promise<MessageRef[]> {
  const rows = await tx.all(sql<{ account_id: string; message_id: string }>`
    select account_id, message_id
      from correspondence.message_now
     where (channel = ${scope} or 'run/' || run = ${scope})
       and state in ('queued', 'held')
     order by account_id, message_id
       for update skip locked`);
  return rows.map((row) => ({ accountId: id(row.account_id), messageId: id(row.message_id) }));
}

/** The message of ours that an outside Message-ID names. */
export async function messageOfMail(db: Queries, mailId: string): Promise<MessageRef | undefined> {
  const messageId = ourIdIn(mailId);
  if (messageId === undefined) return undefined;
  const row = await db.maybe(sql<{ account_id: string }>`
    select account_id from correspondence.message where message_id = ${messageId}`);
  return row && { accountId: id(row.account_id), messageId };
}
