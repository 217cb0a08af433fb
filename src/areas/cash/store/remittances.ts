/** Payments that a remittance may still explain, and which remittance explains which. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { RemittanceRow } from '../rules/matching/model.ts';
import type { Payment } from '../rules/receipts/remittance.ts';
import { writeRemittance } from './remittance-rows.ts';

export type ToExplain = Payment & { readonly posted: boolean };

/**
 * Receipts that wait without a remittance, and those that stand on account, whole and unheld,
 * because nobody knew what they were for. An insurer's ACH names its 835 in its addenda, TRN02.
 */
export async function paymentsToExplain(db: Queries, companyId: Id): Promise<ToExplain[]> {
  const rows = await db.all(sql<{
    receipt_id: string;
    currency: string;
    amount_minor: bigint;
    received_on: string;
    payer_name: string;
    marks: (string | null)[];
    posted: boolean;
  }>`
    select r.receipt_id, r.currency, r.amount_minor, r.received_on, r.payer_name,
           r.refs || r.reference || r.check_number
             || (regexp_match(r.said, 'TRN[*|]1[*|]([^*|~ ]+)'))[1] as marks,
           n.state = 'posted' as posted
      from cash.receipt_now n
      join cash.receipt r on r.receipt_id = n.receipt_id
      left join cash.posting p on p.receipt_id = r.receipt_id
      left join ledger.open_item i on i.account_id = p.account_id and i.item_id = p.item_id
     where r.company_id = ${companyId}
       and r.amount_minor > 0
       and r.remittance = '[]'
       and (n.state = 'unposted'
            or (n.state = 'posted' and i.open_minor = r.amount_minor and i.reserved_minor = 0))
       and not exists (select
                         from cash.remittance_use u
                        where u.receipt_id = r.receipt_id)
     order by r.received_on, r.receipt_id`);
  return rows.map((row) => ({
    receiptId: id(row.receipt_id),
    amount: money(row.amount_minor, row.currency),
    receivedOn: day(row.received_on),
    payerName: row.payer_name,
    marks: row.marks.flatMap((mark) => (mark ? [mark] : [])),
    posted: row.posted,
  }));
}

export async function insertRemittanceUse(
  { tx, at, actor }: Context,
  remittanceId: Id,
  receiptId: Id,
  { rows, claims }: { readonly rows: readonly RemittanceRow[]; readonly claims: boolean },
): Promise<void> {
  await tx.run(sql`
    insert into cash.remittance_use (remittance_id, receipt_id, rows, claims, recorded_at, actor)
    values (${remittanceId}, ${receiptId}, ${writeRemittance(rows)}, ${claims}, ${at},
            ${actor.ref})`);
}
