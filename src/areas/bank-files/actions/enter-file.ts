/**
 * Lets a kept file in, if its amounts agree and all its accounts are known.
 *
 * Used when the file comes and again when somebody has named the account it waited for; either
 * way every line of it goes in, or none.
 */
import type { NeutralFile, Statement } from '#formats/neutral.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { numbersMeant, plainNumber } from '../rules/account-number.ts';
import { type FileState, failedAmounts } from '../rules/judge-file.ts';
import {
  type NamedAccount,
  accountsKnownAs,
  accountsNamedFor,
  findBankAccount,
  insertFileAccount,
  lockForIntake,
} from '../store/accounts.ts';
import { insertFileAct, updateFileCounts, updateFileState } from '../store/files.ts';
import { takeAdvices } from './take-advices.ts';
import { type OurStatement, takeStatements } from './take-statements.ts';

export type EnterFile = {
  readonly fileId: Id;
  readonly companyId: Id;
  readonly fileName: string;
  readonly neutral: NeutralFile;
  readonly bankAccountId?: Id;
  readonly companies: 'all' | readonly Id[];
};

/** An account that a file names and nobody has registered. */
export type UnknownAccount = { readonly stated: string; readonly currency: string };

export type Entered = {
  readonly state: FileState;
  readonly statements: number;
  /** Lines, remittances and settlement lines that the file holds. */
  readonly found: number;
  readonly added: number;
  readonly changed: number;
  /** Lines that are used already and of which the file says something else. */
  readonly disputed: number;
  readonly failedAmounts: number;
  readonly unknownAccounts: readonly UnknownAccount[];
};

/** Refused when a line would go to a company that the caller does not work for. */
export async function enterFile(
  context: Context,
  file: EnterFile,
): Promise<Outcome<Entered, 'bank_files.other_company'>> {
  const { neutral } = file;
  const failed = failedAmounts(neutral);
  const accounts = await accountsOf(context, file);
  const unknown = unknownAmong(neutral.statements, accounts);
  const entered = { ...nothing(neutral), failedAmounts: failed.length, unknownAccounts: unknown };
  const { statements: held, found } = entered;
  const counts = { statements: held, found, added: 0, changed: 0 };
  await updateFileCounts(context, file.fileId, counts);
  const [first] = failed;
  if (first) {
    await setState(context, file, 'quarantined', { what: first.what, record: first.record });
    return accept({ ...entered, state: 'quarantined' });
  }
  if (unknown.length > 0) {
    await keepSaid(context, file);
    await setState(context, file, 'waiting', { unknown });
    return accept({ ...entered, state: 'waiting' });
  }
  const statements = ours(neutral.statements, accounts);
  const strange = statements.find(({ account }) => !worksFor(file.companies, account.companyId));
  if (strange) return refuse('bank_files.other_company', { file: file.fileName });
  return accept({ ...entered, ...(await takeAll(context, file, statements)) });
}

/** Lines, remittances and settlements, each once, with the news for every company. */
async function takeAll(
  context: Context,
  file: EnterFile,
  statements: readonly OurStatement[],
): Promise<Pick<Entered, 'state' | 'added' | 'changed' | 'disputed'>> {
  const { fileId, companyId, neutral } = file;
  const bankAccountIds = [...new Set(statements.map(({ account }) => account.bankAccountId))];
  await lockForIntake(context.tx, companyId, bankAccountIds);
  const lines = await takeStatements(context, file, statements);
  const advices = await takeAdvices(context, file);
  const added = lines.added + advices.added;
  const { statements: held, found } = nothing(neutral);
  await updateFileCounts(context, fileId, {
    statements: held,
    found,
    added,
    changed: lines.changed,
  });
  await setState(context, file, 'taken_in', { found, added, changed: lines.changed });
  const companies = new Set([companyId, ...statements.map(({ account }) => account.companyId)]);
  for (const each of companies) {
    await context.tell({
      name: 'bank_files.file_taken_in',
      accountId: null,
      payload: { fileId, companyId: each },
    });
  }
  return { state: 'taken_in', added, changed: lines.changed, disputed: lines.disputed };
}

function nothing({ statements, remittances, settlements }: NeutralFile): Entered {
  const lines = statements.reduce((sum, { transactions }) => sum + transactions.length, 0);
  const settled = settlements.reduce((sum, each) => sum + each.lines.length, 0);
  return {
    state: 'taken_in',
    statements: statements.length,
    found: lines + remittances.length + settled,
    added: 0,
    changed: 0,
    disputed: 0,
    failedAmounts: 0,
    unknownAccounts: [],
  };
}

async function setState(
  context: Context,
  { fileId, fileName }: EnterFile,
  state: FileState,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  await updateFileState(context, fileId, state);
  await insertFileAct(context, fileId, state, facts);
  context.did({ what: `file ${state.replace('_', ' ')}`, id: fileId, facts: { fileName } });
}

/** What was said when the file came answers its statements without a number when it goes in. */
async function keepSaid(
  context: Context,
  { fileId, neutral, bankAccountId }: EnterFile,
): Promise<void> {
  const said = bankAccountId && (await findBankAccount(context.tx, bankAccountId));
  const isMeant = neutral.statements.some(
    ({ account, currency }) => plainNumber(account) === '' && currency === said?.currency,
  );
  if (!said || !isMeant) return;
  const { currency } = said;
  await insertFileAccount(context, fileId, {
    stated: '',
    currency,
    bankAccountId: said.bankAccountId,
  });
}

type Accounts = (statement: Statement) => NamedAccount | undefined;

/** Finds the account of a statement: named for this file, known by its number, or said. */
async function accountsOf(
  { tx }: Context,
  { fileId, neutral, bankAccountId }: EnterFile,
): Promise<Accounts> {
  const stated = neutral.statements.flatMap(({ account, currency }) =>
    numbersMeant(account, currency).map((number) => ({ number, currency })),
  );
  const [known, named, said] = await Promise.all([
    accountsKnownAs(tx, distinct(stated)),
    accountsNamedFor(tx, fileId),
    bankAccountId && findBankAccount(tx, bankAccountId),
  ]);
  return ({ account, currency }) => {
    const plain = plainNumber(account);
    const found = named.get(`${plain} ${currency}`);
    if (found) return found;
    const meant = numbersMeant(account, currency).find((number) =>
      known.has(`${number} ${currency}`),
    );
    if (meant !== undefined) return known.get(`${meant} ${currency}`);
    return plain === '' && said && said.currency === currency ? said : undefined;
  };
}

function distinct<T extends { readonly number: string; readonly currency: string }>(
  stated: readonly T[],
): T[] {
  return [...new Map(stated.map((each) => [`${each.number} ${each.currency}`, each])).values()];
}

function unknownAmong(statements: readonly Statement[], accounts: Accounts): UnknownAccount[] {
  const unknown = statements
    .filter((statement) => !accounts(statement))
    .map(({ account, currency }) => ({ number: plainNumber(account), stated: account, currency }));
  return distinct(unknown).map(({ number, currency }) => ({ stated: number, currency }));
}

function ours(statements: readonly Statement[], accounts: Accounts): OurStatement[] {
  return statements.flatMap((statement) => {
    const account = accounts(statement);
    return account ? [{ statement, account }] : [];
  });
}

function worksFor(companies: 'all' | readonly Id[], companyId: Id): boolean {
  return companies === 'all' || companies.includes(companyId);
}
