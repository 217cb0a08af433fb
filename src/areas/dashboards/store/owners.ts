/** Who owns accounts, by name: whoever must act on what a figure shows of them. */
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export async function ownersOf(
  db: Queries,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.all(sql<{ account_id: string; name: string }>`
    select s.account_id, p.name
      from customers.account_scope s
      join team.person p on p.member_id = s.owner_id
     where s.account_id = any(${[...new Set(accountIds)]}::uuid[])`);
  return new Map(rows.map((row) => [row.account_id, row.name]));
}
