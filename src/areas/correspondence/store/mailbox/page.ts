/** One mail with everything beside it: its thread, its files, what it names, what was done. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { ActKind } from './standing.ts';

export type ThreadLine = {
  /** The mail's or our message's. */
  readonly id: Id;
  readonly direction: 'in' | 'out';
  readonly who: string;
  readonly at: Instant;
  readonly subject: string;
  readonly body: string;
  /** Of our message: how its sending stands. */
  readonly state: string | null;
};

/** The thread, the oldest first: what came, and what we answered. */
export async function threadLines(db: Queries, threadId: Id): Promise<ThreadLine[]> {
  const rows = await db.all(sql<{
    id: string;
    direction: 'in' | 'out';
    who: string;
    at: string;
    subject: string;
    body: string;
    state: string | null;
  }>`
    select m.mail_id as id, 'in' as direction,
           case when m.from_name = '' then m.from_address else m.from_name end as who,
           m.received_at as at, m.subject, m.body, null as state
      from correspondence.mail m
     where m.thread_id = ${threadId}
     union all
    select distinct o.message_id, 'out', coalesce(q.name, o.actor), o.recorded_at, o.subject,
           o.body, w.state
      from correspondence.mail m
      join correspondence.mail_answer a on a.mail_id = m.mail_id
      join correspondence.message o on o.account_id = a.account_id
                                   and o.message_id = a.message_id
      left join correspondence.message_now w on w.account_id = o.account_id
                                            and w.message_id = o.message_id
      left join team.person q on o.actor = 'member:' || q.member_id
     where m.thread_id = ${threadId}
     order by at, id
     limit 200`);
  return rows.map((row) => ({ ...row, id: id(row.id), at: instant(row.at) }));
}

export type MailText = {
  readonly companyId: Id;
  readonly body: string;
  readonly messageId: string;
  readonly to: readonly string[];
  readonly sentAt: Instant | null;
  readonly candidates: readonly Id[];
  readonly sha256: string | null;
  readonly bytes: number;
};

export async function mailText(db: Queries, mailId: Id): Promise<MailText | undefined> {
  const row = await db.maybe(sql<{
    company_id: string;
    body: string;
    message_id: string;
    to_addresses: string[];
    sent_at: string | null;
    candidates: string[];
    sha256: string | null;
    bytes: bigint;
  }>`
    select m.company_id, m.body, m.message_id, m.to_addresses, m.sent_at, n.candidates,
           m.sha256, m.bytes
      from correspondence.mail m
      join correspondence.mail_now n on n.mail_id = m.mail_id
     where m.mail_id = ${mailId}`);
  return (
    row && {
      companyId: id(row.company_id),
      body: row.body,
      messageId: row.message_id,
      to: row.to_addresses,
      sentAt: row.sent_at === null ? null : instant(row.sent_at),
      candidates: row.candidates.map(id),
      sha256: row.sha256,
      bytes: Number(row.bytes),
    }
  );
}

export type MailFileRow = {
  readonly fileNo: number;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
};

export async function filesOf(db: Queries, mailId: Id): Promise<MailFileRow[]> {
  const rows = await db.all(sql<{
    file_no: number;
    file_name: string;
    media_type: string;
    bytes: bigint;
  }>`
    select file_no, file_name, media_type, bytes
      from correspondence.mail_file
     where mail_id = ${mailId}
     order by file_no`);
  return rows.map((row) => ({
    fileNo: row.file_no,
    name: row.file_name,
    type: row.media_type,
    bytes: Number(row.bytes),
  }));
}

export type MailAct = {
  readonly kind: ActKind;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly at: Instant;
  readonly actor: string;
};

export async function actsOf(db: Queries, mailId: Id): Promise<MailAct[]> {
  const rows = await db.all(sql<{
    kind: ActKind;
    facts: Record<string, unknown>;
    reason: string;
    recorded_at: string;
    actor: string;
  }>`
    select t.kind, t.facts, t.reason, t.recorded_at, coalesce(p.name, t.actor) as actor
      from correspondence.mail_act t
      left join team.person p on t.actor = 'member:' || p.member_id
     where t.mail_id = ${mailId}
     order by t.recorded_at, t.act_id
     limit 200`);
  return rows.map(({ recorded_at, ...row }) => ({ ...row, at: instant(recorded_at) }));
}

export type MailItem = {
  readonly itemId: Id;
  readonly number: string;
  readonly dueOn: Day;
  readonly open: Money;
  /** Null where the books of another system brought an item without its document. */
  readonly documentId: Id | null;
};

/** The items that a mail names, and what is open of each. */
export async function itemsOf(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<MailItem[]> {
  if (itemIds.length === 0) return [];
  const rows = await db.all(sql<{
    item_id: string;
    number: string;
    due_on: string;
    currency: string;
    open_minor: bigint;
    document_id: string | null;
  }>`
    select i.item_id, i.number, i.due_on, i.currency, i.document_id,
           coalesce((select o.open_minor
                       from ledger.open_item o
                      where o.account_id = i.account_id
                        and o.item_id = i.item_id), 0) as open_minor
      from ledger.dated_item i
     where i.account_id = ${accountId}
       and i.item_id = any(${itemIds}::uuid[])
     order by i.due_on, i.number`);
  return rows.map((row) => ({
    itemId: id(row.item_id),
    number: row.number,
    dueOn: day(row.due_on),
    open: money(row.open_minor, row.currency),
    documentId: row.document_id === null ? null : id(row.document_id),
  }));
}

export type Candidate = { readonly accountId: Id; readonly number: string; readonly name: string };

/** Accounts by their names, in the order given. */
export async function candidatesOf(db: Queries, accountIds: readonly Id[]): Promise<Candidate[]> {
  if (accountIds.length === 0) return [];
  const rows = await db.all(sql<{ account_id: string; number: string; name: string }>`
    select a.account_id, a.account as number, a.name
      from unnest(${accountIds}::uuid[]) with ordinality as w (account_id, place)
      join customers.account_card a on a.account_id = w.account_id
     order by w.place`);
  return rows.map((row) => ({ ...row, accountId: id(row.account_id) }));
}

/** How many answers of ours a mail has. */
export async function answersTo(db: Queries, accountId: Id, mailId: Id): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*) as count
      from correspondence.mail_answer
     where account_id = ${accountId}
       and mail_id    = ${mailId}`);
  return Number(count);
}
