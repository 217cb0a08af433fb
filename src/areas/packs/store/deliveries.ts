/** The mails of issues on their way: what happened to each, and what waits. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { DeliveryState } from '../rules/delivery.ts';

export type DeliveryRef = { readonly issueId: Id; readonly readerNo: number };

export type DeliveryWhat = 'queued' | 'attempted' | 'sent' | 'again_later' | 'failed' | 'unknown';

export async function insertDelivery(context: Context, ref: DeliveryRef): Promise<void> {
  const { tx, at } = context;
  await tx.run(sql`
    insert into packs.delivery (issue_id, reader_no, state, attempts, not_before, changed_at)
    values (${ref.issueId}, ${ref.readerNo}, 'queued', 0, ${at}, ${at})`);
  await insertEvent(context, ref, { what: 'queued', detail: '' });
}

/** The first that waits, locked; others pass it by. */
export async function takeWaiting({ tx, at }: Context): Promise<DeliveryRef | undefined> {
  const row = await tx.maybe(sql<{ issue_id: string; reader_no: number }>`
    select issue_id, reader_no
      from packs.delivery
     where state = 'queued'
       and not_before <= ${at}
     order by not_before, issue_id, reader_no
     limit 1
       for update skip locked`);
  return row && { issueId: id(row.issue_id), readerNo: row.reader_no };
}

/** Does anything wait? Asked every second, so it takes no lock and writes nothing. */
export async function somethingWaits(db: Queries, now: Instant): Promise<boolean> {
  const row = await db.maybe(sql<{ one: number }>`
    select 1 as one from packs.delivery where state = 'queued' and not_before <= ${now} limit 1`);
  return row !== undefined;
}

/** The delivery, locked until the transaction ends. */
export async function lockDelivery(
  { tx }: Context,
  { issueId, readerNo }: DeliveryRef,
): Promise<{ state: DeliveryState; attempts: number } | undefined> {
  return tx.maybe(sql<{ state: DeliveryState; attempts: number }>`
    select state, attempts
      from packs.delivery
     where issue_id  = ${issueId}
       and reader_no = ${readerNo}
       for update`);
}

export async function moveDelivery(
  context: Context,
  ref: DeliveryRef,
  now: {
    readonly state: DeliveryState;
    readonly attempts: number;
    readonly notBefore: Instant;
    readonly what: DeliveryWhat;
    readonly detail: string;
  },
): Promise<void> {
  await context.tx.run(sql`
    update packs.delivery
       set state = ${now.state}, attempts = ${now.attempts}, not_before = ${now.notBefore},
           changed_at = ${context.at}
     where issue_id  = ${ref.issueId}
       and reader_no = ${ref.readerNo}`);
  await insertEvent(context, ref, now);
}

async function insertEvent(
  { tx, at, actor }: Context,
  { issueId, readerNo }: DeliveryRef,
  { what, detail }: { readonly what: DeliveryWhat; readonly detail: string },
): Promise<void> {
  await tx.run(sql`
    insert into packs.delivery_event (issue_id, reader_no, event_no, what, detail, actor,
                                      recorded_at)
    select ${issueId}, ${readerNo}, coalesce(max(e.event_no), 0) + 1, ${what}, ${detail},
           ${actor.ref}, ${at}
      from packs.delivery_event e
     where e.issue_id  = ${issueId}
       and e.reader_no = ${readerNo}`);
}

/** Attempts that nobody came back from since then. */
export async function underWaySince(db: Queries, before: Instant): Promise<DeliveryRef[]> {
  const rows = await db.all(sql<{ issue_id: string; reader_no: number }>`
    select issue_id, reader_no
      from packs.delivery
     where state = 'attempted'
       and changed_at < ${before}`);
  return rows.map((row) => ({ issueId: id(row.issue_id), readerNo: row.reader_no }));
}

export type ReaderState = {
  readonly readerNo: number;
  readonly editionNo: number | null;
  readonly memberId: Id | null;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  readonly leftOut: string | null;
  readonly state: DeliveryState | null;
  readonly detail: string;
  readonly changedAt: Instant | null;
};

/** Everybody who was to read an issue, and where their mail is. */
export async function readerStates(
  db: Queries,
  issueIds: readonly Id[],
): Promise<Map<Id, ReaderState[]>> {
  const rows = await db.all(readerRows(issueIds));
  const found = new Map<Id, ReaderState[]>();
  for (const row of rows) {
    const list = found.get(id(row.issue_id)) ?? [];
    found.set(id(row.issue_id), list);
    list.push({
      readerNo: row.reader_no,
      editionNo: row.edition_no,
      memberId: row.member_id === null ? null : id(row.member_id),
      name: row.name,
      address: row.address,
      language: row.language,
      leftOut: row.left_out,
      state: row.state,
      detail: row.detail ?? '',
      changedAt: row.changed_at === null ? null : instant(row.changed_at),
    });
  }
  return found;
}

type ReaderRow = {
  issue_id: string;
  reader_no: number;
  edition_no: number | null;
  member_id: string | null;
  name: string;
  address: string;
  language: Language;
  left_out: string | null;
  state: DeliveryState | null;
  detail: string | null;
  changed_at: string | null;
};

function readerRows(issueIds: readonly Id[]): Sql<ReaderRow> {
  return sql<ReaderRow>`
    select r.issue_id, r.reader_no, r.edition_no, r.member_id, r.name, r.address, r.language,
           r.left_out, d.state, e.detail, d.changed_at
      from packs.reader r
      left join packs.delivery d on d.issue_id = r.issue_id and d.reader_no = r.reader_no
      left join lateral (select x.detail
                           from packs.delivery_event x
                          where x.issue_id = r.issue_id and x.reader_no = r.reader_no
                          order by x.event_no desc
                          limit 1) e on true
     where r.issue_id = any(${issueIds}::uuid[])
     order by r.issue_id, r.reader_no`;
}

export type ToMail = {
  readonly name: string;
  readonly address: string;
  readonly companyId: Id;
  readonly kind: string;
  readonly asOf: string;
  readonly editionNo: number;
};

/** To whom a delivery goes and which edition. */
export async function toMail(
  db: Queries,
  { issueId, readerNo }: DeliveryRef,
): Promise<ToMail | undefined> {
  const row = await db.maybe(sql<{
    name: string;
    address: string;
    company_id: string;
    kind: string;
    as_of: string;
    edition_no: number;
  }>`
    select r.name, r.address, i.company_id, i.kind, i.as_of, r.edition_no
      from packs.reader r
      join packs.issue i on i.issue_id = r.issue_id
     where r.issue_id   = ${issueId}
       and r.reader_no  = ${readerNo}
       and r.edition_no is not null`);
  return (
    row && {
      name: row.name,
      address: row.address,
      companyId: id(row.company_id),
      kind: row.kind,
      asOf: row.as_of,
      editionNo: row.edition_no,
    }
  );
}
