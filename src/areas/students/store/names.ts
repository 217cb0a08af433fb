/** How people call a student's account. */
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export async function nameOf(db: Queries, accountId: Id): Promise<string> {
  const row = await db.maybe(sql<{ name: string | null; account: string }>`
    select name, account
      from customers.account_card
     where account_id = ${accountId}`);
  return row?.name ?? row?.account ?? '';
}
