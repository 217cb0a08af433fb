/** How invoices were paid, read from the views of the ledger as of a day. */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type HistoryRow = {
  readonly item_id: string;
  readonly account_id: string;
  readonly account: string;
  readonly number: string;
  readonly company: string;
  readonly currency: string;
  readonly terms: string;
  readonly issued_on: Day;
  readonly due_on: Day;
  /** A size for the model, in minor units; no amount is taken from it. */
  readonly size: number;
  readonly open_minor: string;
  readonly paid_on: Day | null;
};

/** Older invoices than this teach nothing that newer ones do not teach better. */
const years = 2;

/** Invoices of the last years, and what was paid of them by the close of the day. */
export async function paymentHistory(db: Queries, asOf: Day): Promise<readonly HistoryRow[]> {
  return db.all(sql<HistoryRow>`
    with cleared as (
      select a.account_id,
             a.debit_item_id     as item_id,
             sum(a.amount_minor) as paid_minor,
             max(a.effective_on) as last_on
        from ledger.application_history a
       where a.effective_on <= ${asOf}
       group by a.account_id, a.debit_item_id
    )
    select i.item_id,
           i.account_id,
           c.account,
           i.number,
           c.company,
           i.currency,
           coalesce(c.terms_code, '')       as terms,
           i.issued_on,
           i.due_on,
           i.amount_minor::double precision as size,
           (i.amount_minor - coalesce(p.paid_minor, 0))::text as open_minor,
           case when p.paid_minor >= i.amount_minor then p.last_on end as paid_on
      from ledger.dated_item i
      join customers.account_card c
        on c.account_id = i.account_id
      left join cleared p
        on p.account_id = i.account_id
       and p.item_id    = i.item_id
     where i.kind = 'invoice'
       and i.side = 1
       and i.issued_on <= ${asOf}
       and (p.last_on is null or p.last_on > ${plusDays(asOf, -366 * years)}
            or p.paid_minor < i.amount_minor)
     order by i.account_id, i.item_id`);
}
