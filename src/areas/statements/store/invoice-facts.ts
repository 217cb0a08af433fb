/** What is known of invoices that are to be mailed: what is open, what was billed before. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Billed } from '../rules/invoice-paper.ts';

/** Which of these documents have anything open. */
export async function openDocuments(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const rows = await db.all(sql<{ document_id: string }>`
    select distinct i.document_id
      from ledger.open_item i
     where i.account_id = any(${accountIds}::uuid[])
       and i.document_id is not null`);
  return new Set(rows.map((row) => id(row.document_id)));
}

/** The invoices of these accounts of a year before the last day, by account. */
export async function billedBefore(
  db: Queries,
  accountIds: readonly Id[],
  lastOn: string,
): Promise<ReadonlyMap<Id, readonly (Billed & { readonly documentId: Id })[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    document_id: string;
    gross: bigint;
    currency: string;
    order_no: string | null;
    issued_on: string;
  }>`
    select d.account_id, d.document_id, d.net_minor + d.tax_minor as gross, d.currency,
           coalesce(d.po_number, d.order_number) as order_no, d.issued_on
      from invoices.issued_card d
     where d.account_id = any(${accountIds}::uuid[])
       and d.kind = 'invoice'
       and d.issued_on <= ${lastOn}::date
       and d.issued_on > ${lastOn}::date - 365`);
  const billed = rows.map((row) => ({
    accountId: id(row.account_id),
    documentId: id(row.document_id),
    gross: row.gross,
    currency: currency(row.currency),
    order: row.order_no,
    issuedOn: day(row.issued_on),
  }));
  return Map.groupBy(billed, ({ accountId }) => accountId);
}
