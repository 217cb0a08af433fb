/** The register of invoices that go into customers' own portals. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { PortalState } from '../rules/portal.ts';

export type PortalInvoice = {
  readonly accountId: Id;
  readonly documentId: Id;
  readonly account: string;
  readonly name: string;
  readonly portal: string;
  readonly portalUrl: string | null;
  readonly number: string;
  readonly issuedOn: Day;
  readonly state: PortalState;
  readonly on: Day | null;
  readonly reason: string;
  readonly reference: string | null;
};

type Row = {
  account_id: string;
  document_id: string;
  account: string;
  name: string;
  portal_name: string;
  portal_url: string | null;
  number: string;
  issued_on: string;
  state: PortalState;
  on_day: string | null;
  reason: string;
  reference: string | null;
};

export type PortalFilter = {
  readonly companies: CompanyScope;
  readonly state?: PortalState | undefined;
  readonly accountId?: Id | undefined;
};

/** Open invoices of accounts that have a portal; one nobody wrote about is still to submit. */
export async function portalInvoices(
  db: Queries,
  { companies, state, accountId }: PortalFilter,
  limit: number,
): Promise<PortalInvoice[]> {
  const condition = allOf([
    inCompanies(sql`c.company_id`, companies),
    state && sql`p.state = ${state}`,
    accountId && sql`p.account_id = ${accountId}`,
  ]);
  const rows = await db.all(sql<Row>`
    ${selectInvoices(condition)}
     order by p.since, c.account, p.number
     limit ${limit}`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    documentId: id(row.document_id),
    account: row.account,
    name: row.name,
    portal: row.portal_name,
    portalUrl: row.portal_url,
    number: row.number,
    issuedOn: day(row.issued_on),
    state: row.state,
    on: row.on_day === null ? null : day(row.on_day),
    reason: row.reason,
    reference: row.reference,
  }));
}

function selectInvoices(condition: Sql): Sql<Row> {
  return sql<Row>`
    select p.account_id, p.document_id, c.account, c.name, p.portal_name, p.portal_url,
           p.number, p.issued_on, p.state, p.on_day, p.reason, p.reference
      from statements.portal_invoice p
      join customers.account_card c on c.account_id = p.account_id
     where ${condition}`;
}

type Ref = { readonly accountId: Id; readonly documentId: Id };

/** Where one invoice stands, locked; undefined when its account has no portal. */
export async function portalRow(
  tx: Tx,
  { accountId, documentId }: Ref,
): Promise<{ state: PortalState } | undefined> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${documentId}, 30))`);
  return tx.maybe(
    selectInvoices(sql`p.account_id = ${accountId} and p.document_id = ${documentId}`),
  );
}

export async function insertPortalFact(
  { tx, at, actor, reason, newId }: Context,
  told: Ref & { readonly state: PortalState; readonly on: Day; readonly reference: string | null },
): Promise<void> {
  await tx.run(sql`
    insert into statements.portal_fact (account_id, document_id, fact_id, state, on_day, reason,
                                        reference, recorded_at, actor)
    values (${told.accountId}, ${told.documentId}, ${newId()}, ${told.state}, ${told.on},
            ${reason}, ${told.reference}, ${at}, ${actor.ref})`);
}
