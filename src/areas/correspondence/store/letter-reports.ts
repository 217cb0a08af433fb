/** What a provider reported of letters: appended, each of its events once. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { LetterReport } from '../rules/letters/report.ts';

type LetterRef = { readonly accountId: Id; readonly messageId: Id };

/** The letter of a provider's number, or else of our own id. */
export async function letterReported(
  db: Queries,
  { ref, messageId }: { readonly ref: string; readonly messageId: Id | undefined },
): Promise<LetterRef | undefined> {
  const row = await db.maybe(sql<{ account_id: string; message_id: string }>`
    select h.account_id, h.message_id
      from correspondence.letter_handing h
     where h.provider_ref = ${ref}
     union
    select l.account_id, l.message_id
      from correspondence.message m
      join correspondence.letter l on l.account_id = m.account_id
                                  and l.message_id = m.message_id
     where m.message_id = ${messageId ?? null}
     limit 1`);
  return row && { accountId: id(row.account_id), messageId: id(row.message_id) };
}

export type Reported = {
  readonly eventId: string;
  readonly event: LetterReport;
  readonly happenedAt: Instant;
};

/** False when it was known. */
export async function insertLetterReport(
  { tx, at }: Context,
  { accountId, messageId }: LetterRef,
  { eventId, event, happenedAt }: Reported,
): Promise<boolean> {
  const row = await tx.maybe(sql<{ event_id: string }>`
    insert into correspondence.letter_report (account_id, message_id, event_id, event,
                                              happened_at, recorded_at)
    values (${accountId}, ${messageId}, ${eventId}, ${event}, ${happenedAt}, ${at})
        on conflict do nothing
    returning event_id`);
  return row !== undefined;
}

/** The last word of the post on each of these letters. */
export async function lastReports(
  db: Queries,
  messageIds: readonly Id[],
): Promise<ReadonlyMap<Id, Omit<Reported, 'eventId'>>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db.all(sql<{
    message_id: string;
    event: LetterReport;
    happened_at: string;
  }>`
    select distinct on (r.account_id, r.message_id) r.message_id, r.event, r.happened_at
      from correspondence.message m
      join correspondence.letter_report r on r.account_id = m.account_id
                                         and r.message_id = m.message_id
     where m.message_id = any(${messageIds}::uuid[])
     order by r.account_id, r.message_id, r.happened_at desc, r.event_id desc`);
  return new Map(
    rows.map((row) => [
      id(row.message_id),
      { event: row.event, happenedAt: instant(row.happened_at) },
    ]),
  );
}
