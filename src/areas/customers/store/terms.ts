/** Payment terms by code, as a company's system defines them. */
import type { Id } from '#kernel/ids.ts';
import type { PaymentTerms } from '../rules/terms.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type TermsDefinition = {
  readonly code: string;
  readonly definition: PaymentTerms;
};

/** Takes over terms; a known code gets the definition stated now. Answers how many changed. */
export async function saveTerms(
  tx: Tx,
  companyId: Id,
  terms: readonly TermsDefinition[],
): Promise<number> {
  return tx.run(sql`
    insert into customers.terms as t (company_id, code, definition)
    select ${companyId}::uuid, s.code, s.definition
      from unnest(${terms.map(({ code }) => code)}::text[],
                  ${terms.map(({ definition }) => JSON.stringify(definition))}::jsonb[])
           as s (code, definition)
        on conflict (company_id, code) do update
       set definition = excluded.definition
     where t.definition is distinct from excluded.definition`);
}
