/**
 * Registers one of our accounts at a bank, so that its files are taken in.
 *
 * Its number belongs to no other account in the same currency, and its clearing account in the
 * journal to no other of the company: cash posted to the wrong bank is found only by
 * reconciling.
 */
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { maskedNumber, plainNumber } from '../rules/account-number.ts';
import type { AccountRefusal } from '../rules/refusal.ts';
import { insertKnownAs } from '../store/accounts.ts';
import { insertAccountChange, insertBankAccount } from '../store/account-book.ts';

export type RegisterBankAccount = {
  readonly companyId: Id;
  readonly name: string;
  readonly number: string;
  readonly currency: Currency;
  /** The `bank` of the journal's lines on cash-clearing. */
  readonly cashAccount: string;
};

/** Refuses an empty number and a number, name or clearing account that another one has. */
export async function registerBankAccount(
  context: Context,
  wish: RegisterBankAccount,
): Promise<Outcome<{ bankAccountId: Id }, AccountRefusal>> {
  const number = plainNumber(wish.number);
  if (number === '') return refuse('bank_files.account_number_empty', { number: wish.number });
  const bankAccountId = context.newId();
  const account = { ...wish, number, bankAccountId };
  const taken = await insertBankAccount(context, account);
  if (taken) return refuse(taken, { name: wish.name, cashAccount: wish.cashAccount });
  if (!(await insertKnownAs(context.tx, account))) {
    return refuse('bank_files.account_number_taken', { number: maskedNumber(number) });
  }
  const facts = { name: wish.name, number, currency: wish.currency, cashAccount: wish.cashAccount };
  await insertAccountChange(context, bankAccountId, 'registered', facts);
  context.did({ what: 'bank account', id: bankAccountId, facts: { name: wish.name } });
  return accept({ bankAccountId });
}
