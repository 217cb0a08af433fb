/** A question answered for its reader: only their datasets, only rows they may see. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { Db } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import type { Day } from '#kernel/day.ts';
import type { CheckedQuestion, RawQuestion } from '../rules/question.ts';
import { type UnderstandRefusal, understand } from '../rules/understand.ts';
import { answerQuestion, type Found } from '../store/answers.ts';

/** Who reads: a report that is shared shows each reader their own rows. */
export type Reader = {
  readonly permissions: readonly string[];
  /** The companies in sight, or of them the one that is named; undefined when it is not there. */
  readonly companies: (code: string | undefined) => CompanyScope | undefined;
  readonly today: Day;
  readonly language: Language;
};

export type Asked = Found & { readonly question: CheckedQuestion };

export type AskRefusal = UnderstandRefusal | 'team.no_such_company';

export type Amount = {
  readonly limit: number;
  readonly offset?: number;
  readonly counted?: boolean;
  readonly withinMs?: number;
};

/** The answer, or a refusal that names the field. */
export async function ask(
  db: Db,
  wire: RawQuestion,
  reader: Reader,
  amount: Amount,
): Promise<Outcome<Asked, AskRefusal>> {
  const question = understand(wire, reader);
  if (!question.ok) return question;
  const companies = reader.companies(wire.company);
  if (companies === undefined) return noSuchCompany(wire.company);
  const seen = { companies, today: reader.today };
  const found = await answerQuestion(db, question.value, seen, amount);
  return found.ok ? accept({ ...found.value, question: question.value }) : found;
}

/** The reader that a session is. */
export function readerOf(session: Session, today: Day): Reader {
  const { permissions, language } = session;
  return {
    permissions,
    language,
    today,
    companies: (code) => {
      if (code === undefined) return visibleCompanies(session);
      const seen = visibleCompanies(session, code);
      return seen.length === 0 ? undefined : seen;
    },
  };
}

export function noSuchCompany(code: string | undefined) {
  return refuse('team.no_such_company', { company: code ?? '' });
}
