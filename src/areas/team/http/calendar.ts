/** The business calendar of each company: what it keeps, and the days it is closed besides. */
import { day, parts } from '#kernel/day.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Session } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { chooseCalendar } from '../actions/choose-calendar.ts';
import { closeOn, openAfterAll } from '../actions/close-on.ts';
import * as contract from '../contract.ts';
import { bankHolidays } from '../rules/calendar.ts';
import { calendarBase, closingsOf } from '../store/calendars.ts';

export const calendarRoutes: readonly Served[] = [
  serve(contract.companyCalendar, async ({ params, query, desk, session }) => {
    const company = companyOf(session, params.code);
    if (!company.ok) return company;
    const { companyId, code } = company.value;
    const year = query.year ?? parts(desk.clock.today()).year;
    const [base, closings] = await Promise.all([
      calendarBase(desk.db, companyId),
      closingsOf(desk.db, companyId),
    ]);
    return accept({
      company: code,
      year,
      base,
      holidays: base === 'federal-bank' ? bankHolidays(year) : [],
      closings: closings.filter(({ on }) => parts(on).year === year),
    });
  }),
  serve(contract.chooseCalendar, async ({ params, body, session, perform }) => {
    const company = companyOf(session, params.code);
    if (!company.ok) return company;
    const wish = { companyId: company.value.companyId, base: body.base };
    return perform('team.choose_calendar', body.reason, (context) => chooseCalendar(context, wish));
  }),
  serve(contract.addClosing, async ({ params, body, session, perform }) => {
    const company = companyOf(session, params.code);
    if (!company.ok) return company;
    const wish = { companyId: company.value.companyId, on: day(body.on), name: body.name };
    return perform('team.close_on', body.name, (context) => closeOn(context, wish));
  }),
  serve(contract.removeClosing, async ({ params, body, session, perform }) => {
    const company = companyOf(session, params.code);
    if (!company.ok) return company;
    const wish = { companyId: company.value.companyId, on: day(params.on) };
    return perform('team.open_after_all', body.reason, (context) => openAfterAll(context, wish));
  }),
];

function companyOf(
  { companies }: Session,
  code: string,
): Outcome<Session['companies'][number], 'team.no_such_company'> {
  const company = companies.find((each) => each.code === code);
  return company ? accept(company) : refuse('team.no_such_company', { company: code });
}
