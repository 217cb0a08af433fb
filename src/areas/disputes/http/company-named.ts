/** A company that the reader sees, by its code: what is not seen is not there. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { companies } from '#areas/team/index.ts';

export async function companyNamed(
  { db }: Desk,
  session: Session,
  code: string,
): Promise<Outcome<Id, 'dispute.no_such_company'>> {
  const [company] = await companies(db, visibleCompanies(session, code));
  return company ? accept(company.companyId) : refuse('dispute.no_such_company', { company: code });
}
