/** Letters: what waits to be printed, what was printed together, mailed, and came back. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { PostalAddress } from '#areas/customers/rules/delivery.ts';
import type { MailClass } from '../rules/letters/tracking.ts';
import type { MessagePurpose } from '../rules/messages/message.ts';

export type WaitingLetter = {
  readonly accountId: Id;
  readonly messageId: Id;
  readonly account: string;
  readonly key: string;
  readonly purpose: MessagePurpose;
  readonly contactId: Id | null;
  readonly toName: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly attempts: number;
  readonly itemIds: readonly Id[];
  readonly addressId: Id | null;
  readonly address: PostalAddress | null;
  readonly refused: string | null;
  /** Statements that were made for it: they are the letter. */
  readonly statements: readonly Id[];
  /** Other papers to be put into the envelope by hand. */
  readonly enclosures: readonly string[];
  /** Some of what it speaks of was paid since. */
  readonly paidSince: boolean;
};

type WaitingRow = {
  account_id: string;
  message_id: string;
  account: string;
  key: string;
  purpose: MessagePurpose;
  contact_id: string | null;
  to_name: string;
  language: Language;
  subject: string;
  body: string;
  attempts: number;
  item_ids: string[];
  address_id: string | null;
  attention: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  state: string | null;
  postal_code: string | null;
  country: string | null;
  address_refused: string | null;
  statements: string[];
  enclosures: string[];
  paid_since: boolean;
};

/** Letters of a company that may be printed now, in the order of their ZIP codes; locked. */
export async function lettersWaiting(
  tx: Tx,
  companyId: Id,
  limit: number,
  now: Instant,
): Promise<WaitingLetter[]> {
  const rows = await tx.all(sql<WaitingRow>`
    select m.account_id, m.message_id, d.account, m.key, m.purpose, m.contact_id, m.to_name,
           m.language, m.subject, m.body, m.attempts, m.item_ids, d.address_id, d.attention,
           d.line1, d.line2, d.city, d.state, d.postal_code, d.country, d.address_refused,
           array(select x.source_id from correspondence.attachment x
                  where x.account_id = m.account_id and x.message_id = m.message_id
                    and x.kind = 'statement' order by x.file_no) as statements,
           array(select x.file_name from correspondence.attachment x
                  where x.account_id = m.account_id and x.message_id = m.message_id
                    and x.kind <> 'statement' order by x.file_no) as enclosures,
           exists (select from correspondence.message_item i
                     join ledger.item_card k on k.account_id = i.account_id
                                            and k.item_id = i.item_id
                    where i.account_id = m.account_id and i.message_id = m.message_id
                      and abs(k.open_minor) < i.open_minor) as paid_since
      from correspondence.message_now n
      join correspondence.message_card m on m.account_id = n.account_id
                                        and m.message_id = n.message_id
      join customers.delivery_card d on d.account_id = n.account_id
     where n.channel = 'letter'
       and (n.state = 'queued'
            or n.state = 'held'
               and (n.next_at is not null
                    or n.detail in ('no_address', 'address_refused')
                       and d.address_id is not null and d.address_refused is null))
       and coalesce(n.next_at, ${now}) <= ${now}
       and d.company_id = ${companyId}
     order by d.postal_code nulls first, d.account, m.message_id
     limit ${limit}
       for update of n skip locked`);
  return rows.map(waiting);
}

function waiting(row: WaitingRow): WaitingLetter {
  return {
    accountId: id(row.account_id),
    messageId: id(row.message_id),
    account: row.account,
    key: row.key,
    purpose: row.purpose,
    contactId: row.contact_id === null ? null : id(row.contact_id),
    toName: row.to_name,
    language: row.language,
    subject: row.subject,
    text: row.body,
    attempts: row.attempts,
    itemIds: row.item_ids.map(id),
    addressId: row.address_id === null ? null : id(row.address_id),
    address:
      row.line1 === null
        ? null
        : {
            attention: row.attention,
            line1: row.line1,
            line2: row.line2,
            city: row.city ?? '',
            state: row.state,
            postalCode: row.postal_code ?? '',
            country: row.country ?? 'US',
          },
    refused: row.address_refused,
    statements: row.statements.map(id),
    enclosures: row.enclosures,
    paidSince: row.paid_since,
  };
}

export type Sender = {
  readonly name: string;
  readonly lines: readonly string[];
  readonly country: string;
  readonly mailerId: string | null;
};

/** Whose letterhead a company's letters have. */
export async function senderOf(db: Queries, companyId: Id): Promise<Sender> {
  const row = await db.one(sql<{
    name: string;
    lines: (string | null)[];
    country: string | null;
    mailer_id: string | null;
  }>`
    select coalesce(l.legal_name, c.name) as name,
           array[l.line1, l.line2, nullif(concat_ws(' ', l.city, l.state, l.postal_code), ''),
                 nullif(concat_ws(' · ', l.phone, l.email), '')] as lines,
           l.country, l.mailer_id
      from team.company c
      left join team.letterhead l on l.company_id = c.company_id
     where c.company_id = ${companyId}`);
  return {
    name: row.name,
    lines: row.lines.filter((line) => line !== null),
    country: row.country ?? 'US',
    mailerId: row.mailer_id,
  };
}

/** The first of so many serial numbers of a mailer id, taken for good. */
export async function takeSerials(tx: Tx, mailerId: string, count: number): Promise<bigint> {
  const row = await tx.one(sql<{ next: bigint }>`
    insert into correspondence.mail_serial as s (mailer_id, next)
    values (${mailerId}, ${count})
        on conflict (mailer_id) do update set next = s.next + ${count}
    returning next`);
  return row.next - BigInt(count);
}

