/**
 * Changes what one of our bank accounts is called, which clearing account its cash goes to, and
 * whether it is still used. Cash that is posted already stays where it was posted.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { AccountRefusal } from '../rules/refusal.ts';
import { insertAccountChange, takenOf, updateBankAccount } from '../store/account-book.ts';
import { findBankAccount } from '../store/accounts.ts';

export type EditBankAccount = {
  readonly bankAccountId: Id;
  readonly name: string;
  readonly cashAccount: string;
  readonly active: boolean;
  readonly companies: 'all' | readonly Id[];
};

/** Refuses an account that is not there, and a name or clearing account that another one has. */
export async function editBankAccount(
  context: Context,
  wish: EditBankAccount,
): Promise<Outcome<void, AccountRefusal>> {
  const { bankAccountId, name, cashAccount, active, companies } = wish;
  const account = await findBankAccount(context.tx, bankAccountId);
  if (!account || (companies !== 'all' && !companies.includes(account.companyId))) {
    return refuse('bank_files.no_such_bank_account');
  }
  const said = { bankAccountId, companyId: account.companyId, name, cashAccount, active };
  const taken = await takenOf(context.tx, said);
  if (taken) return refuse(taken, { name, cashAccount });
  await updateBankAccount(context.tx, said);
  await insertAccountChange(context, bankAccountId, 'edited', { name, cashAccount, active });
  context.did({ what: 'bank account', id: bankAccountId, facts: { name } });
  return accept(undefined);
}
