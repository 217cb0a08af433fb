/** Letterheads of companies: facts, the latest of which counts. */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Letterhead } from '../rules/letterhead.ts';

type Row = {
  legal_name: string;
  line1: string;
  line2: string | null;
  city: string;
  state: string | null;
  postal_code: string;
  country: string;
  email: string | null;
  phone: string | null;
  tax_id: string | null;
  vat_id: string | null;
  iban: string | null;
  mailer_id: string | null;
};

export async function letterheadOf(db: Queries, companyId: Id): Promise<Letterhead | undefined> {
  const row = await db.maybe(sql<Row>`
    select legal_name, line1, line2, city, state, postal_code, country, email, phone, tax_id,
           vat_id, iban, mailer_id
      from team.letterhead
     where company_id = ${companyId}`);
  if (!row) return undefined;
  const { legal_name, postal_code, tax_id, vat_id, mailer_id, ...same } = row;
  return {
    ...same,
    legalName: legal_name,
    postalCode: postal_code,
    taxId: tax_id,
    vatId: vat_id,
    mailerId: mailer_id,
  };
}

export async function insertLetterhead(
  { tx, at, actor, reason }: Context,
  companyId: Id,
  head: Letterhead,
): Promise<void> {
  await tx.run(sql`
    insert into team.letterhead_fact (company_id, recorded_at, legal_name, line1, line2, city,
                                      state, postal_code, country, email, phone, tax_id, vat_id,
                                      iban, mailer_id, actor, reason)
    values (${companyId}, ${at}, ${head.legalName}, ${head.line1}, ${head.line2}, ${head.city},
            ${head.state}, ${head.postalCode}, ${head.country}, ${head.email}, ${head.phone},
            ${head.taxId}, ${head.vatId}, ${head.iban}, ${head.mailerId}, ${actor.ref},
            ${reason})`);
}
