/** Letters that are handed to a provider: the tries and their outcomes, appended, never changed. */
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { PostalPlace } from '#kernel/postal.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { HandingEvent } from '../rules/letters/handing.ts';
import type { MailClass } from '../rules/letters/tracking.ts';

type LetterRef = { readonly accountId: Id; readonly messageId: Id };

export type Handing = {
  readonly event: HandingEvent;
  readonly provider: string;
  readonly ref: string | null;
  readonly detail: string;
  /** How often it was refused before. */
  readonly refusals: number;
};

type Row = {
  account_id: string;
  message_id: string;
  event: HandingEvent;
  provider: string;
  provider_ref: string | null;
  detail: string;
  refusals: bigint;
};

/** The last word on each of these letters, by message; one that was never tried has none. */
export async function handingsOf(
  db: Queries,
  messageIds: readonly Id[],
): Promise<ReadonlyMap<Id, Handing>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db.all(sql<Row>`
    select distinct on (h.account_id, h.message_id) h.account_id, h.message_id, h.event,
           h.provider, h.provider_ref, h.detail,
           count(*) filter (where h.event = 'refused')
             over (partition by h.account_id, h.message_id) as refusals
      from correspondence.letter l
      join correspondence.letter_handing h on h.account_id = l.account_id
                                          and h.message_id = l.message_id
     where l.message_id = any(${messageIds}::uuid[])
     order by h.account_id, h.message_id, h.recorded_at desc, h.handing_id desc`);
  return new Map(
    rows.map((row) => [
      id(row.message_id),
      {
        event: row.event,
        provider: row.provider,
        ref: row.provider_ref,
        detail: row.detail,
        refusals: Number(row.refusals),
      },
    ]),
  );
}

export type LetterHere = LetterRef & { readonly position: number };

/** The first letter of a batch behind this place that is still here and may go. */
export async function nextHere(
  db: Queries,
  { batchId, after }: { readonly batchId: Id; readonly after: number },
): Promise<LetterHere | undefined> {
  const row = await db.maybe(sql<{ account_id: string; message_id: string; position: number }>`
    select l.account_id, l.message_id, l.position
      from correspondence.letter l
      join correspondence.message_now n on n.account_id = l.account_id
                                       and n.message_id = l.message_id
      left join lateral (${lastHanding}) h on true
     where l.batch_id = ${batchId}
       and l.position > ${after}
       and n.state = 'sending'
       and coalesce(h.event, 'not_there') in ('refused', 'not_there')
     order by l.position
     limit 1`);
  return (
    row && {
      accountId: id(row.account_id),
      messageId: id(row.message_id),
      position: row.position,
    }
  );
}

/** Batches printed by then with a letter that is still here and may go, the oldest first. */
export async function batchesWaiting(db: Queries, printedBy: Instant): Promise<Id[]> {
  const rows = await db.all(sql<{ batch_id: string }>`
    select b.batch_id
      from correspondence.print_batch b
     where b.recorded_at <= ${printedBy}
       and exists (select
                     from correspondence.letter l
                     left join lateral (${lastHanding}) h on true
                    where l.batch_id = b.batch_id
                      and coalesce(h.event, 'not_there') in ('refused', 'not_there')
                      and exists (select
                                    from correspondence.message_now n
                                   where n.account_id = l.account_id
                                     and n.message_id = l.message_id
                                     and n.state      = 'sending'))
     order by b.recorded_at, b.batch_id`);
  return rows.map((row) => id(row.batch_id));
}

const lastHanding = sql`
  select x.event
    from correspondence.letter_handing x
   where x.account_id = l.account_id
     and x.message_id = l.message_id
   order by x.recorded_at desc, x.handing_id desc
   limit 1`;

export async function insertHanding(
  { tx, at, actor, newId }: Context,
  { accountId, messageId }: LetterRef,
  said: Omit<Handing, 'refusals'>,
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.letter_handing (account_id, message_id, handing_id, event,
                                               provider, provider_ref, detail, recorded_at, actor)
    values (${accountId}, ${messageId}, ${newId()}, ${said.event}, ${said.provider},
            ${said.ref}, ${said.detail}, ${at}, ${actor.ref})`);
}

type PlaceRow = Omit<PostalPlace, 'postalCode'> & { readonly postal_code: string };

function placeOf({ name, line1, line2, city, state, country, postal_code }: PlaceRow): PostalPlace {
  return { name, line1, line2, city, state, postalCode: postal_code, country };
}

/** Where the account has its post now. */
export async function addressOf(
  tx: Tx,
  accountId: Id,
): Promise<(PostalPlace & { readonly addressId: Id }) | undefined> {
  const row = await tx.maybe(sql<PlaceRow & { address_id: string }>`
    select d.address_id, coalesce(d.attention, d.name) as name, d.line1, d.line2, d.city,
           d.state, d.postal_code, d.country
      from customers.delivery_card d
     where d.account_id = ${accountId}
       and d.address_id is not null`);
  return row && { addressId: id(row.address_id), ...placeOf(row) };
}

/** How a batch goes and whose it is; without a letterhead its sender has no place. */
export async function batchHead(
  tx: Tx,
  batchId: Id,
): Promise<{ certified: boolean; from: PostalPlace | null } | undefined> {
  const row = await tx.maybe(sql<PlaceRow & { mail_class: MailClass; has_head: boolean }>`
    select b.mail_class, l.company_id is not null as has_head, l.legal_name as name, l.line1,
           l.line2, l.city, l.state, l.postal_code, l.country
      from correspondence.print_batch b
      left join team.letterhead l on l.company_id = b.company_id
     where b.batch_id = ${batchId}`);
  if (!row) return undefined;
  return { certified: row.mail_class === 'certified', from: row.has_head ? placeOf(row) : null };
}
