/**
 * What the other book must know of our cash, as the journal has it: money received and taken back,
 * what it was applied to and taken off, and money that moved from one account to another.
 *
 * Everything is read from the journal, so no door by which cash is posted can be forgotten. What
 * came by import came from the other book and is not told to it. A moved credit is two lines,
 * taken back here and received there, of the same moment.
 */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { PostingLine } from '../../rules/book-of-record/book.ts';

type FactRow = {
  key: string;
  kind: PostingLine['kind'];
  account: string;
  customer: string;
  receipt: string;
  method: string;
  document: string;
  amount_minor: bigint;
  currency: string;
  effective_on: string;
  bank: string;
};

/** In the order in which they happened; a receipt before what it pays. */
export async function postingFacts(db: Queries, companyId: Id, since: Day): Promise<PostingLine[]> {
  const rows = await db.all(sql<FactRow>`
    select f.key, f.kind, c.account, c.name as customer, f.receipt, f.method, f.document,
           f.amount_minor, f.currency, f.effective_on, f.bank
      from (${moneyFacts} union all ${appliedFacts} union all ${leavingFacts}
            union all ${arrivingFacts}) f
      join customers.account_card c on c.account_id = f.account_id
     where c.company_id = ${companyId}
       and greatest(f.effective_on, (f.recorded_at at time zone 'UTC')::date) >= ${since}
     order by f.recorded_at, f.step, f.key`);
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    account: row.account,
    customer: row.customer,
    receipt: row.receipt,
    method: row.method,
    document: row.document,
    amount: money(row.amount_minor, currency(row.currency)),
    on: day(row.effective_on),
    bank: row.bank,
  }));
}

/** What the customer paid: a fee that the banks kept on the way is ours. */
const moneyFacts: Sql = sql`
  select l.account_id, 'money ' || l.entry_id || ' ' || l.line_no as key,
         case when l.amount_minor > 0 then 'receipt' else 'return' end as kind,
         regexp_replace(e.number, case when l.kind = 'receipt' then '^$' else '^REV-' end, '')
           as receipt,
         coalesce(r.method, '') as method, '' as document,
         l.amount_minor + coalesce(p.fee_minor, 0) as amount_minor, l.currency, l.effective_on,
         coalesce(l.bank, '') as bank, l.recorded_at, 1 as step
    from ledger.clearing_line l
    join ledger.entry_card e on e.account_id = l.account_id and e.entry_id = l.entry_id
    left join cash.posting p on p.account_id = l.account_id and p.entry_id = l.entry_id
    left join cash.receipt r on r.receipt_id = p.receipt_id
   where (l.kind = 'receipt' and l.amount_minor > 0)
      or (l.kind in ('return', 'reversal') and l.amount_minor < 0)`;

const appliedFacts: Sql = sql`
  select a.account_id, 'application ' || a.application_id,
         case when a.amount_minor > 0 then 'application' else 'unapplication' end,
         a.credit_number, '', a.debit_number, a.amount_minor, i.currency, a.effective_on, '',
         a.recorded_at, 2
    from ledger.application_card a
    join ledger.desk_application o on o.account_id     = a.account_id
                                  and o.application_id = a.application_id
    join ledger.item_card i on i.account_id = a.account_id and i.item_id = a.credit_item_id
   where a.kind = 'payment'`;

/** Moved money only: a credit memo that moves is told by who told it. */
const moved: Sql = sql`(
  select a.account_id, a.application_id, a.credit_number, a.amount_minor, i.currency,
         a.effective_on, a.recorded_at
    from ledger.application_card a
    join ledger.item_card i on i.account_id = a.account_id and i.item_id = a.credit_item_id
   where a.kind = 'transfer'
     and i.side = -1
     and (i.kind = 'receipt'
          or i.kind = 'transfer'
             and exists (select
                           from ledger.item_name r
                          where r.kind   = 'receipt'
                            and r.number = regexp_replace(i.number, '^(TRF-)+', ''))))`;

const leavingFacts: Sql = sql`
  select m.account_id, 'moved ' || m.application_id, 'return', m.credit_number, '', '',
         -m.amount_minor, m.currency, m.effective_on, '', m.recorded_at, 3
    from ${moved} m`;

const arrivingFacts: Sql = sql`
  select l.account_id, 'arrived ' || l.entry_id || ' ' || l.line_no, 'receipt', e.number, '', '',
         -l.amount_minor, l.currency, l.effective_on, '', l.recorded_at, 4
    from ledger.control_line l
    join ledger.entry_card e on e.account_id = l.account_id and e.entry_id = l.entry_id
   where l.kind = 'transfer'
     and l.amount_minor < 0
     and exists (select
                   from ${moved} m
                  where m.recorded_at  = l.recorded_at
                    and m.account_id  <> l.account_id
                    and m.currency     = l.currency
                    and m.amount_minor = -l.amount_minor)`;
