/** Whose accounts are whose now, and which of them a person has pinned. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Recorded } from './bulk.ts';

export type OwnedNow = {
  readonly accountId: Id;
  readonly ownerId: Id | null;
  readonly pinned: boolean;
};

/** Locks the accounts' latest facts in one order until the transaction ends. */
export async function lockOwned(tx: Tx, accountIds: readonly Id[]): Promise<Map<Id, OwnedNow>> {
  const rows = await tx.all(sql<{ account_id: string; owner_id: string | null; pinned: boolean }>`
    select n.account_id, n.owner_id, n.pinned_at is not null as pinned
      from customers.account_now n
     where n.account_id = any(${accountIds}::uuid[])
     order by n.account_id
       for update`);
  return new Map(
    rows.map((row) => [
      id(row.account_id),
      {
        accountId: id(row.account_id),
        ownerId: row.owner_id === null ? null : id(row.owner_id),
        pinned: row.pinned,
      },
    ]),
  );
}

export type PinChange = { readonly accountId: Id; readonly pinned: boolean };

/** Records that accounts are pinned, or no longer, and keeps `account_now` in step. */
export async function insertPins(
  tx: Tx,
  pins: readonly PinChange[],
  { at, actor, reason }: Recorded,
): Promise<void> {
  if (pins.length === 0) return;
  await tx.copyIn(
    'customers.pin_fact (account_id, recorded_at, pinned, actor, reason)',
    pins.map(({ accountId, pinned }) => [accountId, at, pinned, actor, reason]),
  );
  await tx.run(sql`
    update customers.account_now n
       set pinned_at = case when f.pinned then ${at}::timestamptz end
      from unnest(${pins.map((pin) => pin.accountId)}::uuid[],
                  ${pins.map((pin) => pin.pinned)}::boolean[]) as f (account_id, pinned)
     where n.account_id = f.account_id`);
}

/** People by their ids. */
export async function namesOf(db: Queries, memberIds: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await db.all(sql<{ member_id: string; name: string }>`
    select member_id, name from team.person where member_id = any(${memberIds}::uuid[])`);
  return new Map(rows.map((row) => [id(row.member_id), row.name]));
}
