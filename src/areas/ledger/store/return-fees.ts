/** The fee that a payment which came back was charged: one a return, unless it was waived. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type FeeOfReturn = {
  /** The entry of the return, which its fee follows. */
  readonly follows: Id;
  /** Charged and not waived. */
  readonly stands: boolean;
};

/** By the entry that took the payment away, or the one that closed it later. */
export async function feeOfReturn(db: Queries, accountId: Id, entryId: Id): Promise<FeeOfReturn> {
  const row = await db.one(sql<{ follows: string; stands: boolean }>`
    select coalesce(b.follows, b.entry_id) as follows,
           exists (select 1
                     from ledger.entry f
                    where f.account_id = b.account_id
                      and f.follows    = coalesce(b.follows, b.entry_id)
                      and f.kind       = 'fee'
                      and not exists (select 1
                                        from ledger.entry w
                                       where w.account_id = f.account_id
                                         and w.reverses   = f.entry_id)) as stands
      from ledger.entry b
     where b.account_id = ${accountId}
       and b.entry_id   = ${entryId}`);
  return { follows: id(row.follows), stands: row.stands };
}
