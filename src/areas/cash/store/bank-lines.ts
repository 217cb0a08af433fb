/** Lines of the bank that wait to become something, as the bank files publish them. */
import { type RemittanceJson, remittanceFromJson } from '#areas/bank-files/rules/money-json.ts';
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { BankLine, NoticeSum } from '../rules/receipts/from-bank.ts';
import { remittanceRows } from '../rules/receipts/remittance.ts';

/** One worker at a time makes receipts of a company's lines. */
export async function lockIntake(tx: Tx, companyId: Id): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`cash.receive ${companyId}`}, 0))`);
}

type LineRow = {
  line_id: string;
  bank_account_id: string;
  cash_account: string;
  file_id: string;
  booked_on: string;
  value_on: string | null;
  amount_minor: bigint;
  currency: string;
  channel: string;
  code: string;
  payer_name: string;
  payer_account: string;
  check_number: string;
  refs: string[];
  said: string;
  external_id: string;
  returned_reason: string;
  remittance: RemittanceJson | null;
  listed_as: string;
};

/** Booked lines of a company that nobody has used, in the order of their days. */
export async function unusedLines(db: Queries, companyId: Id): Promise<BankLine[]> {
  const rows = await db.all(sql<LineRow>`
    select l.line_id, l.bank_account_id, a.cash_account, l.file_id, l.booked_on, l.value_on,
           l.amount_minor, l.currency, l.channel, coalesce(l.code, '') as code,
           coalesce(l.payer_name, '') as payer_name, coalesce(l.payer_account, '') as payer_account,
           coalesce(l.check_number, '') as check_number, l.refs, l.said,
           coalesce(l.external_id, '') as external_id,
           coalesce(l.returned_reason, '') as returned_reason, l.remittance, l.listed_as
      from bank_files.line_card l
      join bank_files.bank_account_card a on a.bank_account_id = l.bank_account_id
     where l.company_id = ${companyId}
       and l.status     = 'booked'
       and l.amount_minor <> 0
       and l.used_by is null
     order by l.booked_on, l.line_id`);
  return rows.map((row) => ({
    lineId: id(row.line_id),
    bankAccountId: id(row.bank_account_id),
    bank: row.cash_account,
    fileId: id(row.file_id),
    bookedOn: day(row.booked_on),
    valueOn: row.value_on === null ? null : day(row.value_on),
    amount: money(row.amount_minor, row.currency),
    channel: row.channel,
    code: row.code,
    payerName: row.payer_name,
    payerAccount: row.payer_account,
    checkNumber: row.check_number,
    refs: row.refs,
    said: row.said,
    externalId: row.external_id,
    returnedReason: row.returned_reason,
    remittance:
      row.remittance === null ? [] : remittanceRows(remittanceFromJson(row.remittance).lines),
    listedAs: row.listed_as,
  }));
}

type SumRow = {
  bank_account_id: string;
  booked_on: string;
  currency: string;
  channel: string;
  sum: bigint;
};

/**
 * What the lists of single payments come to, by file, account and day, used or not; a list whose
 * credit the desk has already, or whose sum was cleared at the bank, explains no other.
 */
export async function noticeSums(db: Queries, companyId: Id, from: Day): Promise<NoticeSum[]> {
  const rows = await db.all(sql<SumRow>`
    select l.bank_account_id, l.booked_on, l.currency, l.channel,
           sum(l.amount_minor)::bigint as sum
      from bank_files.line_card l
     where l.company_id = ${companyId}
       and l.listed_as  = 'notices'
       and l.status     = 'booked'
       and l.amount_minor > 0
       and l.booked_on >= ${plusDays(from, -10)}
       and coalesce(l.used_by, '') not like 'listed in %'
       and not exists (select
                         from cash.receipt r
                         join cash.split_part p on p.receipt_id = r.receipt_id
                        where r.line_id = l.line_id)
       and not exists (select
                         from cash.receipt r
                         join cash.posting p on p.receipt_id = r.receipt_id
                         join cash.entry_cleared x on x.account_id = p.account_id
                                                  and x.entry_id   = p.entry_id
                        where r.line_id = l.line_id)
     group by l.file_id, l.bank_account_id, l.booked_on, l.currency, l.channel`);
  return rows.map(noticeSum);
}

/**
 * What the lists of payments that came back come to, by file and by day of an account; one whose
 * sum was cleared at the bank explains no other.
 */
export async function returnSums(db: Queries, companyId: Id, from: Day): Promise<NoticeSum[]> {
  const rows = await db.all(sql<SumRow>`
    with list as (
      select l.bank_account_id, l.booked_on, l.currency, l.channel,
             sum(l.amount_minor)::bigint as sum
        from bank_files.line_card l
       where l.company_id = ${companyId}
         and l.listed_as  = 'notices'
         and l.status     = 'booked'
         and l.amount_minor < 0
         and l.returned_reason is not null
         and l.booked_on >= ${plusDays(from, -10)}
       group by l.bank_account_id, l.booked_on, l.currency, l.channel,
                grouping sets ((l.file_id), ())
      having grouping(l.file_id) = 0 or count(distinct l.file_id) > 1)
    select r.bank_account_id, r.booked_on, r.currency, r.channel, r.sum
      from list r
     where not exists (select
                         from bank_files.line_card s
                         join cash.line_cleared x on x.line_id = s.line_id
                        where s.bank_account_id = r.bank_account_id
                          and s.listed_as      <> 'notices'
                          and s.amount_minor    = r.sum
                          and s.booked_on between r.booked_on - 5 and r.booked_on + 5)`);
  return rows.map(noticeSum);
}

function noticeSum(row: SumRow): NoticeSum {
  return {
    bankAccountId: id(row.bank_account_id),
    bookedOn: day(row.booked_on),
    amount: money(row.sum, row.currency),
    channel: row.channel,
  };
}

/** A remittance that came apart from its money. */
export type LooseRemittance = {
  readonly remittanceId: Id;
  readonly fileId: Id;
  readonly payerName: string;
  readonly paymentReference: string;
  readonly paidOn: Day | null;
  readonly total: bigint | null;
  readonly currency: string;
  readonly lines: RemittanceJson['lines'];
};

/** Remittances of a company that explain no receipt yet, the oldest first. */
export async function looseRemittances(db: Queries, companyId: Id): Promise<LooseRemittance[]> {
  const rows = await db.all(sql<{
    remittance_id: string;
    file_id: string;
    payer_name: string;
    payment_reference: string;
    paid_on: string | null;
    total_minor: bigint | null;
    currency: string;
    lines: RemittanceJson['lines'];
  }>`
    select m.remittance_id, m.file_id, coalesce(m.payer_name, '') as payer_name,
           coalesce(m.payment_reference, '') as payment_reference, m.paid_on, m.total_minor,
           m.currency, m.lines
      from bank_files.remittance_card m
     where m.company_id = ${companyId}
       and not exists (select
                         from cash.remittance_use u
                        where u.remittance_id = m.remittance_id)
     order by m.recorded_at, m.remittance_id`);
  return rows.map((row) => ({
    remittanceId: id(row.remittance_id),
    fileId: id(row.file_id),
    payerName: row.payer_name,
    paymentReference: row.payment_reference,
    paidOn: row.paid_on === null ? null : day(row.paid_on),
    total: row.total_minor,
    currency: row.currency,
    lines: row.lines,
  }));
}
