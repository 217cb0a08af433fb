/** Periods over HTTP: what is closed, closing and opening, the calendar. */
import { day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Session, VisibleCompany } from '#platform/auth/session.ts';
import type { Perform, Served } from '#platform/http/serve.ts';
import { serve } from '#platform/http/serve.ts';
import { changePeriod } from '../actions/change-period.ts';
import { extendCalendar } from '../actions/extend-calendar.ts';
import { readPeriods } from '../answers/periods.ts';
import * as contract from '../contract.ts';
import type { PeriodAct } from '../store/periods.ts';

export const periodRoutes: readonly Served[] = [
  serve(contract.periods, async ({ query, session, desk }) => {
    const company = companyNamed(session, query.company);
    if (!company.ok) return company;
    const reader = { today: desk.clock.today(), language: session.language };
    return accept(await readPeriods(desk.db, company.value, reader));
  }),

  serve(contract.softClose, (asked) => change(asked, 'soft_close')),
  serve(contract.hardClose, (asked) => change(asked, 'hard_close')),
  serve(contract.reopenPeriod, (asked) => change(asked, 'reopen')),

  serve(contract.extendCalendar, async ({ body, session, perform }) => {
    const company = companyNamed(session, body.company);
    if (!company.ok) return company;
    const { year, weeks = quarters } = body;
    const wish = { companyId: company.value.companyId, year, firstOn: day(body.firstOn), weeks };
    return perform('ledger.extend_calendar', body.reason, async (context) => {
      const added = await extendCalendar(context, wish);
      return added.ok ? accept({ periods: added.value.map(({ name }) => name) }) : added;
    });
  }),
];

const quarters = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5];

type Change = {
  readonly params: { readonly period: string };
  readonly body: { readonly company: string; readonly reason: string };
  readonly session: Session;
  readonly perform: Perform;
};

async function change({ params, body, session, perform }: Change, act: PeriodAct) {
  const company = companyNamed(session, body.company);
  if (!company.ok) return company;
  const wish = { companyId: company.value.companyId, period: params.period, act };
  return perform(`ledger.${act}`, body.reason, (context) => changePeriod(context, wish));
}

/** Only what the session may see can be named. */
function companyNamed(
  { companies }: Session,
  code: string,
): Outcome<VisibleCompany, 'team.no_such_company'> {
  const company = companies.find((each) => each.code === code);
  return company ? accept(company) : refuse('team.no_such_company', { company: code });
}
