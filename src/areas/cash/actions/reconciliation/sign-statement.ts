/**
 * Signs a bank reconciliation: the adjusted balances are equal and every open row has its word.
 * What stood under the signature is kept with it; a signed statement is never signed again.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type SignStatementRefusal, maySignStatement } from '../../rules/reconciliation/proof.ts';
import { needsReview } from '../../rules/closing/review.ts';
import { askReview } from '../closing/ask-review.ts';
import { closingPolicyOf } from '../../store/closing/policy.ts';
import { bankAccount } from '../../store/reconciliation/accounts.ts';
import { insertReconciliation, lockBank } from '../../store/reconciliation/facts.ts';
import { type StatementState, statementState } from '../../store/reconciliation/statement-state.ts';

export type SignStatement = {
  readonly companyId: Id;
  readonly bankAccountId: Id;
  readonly statementId: Id;
  readonly note: string;
};

export async function signStatement(
  context: Context,
  { companyId, bankAccountId, statementId, note }: SignStatement,
): Promise<
  Outcome<
    { statementId: Id },
    SignStatementRefusal | 'cash.no_such_bank_account' | 'cash.no_such_statement'
  >
> {
  await lockBank(context.tx, bankAccountId);
  const bank = await bankAccount(context.tx, companyId, bankAccountId);
  if (!bank) return refuse('cash.no_such_bank_account');
  const state = await statementState(context.tx, bank, statementId);
  if (!state) return refuse('cash.no_such_statement');
  const { statement, proof, untreated, workedOnBy } = state;
  const { secondPerson, reviewDays } = await closingPolicyOf(context.tx, companyId);
  const { to, from, closing, unsignedBefore, signedAt } = statement;
  const { currency } = bank;
  const signed = signedAt !== null;
  const wish = { currency, to, proof, signed, unsignedBefore, untreated, secondPerson, workedOnBy };
  const decision = maySignStatement(wish, context.actor.ref);
  if (!decision.ok) return decision;
  const { broughtForward } = proof;
  const figures = signedFigures(state);
  const made = { statementId, from, to, closing, broughtForward, figures, note };
  await insertReconciliation(context, bank, made);
  const person = context.actor.ref;
  if (needsReview(secondPerson, workedOnBy, person)) {
    const row = { id: statementId, who: bank.name, amount: closing.toString(), currency };
    const rows = [{ ...row, act: 'statement_signed', reason: note }] as const;
    const review = { companyId, day: to, about: 'statement', person, rows, reviewDays } as const;
    await askReview(context, review);
  }
  await context.tell({
    name: 'cash.statement_signed',
    accountId: null,
    payload: { companyId, bankAccountId, statementId, to },
  });
  context.did({ what: 'statement signed', id: statementId, facts: { to } });
  return accept({ statementId });
}

/** What stands under the signature: the figures and the rows that are open. */
function signedFigures({ statement, proof, book, bankOpen, bookOpen }: StatementState) {
  return {
    opening: statement.opening.toString(),
    closing: statement.closing.toString(),
    book: book.toString(),
    broughtForward: proof.broughtForward.toString(),
    adjusted: proof.adjustedBank.toString(),
    bankOpen: bankOpen.map((row) => ({
      lineId: row.lineId,
      amount: row.amount.toString(),
      treatment: row.treated ?? 'aside',
      because: row.treatedBecause,
    })),
    bookOpen: bookOpen.map((row) => ({
      entry: row.key,
      amount: row.amount.toString(),
      note: row.note,
    })),
  };
}