export type PrintedLetter = {
  readonly accountId: Id;
  readonly messageId: Id;
  readonly firstPage: number;
  readonly pages: number;
  readonly addressId: Id;
  readonly address: readonly string[];
  readonly tracking: string | null;
  readonly permitId: Id;
  readonly attemptNo: number;
};

export type NewBatch = {
  readonly batchId: Id;
  readonly companyId: Id;
  readonly mailClass: MailClass;
  readonly pages: number;
  readonly sha256: string;
  readonly content: Uint8Array;
  readonly letters: readonly PrintedLetter[];
};

export async function insertBatch(context: Context, made: NewBatch): Promise<void> {
  const { tx, at, actor, today } = context;
  await tx.run(sql`
    insert into correspondence.print_batch (batch_id, company_id, printed_on, mail_class, letters,
                                            pages, sha256, content, recorded_at, actor)
    values (${made.batchId}, ${made.companyId}, ${today}, ${made.mailClass},
            ${made.letters.length}, ${made.pages}, ${made.sha256}, ${made.content}, ${at},
            ${actor.ref})`);
  await tx.copyIn(
    `correspondence.letter (account_id, message_id, batch_id, position, first_page, pages,
      address_id, address, tracking, permit_id)`,
    made.letters.map((each, index) => [
      each.accountId,
      each.messageId,
      made.batchId,
      index + 1,
      each.firstPage,
      each.pages,
      each.addressId,
      arrayText(each.address),
      each.tracking,
      each.permitId,
    ]),
  );
  await tx.copyIn(
    `correspondence.send_attempt (account_id, message_id, attempt_no, permit_id, provider, worker,
      recorded_at)`,
    made.letters.map((each) => [
      each.accountId,
      each.messageId,
      each.attemptNo,
      each.permitId,
      'print',
      made.batchId,
      at,
    ]),
  );
}

function arrayText(lines: readonly string[]): string {
  return `{${lines.map((line) => JSON.stringify(line)).join(',')}}`;
}

export type Batch = {
  readonly batchId: Id;
  readonly companyId: Id;
  readonly company: string;
  readonly printedOn: Day;
  readonly mailClass: MailClass;
  readonly letters: number;
  readonly pages: number;
  readonly mailed: number;
  readonly withdrawn: number;
  readonly returned: number;
  readonly sha256: string;
  readonly at: Instant;
  readonly actor: string;
};

type BatchRow = {
  batch_id: string;
  company_id: string;
  company: string;
  printed_on: string;
  mail_class: MailClass;
  letters: number;
  pages: number;
  mailed: bigint;
  withdrawn: bigint;
  returned: bigint;
  sha256: string;
  recorded_at: string;
  actor: string;
};

/** What was printed together, the latest first; of one batch when it is named. */
export async function batchesOf(
  db: Queries,
  { companies, batchId }: { readonly companies: CompanyScope; readonly batchId?: Id },
  limit: number,
): Promise<Batch[]> {
  const rows = await db.all(sql<BatchRow>`
    select b.batch_id, b.company_id, c.code as company, b.printed_on, b.mail_class, b.letters,
           b.pages, b.sha256, b.recorded_at, coalesce(p.name, b.actor) as actor,
           count(m.message_id) as mailed, count(r.message_id) as returned,
           count(*) filter (where n.state = 'cancelled') as withdrawn
      from correspondence.print_batch b
      join team.company c on c.company_id = b.company_id
      join correspondence.letter l on l.batch_id = b.batch_id
      join correspondence.message_now n on n.account_id = l.account_id
                                       and n.message_id = l.message_id
      left join correspondence.letter_mailed m on m.account_id = l.account_id
                                              and m.message_id = l.message_id
      left join correspondence.letter_returned r on r.account_id = l.account_id
                                                and r.message_id = l.message_id
      left join team.person p on 'member:' || p.member_id = b.actor
     where ${inCompanies(sql`b.company_id`, companies)}
       and (${batchId ?? null}::uuid is null or b.batch_id = ${batchId ?? null}::uuid)
     group by b.batch_id, c.code, p.name
     order by b.recorded_at desc, b.batch_id desc
     limit ${limit}`);
  return rows.map((row) => ({
    batchId: id(row.batch_id),
    companyId: id(row.company_id),
    company: row.company,
    printedOn: day(row.printed_on),
    mailClass: row.mail_class,
    letters: row.letters,
    pages: row.pages,
    mailed: Number(row.mailed),
    withdrawn: Number(row.withdrawn),
    returned: Number(row.returned),
    sha256: row.sha256,
    at: instant(row.recorded_at),
    actor: row.actor,
  }));
}

/** The very bytes that were printed. */
export async function batchFile(db: Queries, batchId: Id): Promise<Uint8Array | undefined> {
  const row = await db.maybe(sql<{ content: Uint8Array }>`
    select content from correspondence.print_batch where batch_id = ${batchId}`);
  return row?.content;
}

/** How many letters of these companies wait for the printer, and how many are held back. */
export async function lettersQueued(
  db: Queries,
  companies: CompanyScope,
): Promise<{ queued: number; held: number }> {
  const row = await db.one(sql<{ queued: bigint; held: bigint }>`
    select count(*) filter (where n.state = 'queued') as queued,
           count(*) filter (where n.state = 'held') as held
      from correspondence.message_now n
      join customers.account_card c on c.account_id = n.account_id
     where n.channel = 'letter'
       and n.state in ('queued', 'held')
       and ${inCompanies(sql`c.company_id`, companies)}`);
  return { queued: Number(row.queued), held: Number(row.held) };
}
