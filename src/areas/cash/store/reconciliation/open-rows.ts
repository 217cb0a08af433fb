/** What is open on either side of a bank account: lines of the bank, entries of ours. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { OpenBankLine, OpenBookLine } from '../../rules/reconciliation/clearing.ts';
import type { Treatment, TreatedLine } from '../../rules/reconciliation/treatment.ts';
import type { BankAccount } from './accounts.ts';

export type BankRow = OpenBankLine &
  TreatedLine & {
    readonly payer: string;
    /** What a person said it is. */
    readonly treated: Treatment | null;
    readonly treatedBecause: string;
    /** It became something: a receipt, a deposit that was cleared. */
    readonly used: boolean;
    /** Somebody said that it is not to be worked, and a second person agreed. */
    readonly aside: boolean;
  };

/** Lines of signed-off kind `statement`, booked, of no entry yet, up to a day. */
export async function openBankRows(
  db: Queries,
  { bankAccountId, keptFrom }: BankAccount,
  to: Day | null,
): Promise<BankRow[]> {
  const rows = await db.all(sql<{
    line_id: string;
    booked_on: string;
    amount_minor: bigint;
    check_number: string;
    code: string;
    channel: string;
    said: string;
    returned: boolean;
    payer: string;
    treatment: Treatment | null;
    reason: string | null;
    aside: boolean;
    used: boolean;
  }>`
    select distinct on (s.booked_on, s.line_id) s.line_id, s.booked_on, s.amount_minor,
           coalesce(l.check_number, '') as check_number, coalesce(l.code, '') as code,
           coalesce(l.channel, 'other') as channel, coalesce(l.said, '') as said,
           l.returned_reason is not null as returned, coalesce(l.payer_name, '') as payer,
           t.treatment, t.reason, s.aside is not null as aside,
           l.used_by is not null as used
      from bank_files.statement_line_card s
      join bank_files.statement_card c on c.statement_id = s.statement_id and c.kind = 'statement'
      left join bank_files.line_card l on l.line_id = s.line_id
      left join lateral (select x.treatment, x.reason
                           from cash.treatment x
                          where x.line_id = s.line_id
                          order by x.recorded_at desc
                          limit 1) t on true
     where s.bank_account_id = ${bankAccountId}
       and s.status          = 'booked'
       and s.booked_on between coalesce(${keptFrom}::date, '-infinity')
                           and coalesce(${to}::date, 'infinity')
       and not exists (select from cash.line_cleared x where x.line_id = s.line_id)
     order by s.booked_on, s.line_id`);
  return rows.map((row) => ({
    lineId: id(row.line_id),
    on: day(row.booked_on),
    amount: row.amount_minor,
    checkNumber: row.check_number,
    code: row.code,
    channel: row.channel,
    said: row.said,
    returned: row.returned,
    payer: row.payer,
    treated: row.treatment,
    treatedBecause: row.reason ?? '',
    aside: row.aside,
    used: row.used,
  }));
}

export type BookRow = OpenBookLine & {
  readonly kind: string;
  readonly who: string;
  /** What a person said of it. */
  readonly note: string;
};

