/**
 * Who is asking: a member of the team, signed in or with an API key.
 *
 * Made once per request by the gate; handlers read it and never look at cookies or headers.
 */
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import type { Actor } from '../action.ts';
import type { CompanyScope } from '../postgres/scope.ts';

export type VisibleCompany = {
  readonly companyId: Id;
  readonly code: string;
  readonly name: string;
  readonly demo: boolean;
};

export type Session = {
  readonly actor: Actor;
  readonly memberId: Id;
  readonly name: string;
  readonly permissions: readonly string[];
  /** What this member may see at all; `all` when nothing limits them. */
  readonly companyIds: CompanyScope;
  /** The same, spelled out. */
  readonly companies: readonly VisibleCompany[];
  readonly language: Language;
};

/**
 * The companies that an answer covers. With a code: that one, if the member may see it.
 * Without: all they may see, but the demo companies only as long as there is no real one.
 */
export function visibleCompanies(
  session: Pick<Session, 'companyIds' | 'companies'>,
  code?: string,
): CompanyScope {
  if (code !== undefined) {
    return session.companies.filter((company) => company.code === code).map(idOf);
  }
  const real = session.companies.filter((company) => !company.demo);
  const mixed = real.length > 0 && real.length < session.companies.length;
  return mixed ? real.map(idOf) : session.companyIds;
}

function idOf(company: VisibleCompany): Id {
  return company.companyId;
}
