/** Boards that somebody left unfinished: as they stood, until the receipt is posted. */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

/** Keeps a board as it stands; the newest one holds. */
export async function saveBoard(
  { tx, at, actor }: Context,
  receiptId: Id,
  draft: unknown,
): Promise<void> {
  await tx.run(sql`
    insert into cash.board (receipt_id, draft, saved_at, actor)
    values (${receiptId}, ${JSON.stringify(draft)}, ${at}, ${actor.ref})
        on conflict (receipt_id) do update
       set draft = excluded.draft, saved_at = excluded.saved_at, actor = excluded.actor`);
}

/** The board as it was left; undefined when there is none. */
export async function boardOf(db: Queries, receiptId: Id): Promise<unknown> {
  const row = await db.maybe(sql<{ draft: unknown }>`
    select draft from cash.board where receipt_id = ${receiptId}`);
  return row?.draft;
}

export async function dropBoard(tx: Tx, receiptId: Id): Promise<void> {
  await tx.run(sql`delete from cash.board where receipt_id = ${receiptId}`);
}
