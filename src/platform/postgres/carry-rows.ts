/**
 * Repeats facts of one account under another, for the merge of two records of one debtor.
 *
 * The ids stay, so that whatever names a case by its id finds it; each item is named by the id
 * under which it goes on. Rows of an item that did not move stay behind with their account.
 */
import type { Id } from '#kernel/ids.ts';
import type { Tx } from './db.ts';
import { sql } from './sql.ts';

export type Carrying = {
  readonly from: Id;
  readonly into: Id;
  /** Each item that moved, by its old id. */
  readonly items: ReadonlyMap<Id, Id>;
};

/** Of one table, the rows whose `key` is one of these; answers how many went along. */
export async function carryRows(
  tx: Tx,
  { from, into, items }: Carrying,
  table: string,
  key: string,
  ids: readonly Id[],
): Promise<bigint> {
  if (ids.length === 0) return 0n;
  const moved = JSON.stringify(Object.fromEntries(items));
  const { carried } = await tx.one(sql<{ carried: bigint }>`
    select platform.carry_rows(${table}::regclass, ${key}, ${ids}::uuid[], ${from}, ${into},
                               ${moved}::jsonb) as carried`);
  return carried;
}
