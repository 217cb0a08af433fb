/** Accounts as the aging joins them: with whom they belong to now, or belonged to on its day. */
import type { Day } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';

export type Then = {
  readonly asOf: Day;
  readonly knownAt: Instant | null;
  /** The collector of that day instead of today's. */
  readonly ownersThen?: boolean | undefined;
};

/** What stands where `customers.account_card` stands: the same columns, the owner of the day. */
export function accountCards({ asOf, knownAt, ownersThen = false }: Then): Sql {
  if (!ownersThen) return sql`customers.account_card`;
  return sql`(
    select k.account_id, k.account, k.kind, k.company_id, k.company, k.customer_id, k.customer,
           k.name, k.status, o.owner_id
      from customers.account_card k
      left join customers.owners_on(${asOf}::date, ${knownAt ?? 'infinity'}::timestamptz) o
             on o.account_id = k.account_id)`;
}
