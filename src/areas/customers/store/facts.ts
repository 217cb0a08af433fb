/** Dated facts of one account: its status and its owner, each ended by a later one. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { AccountStatus } from '../rules/status.ts';
import type { Recorded } from './bulk.ts';

/** The status in force on a day; `open` before the first fact. */
export async function statusOn(db: Queries, accountId: Id, on: Day): Promise<AccountStatus> {
  const row = await db.maybe(sql<{ status: AccountStatus }>`
    select f.status
      from customers.status_fact f
     where f.account_id = ${accountId}
       and f.effective_on <= ${on}
     order by f.effective_on desc, f.recorded_at desc
     limit 1`);
  return row?.status ?? 'open';
}

/** The last status that was another one, `open` where there was none: what an end leads back to. */
export async function statusBeside(
  db: Queries,
  accountId: Id,
  status: AccountStatus,
): Promise<AccountStatus> {
  const row = await db.maybe(sql<{ status: AccountStatus }>`
    select f.status
      from customers.status_fact f
     where f.account_id = ${accountId}
       and f.status <> ${status}
     order by f.effective_on desc, f.recorded_at desc
     limit 1`);
  return row?.status ?? 'open';
}

/** Records a status and brings `account_now` to the one in force today. */
export async function insertStatus(
  tx: Tx,
  fact: { readonly accountId: Id; readonly status: AccountStatus; readonly effectiveOn: Day },
  { at, actor, reason }: Recorded,
  today: Day,
): Promise<void> {
  const { accountId, status, effectiveOn } = fact;
  await tx.run(sql`
    insert into customers.status_fact (account_id, effective_on, recorded_at, status, actor, reason)
    values (${accountId}, ${effectiveOn}, ${at}, ${status}, ${actor}, ${reason})`);
  await tx.run(sql`
    update customers.account_now n
       set status = f.status, status_since = f.effective_on
      from (select s.status, s.effective_on
              from customers.status_fact s
             where s.account_id = ${accountId}
               and s.effective_on <= ${today}
             order by s.effective_on desc, s.recorded_at desc
             limit 1) f
     where n.account_id = ${accountId}`);
}

export type OwnerChange = {
  readonly accountId: Id;
  readonly memberId: Id | null;
  readonly effectiveOn: Day;
};

/** Records who works the account from a day on, which is today. */
export async function insertOwner(
  tx: Tx,
  { accountId, memberId, effectiveOn }: OwnerChange,
  { at, actor, reason }: Recorded,
): Promise<void> {
  await tx.run(sql`
    insert into customers.owner_fact (account_id, effective_on, recorded_at, member_id, actor,
                                      reason)
    values (${accountId}, ${effectiveOn}, ${at}, ${memberId}, ${actor}, ${reason})`);
  await tx.run(sql`
    update customers.account_now set owner_id = ${memberId} where account_id = ${accountId}`);
}
