/** The register of our bank accounts and every change to it. */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type AccountSaid = {
  readonly bankAccountId: Id;
  readonly companyId: Id;
  readonly name: string;
  readonly cashAccount: string;
};

export type NewAccount = AccountSaid & { readonly number: string; readonly currency: string };

type Taken = 'bank_files.account_name_taken' | 'bank_files.cash_account_taken';

/** Writes an account down; answers what another account of the company has already. */
export async function insertBankAccount(
  { tx, at, actor }: Context,
  account: NewAccount,
): Promise<Taken | undefined> {
  const taken = await takenOf(tx, account);
  if (taken) return taken;
  await tx.run(sql`
    insert into bank_files.bank_account (bank_account_id, company_id, currency, recorded_at, actor)
    values (${account.bankAccountId}, ${account.companyId}, ${account.currency}, ${at},
            ${actor.ref})`);
  await tx.run(sql`
    insert into bank_files.bank_account_now (bank_account_id, company_id, name, number,
                                             cash_account)
    values (${account.bankAccountId}, ${account.companyId}, ${account.name}, ${account.number},
            ${account.cashAccount})`);
  return undefined;
}

/** Which of what must be its own another account of the company has. */
export async function takenOf(tx: Tx, account: AccountSaid): Promise<Taken | undefined> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`bank_account ${account.companyId}`}, 0))`);
  const rows = await tx.all(sql<{ same_name: boolean }>`
    select name = ${account.name} as same_name
      from bank_files.bank_account_now
     where company_id = ${account.companyId}
       and bank_account_id <> ${account.bankAccountId}
       and (name = ${account.name} or cash_account = ${account.cashAccount})`);
  if (rows.length === 0) return undefined;
  return rows.some((row) => row.same_name)
    ? 'bank_files.account_name_taken'
    : 'bank_files.cash_account_taken';
}

export async function insertAccountChange(
  context: Context,
  bankAccountId: Id,
  kind: 'registered' | 'edited' | 'number_added',
  facts: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  const { tx, at, actor, reason } = context;
  await tx.run(sql`
    insert into bank_files.bank_account_change (bank_account_id, change_id, kind, facts, reason,
                                                recorded_at, actor)
    values (${bankAccountId}, ${context.newId()}, ${kind}, ${JSON.stringify(facts)}, ${reason},
            ${at}, ${actor.ref})`);
}

export async function updateBankAccount(
  tx: Tx,
  account: AccountSaid & { readonly active: boolean },
): Promise<void> {
  await tx.run(sql`
    update bank_files.bank_account_now
       set name = ${account.name}, cash_account = ${account.cashAccount},
           active = ${account.active}
     where bank_account_id = ${account.bankAccountId}`);
}
