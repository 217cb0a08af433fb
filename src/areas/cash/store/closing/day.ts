/**
 * The four sides of a day's cash as the tables have them; what they come to is the rules' work.
 *
 * Each side is read from where it stands: a receipt from the desk, a deposit from the bank's
 * lines or our own deposit, a posting from the ledger's item, the journal from its lines.
 */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { DayReceipt, Leg, Stray } from '../../rules/closing/day.ts';

export type CompanyDay = { readonly companyId: Id; readonly day: Day };

type ReceiptRow = {
  receipt_id: string;
  currency: string;
  amount_minor: bigint;
  who: string;
  method: string;
  deposited_minor: bigint | null;
  posted_minor: bigint | null;
  journal_minor: bigint | null;
  same_day: boolean;
  held_over: Leg[] | null;
};

/**
 * Receipts of the day but those that were withdrawn or keyed wrongly. `captured`: what a card
 * processor captured of them, which no bank shows singly.
 */
export async function dayReceipts(
  db: Queries,
  { companyId, day }: CompanyDay,
  captured: ReadonlyMap<Id, bigint>,
): Promise<DayReceipt[]> {
  const rows = await db.all(sql<ReceiptRow>`
    select r.receipt_id, r.currency, r.amount_minor, r.method,
           coalesce(nullif(r.payer_name, ''), nullif(r.check_number, ''), r.reference) as who,
           ${depositedOf} as deposited_minor, p.posted_minor, j.journal_minor,
           coalesce((p.recorded_at at time zone c.zone)::date <= r.received_on, false) as same_day,
           (select array_agg(h.leg)
              from cash.held_over h
             where h.receipt_id = r.receipt_id
               and not exists (select from cash.held_over_end e where e.held_id = h.held_id))
             as held_over
      from cash.receipt r
      join cash.receipt_now n on n.receipt_id = r.receipt_id
      join team.company c on c.company_id = r.company_id
      left join lateral ${postedOf} p on true
      left join lateral (select sum(l.amount_minor)::bigint as journal_minor
                           from ledger.clearing_line l
                          where l.account_id = p.account_id
                            and l.entry_id   = p.entry_id) j on true
     where r.company_id  = ${companyId}
       and r.received_on = ${day}
       and r.amount_minor > 0
       and n.state not in ('withdrawn', 'reversed', 'split')
     order by r.recorded_at, r.receipt_id`);
  return rows.map((row) => dayReceipt(row, captured));
}

/**
 * From the bank's line or the processor's, the credit that it is a part of, our own deposit, or
 * an entry found at the bank.
 */
const depositedOf: Sql = sql`
  coalesce((select b.amount_minor from bank_files.line_card b where b.line_id = r.line_id),
           (select r.amount_minor from cash.split_part x where x.receipt_id = r.receipt_id),
           (select s.gross_minor from bank_files.settlement_card s
             where s.settlement_line_id = r.line_id),
           (select i.amount_minor
              from cash.receipt_deposited d
              join cash.deposit_item i on i.deposit_id = d.deposit_id and i.item_no = d.item_no
              join cash.deposit_now s on s.deposit_id = d.deposit_id
             where d.receipt_id = r.receipt_id
               and s.state not in ('open', 'rejected')),
           (select r.amount_minor
             where exists (select
                             from cash.entry_cleared x
                            where x.account_id = p.account_id
                              and x.entry_id   = p.entry_id)))`;

/** The ledger's item that the receipt became, or the entry of money that was somebody else's. */
const postedOf: Sql = sql`(
  select q.account_id, q.entry_id, i.amount_minor as posted_minor, q.recorded_at
    from cash.posting q
    join ledger.item_card i on i.account_id = q.account_id and i.item_id = q.item_id
   where q.receipt_id = r.receipt_id
   union all
  select r.company_id, e.entry_id, r.amount_minor, e.recorded_at
    from cash.elsewhere e
   where e.receipt_id = r.receipt_id)`;

function dayReceipt(row: ReceiptRow, captured: ReadonlyMap<Id, bigint>): DayReceipt {
  const receiptId = id(row.receipt_id);
  return {
    receiptId,
    currency: currency(row.currency),
    amount: row.amount_minor,
    who: row.who,
    method: row.method,
    deposited: row.deposited_minor ?? captured.get(receiptId) ?? null,
    posted: row.posted_minor,
    journal: row.journal_minor,
    sameDay: row.same_day,
    heldOver: row.held_over ?? [],
  };
}

type StrayRow = { id: string; currency: string; amount_minor: bigint; who: string };

/** Credits of the day that nobody wrote down as received and nobody said what they are. */
export async function bankOnly(db: Queries, { companyId, day }: CompanyDay): Promise<Stray[]> {
  const rows = await db.all(sql<StrayRow>`
    select l.line_id as id, l.currency, l.amount_minor,
           coalesce(nullif(l.payer_name, ''), l.said) as who
      from bank_files.line_card l
     where l.company_id = ${companyId}
       and l.booked_on  = ${day}
       and l.status     = 'booked'
       and l.amount_minor > 0
       and l.returned_reason is null
       and not exists (select from cash.line_cleared x where x.line_id = l.line_id)
       and not exists (select from cash.card_settlement s where s.line_id = l.line_id)
       and not exists (select
                         from cash.receipt r
                         join cash.receipt_now n on n.receipt_id = r.receipt_id
                        where r.line_id = l.line_id
                          and n.state not in ('withdrawn', 'reversed'))
       and coalesce((select t.treatment
                       from cash.treatment t
                      where t.line_id = l.line_id
                      order by t.recorded_at desc
                      limit 1), 'unknown') in ('unknown', 'card_deposit')
     order by l.recorded_at, l.line_id`);
  return rows.map(stray);
}

/** Receipts that stand in the journal of the day and that no receipt of the desk became. */
export async function journalOnly(db: Queries, { companyId, day }: CompanyDay): Promise<Stray[]> {
  const rows = await db.all(sql<StrayRow>`
    select l.entry_id as id, l.currency, sum(l.amount_minor)::bigint as amount_minor,
           coalesce(max(a.account), '') as who
      from ledger.clearing_line l
      left join customers.account_card a on a.account_id = l.account_id
     where l.company_id   = ${companyId}
       and l.effective_on = ${day}
       and l.kind         = 'receipt'
       and not exists (select
                         from cash.posting p
                        where p.account_id = l.account_id
                          and p.entry_id   = l.entry_id)
     group by l.entry_id, l.currency
     order by l.entry_id`);
  return rows.map(stray);
}

function stray(row: StrayRow): Stray {
  return {
    id: id(row.id),
    currency: currency(row.currency),
    amount: row.amount_minor,
    who: row.who,
  };
}

/** Who entered, posted, deposited or held over something of the day. */
export async function whoWorked(db: Queries, { companyId, day }: CompanyDay): Promise<string[]> {
  const rows = await db.all(sql<{ actor: string }>`
    select r.actor
      from cash.receipt r
     where r.company_id = ${companyId} and r.received_on = ${day}
     union
    select p.actor
      from cash.receipt r
      join cash.posting p on p.receipt_id = r.receipt_id
     where r.company_id = ${companyId} and r.received_on = ${day}
     union
    select h.actor
      from cash.receipt r
      join cash.held_over h on h.receipt_id = r.receipt_id
     where r.company_id = ${companyId} and r.received_on = ${day}
     union
    select a.actor
      from cash.deposit d
      join cash.deposit_act a on a.deposit_id = d.deposit_id and a.act in ('close', 'send')
     where d.company_id = ${companyId} and d.deposited_on = ${day}`);
  return rows.map(({ actor }) => actor);
}
