/** Invoices that look alike: those that the search found twice and nobody said is no problem. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { AlikeItem } from '../rules/duplicates.ts';

type Row = {
  account_id: string;
  item_id: string;
  number: string;
  plain: string;
  reference: string | null;
  currency: string;
  issued_on: string;
  face: bigint;
  open: bigint;
  open_base: bigint;
  tax: bigint;
};

/** The company's alike invoices, of these accounts or of all. Instalments are no duplicates. */
export async function alikeItems(
  db: Queries,
  companyId: Id,
  accountIds: readonly Id[] | null,
  today: Day,
): Promise<AlikeItem[]> {
  const rows = await db.all(sql<Row>`
    with doubtful as materialized (
      select distinct f.account_id, f.subject::uuid as item_id
        from projects.finding f
       where f.company_id = ${companyId}
         and f.kind in ('duplicate_number', 'duplicate_content')
         and f.gone_at is null
         and f.state in ('open', 'in_work')
         and (${accountIds}::uuid[] is null or f.account_id = any(${accountIds}::uuid[]))
    )
    select i.account_id, i.item_id, n.number, n.reference, i.currency, i.issued_on,
           regexp_replace(lower(n.number), '[^[:alnum:]]', '', 'g') as plain,
           i.amount_minor as face, i.open_minor as open, i.open_base_minor as open_base,
           least(coalesce(d.tax_minor, 0), i.amount_minor) as tax
      from doubtful x
      join ledger.open_items_on(${today}::date) i on i.account_id = x.account_id
                                                 and i.item_id    = x.item_id
      join ledger.item_name n on n.account_id = x.account_id and n.item_id = x.item_id
      left join invoices.document_terms d on d.account_id  = n.account_id
                                         and d.document_id = n.document_id
     where i.aged
       and not exists (select
                         from ledger.item_name s
                        where s.account_id  = n.account_id
                          and s.document_id = n.document_id
                          and s.item_id    <> n.item_id)`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    itemId: id(row.item_id),
    number: row.number,
    plain: row.plain,
    reference: row.reference,
    currency: currency(row.currency),
    issuedOn: day(row.issued_on),
    face: row.face,
    open: row.open,
    openBase: row.open_base,
    tax: row.tax,
  }));
}
