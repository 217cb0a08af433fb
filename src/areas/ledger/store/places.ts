/** Where the customer of an account is, for the law of that place. */
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Place } from '../rules/returned-check-fee.ts';

/** Nowhere known where the account has no address. */
export async function placeOf(db: Queries, accountId: Id): Promise<Place> {
  const row = await db.maybe(sql<{ country: string | null; state: string | null }>`
    select country, state
      from customers.account_address
     where account_id = ${accountId}`);
  return row ?? { country: null, state: null };
}
