/** What payers kept back: the lines of postings that no case follows yet, and those one does. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type ShortLine = {
  readonly postingId: Id;
  readonly itemId: Id;
  readonly receiptId: Id;
  readonly short: Money;
  readonly shortReason: string | null;
  /** In the customer's own words, as the remittance said. */
  readonly code: string | null;
  readonly payer: string;
  readonly reference: string;
  readonly receivedOn: Day;
};

/** Lines posted short of this account whose payment stands and which no case follows. */
export async function shortLines(db: Queries, accountId: Id): Promise<ShortLine[]> {
  const rows = await db.all(sql<{
    posting_id: string;
    item_id: string;
    receipt_id: string;
    currency: string;
    short_minor: bigint;
    short_reason: string | null;
    code: string | null;
    payer_name: string;
    reference: string;
    received_on: string;
  }>`
    select s.posting_id, s.item_id, s.receipt_id, s.currency, s.short_minor, s.short_reason,
           s.code, s.payer_name, s.reference, s.received_on
      from cash.short_card s
     where s.account_id = ${accountId}
       and not exists (select
                         from disputes.deduction d
                        where d.account_id = s.account_id
                          and d.posting_id = s.posting_id
                          and d.item_id    = s.item_id)
       and exists (select
                     from ledger.standing_application a
                    where a.account_id     = s.account_id
                      and a.debit_item_id  = s.item_id
                      and a.credit_item_id = s.credit_item_id)
     order by s.recorded_at, s.posting_id, s.item_id`);
  return rows.map((row) => ({
    postingId: id(row.posting_id),
    itemId: id(row.item_id),
    receiptId: id(row.receipt_id),
    short: money(row.short_minor, row.currency),
    shortReason: row.short_reason,
    code: row.code,
    payer: row.payer_name,
    reference: row.reference,
    receivedOn: day(row.received_on),
  }));
}

export type NewDeduction = {
  readonly accountId: Id;
  readonly caseId: Id;
  readonly postingId: Id;
  readonly itemId: Id;
  readonly receiptId: Id;
  readonly amount: Money;
  readonly code: string | null;
};

export async function insertDeduction({ tx, at }: Context, made: NewDeduction): Promise<void> {
  await tx.run(sql`
    insert into disputes.deduction (account_id, posting_id, item_id, case_id, receipt_id,
                                    amount_minor, code, recorded_at)
    values (${made.accountId}, ${made.postingId}, ${made.itemId}, ${made.caseId},
            ${made.receiptId}, ${made.amount.minor}, ${made.code}, ${at})`);
}

export type CaseDeduction = {
  readonly receiptId: Id;
  readonly number: string;
  readonly amount: Money;
  readonly code: string | null;
  readonly payer: string;
  readonly reference: string;
  readonly receivedOn: Day;
};

/** The payments that made a case, the earliest first. */
export async function deductionsOf(
  db: Queries,
  accountId: Id,
  caseId: Id,
): Promise<CaseDeduction[]> {
  const rows = await db.all(sql<{
    receipt_id: string;
    number: string;
    amount_minor: bigint;
    currency: string;
    code: string | null;
    payer_name: string;
    reference: string;
    received_on: string;
  }>`
    select d.receipt_id, i.number, d.amount_minor, r.currency, d.code, r.payer_name, r.reference,
           r.received_on
      from disputes.deduction d
      join cash.receipt_card r on r.receipt_id = d.receipt_id
      join ledger.item_name i on i.account_id = d.account_id and i.item_id = d.item_id
     where d.account_id = ${accountId}
       and d.case_id    = ${caseId}
     order by d.recorded_at, i.number`);
  return rows.map((row) => ({
    receiptId: id(row.receipt_id),
    number: row.number,
    amount: money(row.amount_minor, row.currency),
    code: row.code,
    payer: row.payer_name,
    reference: row.reference,
    receivedOn: day(row.received_on),
  }));
}

/** Cases made by payments alone of which none stands any more. */
export async function goneDeductions(db: Queries, accountId: Id): Promise<ReadonlySet<Id>> {
  const rows = await db.all(sql<{ case_id: string }>`
    select d.case_id
      from disputes.deduction d
      join disputes.dispute_case c on c.account_id = d.account_id and c.case_id = d.case_id
      join disputes.case_now n on n.account_id = d.account_id and n.case_id = d.case_id
      left join cash.short_card s on s.account_id = d.account_id
                                 and s.posting_id = d.posting_id
                                 and s.item_id    = d.item_id
     where d.account_id = ${accountId}
       and c.origin     = 'deduction'
       and n.state not in ('closed', 'decided')
     group by d.case_id
    having bool_and(not exists (select
                                  from ledger.standing_application a
                                 where a.account_id     = s.account_id
                                   and a.debit_item_id  = s.item_id
                                   and a.credit_item_id = s.credit_item_id))`);
  return new Set(rows.map((row) => id(row.case_id)));
}

/** The case that contests an item now, and disputes of it that came from outside without one. */
export async function contestingItem(
  db: Queries,
  accountId: Id,
  itemId: Id,
): Promise<{ readonly caseId: Id | null; readonly disputeId: Id } | undefined> {
  const row = await db.maybe(sql<{ case_id: string | null; dispute_id: string }>`
    select d.case_id, d.dispute_id
      from disputes.dispute_card d
     where d.account_id = ${accountId}
       and d.item_id    = ${itemId}
     order by d.case_id is null, d.dispute_id
     limit 1`);
  return (
    row && { caseId: row.case_id === null ? null : id(row.case_id), disputeId: id(row.dispute_id) }
  );
}
