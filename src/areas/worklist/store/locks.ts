/**
 * Who has an account open now. It is presence, not a fact: it runs out by itself when the
 * browser or its server is gone, and nobody asks later who had what open.
 *
 * Whoever comes or goes is told to every server process; a renewal is no news.
 */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Db, Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
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
    const before = await holderOf(tx, accountId, at);
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
    if (holder.memberId !== before?.memberId) await tellPresence(tx);
    return holder;
  });
}

/** Gives the account to the member, whoever has it. */
export async function takeFromHolder(tx: Tx, taking: Taking): Promise<void> {
  const { accountId, memberId, at, until } = taking;
  await tx.run(sql`
    insert into worklist.lock (account_id, member_id, since, until_at)
    values (${accountId}, ${memberId}, ${at}, ${until})
        on conflict (account_id) do update
       set member_id = excluded.member_id, since = excluded.since, until_at = excluded.until_at`);
  await tellPresence(tx);
}

/** Wakes the streams of every server process; `presence` is what their screens ask for again. */
async function tellPresence(db: Queries): Promise<void> {
  await db.run(sql`select pg_notify('dunlin_event', 'presence.changed')`);
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

/** Who else than the member has the account, by name. */
export async function otherHolder(
  db: Queries,
  { accountId, memberId }: Pick<Holder, 'memberId'> & { readonly accountId: Id },
  at: Instant,
): Promise<string | undefined> {
  const holder = await holderOf(db, accountId, at);
  return holder === undefined || holder.memberId === memberId ? undefined : holder.name;
}

/** Lets go of the account, if it is the member who has it. */
export async function releaseAccount(db: Queries, accountId: Id, memberId: Id): Promise<void> {
  const rows = await db.run(sql`
    delete from worklist.lock
     where account_id = ${accountId}
       and member_id  = ${memberId}`);
  if (rows > 0) await tellPresence(db);
}

export type Present = Holder & { readonly accountId: Id; readonly since: Instant };

/** Everybody who has an account open now, of the companies in sight. */
export async function presentNow(
  db: Queries,
  at: Instant,
  companies: CompanyScope,
): Promise<Present[]> {
  const rows = await db.all(sql<{
    account_id: string;
    member_id: string;
    name: string;
    since: string;
    until_at: string;
  }>`
    select l.account_id, l.member_id, p.name, l.since, l.until_at
      from worklist.lock l
      join team.person p on p.member_id = l.member_id
      join customers.account_card c on c.account_id = l.account_id
     where l.until_at > ${at}
       and ${inCompanies(sql`c.company_id`, companies)}
     order by l.since, l.account_id`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    memberId: id(row.member_id),
    name: row.name,
    since: instant(row.since),
    until: instant(row.until_at),
  }));
}
