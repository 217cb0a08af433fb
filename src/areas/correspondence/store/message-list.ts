/** Messages in lists, with their accounts, and one with everything that happened to it. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { allOf, type Sql, sql } from '#platform/postgres/sql.ts';
import type { MessageChannel, MessagePurpose, MessageState } from '../rules/messages/message.ts';
import type { MessageRef } from './messages.ts';

export type MessageLine = MessageRef & {
  readonly account: string;
  readonly name: string;
  readonly channel: MessageChannel;
  readonly purpose: MessagePurpose;
  readonly toName: string;
  readonly toAddress: string;
  readonly language: Language;
  readonly subject: string;
  readonly templateKey: string | null;
  readonly run: string | null;
  readonly state: MessageState;
  readonly since: Instant;
  readonly nextAt: Instant | null;
  readonly detail: string;
  readonly at: Instant;
  readonly actor: string;
};

type LineRow = {
  account_id: string;
  message_id: string;
  account: string;
  name: string;
  channel: MessageChannel;
  purpose: MessagePurpose;
  to_name: string;
  to_address: string;
  language: Language;
  subject: string;
  template_key: string | null;
  run: string | null;
  state: MessageState;
  since: string;
  next_at: string | null;
  detail: string;
  recorded_at: string;
  actor: string;
};

const columns = sql`
  m.account_id, m.message_id, c.account, c.name, m.channel, m.purpose, m.to_name, m.to_address,
         m.language, m.subject, m.template_key, m.run, m.state, m.since, m.next_at, m.detail,
         m.recorded_at, coalesce(p.name, m.actor) as actor`;

const sources = sql`
  correspondence.message_card m
      join customers.account_card c on c.account_id = m.account_id
      left join team.person p on 'member:' || p.member_id = m.actor`;

/** What was written to an account's customer, the newest first. */
export async function messagesOf(db: Queries, accountId: Id): Promise<MessageLine[]> {
  const rows = await db.all(sql<LineRow>`
    select ${columns}
      from ${sources}
     where m.account_id = ${accountId}
     order by m.recorded_at desc, m.message_id desc
     limit 500`);
  return rows.map(line);
}

export type OutboxFilter = {
  readonly companies: CompanyScope;
  readonly state: MessageState | undefined;
  readonly channel: MessageChannel | undefined;
  readonly run: string | undefined;
};

/** One page of the outbox, what moved last first. */
export async function outboxPage(
  db: Queries,
  filter: OutboxFilter,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<MessageLine[]> {
  const rows = await db.all(sql<LineRow>`
    select ${columns}
      from ${sources}
     where ${conditionsOf(filter)}
     order by m.since desc, m.message_id desc
    offset ${skip}
     limit ${limit}`);
  return rows.map(line);
}

function conditionsOf({ companies, state, channel, run }: OutboxFilter): Sql<boolean> {
  return allOf([
    inCompanies(sql`c.company_id`, companies),
    state && sql`m.state = ${state}`,
    channel && sql`m.channel = ${channel}`,
    run === undefined ? undefined : sql`m.run = ${run}`,
  ]);
}

/** How many messages stand in each state. */
export async function countStates(
  db: Queries,
  filter: Omit<OutboxFilter, 'state'>,
): Promise<{ state: MessageState; count: number }[]> {
  const rows = await db.all(sql<{ state: MessageState; count: bigint }>`
    select m.state, count(*) as count
      from correspondence.message_now m
      join customers.account_card c on c.account_id = m.account_id
     where ${conditionsOf({ ...filter, state: undefined })}
     group by m.state
     order by m.state`);
  return rows.map(({ state, count }) => ({ state, count: Number(count) }));
}

function line(row: LineRow): MessageLine {
  return {
    accountId: id(row.account_id),
    messageId: id(row.message_id),
    account: row.account,
    name: row.name,
    channel: row.channel,
    purpose: row.purpose,
    toName: row.to_name,
    toAddress: row.to_address,
    language: row.language,
    subject: row.subject,
    templateKey: row.template_key,
    run: row.run,
    state: row.state,
    since: instant(row.since),
    nextAt: row.next_at === null ? null : instant(row.next_at),
    detail: row.detail,
    at: instant(row.recorded_at),
    actor: row.actor,
  };
}

export type WholeMessage = MessageLine & {
  readonly text: string;
  readonly html: string;
  readonly templateVersion: number | null;
  readonly inReplyTo: Id | null;
  /** The stable name of who wrote it. */
  readonly author: string;
};

export async function wholeMessage(
  db: Queries,
  { accountId, messageId }: MessageRef,
): Promise<WholeMessage | undefined> {
  const row = await db.maybe(sql<
    LineRow & {
      body: string;
      html: string;
      template_version: number | null;
      in_reply_to: string | null;
      author: string;
    }
  >`
    select ${columns}, m.body, m.html, m.template_version, m.in_reply_to, m.actor as author
      from ${sources}
     where m.account_id = ${accountId}
       and m.message_id = ${messageId}`);
  return (
    row && {
      ...line(row),
      text: row.body,
      html: row.html,
      templateVersion: row.template_version,
      inReplyTo: row.in_reply_to === null ? null : id(row.in_reply_to),
      author: row.author,
    }
  );
}

export type MessageHappening = {
  readonly event: string;
  readonly state: MessageState;
  readonly detail: string;
  readonly facts: Facts;
  readonly at: Instant;
  readonly actor: string;
};

/** Everything that happened to a message, in its order. */
export async function eventsOf(
  db: Queries,
  { accountId, messageId }: MessageRef,
): Promise<MessageHappening[]> {
  const rows = await db.all(sql<{
    event: string;
    state: MessageState;
    detail: string;
    facts: Facts;
    recorded_at: string;
    actor: string;
  }>`
    select e.event, e.state, e.detail, e.facts, e.recorded_at, coalesce(p.name, e.actor) as actor
      from correspondence.message_event e
      left join team.person p on 'member:' || p.member_id = e.actor
     where e.account_id = ${accountId}
       and e.message_id = ${messageId}
     order by e.event_no`);
  return rows.map(({ recorded_at, ...row }) => ({ ...row, at: instant(recorded_at) }));
}
