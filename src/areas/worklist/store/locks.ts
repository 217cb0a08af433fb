/**
 * Who has an account open now. It is presence, not a fact: it runs out by itself when the
 * browser is gone, and nobody asks later who had what open.
 */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Db, Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Holder = { readonly memberId: Id; readonly name: string; readonly until: Instant };

export type Taking = {
  readonly accountId: Id;
  readonly memberId: Id;
  readonly at: Instant;
  readonly until: Instant;
};

/** Takes or renews the account for the member unless somebody else has it; answers who has. */
export async function takeAccount(db: Db, taking: Taking): Promise<Holder> {
  const { accountId, memberId, at, until } = taking;
  return db.transaction(async (tx) => {
    await tx.run(sql`
      insert into worklist.lock as l (account_id, member_id, since, until_at)
      values (${accountId}, ${memberId}, ${at}, ${until})
          on conflict (account_id) do update
         set member_id = excluded.member_id,
             since     = case when l.member_id = excluded.member_id then l.since
                              else excluded.since end,
             until_at  = excluded.until_at
       where l.member_id = excluded.member_id
          or l.until_at <= excluded.since`);
    const holder = await holderOf(tx, accountId, at);
    if (!holder) throw new Error('an account was taken and nobody has it');
    return holder;
  });
}

/** Who has the account now; undefined when nobody does. */
export async function holderOf(
  db: Queries,
  accountId: Id,
  at: Instant,
): Promise<Holder | undefined> {
  const row = await db.maybe(sql<{ member_id: string; name: string; until_at: string }>`
    select l.member_id, coalesce(p.name, '') as name, l.until_at
      from worklist.lock l
      left join team.person p on p.member_id = l.member_id
     where l.account_id = ${accountId}
       and l.until_at > ${at}`);
  return row && { memberId: id(row.member_id), name: row.name, until: instant(row.until_at) };
}

/** Lets go of the account, if it is the member who has it. */
export async function releaseAccount(db: Queries, accountId: Id, memberId: Id): Promise<void> {
  await db.run(sql`
    delete from worklist.lock
     where account_id = ${accountId}
       and member_id  = ${memberId}`);
}
