/** Whose money nobody asked for: the language they read, and the letters they were sent. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export async function languageOf(db: Queries, accountId: Id): Promise<Language> {
  const row = await db.maybe(sql<{ language: Language | null }>`
    select language
      from customers.account_card
     where account_id = ${accountId}`);
  return row?.language ?? 'en';
}

export async function insertLetter(
  { tx, at, today, actor }: Context,
  {
    accountId,
    creditId,
    messageId,
  }: {
    readonly accountId: Id;
    readonly creditId: Id;
    readonly messageId: Id;
  },
): Promise<void> {
  await tx.run(sql`
    insert into refunds.owner_letter (account_id, credit_id, message_id, written_on, recorded_at,
                                      actor)
    values (${accountId}, ${creditId}, ${messageId}, ${today}, ${at}, ${actor.ref})
        on conflict do nothing`);
}

/** When the owner of an item was written to, by account and item: a changed credit keeps it. */
export async function writtenTo(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ReadonlyMap<string, Day>> {
  const rows = await db.all(sql<{ account_id: string; subject: string; written_on: string }>`
    select c.account_id, c.subject, min(l.written_on)::text as written_on
      from refunds.owner_letter l
      join refunds.credit c on c.account_id = l.account_id and c.credit_id = l.credit_id
     where l.account_id = any(${accountIds}::uuid[])
     group by c.account_id, c.subject`);
  return new Map(
    rows.map((row) => [`${id(row.account_id)} ${row.subject}`, day(row.written_on)] as const),
  );
}

export type OwnerName = {
  readonly account: string;
  readonly name: string;
  readonly company: string;
};

export async function ownerName(db: Queries, accountId: Id): Promise<OwnerName> {
  const row = await db.one(sql<{ account: string; name: string | null; company: string }>`
    select account, name, company
      from customers.account_card
     where account_id = ${accountId}`);
  return { ...row, name: row.name ?? row.account };
}
