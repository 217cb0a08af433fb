/** The one company that a goal or an allowance is about, among those that the reader sees. */
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { companies } from '#areas/team/index.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { Queries } from '#platform/postgres/db.ts';

export async function companyNamed(
  db: Queries,
  session: Session,
  code: string,
): Promise<
  Outcome<{ readonly companyId: Id; readonly baseCurrency: Currency }, 'metrics.no_such_company'>
> {
  const [found] = await companies(db, visibleCompanies(session, code));
  return found ? accept(found) : refuse('metrics.no_such_company');
}
