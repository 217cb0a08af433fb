/** What is known of a mail that just came: whom it answers, who sends from its address. */
import { type Id, id, parseId } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Named } from '../../rules/mailbox/cited.ts';

type Accounts = { readonly account_id: string };

/** Our messages carry `<id@dunlin>`; ids of other desks' messages are not asked for. */
const ours = /^([0-9a-f-]{36})@dunlin$/u;

export type OurMessage = { readonly accountId: Id; readonly messageId: Id };

/** Our messages among these, in their order. */
export async function ourMessages(db: Queries, refs: readonly string[]): Promise<OurMessage[]> {
  const ids = refs.flatMap((ref) => {
    const found = parseId(ours.exec(ref.toLowerCase())?.[1] ?? '');
    return found === undefined ? [] : [found];
  });
  if (ids.length === 0) return [];
  const rows = await db.all(sql<Accounts & { message_id: string }>`
    select m.account_id, m.message_id
      from unnest(${ids}::uuid[]) with ordinality as r (message_id, place)
      join correspondence.message m on m.message_id = r.message_id
     order by r.place`);
  return rows.map((row) => ({ accountId: id(row.account_id), messageId: id(row.message_id) }));
}

export type Thread = { readonly threadId: Id; readonly accountIds: readonly Id[] };

/** The thread of the mails that it answers, or of one about the same between the same people. */
export async function threadOf(
  db: Queries,
  asked: {
    readonly companyId: Id;
    readonly refs: readonly string[];
    /** Empty where the subject says nothing about an answer. */
    readonly topic: string;
    readonly address: string;
    readonly receivedAt: Instant;
  },
): Promise<Thread | undefined> {
  const row = await db.maybe(sql<{ thread_id: string }>`
    select m.thread_id
      from correspondence.mail m
     where m.company_id = ${asked.companyId}
       and (m.message_id = any(${asked.refs}::text[]) and m.message_id <> ''
            or (${asked.topic} <> '' and m.topic = ${asked.topic}
                and lower(m.from_address) = ${asked.address}
                and m.received_at > ${asked.receivedAt}::timestamptz - interval '60 days'))
     order by m.message_id = any(${asked.refs}::text[]) desc, m.received_at desc
     limit 1`);
  const threadId = row && parseId(row.thread_id);
  if (threadId === undefined) return undefined;
  const accounts = await db.all(sql<Accounts>`
    select p.account_id
      from correspondence.mail m
      join correspondence.mail_place p on p.mail_id = m.mail_id
     where m.thread_id = ${threadId}
     order by m.received_at desc`);
  return { threadId, accountIds: unique(accounts) };
}

/** The thread of the mail that our message answered, for who answers that message. */
export async function threadAnswered(
  db: Queries,
  refs: readonly string[],
): Promise<Id | undefined> {
  const ids = refs.flatMap((ref) => parseId(ours.exec(ref.toLowerCase())?.[1] ?? '') ?? []);
  if (ids.length === 0) return undefined;
  const row = await db.maybe(sql<{ thread_id: string }>`
    select m.thread_id
      from correspondence.mail_answer a
      join correspondence.mail m on m.mail_id = a.mail_id
     where a.message_id = any(${ids}::uuid[])
     limit 1`);
  return row && parseId(row.thread_id);
}

/** The account that a person linked the address to last. */
export async function learnedAccount(
  db: Queries,
  companyId: Id,
  address: string,
): Promise<Id | null> {
  const row = await db.maybe(sql<Accounts>`
    select s.account_id
      from correspondence.sender_account s
     where s.company_id = ${companyId}
       and s.address    = ${address}
     order by s.recorded_at desc
     limit 1`);
  return (row && parseId(row.account_id)) ?? null;
}

/** Accounts of the company with an item whose number is one of these, signs aside. */
export async function accountsNumbered(
  db: Queries,
  companyId: Id,
  numbers: readonly string[],
): Promise<Id[]> {
  if (numbers.length === 0) return [];
  const rows = await db.all(sql<Accounts>`
    select distinct i.account_id
      from ledger.item_name i
      join customers.account_card a on a.account_id = i.account_id
     where upper(i.number) = any(${numbers}::text[])
       and a.company_id = ${companyId}
       and a.kind <> 'house'
     limit 10`);
  return unique(rows);
}

/** Items of an account by their names: the open ones, and those of the last two years. */
export async function namedItems(db: Queries, accountId: Id): Promise<Named<Id>[]> {
  const rows = await db.all(sql<Named>`
    select i.item_id as "itemId", i.number, coalesce(i.reference, '') as reference
      from ledger.item_name i
     where i.account_id = ${accountId}
       and i.number <> ''
       and i.kind in ('invoice', 'debit_memo', 'credit_memo')
     order by i.effective_on desc
     limit 5000`);
  return rows.map((row) => ({ ...row, itemId: id(row.itemId) }));
}

function unique(rows: readonly Accounts[]): Id[] {
  return [...new Set(rows.flatMap(({ account_id }) => parseId(account_id) ?? []))];
}
