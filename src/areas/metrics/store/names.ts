/** Customers and teams by the names that people type. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

/** The customer of an outside number. */
export async function customerNumbered(db: Queries, number: string): Promise<Id | undefined> {
  const rows = await db.all(sql<{ customer_id: string }>`
    select customer_id from customers.customer_name where number = ${number} limit 1`);
  return rows[0] && id(rows[0].customer_id);
}
