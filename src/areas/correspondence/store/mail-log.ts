/** The mail log: every letter that was printed, with what became of it. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { allOf, sql } from '#platform/postgres/sql.ts';
import { type LetterState, letterState } from '../rules/letters/letter.ts';
import type { MailClass } from '../rules/letters/tracking.ts';
import type { MessagePurpose } from '../rules/messages/message.ts';

export type LoggedLetter = {
  readonly accountId: Id;
  readonly messageId: Id;
  readonly account: string;
  readonly name: string;
  readonly key: string;
  readonly subject: string;
  readonly batchId: Id;
  readonly position: number;
  readonly firstPage: number;
  readonly pages: number;
  readonly address: readonly string[];
  readonly addressId: Id;
  readonly tracking: string | null;
  readonly permitId: Id;
  readonly contactId: Id | null;
  readonly purpose: MessagePurpose;
  readonly itemIds: readonly Id[];
  readonly attempts: number;
  readonly mailClass: MailClass;
  readonly printedOn: Day;
  readonly mailedOn: Day | null;
  readonly certifiedNumber: string | null;
  readonly returnedOn: Day | null;
  readonly cause: string | null;
  /** Why it was taken back after it was printed; null where it was not. */
  readonly withdrawnWhy: string | null;
  readonly enclosures: readonly string[];
  readonly state: LetterState;
};

type Row = {
  account_id: string;
  message_id: string;
  account: string;
  name: string;
  key: string;
  subject: string;
  batch_id: string;
  position: number;
  first_page: number;
  pages: number;
  address: string[];
  address_id: string;
  tracking: string | null;
  permit_id: string;
  contact_id: string | null;
  purpose: MessagePurpose;
  item_ids: string[];
  attempts: number;
  mail_class: MailClass;
  printed_on: string;
  mailed_on: string | null;
  certified_number: string | null;
  returned_on: string | null;
  cause: string | null;
  withdrawn_why: string | null;
  enclosures: string[];
};

export type LogFilter = {
  readonly companies: CompanyScope;
  readonly batchId?: Id | undefined;
  readonly accountId?: Id | undefined;
  readonly messageId?: Id | undefined;
  readonly state?: LetterState | undefined;
};

/** Letters by batch and place in it, the latest batch first. */
export async function mailLog(
  db: Queries,
  { companies, batchId, accountId, messageId, state }: LogFilter,
  limit: number | null,
): Promise<LoggedLetter[]> {
  const condition = allOf([
    inCompanies(sql`b.company_id`, companies),
    batchId && sql`l.batch_id = ${batchId}`,
    accountId && sql`l.account_id = ${accountId}`,
    messageId && sql`l.message_id = ${messageId}`,
    state &&
      sql`case when r.message_id is not null then 'returned'
                      when m.message_id is not null then 'mailed'
                      when w.state = 'cancelled' then 'withdrawn' else 'printed' end = ${state}`,
  ]);
  const rows = await db.all(sql<Row>`
    select l.account_id, l.message_id, c.account, c.name, w.key, w.subject, l.batch_id,
           l.position, l.first_page, l.pages, l.address, l.address_id, l.tracking, l.permit_id,
           w.contact_id, w.purpose, w.item_ids, w.attempts, b.mail_class, b.printed_on,
           m.mailed_on, m.certified_number, r.returned_on, r.cause,
           case when w.state = 'cancelled' then w.detail end as withdrawn_why,
           array(select x.file_name from correspondence.attachment x
                  where x.account_id = l.account_id and x.message_id = l.message_id
                    and x.kind <> 'statement' order by x.file_no) as enclosures
      from correspondence.letter l
      join correspondence.print_batch b on b.batch_id = l.batch_id
      join correspondence.message_card w on w.account_id = l.account_id
                                        and w.message_id = l.message_id
      join customers.account_card c on c.account_id = l.account_id
      left join correspondence.letter_mailed m on m.account_id = l.account_id
                                              and m.message_id = l.message_id
      left join correspondence.letter_returned r on r.account_id = l.account_id
                                                and r.message_id = l.message_id
     where ${condition}
     order by b.recorded_at desc, l.batch_id, l.position
     limit ${limit}`);
  return rows.map(logged);
}

function logged(row: Row): LoggedLetter {
  return {
    accountId: id(row.account_id),
    messageId: id(row.message_id),
    account: row.account,
    name: row.name,
    key: row.key,
    subject: row.subject,
    batchId: id(row.batch_id),
    position: row.position,
    firstPage: row.first_page,
    pages: row.pages,
    address: row.address,
    addressId: id(row.address_id),
    tracking: row.tracking,
    permitId: id(row.permit_id),
    contactId: row.contact_id === null ? null : id(row.contact_id),
    purpose: row.purpose,
    itemIds: row.item_ids.map(id),
    attempts: row.attempts,
    mailClass: row.mail_class,
    printedOn: day(row.printed_on),
    mailedOn: row.mailed_on === null ? null : day(row.mailed_on),
    certifiedNumber: row.certified_number,
    returnedOn: row.returned_on === null ? null : day(row.returned_on),
    cause: row.cause,
    withdrawnWhy: row.withdrawn_why,
    enclosures: row.enclosures,
    state: letterState({
      mailed: row.mailed_on !== null,
      returned: row.returned_on !== null,
      withdrawn: row.withdrawn_why !== null,
    }),
  };
}

type LetterRef = { readonly accountId: Id; readonly messageId: Id };

/** Writes down that it was mailed, and that the attempt to send it has succeeded. */
export async function insertMailed(
  { tx, at, actor }: Context,
  { accountId, messageId, attempts }: LetterRef & { readonly attempts: number },
  { on, certified }: { readonly on: Day; readonly certified: string | null },
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.letter_mailed (account_id, message_id, mailed_on,
                                              certified_number, recorded_at, actor)
    values (${accountId}, ${messageId}, ${on}, ${certified}, ${at}, ${actor.ref})`);
  await tx.run(sql`
    insert into correspondence.send_outcome (account_id, message_id, attempt_no, outcome, detail,
                                             provider_ref, recorded_at, actor)
    values (${accountId}, ${messageId}, ${attempts}, 'sent', 'mailed', ${certified}, ${at},
            ${actor.ref})`);
}

export async function insertReturned(
  { tx, at, actor }: Context,
  { accountId, messageId }: LetterRef,
  told: { readonly on: Day; readonly cause: string; readonly note: string },
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.letter_returned (account_id, message_id, returned_on, cause, note,
                                                recorded_at, actor)
    values (${accountId}, ${messageId}, ${told.on}, ${told.cause}, ${told.note}, ${at},
            ${actor.ref})`);
}
