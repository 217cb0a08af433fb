/** Goals, teams and stated figures over HTTP. */
import { type Day, day, startOfMonth } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency, decimalsOf, parseMinor } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { setGoal } from '../actions/set-goal.ts';
import { setTeam } from '../actions/set-team.ts';
import { stateFigure } from '../actions/state-figure.ts';
import { goalDecimals, readGoals } from '../answers/goals.ts';
import * as contract from '../contract/goals.ts';
import { variantOf } from '../rules/catalogue.ts';
import { teamsOf } from '../store/goals.ts';
import { companyNamed } from './company.ts';

const monthOf = (name: string): Day => day(`${name}-01`);
const maybeId = (text: string | null | undefined): Id | null =>
  text === undefined || text === null ? null : id(text);

export const goalRoutes: readonly Served[] = [
  serve(contract.goals, async ({ query, session, desk }) => {
    const today = desk.clock.today();
    const month = query.month === undefined ? startOfMonth(today) : monthOf(query.month);
    const seen = visibleCompanies(session, query.company);
    const rows = await readGoals(desk.db, seen, month, today);
    return accept({
      month: month.slice(0, 7),
      rows: rows.map((row) => ({ ...row, weeks: [...row.weeks], history: [...row.history] })),
    });
  }),

  serve(contract.setGoal, async ({ body, session, desk, perform }) => {
    const company = await companyNamed(desk.db, session, body.company);
    if (!company.ok) return company;
    const variant = variantOf(body.metric, body.variant);
    if (!variant) {
      return refuse('metrics.no_such_figure', { name: `${body.metric}.${body.variant ?? ''}` });
    }
    const code = body.currency ?? company.value.baseCurrency;
    const target =
      body.target === null ? null : parseMinor(body.target, goalDecimals(variant.unit, code));
    if (target === undefined)
      return refuse('metrics.target_unreadable', { target: `${body.target}` });
    const wish = {
      companyId: company.value.companyId,
      memberId: maybeId(body.memberId),
      teamId: maybeId(body.teamId),
      month: monthOf(body.month),
      metric: body.metric,
      variant: variant.variant,
      currency: code,
      target,
    };
    return perform('metrics.set_goal', body.reason, (context) => setGoal(context, wish));
  }),

  serve(contract.stateFigure, async ({ body, session, desk, perform }) => {
    const company = await companyNamed(desk.db, session, body.company);
    if (!company.ok) return company;
    const code = currency(body.currency ?? company.value.baseCurrency);
    const isCost = body.kind === 'department_cost';
    const hundredths = parseMinor(body.value, isCost ? decimalsOf(code) : 2);
    if (hundredths === undefined) {
      return refuse('metrics.target_unreadable', { target: body.value });
    }
    const wish = {
      companyId: company.value.companyId,
      kind: isCost ? ('department_cost' as const) : ('paid_minutes' as const),
      month: monthOf(body.month),
      memberId: maybeId(body.memberId),
      currency: isCost ? code : null,
      // Hundredths of an hour, to the whole minute.
      amount: isCost ? hundredths : (hundredths * 60n + 50n) / 100n,
    };
    return perform('metrics.state_figure', body.reason, (context) => stateFigure(context, wish));
  }),

  serve(contract.teams, async ({ query, session, desk }) => {
    const rows = await teamsOf(desk.db, visibleCompanies(session, query.company));
    return accept({
      rows: rows.map((row) => ({
        teamId: row.team_id,
        company: row.company,
        name: row.name,
        memberIds: row.member_ids,
      })),
    });
  }),

  serve(contract.setTeam, async ({ body, session, desk, perform }) => {
    const company = await companyNamed(desk.db, session, body.company);
    if (!company.ok) return company;
    const wish = {
      teamId: maybeId(body.teamId),
      companyId: company.value.companyId,
      name: body.name,
      memberIds: body.memberIds.map(id),
    };
    return perform('metrics.set_team', body.reason, (context) => setTeam(context, wish));
  }),
];
