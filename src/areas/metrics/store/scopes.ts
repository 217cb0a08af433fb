/** By what figures can be narrowed: the segments and customers that the reader may see. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

/** So many are offered; whoever wants another types more of its name. */
const most = 20;

export async function segmentsIn(db: Queries, companies: CompanyScope): Promise<string[]> {
  const rows = await db.all(sql<{ segment: string }>`
    select distinct s.segment
      from customers.account_scope s
     where s.segment is not null
       and ${inCompanies(sql`s.company_id`, companies)}
     order by 1`);
  return rows.map(({ segment }) => segment);
}

export type CustomerNamed = {
  readonly customerId: Id;
  readonly number: string;
  readonly name: string;
};

/** Customers whose number begins so or whose name holds it, and the one that is named. */
export async function customersIn(
  db: Queries,
  companies: CompanyScope,
  { search, customerId }: { readonly search: string; readonly customerId: Id | null },
): Promise<CustomerNamed[]> {
  const rows = await db.all(sql<{ customer_id: string; number: string; name: string | null }>`
    select distinct s.customer_id, s.customer as number, s.name,
           s.customer_id is not distinct from ${customerId}::uuid as named
      from customers.account_scope s
     where s.customer_id is not null
       and ${inCompanies(sql`s.company_id`, companies)}
       and (s.customer_id = ${customerId}::uuid
            or starts_with(upper(s.customer), upper(${search}))
            or strpos(lower(s.name), lower(${search})) > 0)
     order by named desc, s.name, s.customer
     limit ${most}`);
  return rows.map((row) => ({
    customerId: id(row.customer_id),
    number: row.number,
    name: row.name ?? '',
  }));
}
