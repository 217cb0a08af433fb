/** The portfolio of a company as it stands: its people and every account with what it owes. */
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { allMembers, companies } from '#areas/team/index.ts';
import type { Known } from '../rules/effect.ts';
import { type Person, peopleOf } from '../rules/people.ts';
import { type Moment, accountsFitting } from '../store/features.ts';
import { capacities } from '../store/rules.ts';

export type Member = Awaited<ReturnType<typeof allMembers>>[number];

export type Portfolio = Known & {
  readonly companyId: Id;
  readonly company: string;
  readonly currency: Currency;
  readonly people: readonly Person[];
  readonly members: readonly Member[];
};

/** Refuses `portfolios.no_such_company`. */
export async function readPortfolio(
  db: Queries,
  companyId: Id,
  moment: Moment,
): Promise<Outcome<Portfolio, 'portfolios.no_such_company'>> {
  const [company] = await companies(db, [companyId]);
  if (!company) return refuse('portfolios.no_such_company');
  const members = await allMembers(db);
  return accept({
    companyId,
    company: company.code,
    currency: company.baseCurrency,
    members,
    names: new Map(members.map(({ memberId, name }) => [memberId, name])),
    people: peopleOf(members, await capacities(db), companyId),
    book: await accountsFitting(db, companyId, {}, moment),
  });
}
