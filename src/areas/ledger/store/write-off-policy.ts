/** How a company writes off: the latest row counts, and a company without one is standard. */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { prepared, sql } from '#platform/postgres/sql.ts';
import { type WriteOffMethod, type WriteOffPolicy, standardPolicy } from '../rules/policy.ts';

type Row = {
  method: WriteOffMethod;
  small_most: Record<string, string>;
  small_days: number;
  automatic: boolean;
};

/** The method and the small balances; who may write off how much is the house's. */
export async function writeOffPolicyOf(db: Queries, companyId: Id): Promise<WriteOffPolicy> {
  const row = await db.maybe(prepared<Row>`
    select p.method, p.small_most, p.small_days, p.automatic
      from ledger.write_off_policy p
     where p.company_id = ${companyId}
     order by p.recorded_at desc
     limit 1`);
  const { writeOff } = standardPolicy;
  if (!row) return writeOff;
  const small = { most: row.small_most, days: row.small_days, automatic: row.automatic };
  return { ...writeOff, method: row.method, small };
}

export async function insertWriteOffPolicy(
  { tx, at, actor, reason, newId }: Context,
  companyId: Id,
  { method, small }: Pick<WriteOffPolicy, 'method' | 'small'>,
): Promise<void> {
  await tx.run(sql`
    insert into ledger.write_off_policy (company_id, policy_id, method, small_most, small_days,
                                         automatic, actor, reason, recorded_at)
    values (${companyId}, ${newId()}, ${method}, ${JSON.stringify(small.most)}, ${small.days},
            ${small.automatic}, ${actor.ref}, ${reason}, ${at})`);
}
