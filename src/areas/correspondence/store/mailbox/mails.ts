/** Mails as they came: raw bytes once, the mail once, where it arrived, its files. */
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type NewMail = {
  readonly mailId: Id;
  readonly companyId: Id;
  readonly mailboxId: Id;
  readonly threadId: Id;
  readonly identity: string;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly messageId: string;
  readonly refs: readonly string[];
  readonly fromName: string;
  readonly fromAddress: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly topic: string;
  readonly body: string;
  readonly language: Language;
  readonly sentAt: string | null;
  readonly receivedAt: Instant;
  readonly silent: string | null;
  readonly problem: string | null;
};

/** The mail that is known by this identity. */
export async function mailWithIdentity(
  db: Queries,
  companyId: Id,
  identity: string,
): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ mail_id: string }>`
    select mail_id
      from correspondence.mail
     where company_id = ${companyId}
       and identity   = ${identity}`);
  return row && id(row.mail_id);
}

export async function insertRaw(
  { tx, at }: Context,
  sha256: string,
  content: Uint8Array,
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.mail_raw (sha256, content, recorded_at)
    values (${sha256}, ${content}, ${at})
        on conflict do nothing`);
}

/** False when somebody else has taken the same mail in meanwhile; waits for whoever does. */
export async function insertMail({ tx, at }: Context, mail: NewMail): Promise<boolean> {
  const made = await tx.run(sql`
    insert into correspondence.mail (mail_id, company_id, mailbox_id, thread_id, identity, sha256,
                                     bytes, message_id, refs, from_name, from_address,
                                     to_addresses, subject, topic, body, language, sent_at,
                                     received_at, silent, problem, recorded_at)
    values (${mail.mailId}, ${mail.companyId}, ${mail.mailboxId}, ${mail.threadId},
            ${mail.identity}, ${mail.sha256}, ${mail.bytes}, ${mail.messageId},
            ${mail.refs}::text[], ${mail.fromName}, ${mail.fromAddress}, ${mail.to}::text[],
            ${mail.subject}, ${mail.topic}, ${mail.body}, ${mail.language}, ${mail.sentAt},
            ${mail.receivedAt}, ${mail.silent}, ${mail.problem}, ${at})
        on conflict do nothing`);
  return made === 1;
}

export type Arrival = {
  readonly mailboxId: Id;
  readonly uidValidity: bigint;
  readonly uid: bigint;
  readonly mailId: Id;
};

export async function insertArrival({ tx, at }: Context, arrival: Arrival): Promise<void> {
  await tx.run(sql`
    insert into correspondence.mail_arrival (mailbox_id, uid_validity, uid, mail_id, recorded_at)
    values (${arrival.mailboxId}, ${arrival.uidValidity}, ${arrival.uid}, ${arrival.mailId}, ${at})
        on conflict do nothing`);
}

export type FileRow = {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
};

export async function insertFiles(
  { tx }: Context,
  mailId: Id,
  files: readonly FileRow[],
): Promise<void> {
  await tx.copyIn(
    'correspondence.mail_file (mail_id, file_no, file_name, media_type, bytes, sha256)',
    files.map((file, at) => [mailId, at + 1, file.name, file.type, file.bytes, file.sha256]),
  );
}

/** The mail's bytes as they came. */
export async function rawMail(db: Queries, mailId: Id): Promise<Uint8Array | undefined> {
  const row = await db.maybe(sql<{ content: Uint8Array }>`
    select r.content
      from correspondence.mail m
      join correspondence.mail_raw r on r.sha256 = m.sha256
     where m.mail_id = ${mailId}`);
  return row?.content;
}

/** Which company a mail came to; undefined when there is none. */
export async function companyOfMail(db: Queries, mailId: Id): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ company_id: string }>`
    select company_id from correspondence.mail where mail_id = ${mailId}`);
  return row && id(row.company_id);
}

/** How many mails came from an address in the hour before. */
export async function mailsLately(
  db: Queries,
  { companyId, address }: { readonly companyId: Id; readonly address: string },
  before: Instant,
): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*) as count
      from correspondence.mail m
     where m.company_id = ${companyId}
       and lower(m.from_address) = ${address}
       and m.received_at > ${before}::timestamptz - interval '1 hour'
       and m.received_at <= ${before}::timestamptz`);
  return Number(count);
}
