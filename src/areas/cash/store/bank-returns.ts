/** What the bank says of a payment that it took back, and whether the same one came back before. */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type BankWord = { readonly reason: string; readonly said: string };

/** Of the bank's line that takes a payment back. */
export async function bankWordOf(tx: Tx, backId: Id): Promise<BankWord> {
  return tx.one(sql<{ reason: string; said: string }>`
    select coalesce(l.returned_reason, '') as reason, b.said
      from cash.receipt b
      left join bank_files.line_card l on l.line_id = b.line_id
     where b.receipt_id = ${backId}`);
}

/** Nacha presents a debit at most twice more, within so many days; checks follow suit. */
const presentedAgainWithin = 180;

/** Whether the check, or the debit, of a payment came back before; and the company's currency. */
export async function presentedBefore(
  tx: Tx,
  { receiptId, receivedOn }: { readonly receiptId: Id; readonly receivedOn: Day },
): Promise<{ readonly again: boolean; readonly base: Currency }> {
  const since = plusDays(receivedOn, -presentedAgainWithin);
  const row = await tx.one(sql<{ base: string; again: boolean }>`
    select c.base_currency as base,
           exists (select 1
                     from cash.receipt e
                     join cash.receipt_now n on n.receipt_id = e.receipt_id
                    where e.company_id    = p.company_id
                      and e.received_on between ${since} and p.received_on
                      and e.receipt_id   <> p.receipt_id
                      and e.currency      = p.currency
                      and e.amount_minor  = p.amount_minor
                      and e.payer_account = p.payer_account
                      and e.payer_name    = p.payer_name
                      and e.check_number  = p.check_number
                      and (p.check_number <> '' or p.said ilike '%retry pymt%')
                      and n.state = 'returned') as again
      from cash.receipt p
      join team.company c on c.company_id = p.company_id
     where p.receipt_id = ${receiptId}`);
  return { again: row.again, base: currency(row.base) };
}