/** Entries through the cash clearing of this bank account that the bank does not show yet. */
export async function openBookRows(
  db: Queries,
  bank: BankAccount,
  { from, to }: { readonly from: Day | null; readonly to: Day | null },
): Promise<BookRow[]> {
  const rows = await db.all(sql<{
    key: string;
    effective_on: string;
    amount_minor: bigint;
    reference: string;
    line_id: string | null;
    deposit_id: string | null;
    kind: string;
    who: string;
    note: string | null;
  }>`
    select l.account_id || ' ' || l.entry_id || ' ' || l.line_no as key, l.effective_on,
           l.amount_minor, coalesce(nullif(r.check_number, ''), r.reference, '') as reference,
           coalesce(w.line_id, b.line_id) as line_id,
           coalesce(d.deposit_id, n.file_id) as deposit_id, l.kind,
           coalesce(nullif(r.payer_name, ''), a.name, '') as who, k.reason as note
      from ledger.clearing_line l
      left join lateral ${receiptOf} r on true
      left join customers.account_card a on a.account_id = l.account_id
      left join cash.receipt_deposited d on d.receipt_id = r.receipt_id
      left join cash.split_part s on s.receipt_id = r.receipt_id
      left join cash.receipt w on w.receipt_id = s.bulk_id
      left join bank_files.line_card n on n.line_id = r.line_id and n.listed_as = 'notices'
                                      and w.line_id is null
      left join bank_files.line_card b on b.line_id = r.line_id and b.listed_as <> 'notices'
      left join lateral (select x.reason
                           from cash.book_note x
                          where x.account_id = l.account_id
                            and x.entry_id   = l.entry_id
                            and x.line_no    = l.line_no
                          order by x.recorded_at desc
                          limit 1) k on true
     where ${ofBank(bank)}
       and l.effective_on between coalesce(${from}::date, '-infinity')
                              and coalesce(${to}::date, 'infinity')
       and not exists (select
                         from cash.entry_cleared x
                        where x.account_id = l.account_id
                          and x.entry_id   = l.entry_id
                          and x.line_no    = l.line_no)
     order by l.effective_on, l.entry_id, l.line_no`);
  return rows.map((row) => ({
    key: row.key,
    on: day(row.effective_on),
    amount: row.amount_minor,
    reference: row.reference,
    lineId: row.line_id === null ? null : id(row.line_id),
    depositId: row.deposit_id === null ? null : id(row.deposit_id),
    kind: row.kind,
    who: row.who,
    note: row.note ?? '',
  }));
}

/** The receipt that the entry brought in, if it is one of the desk's. */
const receiptOf: Sql = sql`(
  select r.receipt_id, r.check_number, r.reference, r.line_id, r.payer_name
    from cash.posting p
    join cash.receipt r on r.receipt_id = p.receipt_id
   where p.account_id = l.account_id
     and p.entry_id   = l.entry_id
   union all
  select r.receipt_id, r.check_number, r.reference, r.line_id, r.payer_name
    from cash.elsewhere e
    join cash.receipt r on r.receipt_id = e.receipt_id
   where r.company_id = l.account_id
     and e.entry_id   = l.entry_id)`;

/** Lines of the company's cash clearing that are of this bank account. */
function ofBank({ companyId, currency, cashAccount, alone }: BankAccount): Sql<boolean> {
  return sql<boolean>`l.company_id    = ${companyId}
       and l.chart_account = 'cash-clearing'
       and l.currency      = ${currency}
       and (l.bank = ${cashAccount} or (${alone} and l.bank is null))`;
}

/** Cash clearing of this bank account before a day, and at the end of another. */
export async function bookBalances(
  db: Queries,
  bank: BankAccount,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<{ before: bigint; atEnd: bigint }> {
  const row = await db.one(sql<{ before: bigint; at_end: bigint }>`
    select coalesce(sum(l.amount_minor) filter (where l.effective_on < ${from}), 0)::bigint
             as before,
           coalesce(sum(l.amount_minor), 0)::bigint as at_end
      from ledger.clearing_line l
     where ${ofBank(bank)}
       and l.effective_on <= ${to}`);
  return { before: row.before, atEnd: row.at_end };
}

/** Who posted receipts through the account in these days. */
export async function whoReconciled(
  db: Queries,
  bank: BankAccount,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<string[]> {
  const rows = await db.all(sql<{ actor: string }>`
    select distinct l.actor
      from ledger.clearing_line l
     where ${ofBank(bank)}
       and l.kind = 'receipt'
       and l.effective_on between ${from} and ${to}`);
  return rows.map(({ actor }) => actor);
}

/** Open lines of the account among these ids, locked against another use. */
export async function bankRowsNamed(
  db: Queries,
  bank: BankAccount,
  lineIds: readonly Id[],
): Promise<BankRow[]> {
  const open = await openBankRows(db, bank, null);
  return open.filter(({ lineId }) => lineIds.includes(lineId));
}
