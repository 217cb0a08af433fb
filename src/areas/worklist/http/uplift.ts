/** The order of work and what it adds, over the wire. */
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import { decimalsOf, parseMoney } from '#kernel/money.ts';
import { companies } from '#areas/team/index.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { startWorklist } from '../actions/build-worklist.ts';
import { setExperiment } from '../actions/set-experiment.ts';
import { orderOfWork, pricedRows } from '../answers/order-of-work.ts';
import * as contract from '../contract/uplift.ts';

type Company = Awaited<ReturnType<typeof companies>>[number];

export const upliftRoutes: readonly Served[] = [
  serve(contract.orderOfWork, async ({ query, desk, session }) => {
    const company = await companyAsked(desk.db, session, query.company);
    if (!company.ok) return company;
    await startWorklist(desk);
    return accept(await orderOfWork(desk.db, company.value, desk.clock.today()));
  }),
  serve(contract.pricedAccounts, async ({ query, desk, session }) => {
    const company = await companyAsked(desk.db, session, query.company);
    if (!company.ok) return company;
    await startWorklist(desk);
    const on = desk.clock.today();
    const { group, limit } = query;
    return accept({
      asOf: on,
      rows: await pricedRows(desk.db, company.value, { group, limit, on }),
    });
  }),
  serve(contract.setExperiment, async ({ body, desk, session, perform }) => {
    const company = await companyAsked(desk.db, session, body.company);
    if (!company.ok) return company;
    const { companyId, baseCurrency } = company.value;
    const most = parseMoney(body.most, baseCurrency);
    const decimals = decimalsOf(baseCurrency);
    if (!most) return refuse('worklist.stake_unreadable', { currency: baseCurrency, decimals });
    const { isOn, sharePct, warmUpDays } = body;
    const wish = { companyId, isOn, sharePct, warmUpDays, most: most.minor };
    return perform('worklist.set_experiment', body.reason, (context) =>
      setExperiment(context, wish),
    );
  }),
];

/** The named company, else the first that the reader sees. */
async function companyAsked(
  db: Queries,
  session: Session,
  code: string | undefined,
): Promise<Outcome<Company, 'worklist.company_unknown'>> {
  const [company] = await companies(db, visibleCompanies(session, code));
  return company ? accept(company) : refuse('worklist.company_unknown', { code: code ?? '' });
}
