/**
 * What the other book must know of our cash, as the journal has it: money received and taken back,
 * what it was applied to and taken off, money and credit memos that moved from one account to
 * another, discounts, small differences, write-offs and refunds.
 *
 * Everything is read from the journal, so no door by which cash is posted can be forgotten. What
 * came by import came from the other book and is not told to it. A moved credit is two lines,
 * taken back here and received there, of the same moment.
 */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
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
export function postingFacts(db: Queries, companyId: Id, since: Day): Promise<PostingLine[]> {
  return factsWhere(
    db,
    companyId,
    sql<boolean>`greatest(f.effective_on, (f.recorded_at at time zone 'UTC')::date) >= ${since}`,
  );
}

/** What one act wrote. */
export function factsOfMoment(db: Queries, companyId: Id, at: Instant): Promise<PostingLine[]> {
  return factsWhere(db, companyId, sql<boolean>`f.recorded_at = ${at}`);
}

async function factsWhere(
  db: Queries,
  companyId: Id,
  condition: Sql<boolean>,
): Promise<PostingLine[]> {
  const rows = await db.all(sql<FactRow>`
      ${moves(companyId)}
    select f.key, f.kind, c.account, c.name as customer, f.receipt, f.method, f.document,
           f.amount_minor, f.currency, f.effective_on, f.bank
      from (${moneyFacts} union all ${appliedFacts} union all ${leavingFacts}
            union all ${arrivingFacts} union all ${memoLeavingFacts}
            union all ${memoArrivingFacts}) f
      join customers.account_card c on c.account_id = f.account_id
     where c.company_id = ${companyId}
       and ${condition}
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

/** The credit is money, also when it came from another account. */
const ofMoney: Sql<boolean> = sql<boolean>`(
           i.kind = 'receipt'
           or (a.account_id, i.number) in (select account_id, number from landed))`;

/** What lowers what is owed, or takes that back; a refund pays a credit out. */
const appliedFacts: Sql = sql`
  select a.account_id, 'application ' || a.application_id,
         case a.kind
           when 'payment' then case when not ${ofMoney} then 'credit_application'
                                    when a.amount_minor > 0 then 'application'
                                    else 'unapplication' end
           when 'credit' then 'credit_application'
           when 'tolerance' then 'small_difference'
           else a.kind end,
         a.credit_number, '', a.debit_number,
         case a.kind when 'refund' then -a.amount_minor else a.amount_minor end, i.currency,
         a.effective_on, '', a.recorded_at, 2
    from ledger.application_card a
    join ledger.desk_application o on o.account_id     = a.account_id
                                  and o.application_id = a.application_id
    join ledger.item_card i on i.account_id = a.account_id and i.item_id = a.credit_item_id
   where a.kind in ('payment', 'credit', 'discount', 'tolerance', 'write_off', 'refund')`;

/**
 * Money that moved between accounts of the company. `sent` and `arrived` are all credits that
 * left an account and came to one; of them `moved` began with a receipt, at whatever step, and
 * `landed` is where its steps ended. An arrival is told by its moment, amount and number.
 */
function moves(companyId: Id): Sql {
  return sql`with recursive sent as (
    select a.account_id, a.application_id, a.credit_number as number, i.kind, a.amount_minor,
           i.currency, a.effective_on, a.recorded_at,
           a.debit_number = 'TRF-' || a.credit_number as at_desk
      from ledger.application_card a
      join ledger.item_card i on i.account_id = a.account_id and i.item_id = a.credit_item_id
      join customers.account_card c on c.account_id = a.account_id
     where a.kind = 'transfer' and i.side = -1 and c.company_id = ${companyId}
  ), arrived as (
    select l.account_id, l.entry_id, l.line_no, e.number, -l.amount_minor as amount_minor,
           l.currency, l.effective_on, l.recorded_at
      from ledger.control_line l
      join ledger.entry_card e on e.account_id = l.account_id and e.entry_id = l.entry_id
     where l.kind = 'transfer' and l.amount_minor < 0 and l.company_id = ${companyId}
  ), moved as (
    select s.* from sent s where s.kind = 'receipt'
     union
    select n.*
      from moved m
      join arrived r on ${arrival}
      join sent n on n.kind = 'transfer' and n.account_id = r.account_id and n.number = r.number
  ), landed as (
    select r.*, bool_or(m.at_desk) as at_desk
      from moved m
      join arrived r on ${arrival}
     group by r.account_id, r.entry_id, r.line_no, r.number, r.amount_minor, r.currency,
              r.effective_on, r.recorded_at
  )`;
}

const arrival: Sql<boolean> = sql<boolean>`
           r.recorded_at  = m.recorded_at
       and r.account_id  <> m.account_id
       and r.currency     = m.currency
       and r.amount_minor = m.amount_minor
       and r.number in (m.number, 'TRF-' || m.number)`;

/** What an import carried came from the other book: its number has no sign of the desk's. */
const leavingFacts: Sql = sql`
  select m.account_id, 'moved ' || m.application_id, 'return', m.number, '', '',
         -m.amount_minor, m.currency, m.effective_on, '', m.recorded_at, 3
    from moved m
   where m.at_desk`;

const arrivingFacts: Sql = sql`
  select r.account_id, 'arrived ' || r.entry_id || ' ' || r.line_no, 'receipt', r.number, '', '',
         r.amount_minor, r.currency, r.effective_on, '', r.recorded_at, 4
    from landed r
   where r.at_desk`;

/** A credit that never was money: a credit memo, or what was left of one. */
const memoLeavingFacts: Sql = sql`
  select s.account_id, 'moved ' || s.application_id, 'credit_move', s.number, '', '',
         -s.amount_minor, s.currency, s.effective_on, '', s.recorded_at, 3
    from sent s
   where s.at_desk
     and s.application_id not in (select application_id from moved)`;

const memoArrivingFacts: Sql = sql`
  select r.account_id, 'arrived ' || r.entry_id || ' ' || r.line_no, 'credit_move', r.number, '',
         '', r.amount_minor, r.currency, r.effective_on, '', r.recorded_at, 4
    from arrived r
   where (r.account_id, r.entry_id, r.line_no)
         not in (select account_id, entry_id, line_no from landed)
     and exists (select
                   from sent m
                  where m.at_desk
                    and m.application_id not in (select application_id from moved)
                    and ${arrival})`;
