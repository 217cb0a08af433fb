/** Messages: what was written, what it speaks of, and every step of each. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type {
  MessageChannel,
  MessageEvent,
  MessagePurpose,
  MessageState,
} from '../rules/messages/message.ts';

export type MessageRef = { readonly accountId: Id; readonly messageId: Id };

export type NewMessage = MessageRef & {
  readonly key: string;
  readonly channel: MessageChannel;
  readonly purpose: MessagePurpose;
  readonly contactId: Id | null;
  readonly toName: string;
  readonly toAddress: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly templateKey: string | null;
  readonly templateVersion: number | null;
  readonly inReplyTo: Id | null;
  readonly thread: readonly string[];
  readonly run: string | null;
  readonly state: 'draft' | 'queued';
  readonly nextAt: Instant | null;
};

export async function insertMessage(context: Context, made: NewMessage): Promise<void> {
  const { tx, at, actor, today } = context;
  await tx.run(sql`
    insert into correspondence.message (account_id, message_id, key, channel, purpose, contact_id,
                                        to_name, to_address, language, subject, body, html,
                                        template_key, template_version, in_reply_to, thread, run,
                                        written_on, recorded_at, actor)
    values (${made.accountId}, ${made.messageId}, ${made.key}, ${made.channel}, ${made.purpose},
            ${made.contactId}, ${made.toName}, ${made.toAddress}, ${made.language},
            ${made.subject}, ${made.text}, ${made.html}, ${made.templateKey},
            ${made.templateVersion}, ${made.inReplyTo}, ${made.thread}::text[], ${made.run},
            ${today}, ${at}, ${actor.ref})`);
  await tx.run(sql`
    insert into correspondence.message_now (account_id, message_id, channel, run, state, since,
                                            next_at, events, attempts, detail)
    values (${made.accountId}, ${made.messageId}, ${made.channel}, ${made.run}, ${made.state},
            ${at}, ${made.nextAt}, 1, 0, '')`);
  await insertEvent(context, made, {
    eventNo: 1,
    event: made.state === 'queued' ? 'queued' : 'written',
    state: made.state,
    detail: '',
    facts: {},
  });
}

type EventRow = {
  readonly eventNo: number;
  readonly event: MessageEvent | 'written';
  readonly state: MessageState;
  readonly detail: string;
  readonly facts: Facts;
};

async function insertEvent(
  { tx, at, actor }: Context,
  { accountId, messageId }: MessageRef,
  { eventNo, event, state, detail, facts }: EventRow,
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.message_event (account_id, message_id, event_no, event, state,
                                              detail, facts, recorded_at, actor)
    values (${accountId}, ${messageId}, ${eventNo}, ${event}, ${state}, ${detail},
            ${JSON.stringify(facts)}, ${at}, ${actor.ref})`);
}

export type Step = {
  readonly event: MessageEvent;
  readonly state: MessageState;
  readonly detail?: string;
  readonly facts?: Facts;
  /** When it is looked at again; only of a message that waits. */
  readonly nextAt?: Instant | null;
};

/** Moves a message that the caller has locked; the projection and the event go together. */
export async function moveMessage(
  context: Context,
  ref: MessageRef,
  { event, state, detail = '', facts = {}, nextAt = null }: Step,
): Promise<void> {
  const { events } = await context.tx.one(sql<{ events: number }>`
    update correspondence.message_now
       set state    = ${state},
           since    = ${context.at},
           next_at  = ${nextAt},
           detail   = ${detail},
           events   = events + 1,
           attempts = attempts + ${event === 'attempted' ? 1 : 0}
     where account_id = ${ref.accountId}
       and message_id = ${ref.messageId}
    returning events`);
  await insertEvent(context, ref, { eventNo: events, event, state, detail, facts });
}

/** Keeps another wording of a draft; the latest is the one that goes. */
export async function insertText(
  { tx, at, actor }: Context,
  { accountId, messageId }: MessageRef,
  { subject, text, html }: { readonly subject: string; readonly text: string; html: string },
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.message_text (account_id, message_id, text_no, subject, body, html,
                                             recorded_at, actor)
    select ${accountId}, ${messageId}, count(*) + 1, ${subject}, ${text}, ${html}, ${at},
           ${actor.ref}
      from correspondence.message_text
     where account_id = ${accountId}
       and message_id = ${messageId}`);
}

export type Standing = {
  readonly state: MessageState;
  readonly channel: MessageChannel;
  readonly attempts: number;
  readonly since: Instant;
};

/** Where a message stands, locked until the transaction ends. */
export async function lockMessage(
  tx: Tx,
  { accountId, messageId }: MessageRef,
): Promise<Standing | undefined> {
  const row = await tx.maybe(sql<{
    state: MessageState;
    channel: MessageChannel;
    attempts: number;
    since: string;
  }>`
    select state, channel, attempts, since
      from correspondence.message_now
     where account_id = ${accountId}
       and message_id = ${messageId}
       for update`);
  return row && { ...row, since: instant(row.since) };
}

/** The message of an account under this key; one at a time asks and writes. */
export async function messageWithKey(
  tx: Tx,
  accountId: Id,
  key: string,
): Promise<{ messageId: Id; channel: MessageChannel } | undefined> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`${accountId} ${key}`}, 29))`);
  const row = await tx.maybe(sql<{ message_id: string; channel: MessageChannel }>`
    select message_id, channel
      from correspondence.message
     where account_id = ${accountId}
       and key        = ${key}`);
  return row && { messageId: id(row.message_id), channel: row.channel };
}

/** Keeps what is open of the items that a message speaks of, as it is now. */
export async function keepItems(
  { tx }: Context,
  { accountId, messageId }: MessageRef,
  itemIds: readonly Id[],
): Promise<void> {
  if (itemIds.length === 0) return;
  await tx.run(sql`
    insert into correspondence.message_item (account_id, message_id, item_id, currency,
                                             open_minor)
    select ${accountId}, ${messageId}, i.item_id, i.currency, abs(i.open_minor)
      from ledger.item_card i
     where i.account_id = ${accountId}
       and i.item_id = any(${itemIds}::uuid[])`);
}

export type SpokenOf = { readonly itemId: Id; readonly before: Money; readonly now: Money };

/** What the message speaks of: how much was open when it was written, and is now. */
export async function itemsSpokenOf(
  db: Queries,
  { accountId, messageId }: MessageRef,
): Promise<SpokenOf[]> {
  const rows = await db.all(sql<{
    item_id: string;
    currency: string;
    open_minor: bigint;
    now_minor: bigint;
  }>`
    select m.item_id, m.currency, m.open_minor, coalesce(abs(i.open_minor), 0) as now_minor
      from correspondence.message_item m
      left join ledger.item_card i on i.account_id = m.account_id
                                  and i.item_id    = m.item_id
     where m.account_id = ${accountId}
       and m.message_id = ${messageId}
     order by m.item_id`);
  return rows.map((row) => ({
    itemId: id(row.item_id),
    before: money(row.open_minor, row.currency),
    now: money(row.now_minor, row.currency),
  }));
}

/** Since when an address takes nothing; undefined when it is fit. */
export async function blockedSince(db: Queries, address: string): Promise<Instant | undefined> {
  const row = await db.maybe(sql<{ since: string | null }>`
    select max(since) as since
      from correspondence.bounce_card
     where address = ${address.toLowerCase()}`);
  return row?.since ? instant(row.since) : undefined;
}
