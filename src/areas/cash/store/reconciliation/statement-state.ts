/** One statement against our books, read at once: the proof and the rows that are open. */
import { daysBetween } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Proof, proveStatement } from '../../rules/reconciliation/proof.ts';
import { type Proposal, proposeTreatment } from '../../rules/reconciliation/treatment.ts';
import { type BankAccount, type BankStatement, statementsOf } from './accounts.ts';
import { broughtForwardOf } from './facts.ts';
import {
  type BankRow,
  type BookRow,
  bookBalances,
  openBankRows,
  openBookRows,
  whoReconciled,
} from './open-rows.ts';

/** Days after which an entry that the bank does not show wants a word. */
const expectedDays = 5;

export type StatementState = {
  readonly statement: BankStatement;
  readonly proof: Proof;
  readonly book: bigint;
  readonly bankOpen: readonly (BankRow & { readonly proposal: Proposal })[];
  readonly bookOpen: readonly (BookRow & { readonly late: boolean })[];
  readonly untreated: number;
  readonly workedOnBy: readonly string[];
};

/** How many statements of an account are looked through. */
export const mostStatements = 800;

/** Undefined when the account has no such statement. */
export async function statementState(
  db: Queries,
  bank: BankAccount,
  statementId: Id,
): Promise<StatementState | undefined> {
  const all = await statementsOf(db, bank, mostStatements);
  const statement = all.find((each) => each.statementId === statementId);
  if (!statement) return undefined;
  const from = bank.keptFrom ?? all.at(-1)?.from ?? statement.from;
  const { to } = statement;
  const balances = await bookBalances(db, bank, { from, to });
  const bankRows = await openBankRows(db, bank, to);
  const bookRows = await openBookRows(db, bank, { from, to });
  const bankOpen = bankRows.map((row) => ({ ...row, proposal: proposeTreatment(row) }));
  const bookOpen = bookRows.map((row) => ({
    ...row,
    late: daysBetween(row.on, to) > expectedDays,
  }));
  const proof = proveStatement(
    { ...statement, currency: bank.currency },
    {
      balance: balances.atEnd,
      balanceBefore: balances.before,
      bankOpen: bankOpen.map(({ amount }) => amount),
      bookOpen: bookOpen.map(({ amount }) => amount),
      broughtForward: await broughtForwardOf(db, bank.bankAccountId),
    },
  );
  const untreated =
    bankOpen.filter(({ treated, aside }) => treated === null && !aside).length +
    bookOpen.filter(({ late, note }) => late && note === '').length;
  const workedOnBy = await whoReconciled(db, bank, statement);
  return { statement, proof, book: balances.atEnd, bankOpen, bookOpen, untreated, workedOnBy };
}
