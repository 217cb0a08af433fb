/** What was written off, by whom it may be, and what of it came back. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

/** The roles of a member who is active; none for a job or the command line. */
export async function rolesOf(db: Queries, memberId: Id | null): Promise<readonly string[]> {
  if (memberId === null) return [];
  const row = await db.maybe(sql<{ roles: string[] }>`
    select roles
      from team.member
     where member_id = ${memberId}
       and active`);
  return row?.roles ?? [];
}

/** What people wrote off on an account since a day and did not take back, in base minor units. */
export async function writtenOffSince(db: Queries, accountId: Id, since: Day): Promise<bigint> {
  const { total } = await db.one(sql<{ total: bigint }>`
    select coalesce(sum(a.debit_base_minor), 0)::bigint as total
      from ledger.application a
      join ledger.entry e on e.account_id = a.account_id and e.entry_id = a.entry_id
     where a.account_id   = ${accountId}
       and a.kind         = 'write_off'
       and a.effective_on >= ${since}
       and a.reverses is null
       and e.import_id is null
       and not exists (select
                         from ledger.application r
                        where r.account_id = a.account_id
                          and r.reverses   = a.application_id)`);
  return total;
}

/** How people call an item and the customer who owes it. */
export async function documentNamed(
  db: Queries,
  accountId: Id,
  itemId: Id,
): Promise<{ document: string; name: string }> {
  return db.one(sql<{ document: string; name: string }>`
    select i.number as document, coalesce(c.name, c.account) as name
      from ledger.item i
      join customers.account_card c on c.account_id = i.account_id
     where i.account_id = ${accountId}
       and i.item_id    = ${itemId}`);
}

/** What was recovered of a write-off, minor units of its currency. */
export async function recoveredOf(
  db: Queries,
  accountId: Id,
  writeOffEntryId: Id,
): Promise<bigint> {
  const { total } = await db.one(sql<{ total: bigint }>`
    select coalesce(sum(i.amount_minor), 0)::bigint as total
      from ledger.entry e
      join ledger.item i on i.account_id = e.account_id and i.entry_id = e.entry_id
     where e.account_id = ${accountId}
       and e.kind       = 'recovery'
       and e.follows    = ${writeOffEntryId}`);
  return total;
}
