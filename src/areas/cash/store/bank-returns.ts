/** What the bank says of a payment that it took back, and whether the same one came back before. */
import { day, plusDays } from '#kernel/day.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type ToldOfReturn = {
  readonly reason: string;
  readonly said: string;
  /** Of the company, in which its policy speaks. */
  readonly base: Currency;
  readonly again: boolean;
};

/** Nacha presents a debit at most twice more, within so many days; checks follow suit. */
const presentedAgainWithin = 180;

/** Of the bank's line and the receipt that it takes back. */
export async function toldOfReturn(
  tx: Tx,
  backId: Id,
  paid: { readonly receiptId: Id; readonly receivedOn: string },
): Promise<ToldOfReturn> {
  const since = plusDays(day(paid.receivedOn), -presentedAgainWithin);
  const row = await tx.one(sql<{ reason: string; said: string; base: string; again: boolean }>`
    select coalesce(l.returned_reason, '') as reason, b.said, c.base_currency as base,
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
      from cash.receipt b
      join cash.receipt p on p.receipt_id = ${paid.receiptId}
      join team.company c on c.company_id = b.company_id
      left join bank_files.line_card l on l.line_id = b.line_id
     where b.receipt_id = ${backId}`);
  return { reason: row.reason, said: row.said, base: currency(row.base), again: row.again };
}
