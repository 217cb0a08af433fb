/** What a company charges: the latest row counts, and a company without one charges nothing. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type ChargeTerms, noTerms } from '../rules/terms.ts';

export async function termsOf(db: Queries, companyId: Id): Promise<ChargeTerms> {
  const row = await db.maybe(sql<{ terms: ChargeTerms }>`
    select p.terms
      from charges.policy p
     where p.company_id = ${companyId}
     order by p.recorded_at desc
     limit 1`);
  return row?.terms ?? noTerms;
}

export async function insertTerms(
  { tx, at, actor, reason, newId }: Context,
  companyId: Id,
  terms: ChargeTerms,
): Promise<Id> {
  const policyId = newId();
  await tx.run(sql`
    insert into charges.policy (company_id, policy_id, terms, actor, reason, recorded_at)
    values (${companyId}, ${policyId}, ${JSON.stringify(terms)}, ${actor.ref}, ${reason}, ${at})`);
  return id(policyId);
}
