/** Goals of many people and months over HTTP. */
import { day, startOfMonth } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { parseMinor } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { setGoals } from '../actions/set-goals.ts';
import { monthsFrom, readGoalGrid } from '../answers/goal-grid.ts';
import { goalDecimals } from '../answers/goals.ts';
import * as contract from '../contract/goal-grid.ts';
import { variantOf } from '../rules/catalogue.ts';
import type { GoalWish } from '../store/goals.ts';
import { companyNamed } from './company.ts';

export const goalGridRoutes: readonly Served[] = [
  serve(contract.goalGrid, async ({ query, session, desk }) => {
    const company = await companyNamed(desk.db, session, query.company);
    if (!company.ok) return company;
    const variant = variantOf(query.metric, query.variant);
    if (!variant) return refuse('metrics.no_such_figure', { name: nameOf(query) });
    const { companyId, baseCurrency } = company.value;
    const currency = query.currency ?? baseCurrency;
    const first =
      query.from === undefined ? startOfMonth(desk.clock.today()) : day(`${query.from}-01`);
    const months = monthsFrom(first, query.months);
    const rows = await readGoalGrid(desk.db, { companyId, variant, currency, months });
    return accept({
      currency,
      variant: variant.variant,
      unit: variant.unit,
      months: months.map((month) => month.slice(0, 7)),
      rows,
    });
  }),

  serve(contract.setGoals, async ({ body, session, desk, perform }) => {
    const company = await companyNamed(desk.db, session, body.company);
    if (!company.ok) return company;
    const variant = variantOf(body.metric, body.variant);
    if (!variant) return refuse('metrics.no_such_figure', { name: nameOf(body) });
    const { companyId, baseCurrency } = company.value;
    const currency = body.currency ?? baseCurrency;
    const decimals = goalDecimals(variant.unit, currency);
    const { metric } = body;
    const wishes: GoalWish[] = [];
    for (const { memberId, month, target: said } of body.goals) {
      const target = said === null ? null : parseMinor(said, decimals);
      if (target === undefined) return refuse('metrics.target_unreadable', { target: `${said}` });
      wishes.push({
        companyId,
        memberId: memberId === null ? null : id(memberId),
        teamId: null,
        month: day(`${month}-01`),
        metric,
        variant: variant.variant,
        currency,
        target,
      });
    }
    return perform('metrics.set_goals', body.reason, (context) => setGoals(context, wishes));
  }),
];

function nameOf({ metric, variant }: { metric: string; variant?: string | undefined }): string {
  return `${metric}.${variant ?? ''}`;
}
