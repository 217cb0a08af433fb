/** The one company that a question about a portfolio is about. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { companies } from '#areas/team/index.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { Queries } from '#platform/postgres/db.ts';

type Company = Awaited<ReturnType<typeof companies>>[number];
type Asked = { readonly companyId: Id; details(db: Queries): Promise<Company> };

/** The named one, else the first that the reader sees; refused when they see none so named. */
export function companyAsked(
  session: Session,
  code: string | undefined,
): Outcome<Asked, 'portfolios.no_such_company'> {
  const scope = visibleCompanies(session, code);
  const seen = session.companies.filter(
    ({ companyId }) => scope === 'all' || scope.includes(companyId),
  );
  const [first] = seen;
  if (!first) return refuse('portfolios.no_such_company');
  const { companyId } = first;
  return accept({
    companyId,
    async details(db) {
      const [company] = await companies(db, [companyId]);
      if (!company) throw new Error('a company that the session lists is not there');
      return company;
    },
  });
}
