/** Payment plans over the wire: drawn up, offered, changed, ended, listed. */
import { parseDay } from '#kernel/day.ts';
import { id, parseId } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, makeCursor, readCursor } from '#platform/page.ts';
import { agreeingAs } from '../actions/plans/agreeing-as.ts';
import { amendPlan } from '../actions/plans/amend-plan.ts';
import { cancelPlan } from '../actions/plans/cancel-plan.ts';
import { drawPlan } from '../actions/plans/draw-plan.ts';
import { endMandate, giveMandate } from '../actions/plans/keep-mandate.ts';
import { offerPlan } from '../actions/plans/offer-plan.ts';
import { reagePlan } from '../actions/plans/reage-plan.ts';
import { sendPlanCopy } from '../actions/plans/send-plan-copy.ts';
import { wholePlan, wireDraft, wirePlan } from '../answers/plans.ts';
import * as care from '../contract/plan-care.ts';
import * as contract from '../contract/plans.ts';
import { offeredTo as offeredToReason } from '../rules/plans/job-reason.ts';
import { standardPlanPolicy } from '../rules/plans/policy.ts';
import { type PlanAfter, countPlans, listPlans, planPlace, planRank } from '../store/plans/list.ts';
import { planOf } from '../store/plans/plans.ts';
import { readEdits, readTerms } from './reading.ts';

const refOf = (params: { accountId: string; planId: string }) => ({
  accountId: id(params.accountId),
  planId: id(params.planId),
});

const offering: readonly Served[] = [
  serve(contract.previewPlan, async ({ params, body, desk, session }) => {
    const wish = readTerms(params.accountId, body);
    if (!wish.ok) return wish;
    const today = desk.clock.today();
    const roles = await agreeingAs(desk.db, session.actor);
    const drawn = await drawPlan(desk.db, wish.value, today, roles, standardPlanPolicy);
    return drawn.ok ? accept(wireDraft(drawn.value)) : drawn;
  }),
  serve(contract.offerPlan, ({ params, body, perform }) => {
    const wish = readTerms(params.accountId, body);
    if (!wish.ok) return Promise.resolve(wish);
    const { offeredTo, note } = body;
    return perform(
      'promises.offer_plan',
      offeredToReason(offeredTo),
      (context) => offerPlan(context, { ...wish.value, offeredTo, note }, standardPlanPolicy),
      wish.value.accountId,
    );
  }),
];

const changing: readonly Served[] = [
  serve(contract.amendPlan, async ({ params, body, perform, desk }) => {
    const ref = refOf(params);
    const plan = await planOf(desk.db, ref.accountId, ref.planId);
    if (!plan) return refuse('plan.no_such_plan');
    const change = readEdits(body.edits, plan.currency);
    if (!change.ok) return change;
    const wish = { ...ref, change: change.value };
    return perform(
      'promises.amend_plan',
      body.reason,
      (context) => amendPlan(context, wish, standardPlanPolicy),
      ref.accountId,
    );
  }),
  serve(contract.catchUpPlan, ({ params, body, perform }) => {
    const ref = refOf(params);
    return perform(
      'promises.amend_plan',
      body.reason,
      (context) => amendPlan(context, { ...ref, change: 'catch_up' }, standardPlanPolicy),
      ref.accountId,
    );
  }),
  serve(contract.cancelPlan, ({ params, body, perform }) => {
    const ref = refOf(params);
    return perform(
      'promises.cancel_plan',
      body.reason,
      (context) => cancelPlan(context, ref),
      ref.accountId,
    );
  }),
  serve(contract.sendPlanCopy, ({ params, body, perform }) => {
    const wish = { ...refOf(params), how: body.how };
    return perform(
      'promises.send_plan_copy',
      `sent ${body.how}`,
      async (context) => stateAnswer(await sendPlanCopy(context, wish)),
      wish.accountId,
    );
  }),
  serve(care.reagePlan, ({ params, body, perform }) => {
    const ref = refOf(params);
    return perform(
      'promises.reage_plan',
      body.reason,
      (context) => reagePlan(context, ref),
      ref.accountId,
    );
  }),
  serve(care.giveMandate, ({ params, body, perform }) => {
    const wish = { ...refOf(params), ...body };
    return perform(
      'promises.give_mandate',
      `given by ${body.givenBy}`,
      (context) => giveMandate(context, wish),
      wish.accountId,
    );
  }),
  serve(care.endMandate, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const mandateId = id(params.mandateId);
    return perform(
      'promises.end_mandate',
      body.reason,
      (context) => endMandate(context, { accountId, mandateId }),
      accountId,
    );
  }),
];

const reading: readonly Served[] = [
  serve(contract.accountPlans, async ({ params, desk }) => {
    const filter = { accountId: id(params.accountId), companies: 'all' } as const;
    const rows = await listPlans(desk.db, filter, { after: undefined, limit: null });
    return accept({ rows: rows.map(wirePlan) });
  }),
  serve(contract.onePlan, async ({ params, desk, session }) => {
    const { language } = session;
    const today = desk.clock.today();
    const plan = await wholePlan(desk.db, refOf(params), { language, today });
    return plan ? accept(plan) : refuse('plan.no_such_plan');
  }),
  serve(contract.plans, async ({ query, desk, session }) => {
    const list = listName('plans', query);
    const after = readAfter(list, query.cursor);
    if (!after.ok) return after;
    const { state, limit } = query;
    const ownerId = query.mine === 'true' ? session.memberId : undefined;
    const filter = { state, ownerId, companies: visibleCompanies(session) };
    const [found, states] = await Promise.all([
      listPlans(desk.db, filter, { after: after.value, limit: limit + 1 }),
      countPlans(desk.db, filter),
    ]);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    const place = last && [String(planRank(last.state)), planPlace(last), last.planId];
    const counted = states.filter((each) => state === undefined || each.state === state);
    return accept({
      rows: rows.map(wirePlan),
      states,
      count: counted.reduce((sum, { count }) => sum + count, 0),
      nextCursor: place ? makeCursor(list, place) : null,
    });
  }),
];

export const planRoutes: readonly Served[] = [...offering, ...changing, ...reading];

type WireState = { state: (typeof contract.planStates)[number] };

function stateAnswer<R extends string>(
  outcome: Outcome<{ state: string }, R>,
): Outcome<WireState, R> {
  if (!outcome.ok) return outcome;
  const state = contract.planStates.find((known) => known === outcome.value.state);
  return accept({ state: state ?? 'signed' });
}

function readAfter(
  list: string,
  cursor: string | undefined,
): Outcome<PlanAfter | undefined, 'page.bad_cursor'> {
  const read = readCursor(list, cursor);
  if (!read.ok) return read;
  if (read.value === undefined) return accept(undefined);
  const [rankText, dayText, idText] = read.value.map(String);
  const [rank, on, planId] = [Number(rankText), parseDay(dayText ?? ''), parseId(idText ?? '')];
  if (!Number.isInteger(rank) || on === undefined || planId === undefined) {
    return refuse('page.bad_cursor');
  }
  return accept({ rank, on, planId });
}
