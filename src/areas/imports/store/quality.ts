/** Counts what is doubtful in the book, kind by kind, each in one statement. */
import type { Day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';

export type FindingCode =
  | 'duplicate_document'
  | 'duplicate_customer'
  | 'missing_contact'
  | 'missing_email'
  | 'odd_terms'
  | 'unapplied_cash'
  | 'future_date'
  | 'credit_balance'
  | 'due_before_issue';

export type FindingRow = {
  code: FindingCode;
  currency: string | null;
  amount_minor: bigint | null;
  count: number;
  examples: { accountId: string | null; account: string; name: string; detail: string | null }[];
};

/** One row per kind and currency that occurs; a handful of examples each, the largest first. */
export async function findings(
  db: Queries,
  companies: CompanyScope,
  asOf: Day,
): Promise<FindingRow[]> {
  const statements = Object.entries(doubtful(asOf)).map(([code, rows]) =>
    summed(code, rows, inCompanies(sql`c.company_id`, companies)),
  );
  const found: FindingRow[] = [];
  for (const statement of statements) found.push(...(await db.all(statement)));
  return found;
}

/** `rows` yields account_id, currency, amount and detail of each case. */
function summed(code: string, rows: Sql, inScope: Sql): Sql<FindingRow> {
  return sql<FindingRow>`
    with cases as (
      select c.account_id, c.account, c.name, d.currency, d.amount, d.detail,
             row_number() over (partition by d.currency
                                    order by abs(d.amount) desc nulls last, c.account) as place
        from (${rows}) d
        join customers.account_card c on c.account_id = d.account_id
       where ${inScope}
         and c.kind <> 'house'
         and c.merged_into is null
    )
    select ${code} as code, currency, sum(amount)::bigint as amount_minor, count(*)::int as count,
           jsonb_agg(jsonb_build_object('accountId', account_id, 'account', account, 'name', name,
                                        'detail', detail) order by place)
             filter (where place <= 5) as examples
      from cases
     group by currency`;
}

function doubtful(asOf: Day): Readonly<Record<FindingCode, Sql>> {
  const open = sql`ledger.open_items_on(${asOf}::date)`;
  return {
    duplicate_document: sql`
      select i.account_id, i.currency, i.open_minor as amount, n.number as detail
        from (select o.*, count(*) over (partition by o.account_id, o.currency, o.amount_minor,
                                                      o.issued_on, n0.reference) as twins,
                     n0.reference as po
                from ${open} o
                join ledger.item_name n0 on n0.account_id = o.account_id
                                        and n0.item_id    = o.item_id
               where o.aged) i
        join ledger.item_name n on n.account_id = i.account_id and n.item_id = i.item_id
       where i.twins > 1
         and i.po is not null`,
    duplicate_customer: sql`
      select a.account_id, null::text as currency, null::bigint as amount, a.customer as detail
        from (select c0.account_id, c0.customer,
                     count(*) over (partition by c0.company_id,
                                                 regexp_replace(lower(c0.name), '[^[:alnum:]]', '',
                                                                'g')) as twins
                from customers.account_card c0
               where c0.kind <> 'house'
                 and c0.name <> c0.customer) a
       where a.twins > 1`,
    missing_contact: sql`
      select c0.account_id, null::text as currency, null::bigint as amount, null::text as detail
        from customers.account_card c0
       where not exists (select
                           from customers.reachable r
                          where r.customer_id = c0.customer_id)`,
    missing_email: sql`
      select c0.account_id, null::text as currency, null::bigint as amount, null::text as detail
        from customers.account_card c0
       where exists (select
                       from customers.reachable r
                      where r.customer_id = c0.customer_id)
         and not exists (select
                           from customers.reachable r
                          where r.customer_id = c0.customer_id
                            and r.by_email)`,
    odd_terms: sql`
      select i.account_id, i.currency, i.open_minor as amount, n.number as detail
        from ${open} i
        join ledger.item_name n on n.account_id = i.account_id and n.item_id = i.item_id
       where i.aged
         and i.due_on - i.issued_on > 180`,
    unapplied_cash: sql`
      select i.account_id, i.currency, sum(i.open_minor)::bigint as amount, null::text as detail
        from ${open} i
       where not i.aged
       group by i.account_id, i.currency
      having sum(i.open_minor) < 0`,
    future_date: sql`
      select m.account_id, m.currency, m.amount, m.number as detail
        from ledger.movement m
       where m.effective_on > ${asOf}`,
    credit_balance: sql`
      select i.account_id, i.currency, sum(i.open_minor)::bigint as amount, null::text as detail
        from ${open} i
       group by i.account_id, i.currency
      having sum(i.open_minor) < 0`,
    due_before_issue: sql`
      select i.account_id, i.currency, i.open_minor as amount, n.number as detail
        from ${open} i
        join ledger.item_name n on n.account_id = i.account_id and n.item_id = i.item_id
       where i.aged
         and i.due_on < i.issued_on`,
  };
}
