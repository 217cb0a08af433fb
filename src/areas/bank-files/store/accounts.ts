/** Our bank accounts, the numbers that files call them by, and the lock on their lines. */
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type NamedAccount = {
  readonly bankAccountId: Id;
  readonly companyId: Id;
  readonly currency: Currency;
};

type NamedRow = { bank_account_id: string; company_id: string; currency: string };

/** The accounts that these plain numbers name, each under `number currency`. */
export async function accountsKnownAs(
  db: Queries,
  stated: readonly { readonly number: string; readonly currency: string }[],
): Promise<Map<string, NamedAccount>> {
  const rows = await db.all(sql<NamedRow & { number: string }>`
    select k.number, k.currency, a.bank_account_id, a.company_id
      from unnest(${stated.map((each) => each.number)}::text[],
                  ${stated.map((each) => each.currency)}::text[]) as s (number, currency)
      join bank_files.known_as k on k.number = s.number and k.currency = s.currency
      join bank_files.bank_account a on a.bank_account_id = k.bank_account_id`);
  return new Map(rows.map((row) => [`${row.number} ${row.currency}`, readNamed(row)]));
}

/** The accounts that somebody named for this file, each under `stated currency`. */
export async function accountsNamedFor(
  db: Queries,
  fileId: Id,
): Promise<Map<string, NamedAccount>> {
  const rows = await db.all(sql<NamedRow & { stated: string }>`
    select f.stated, f.currency, a.bank_account_id, a.company_id
      from bank_files.file_account f
      join bank_files.bank_account a on a.bank_account_id = f.bank_account_id
     where f.file_id = ${fileId}`);
  return new Map(rows.map((row) => [`${row.stated} ${row.currency}`, readNamed(row)]));
}

export async function findBankAccount(
  db: Queries,
  bankAccountId: Id,
): Promise<NamedAccount | undefined> {
  const row = await db.maybe(sql<NamedRow>`
    select bank_account_id, company_id, currency
      from bank_files.bank_account
     where bank_account_id = ${bankAccountId}`);
  return row && readNamed(row);
}

function readNamed(row: NamedRow): NamedAccount {
  return {
    bankAccountId: id(row.bank_account_id),
    companyId: id(row.company_id),
    currency: currency(row.currency),
  };
}

/**
 * Waits until nobody else takes in lines of these accounts or advices of this company: in one
 * order, so that two files never wait for each other in a ring.
 */
export async function lockForIntake(
  tx: Tx,
  companyId: Id,
  bankAccountIds: readonly Id[],
): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`bank_files ${companyId}`}, 0))`);
  await tx.run(sql`
    select bank_account_id
      from bank_files.bank_account_now
     where bank_account_id = any(${bankAccountIds})
     order by bank_account_id
       for update`);
}

export async function insertFileAccount(
  { tx, at, actor }: Context,
  fileId: Id,
  named: { readonly stated: string; readonly currency: string; readonly bankAccountId: Id },
): Promise<void> {
  await tx.run(sql`
    insert into bank_files.file_account (file_id, stated, currency, bank_account_id, recorded_at,
                                         actor)
    values (${fileId}, ${named.stated}, ${named.currency}, ${named.bankAccountId}, ${at},
            ${actor.ref})
        on conflict do nothing`);
}

/** Lets files call an account by a further number; false when another account has it. */
export async function insertKnownAs(
  tx: Tx,
  known: { readonly number: string; readonly currency: string; readonly bankAccountId: Id },
): Promise<boolean> {
  const { number, currency: code, bankAccountId } = known;
  await tx.run(sql`
    insert into bank_files.known_as (number, currency, bank_account_id)
    values (${number}, ${code}, ${bankAccountId})
        on conflict do nothing`);
  const row = await tx.one(sql<{ bank_account_id: string }>`
    select bank_account_id
      from bank_files.known_as
     where number = ${number} and currency = ${code}`);
  return row.bank_account_id === bankAccountId;
}
