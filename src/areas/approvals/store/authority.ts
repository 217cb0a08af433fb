/** Who may approve what in each company, as the desk has said it; the latest word counts. */
import type { Id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import {
  type ApprovalKind,
  type Authority,
  type AuthorityText,
  authorityIn,
  standardAuthority,
} from '../rules/authority.ts';

/** The company's currency, in which limits are said; undefined when there is no such company. */
export async function baseOf(db: Queries, companyId: Id): Promise<Currency | undefined> {
  const row = await db.maybe(sql<{ base_currency: string }>`
    select base_currency
      from team.company
     where company_id = ${companyId}`);
  return row && currency(row.base_currency);
}

/** As it was said last, or as it stands without a word. */
export async function authoritySaid(
  db: Queries,
  companyId: Id,
  kind: ApprovalKind,
): Promise<AuthorityText & { readonly own: boolean }> {
  const row = await db.maybe(sql<{
    limits: AuthorityText['limits'];
    dual_from: string | null;
    evidence_from: string | null;
    valid_days: number;
  }>`
    select limits, dual_from::text, evidence_from::text, valid_days
      from approvals.authority
     where company_id = ${companyId}
       and kind       = ${kind}
     order by authority_id desc
     limit 1`);
  if (!row) return { ...standardAuthority[kind], own: false };
  return {
    limits: row.limits,
    dualFrom: row.dual_from,
    evidenceFrom: row.evidence_from,
    validDays: row.valid_days,
    own: true,
  };
}

export async function authorityOf(
  db: Queries,
  companyId: Id,
  kind: ApprovalKind,
): Promise<Authority> {
  const base = await baseOf(db, companyId);
  if (!base) throw new Error(`there is no company ${companyId}`);
  return authorityIn(await authoritySaid(db, companyId, kind), base);
}

export async function insertAuthority(
  { tx, newId, actor, reason, at }: Context,
  companyId: Id,
  kind: ApprovalKind,
  said: AuthorityText,
): Promise<void> {
  await tx.run(sql`
    insert into approvals.authority (company_id, kind, authority_id, limits, dual_from,
                                     evidence_from, valid_days, actor, reason, recorded_at)
    values (${companyId}, ${kind}, ${newId()}, ${JSON.stringify(said.limits)}, ${said.dualFrom},
            ${said.evidenceFrom}, ${said.validDays}, ${actor.ref}, ${reason}, ${at})`);
}
