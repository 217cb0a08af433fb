/** The trial balance over HTTP. */
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import type { Session } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { readTrialBalance } from '../answers/trial-balance.ts';
import * as contract from '../contract/month-end.ts';
import { type ReportedCompany, reportedCompany } from '../store/company.ts';

export const trialBalanceRoutes: readonly Served[] = [
  serve(contract.trialBalance, async ({ query, session, desk }) => {
    const company = await seenCompany(desk, session, query.company);
    if (!company.ok) return company;
    if (query.to < query.from) return refuse('reports.stretch_backwards');
    const { companyId } = company.value;
    const stretch = {
      companyId,
      from: day(query.from),
      to: day(query.to),
      knownAt: query.knownAt === undefined ? desk.clock.now() : instant(query.knownAt),
    };
    return accept(await readTrialBalance(desk.db, stretch, company.value));
  }),
];

/** Only what the session may see can be named; no name is its first real company. */
export async function seenCompany(
  { db }: Desk,
  { companies }: Session,
  code: string | undefined,
): Promise<Outcome<ReportedCompany, 'team.no_such_company'>> {
  const own = companies.find((each) => !each.demo) ?? companies[0];
  const seen = code === undefined ? own : companies.find((each) => each.code === code);
  const company = seen && (await reportedCompany(db, seen.code));
  return company ? accept(company) : refuse('team.no_such_company', { company: code ?? '' });
}
