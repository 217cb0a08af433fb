/** Plans of action over the wire. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { makeActionPlan } from '../actions/make-action-plan.ts';
import { addStep, endActionPlan, moveStep } from '../actions/work-action-plan.ts';
import * as contract from '../contract/action-plans.ts';
import { type ActionPlan, actionPlans } from '../store/action-plans.ts';

const refOf = (params: { accountId: string; planId: string }) => ({
  accountId: id(params.accountId),
  planId: id(params.planId),
});

export const actionPlanRoutes: readonly Served[] = [
  serve(contract.actionPlans, async ({ query, desk, session }) => {
    const ownerId = query.mine === 'true' ? session.memberId : undefined;
    const companies = visibleCompanies(session);
    const rows = await actionPlans(desk.db, { companies, ownerId, state: query.state });
    return accept({ rows: rows.map(wire) });
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

function wire({ steps, ...plan }: ActionPlan): contract.WireActionPlan {
  return { ...plan, steps: [...steps] };
}
