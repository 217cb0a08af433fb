/** A statement and its proof as the wire and the command line tell them. */
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { StatementProof } from '../../contract/reconciliation.ts';
import { closingPolicyOf } from '../../store/closing/policy.ts';
import { type BankAccount, type BankStatement } from '../../store/reconciliation/accounts.ts';
import { type StatementState, statementState } from '../../store/reconciliation/statement-state.ts';
import { told } from '../closing/day.ts';

export function wireStatement(statement: BankStatement, code: string, language: Language) {
  const { statementId, from, to, opening, closing, signedBy, signedAt } = statement;
  return {
    statementId,
    from,
    to,
    opening: told(opening, code),
    closing: told(closing, code),
    signedBy: signedBy === null ? null : actorName(signedBy, language),
    signedAt,
  };
}

export function wireBank({ bankAccountId, name, numberEnd, currency }: BankAccount) {
  return { bankAccountId, name, numberEnd, currency };
}

/** Undefined when the account has no such statement. */
export async function readStatement(
  db: Queries,
  bank: BankAccount,
  statementId: Id,
  language: Language,
): Promise<StatementProof | undefined> {
  const state = await statementState(db, bank, statementId);
  if (!state) return undefined;
  const { statement, proof, book, untreated, workedOnBy } = state;
  const { secondPerson } = await closingPolicyOf(db, bank.companyId);
  const amount = (minor: bigint): string => told(minor, bank.currency);
  return {
    ...wireBank(bank),
    ...wireStatement(statement, bank.currency, language),
    movements: amount(statement.movements),
    book: amount(book),
    proof: {
      arithmetic: amount(proof.arithmetic),
      continuity: amount(proof.continuity),
      broughtForward: amount(proof.broughtForward),
      adjustedBank: amount(proof.adjustedBank),
      adjustedBook: amount(proof.adjustedBook),
      difference: amount(proof.difference),
    },
    rows: rowsOf(state, amount),
    untreated,
    unsignedBefore: statement.unsignedBefore,
    secondPerson,
    workedOnBy: [...workedOnBy],
  };
}

function rowsOf(
  { bankOpen, bookOpen }: StatementState,
  amount: (minor: bigint) => string,
): StatementProof['rows'] {
  return [
    ...bankOpen.map((row) => ({
      side: 'bank' as const,
      id: row.lineId,
      on: row.on,
      amount: amount(row.amount),
      who: row.payer,
      said: row.said,
      proposal: row.treated === null ? row.proposal : null,
      treated: row.treated,
      note: row.treatedBecause,
      needsWord: row.treated === null && !row.aside,
    })),
    ...bookOpen.map((row) => ({
      side: 'book' as const,
      id: row.key,
      on: row.on,
      amount: amount(row.amount),
      who: row.who,
      said: row.reference,
      proposal: null,
      treated: null,
      note: row.note,
      needsWord: row.late && row.note === '',
    })),
  ];
}
