/** Our bank accounts and their statements, as reconciling sees them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';

export type BankAccount = {
  readonly bankAccountId: Id;
  readonly companyId: Id;
  readonly name: string;
  readonly numberEnd: string;
  readonly currency: Currency;
  /** The `bank` of its lines in the journal. */
  readonly cashAccount: string;
  /** The only account of its currency: entries that name no bank are its. */
  readonly alone: boolean;
  /** The first day of its first signed statement; rows before it are no rows of any proof. */
  readonly keptFrom: Day | null;
};

type AccountRow = {
  bank_account_id: string;
  company_id: string;
  name: string;
  number_end: string;
  currency: string;
  cash_account: string;
  alone: boolean;
  kept_from: string | null;
};

function selectAccounts(condition: Sql): Sql<AccountRow> {
  return sql<AccountRow>`
    select b.bank_account_id, b.company_id, b.name, b.number_end, b.currency, b.cash_account,
           not exists (select
                         from bank_files.bank_account_card o
                        where o.company_id = b.company_id
                          and o.currency   = b.currency
                          and o.bank_account_id <> b.bank_account_id) as alone,
           (select min(r.from_on)
              from cash.reconciliation r
             where r.bank_account_id = b.bank_account_id) as kept_from
      from bank_files.bank_account_card b
     where ${condition}
     order by b.name`;
}

export async function bankAccountsOf(db: Queries, companyId: Id): Promise<BankAccount[]> {
  return (await db.all(selectAccounts(sql`b.company_id = ${companyId} and b.active`))).map(account);
}

export async function bankAccount(
  db: Queries,
  companyId: Id,
  bankAccountId: Id,
): Promise<BankAccount | undefined> {
  const row = await db.maybe(
    selectAccounts(sql`b.company_id = ${companyId} and b.bank_account_id = ${bankAccountId}`),
  );
  return row && account(row);
}

function account(row: AccountRow): BankAccount {
  return {
    bankAccountId: id(row.bank_account_id),
    companyId: id(row.company_id),
    name: row.name,
    numberEnd: row.number_end,
    currency: currency(row.currency),
    cashAccount: row.cash_account,
    alone: row.alone,
    keptFrom: row.kept_from === null ? null : day(row.kept_from),
  };
}

export type BankStatement = {
  readonly statementId: Id;
  readonly bankAccountId: Id;
  readonly from: Day;
  readonly to: Day;
  readonly opening: bigint;
  readonly closing: bigint;
  readonly movements: bigint;
  /** What the one before it closed with; null for the first. */
  readonly closedBefore: bigint | null;
  /** The last day of the earliest one before it that nobody signed. */
  readonly unsignedBefore: Day | null;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
};

type StatementRow = {
  statement_id: string;
  bank_account_id: string;
  from_on: string;
  to_on: string;
  opening_minor: bigint;
  closing_minor: bigint;
  movements_minor: bigint;
  closed_before: bigint | null;
  unsigned_before: string | null;
  signed_by: string | null;
  signed_at: string | null;
};

/**
 * Statements of booked days with their balances, the latest first. A statement that starts
 * before the first signed one came too late to be proved and is left out.
 */
export async function statementsOf(
  db: Queries,
  { bankAccountId, keptFrom }: BankAccount,
  limit: number,
): Promise<BankStatement[]> {
  const rows = await db.all(sql<StatementRow>`
    select s.statement_id, s.bank_account_id, s.from_on, s.to_on, s.opening_minor,
           s.closing_minor, s.movements_minor, s.closed_before, s.signed_at,
           s.signed_by,
           min(s.to_on) filter (where s.signed_at is null) over earlier as unsigned_before
      from (select c.statement_id, c.bank_account_id, coalesce(c.from_on, c.to_on) as from_on,
                   c.to_on, c.opening_minor, c.closing_minor, c.movements_minor,
                   lag(c.closing_minor) over (order by c.to_on, c.recorded_at) as closed_before,
                   r.recorded_at as signed_at, coalesce(p.name, r.actor) as signed_by,
                   row_number() over (order by c.to_on, c.recorded_at) as place
              from bank_files.statement_card c
              left join cash.reconciliation r on r.statement_id = c.statement_id
              left join team.person p on r.actor = 'member:' || p.member_id
             where c.bank_account_id = ${bankAccountId}
               and c.kind = 'statement'
               and c.to_on is not null
               and c.opening_minor is not null
               and c.closing_minor is not null
               and coalesce(c.from_on, c.to_on) >= coalesce(${keptFrom}::date, '-infinity')) s
    window earlier as (order by s.place rows between unbounded preceding and 1 preceding)
     order by s.place desc
     limit ${limit}`);
  return rows.map((row) => ({
    statementId: id(row.statement_id),
    bankAccountId: id(row.bank_account_id),
    from: day(row.from_on),
    to: day(row.to_on),
    opening: row.opening_minor,
    closing: row.closing_minor,
    movements: row.movements_minor,
    closedBefore: row.closed_before,
    unsignedBefore: row.unsigned_before === null ? null : day(row.unsigned_before),
    signedBy: row.signed_by,
    signedAt: row.signed_at,
  }));
}
