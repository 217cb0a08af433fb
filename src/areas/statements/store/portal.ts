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

/** Open invoices of accounts that have a portal; one nobody wrote about is still to submit. */
export async function portalInvoices(
  db: Queries,
  {
    companies,
    state,
  }: { readonly companies: CompanyScope; readonly state?: PortalState | undefined },
  limit: number,
): Promise<PortalInvoice[]> {
  const condition = allOf([
    inCompanies(sql`c.company_id`, companies),
    state && sql`coalesce(f.state, 'to_submit') = ${state}`,
  ]);
  const rows = await db.all(sql<Row>`
    ${selectInvoices(condition)}
     order by coalesce(f.on_day, d.issued_on), c.account, d.number
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
    select d.account_id, d.document_id, c.account, c.name, c.portal_name, c.portal_url, d.number,
           d.issued_on, coalesce(f.state, 'to_submit') as state, f.on_day,
           coalesce(f.reason, '') as reason, f.reference
      from customers.delivery_card c
      join invoices.issued_card d on d.account_id = c.account_id and d.kind = 'invoice'
      left join lateral (select x.state, x.on_day, x.reason, x.reference
                           from statements.portal_fact x
                          where x.account_id = d.account_id and x.document_id = d.document_id
                          order by x.recorded_at desc, x.fact_id desc
                          limit 1) f on true
     where c.rule = 'portal'
       and exists (select from ledger.item_name n
                     join ledger.item_card k on k.account_id = n.account_id
                                            and k.item_id = n.item_id
                    where n.account_id = d.account_id and n.document_id = d.document_id
                      and k.open_minor <> 0)
       and ${condition}`;
}

type Ref = { readonly accountId: Id; readonly documentId: Id };

/** Where one invoice stands, locked; undefined when its account has no portal. */
export async function portalRow(
  tx: Tx,
  { accountId, documentId }: Ref,
): Promise<{ state: PortalState } | undefined> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${documentId}, 30))`);
  return tx.maybe(
    selectInvoices(sql`d.account_id = ${accountId} and d.document_id = ${documentId}`),
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
