/** Plans of action over the wire: set from an answer, worked step by step, ended with a result. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId } from '#platform/contract/wire.ts';
import { planResults, responseCodes, stepActs, stepCodes } from '../rules/action-plan.ts';

const accountParams = z.object({ accountId: wireId });
const planParams = z.object({ accountId: wireId, planId: wireId });

const actionPlan = z.object({
  accountId: wireId,
  planId: wireId,
  companyId: wireId,
  account: z.string(),
  name: z.string(),
  response: z.enum(responseCodes),
  goal: z.string(),
  ownerId: wireId,
  owner: z.string(),
  madeOn: wireDay,
  state: z.enum(['open', 'ended']),
  result: z.enum(planResults).nullable(),
  endedOn: wireDay.nullable(),
  steps: z.array(
    z.object({
      no: z.number().int(),
      code: z.enum(stepCodes).nullable().describe('Null: in words of its own.'),
      title: z.string(),
      ownerId: wireId,
      owner: z.string(),
      dueOn: wireDay,
      state: z.enum(['to_do', 'done', 'dropped']),
      closedOn: wireDay.nullable(),
    }),
  ),
});
export type WireActionPlan = z.infer<typeof actionPlan>;

/** What the address of the list holds. */
export const actionPlanList = {
  query: z.object({
    state: z.enum(['open', 'ended']).default('open'),
    mine: z.enum(['true', 'false']).default('false'),
  }),
};

export const actionPlans = route({
  method: 'GET',
  path: '/api/v1/action-plans',
  summary: 'Plans of action: open ones by their next step; at most 500',
  tag: 'action plans',
  permission: 'accounts.read',
  query: actionPlanList.query,
  answer: z.object({
    rows: z.array(actionPlan),
    cut: z.boolean().describe('There are more than these.'),
  }),
});

export const exportActionPlans = route({
  method: 'GET',
  path: '/api/v1/action-plans/export',
  summary: 'The same as CSV, in the reader’s language',
  tag: 'action plans',
  permission: 'accounts.read',
  kind: 'file',
  query: actionPlanList.query,
  answer: z.string(),
});

export const accountActionPlans = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/action-plans',
  summary: 'The plans of action of an account, the open one first',
  tag: 'action plans',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({ rows: z.array(actionPlan) }),
});

export const makeActionPlan = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/action-plans',
  summary: 'Set a plan of action from what the customer answered',
  tag: 'action plans',
  permission: 'worklist.work',
  params: accountParams,
  body: z.object({
    response: z.enum(responseCodes),
    goal: z.string().trim().max(500).default(''),
    ownerId: wireId.nullable().default(null).describe('Null: who works the account.'),
  }),
  answer: z.object({ planId: wireId }),
});

export const moveActionStep = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/action-plans/:planId/steps/:no',
  summary: 'Say that a step is done or dropped, or move its day',
  tag: 'action plans',
  permission: 'worklist.work',
  params: planParams.extend({ no: z.coerce.number().int().min(1) }),
  body: z.object({
    what: z.enum(stepActs),
    dueOn: wireDay.nullable().default(null),
    note: z.string().trim().max(2000).default(''),
  }),
  answer: z.object({ state: z.string() }),
});

export const addActionStep = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/action-plans/:planId/steps',
  summary: 'Add a step in words of one’s own',
  tag: 'action plans',
  permission: 'worklist.work',
  params: planParams,
  body: z.object({
    title: z.string().trim().min(1).max(200),
    dueOn: wireDay,
    ownerId: wireId.nullable().default(null).describe('Null: the owner of the plan.'),
  }),
  answer: z.object({ no: z.number().int() }),
});

export const endActionPlan = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/action-plans/:planId/end',
  summary: 'End a plan of action with its result',
  tag: 'action plans',
  permission: 'worklist.work',
  params: planParams,
  body: z.object({
    result: z.enum(planResults),
    note: z.string().trim().min(1).max(2000),
  }),
  answer: z.object({ result: z.enum(planResults) }),
});
