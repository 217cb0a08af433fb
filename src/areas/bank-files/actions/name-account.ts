/**
 * Says which of our bank accounts a waiting file means; with its last account named, the whole
 * file goes in.
 *
 * A number is remembered for the account, so that the next file does not ask. A file that writes
 * no number is answered for itself alone.
 */
import type { NeutralFile } from '#formats/neutral.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { maskedNumber, plainNumber } from '../rules/account-number.ts';
import type { ReadRefusal, StandingRefusal } from '../rules/refusal.ts';
import { insertAccountChange } from '../store/account-book.ts';
import {
  accountsKnownAs,
  findBankAccount,
  insertFileAccount,
  insertKnownAs,
} from '../store/accounts.ts';
import { bytesOf, insertFileAct, lockFile } from '../store/files.ts';
import { type Entered, type UnknownAccount, enterFile } from './enter-file.ts';

/** Reads the bytes of a file again. */
export type ReadNeutral = (
  bytes: Uint8Array,
  name: string,
) => Promise<Outcome<NeutralFile, ReadRefusal>>;

export type NameAccount = UnknownAccount & {
  readonly fileId: Id;
  readonly bankAccountId: Id;
  readonly companies: 'all' | readonly Id[];
  readonly read: ReadNeutral;
};

export type NameRefusal = ReadRefusal | StandingRefusal;

/** Refuses a file that does not wait, and an account that is not ours or in another currency. */
export async function nameAccount(
  context: Context,
  wish: NameAccount,
): Promise<Outcome<Entered, NameRefusal>> {
  const { fileId, bankAccountId, currency, companies } = wish;
  const file = await lockFile(context, fileId);
  if (!file || !mayWork(companies, file.companyId)) return refuse('bank_files.no_such_file');
  if (file.state !== 'waiting') return refuse('bank_files.not_waiting', { state: file.state });
  const account = await findBankAccount(context.tx, bankAccountId);
  if (!account || !mayWork(companies, account.companyId)) {
    return refuse('bank_files.no_such_bank_account');
  }
  if (account.currency !== currency) {
    return refuse('bank_files.other_currency', { stated: currency, account: account.currency });
  }
  const remembered = await remember(context, wish);
  if (!remembered.ok) return remembered;
  const read = await wish.read(await bytesOf(context.tx, file.sha256), file.fileName);
  if (!read.ok) return read;
  return enterFile(context, { ...file, neutral: read.value, companies });
}

async function remember(
  context: Context,
  { fileId, stated, currency, bankAccountId }: NameAccount,
): Promise<Outcome<void, NameRefusal>> {
  const number = plainNumber(stated);
  await insertFileAccount(context, fileId, { stated: number, currency, bankAccountId });
  await insertFileAct(context, fileId, 'named', { number: maskedNumber(number), bankAccountId });
  context.did({ what: 'account named', id: fileId, facts: { bankAccountId } });
  if (number === '') return accept(undefined);
  const known = await accountsKnownAs(context.tx, [{ number, currency }]);
  // It was registered after the file had come: its number is its own already.
  if (known.get(`${number} ${currency}`)?.bankAccountId === bankAccountId) return accept(undefined);
  if (!(await insertKnownAs(context.tx, { number, currency, bankAccountId }))) {
    return refuse('bank_files.account_number_taken', { number: maskedNumber(number) });
  }
  await insertAccountChange(context, bankAccountId, 'number_added', { number });
  return accept(undefined);
}

function mayWork(companies: 'all' | readonly Id[], companyId: Id): boolean {
  return companies === 'all' || companies.includes(companyId);
}
