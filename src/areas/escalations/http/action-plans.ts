/** Plans of action over the wire. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { csvTable } from '#platform/cli/table.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { makeActionPlan } from '../actions/make-action-plan.ts';
import { addStep, endActionPlan, moveStep } from '../actions/work-action-plan.ts';
import { listed, planColumns } from '../answers/plan-list.ts';
import * as contract from '../contract/action-plans.ts';
import { type ActionPlan, type PlanFilter, actionPlans, mostPlans } from '../store/action-plans.ts';

const refOf = (params: { accountId: string; planId: string }) => ({
  accountId: id(params.accountId),
  planId: id(params.planId),
});

export const actionPlanRoutes: readonly Served[] = [
  serve(contract.actionPlans, async ({ query, desk, session }) => {
    const rows = await actionPlans(desk.db, filterOf(query, session));
    return accept({ rows: rows.map(wire), cut: rows.length === mostPlans });
  }),
  serveFile(contract.exportActionPlans, async ({ query, desk, session }) => {
    const rows = await actionPlans(desk.db, filterOf(query, session));
    const columns = planColumns(session.language, desk.clock.today());
    const body = `\uFEFF${csvTable(columns, rows.map(listed))}\n`;
    const cut = rows.length === mostPlans ? { cutAfter: mostPlans } : {};
    return accept({ name: 'action-plans.csv', type: fileTypes.csv, body, ...cut });
  }),
  serve(contract.accountActionPlans, async ({ params, desk }) => {
    const rows = await actionPlans(desk.db, { companies: 'all', accountId: id(params.accountId) });
    return accept({ rows: rows.map(wire) });
  }),
  serve(contract.makeActionPlan, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const ownerId = body.ownerId === null ? null : id(body.ownerId);
    return perform(
      'escalations.make_action_plan',
      body.goal || `the customer answered: ${body.response}`,
      (context) => makeActionPlan(context, { ...body, accountId, ownerId }),
      accountId,
    );
  }),
  serve(contract.moveActionStep, ({ params, body, perform }) => {
    const ref = refOf(params);
    const dueOn = body.dueOn === null ? null : day(body.dueOn);
    return perform(
      'escalations.move_step',
      body.note || body.what,
      (context) => moveStep(context, { ...ref, ...body, no: params.no, dueOn }),
      ref.accountId,
    );
  }),
  serve(contract.addActionStep, ({ params, body, perform }) => {
    const ref = refOf(params);
    const ownerId = body.ownerId === null ? null : id(body.ownerId);
    return perform(
      'escalations.add_step',
      body.title,
      (context) => addStep(context, { ...ref, ...body, ownerId, dueOn: day(body.dueOn) }),
      ref.accountId,
    );
  }),
  serve(contract.endActionPlan, ({ params, body, perform }) => {
    const ref = refOf(params);
    return perform(
      'escalations.end_action_plan',
      body.note,
      (context) => endActionPlan(context, { ...ref, ...body }),
      ref.accountId,
    );
  }),
];

function filterOf(
  { mine, state }: { readonly mine: 'true' | 'false'; readonly state: 'open' | 'ended' },
  session: Session,
): PlanFilter {
  const ownerId = mine === 'true' ? session.memberId : undefined;
  return { companies: visibleCompanies(session), ownerId, state };
}

function wire({ steps, ...plan }: ActionPlan): contract.WireActionPlan {
  return { ...plan, steps: [...steps] };
}
