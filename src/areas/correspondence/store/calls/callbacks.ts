/** Calls that somebody asked for, at a moment in their own zone, until one is made. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Carrying, carryRows } from '#platform/postgres/carry-rows.ts';
import { sql } from '#platform/postgres/sql.ts';

export type NewCallback = {
  readonly accountId: Id;
  readonly callbackId: Id;
  readonly callId: Id | null;
  readonly contactId: Id | null;
  readonly person: string;
  readonly number: string;
  readonly dueAt: Instant;
  readonly zone: string;
  readonly language: Language;
  /** Who is to call; null: whoever has the account. */
  readonly memberId: Id | null;
  readonly note: string;
};

export async function insertCallback(context: Context, made: NewCallback): Promise<void> {
  const { tx, at, actor } = context;
  await tx.run(sql`
    insert into correspondence.callback (account_id, callback_id, call_id, contact_id, person,
                                         number, due_at, zone, language, member_id, note,
                                         recorded_at, actor)
    values (${made.accountId}, ${made.callbackId}, ${made.callId}, ${made.contactId},
            ${made.person}, ${made.number}, ${made.dueAt}, ${made.zone}, ${made.language},
            ${made.memberId}, ${made.note}, ${at}, ${actor.ref})`);
}

/** A call was made: what was asked for before it is done. */
export async function endCallbacks(context: Context, accountId: Id, callId: Id): Promise<void> {
  const { tx, at, actor } = context;
  await tx.run(sql`
    insert into correspondence.callback_end (account_id, callback_id, call_id, recorded_at, actor)
    select b.account_id, b.callback_id, ${callId}, ${at}, ${actor.ref}
      from correspondence.callback_card b
     where b.account_id = ${accountId}
       and b.due_at    <= ${at}::timestamptz + interval '12 hours'
        on conflict do nothing`);
}

/** What nobody called back for yet goes on under the other account, and is over here. */
export async function carryCallbackRows(context: Context, carrying: Carrying): Promise<Id[]> {
  const { tx, at, actor } = context;
  const rows = await tx.all(sql<{ callback_id: string }>`
    select b.callback_id
      from correspondence.callback_card b
     where b.account_id = ${carrying.from}`);
  const ids = rows.map(({ callback_id }) => id(callback_id));
  await carryRows(tx, carrying, 'correspondence.callback', 'callback_id', ids);
  await tx.run(sql`
    insert into correspondence.callback_end (account_id, callback_id, call_id, recorded_at, actor)
    select ${carrying.from}, c.callback_id, null, ${at}, ${actor.ref}
      from unnest(${ids}::uuid[]) c(callback_id)`);
  return ids;
}

export type Callback = {
  readonly callbackId: Id;
  readonly person: string;
  readonly number: string;
  readonly dueAt: Instant;
  readonly zone: string;
  readonly member: string | null;
  readonly note: string;
};

/** What was asked for on an account, the soonest first. */
export async function callbacksOf(db: Queries, accountId: Id): Promise<Callback[]> {
  const rows = await db.all(sql<{
    callback_id: string;
    person: string;
    number: string;
    due_at: string;
    zone: string;
    member: string | null;
    note: string;
  }>`
    select b.callback_id, b.person, b.number, b.due_at, b.zone, p.name as member, b.note
      from correspondence.callback_card b
      left join team.person p on p.member_id = b.member_id
     where b.account_id = ${accountId}
     order by b.due_at, b.callback_id`);
  return rows.map(({ callback_id, due_at, ...row }) => ({
    ...row,
    callbackId: id(callback_id),
    dueAt: instant(due_at),
  }));
}
