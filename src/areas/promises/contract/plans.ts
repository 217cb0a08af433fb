/** What payment plans say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
  wireInstant,
  wireLanguage,
} from '#platform/contract/wire.ts';
import { boundsBroken } from '../rules/plans/bounds.ts';
import { frequencies } from '../rules/plans/draft.ts';
import { planStates } from '../rules/plans/path.ts';
import { boundRoles } from '../rules/plans/policy.ts';

export { boundsBroken, frequencies, planStates };

const accountParams = z.object({ accountId: wireId });
export const planParams = z.object({ accountId: wireId, planId: wireId });
export const because = z.object({ reason: z.string().trim().min(1).max(500) });

const edits = z
  .array(
    z.object({
      no: z.coerce.number().int().min(0),
      amount: wireAmount.optional(),
      dueOn: wireDay.optional(),
    }),
  )
  .max(260);

/** The terms of a plan, as they are tried out and as they are offered. */
const terms = {
  currency: wireCurrency,
  itemIds: z
    .array(wireId)
    .max(500)
    .default([])
    .describe('None: every open debt of the currency that no other plan covers.'),
  down: wireAmount.default('0').describe('Paid at once; no instalment of it.'),
  fee: wireAmount.default('0'),
  aprPct: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,4})?$/u)
    .default('0')
    .describe('Interest in percent a year.'),
  frequency: z.enum(frequencies).default('monthly'),
  count: z.coerce.number().int().min(1).max(260).default(3),
  firstOn: wireDay,
  days: z.array(wireDay).max(260).default([]).describe('The due days of a custom plan.'),
  edits: edits.default([]).describe('Instalments that were edited; the others share the rest.'),
  party: z
    .enum(['business', 'consumer'])
    .nullable()
    .default(null)
    .describe('Null: as the account’s kind says.'),
};

const installment = z.object({
  no: z.number().int().describe('0 is the down payment.'),
  dueOn: wireDay,
  firstDueOn: wireDay.describe('Never overwritten by an amendment.'),
  amount: wireAmount,
  interest: wireAmount,
  paid: wireAmount,
  state: z.enum(['paid', 'part', 'late', 'due', 'coming']),
});
export type WireInstallment = z.infer<typeof installment>;

const disclosure = z.object({
  reason: z.enum(['more_than_4_installments', 'finance_charge']).nullable(),
  amountFinanced: wireAmount,
  financeCharge: wireAmount,
  aprPct: z.string(),
  totalOfPayments: wireAmount,
  totalPaid: wireAmount,
});
export type WireDisclosure = z.infer<typeof disclosure>;

const plan = z.object({
  planId: wireId,
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  state: z.enum(planStates),
  stateOn: wireDay,
  currency: wireCurrency,
  covered: wireAmount,
  total: wireAmount,
  paid: wireAmount,
  pastDue: wireAmount,
  missed: z.number().int(),
  nextDueOn: wireDay.nullable(),
  nextAmount: wireAmount.nullable(),
  cureUntil: wireDay.nullable().describe('The last day to mend a broken plan.'),
  approved: z.boolean().describe('False: a second person has to agree before it is signed.'),
  needsRole: z.enum(boundRoles).nullable(),
  madeOn: wireDay,
  version: z.number().int(),
});
export type WirePlan = z.infer<typeof plan>;

const mandate = z.object({
  mandateId: wireId,
  method: z.enum(['ach', 'card']),
  institution: z.string(),
  lastFour: z.string(),
  givenBy: z.string(),
  givenOn: wireDay,
  endedOn: wireDay.nullable(),
});

const wholePlan = plan.extend({
  down: wireAmount,
  fee: wireAmount,
  aprPct: z.string(),
  frequency: z.enum(frequencies),
  offeredTo: z.string(),
  madeBy: z.string(),
  disclosure,
  graceDays: z.number().int(),
  defaultAfterMissed: z.number().int(),
  copyBy: wireDay.nullable().describe('Law wants a written copy by this day.'),
  copySentOn: wireDay.nullable(),
  installments: z.array(installment),
  items: z.array(
    z.object({
      itemId: wireId,
      document: z.string(),
      kind: z.enum(['debt', 'fee', 'interest']),
      covered: wireAmount,
      open: wireAmount,
      dueOn: wireDay,
    }),
  ),
  signatures: z.array(
    z.object({
      version: z.number().int(),
      how: z.enum(['typed', 'wet']),
      name: z.string(),
      language: z.string(),
      sha256: z.string().describe('Of the document that was signed.'),
      ip: z.string(),
      userAgent: z.string(),
      at: wireInstant,
      hasPaper: z.boolean(),
    }),
  ),
  versions: z.array(
    z.object({
      version: z.number().int(),
      kind: z.enum(['offer', 'amendment', 'catch_up']),
      on: wireDay,
      by: z.string(),
      reason: z.string(),
    }),
  ),
  mandates: z.array(mandate),
  agedAnew: z.array(z.object({ from: wireDay, at: wireInstant })),
  history: z.array(
    z.object({
      state: z.enum(planStates),
      on: wireDay,
      paid: wireAmount,
      recordedAt: wireInstant,
      reason: z.string(),
    }),
  ),
});
export type WireWholePlan = z.infer<typeof wholePlan>;

const draft = z.object({
  covered: wireAmount,
  total: wireAmount,
  interest: wireAmount,
  fee: wireAmount,
  installments: z.array(
    z.object({ no: z.number().int(), dueOn: wireDay, amount: wireAmount, interest: wireAmount }),
  ),
  items: z.array(
    z.object({ itemId: wireId, document: z.string(), open: wireAmount, dueOn: wireDay }),
  ),
  disclosure,
  copyBy: wireDay.nullable(),
  mine: z.boolean().describe('The reader may agree to it alone.'),
  needsRole: z.enum(boundRoles).nullable().describe('Who has to agree; null: nobody may.'),
  broken: z.array(z.enum(boundsBroken)).describe('What is beyond the reader’s bounds.'),
});
export type WireDraft = z.infer<typeof draft>;

export const previewPlan = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/plans/preview',
  summary: 'Draw up a plan without writing it: schedule, disclosures, who has to agree',
  tag: 'plans',
  permission: 'promises.make',
  params: accountParams,
  body: z.object(terms),
  answer: draft,
});

export const offerPlan = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/plans',
  summary: 'Offer a payment plan; beyond one’s bounds its approval is asked for',
  tag: 'plans',
  permission: 'promises.make',
  params: accountParams,
  body: z.object({
    ...terms,
    offeredTo: z.string().trim().min(1).max(200).describe('Who speaks for the customer.'),
    note: z.string().max(4000).default(''),
  }),
  answer: z.object({ planId: wireId, requestId: wireId.nullable() }),
});

export const accountPlans = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/plans',
  summary: 'The payment plans of an account, newest first',
  tag: 'plans',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({ rows: z.array(plan) }),
});

export const planList = {
  query: z.object({
    state: z.enum(planStates).optional(),
    mine: z.enum(['true', 'false']).default('false'),
    ...pageQuery,
  }),
};

export const plans = route({
  method: 'GET',
  path: '/api/v1/plans',
  summary: 'Payment plans: broken and late ones first, then by the next instalment',
  tag: 'plans',
  permission: 'accounts.read',
  query: planList.query,
  answer: z.object({
    rows: z.array(plan),
    states: z.array(z.object({ state: z.enum(planStates), count: z.number().int() })),
    ...pageAnswer,
  }),
});

export const onePlan = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/plans/:planId',
  summary: 'A payment plan with its schedule, signatures, versions and history',
  tag: 'plans',
  permission: 'accounts.read',
  params: planParams,
  answer: wholePlan,
});

export const planAgreement = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/plans/:planId/agreement',
  summary: 'The agreement as a tagged PDF: as it was signed, else as it is offered',
  tag: 'plans',
  permission: 'accounts.read',
  kind: 'file',
  params: planParams,
  query: z.object({ language: wireLanguage.default('en') }),
  answer: z.undefined(),
});

export const planPaper = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/plans/:planId/paper',
  summary: 'The signed paper that was uploaded',
  tag: 'plans',
  permission: 'accounts.read',
  kind: 'file',
  params: planParams,
  answer: z.undefined(),
});

const signed = z.object({ state: z.enum(planStates), sha256: z.string() });

export const signPlan = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/plans/:planId/signature',
  summary: 'Sign a plan by a typed name; time, address and browser are kept with it',
  tag: 'plans',
  permission: 'promises.make',
  params: planParams,
  body: z.object({
    name: z.string().trim().min(2).max(200),
    language: wireLanguage.default('en').describe('Of the document that was read.'),
    version: z.coerce.number().int().min(1).default(1),
    agreed: z.literal('yes').describe('Who signs said that they agree.'),
  }),
  answer: signed,
});

export const signPlanOnPaper = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/plans/:planId/signature/paper',
  summary: 'Sign a plan by the copy of a paper with ink on it',
  tag: 'plans',
  permission: 'promises.make',
  kind: 'upload',
  params: planParams,
  query: z.object({
    name: z.string().trim().min(2).max(200),
    language: wireLanguage.default('en'),
    version: z.coerce.number().int().min(1).default(1),
  }),
  answer: signed,
});

export const sendPlanCopy = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/plans/:planId/copies',
  summary: 'Record that the written copy went to the customer',
  tag: 'plans',
  permission: 'promises.make',
  params: planParams,
  body: z.object({ how: z.enum(['email', 'mail', 'by_hand']) }),
  answer: z.object({ state: z.enum(planStates) }),
});

const amended = z.object({ version: z.number().int(), requestId: wireId.nullable() });

export const amendPlan = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/plans/:planId/amendments',
  summary: 'Move an instalment before its day, or share amounts otherwise: a new version',
  tag: 'plans',
  permission: 'promises.make',
  params: planParams,
  body: because.extend({ edits }),
  answer: amended,
});

export const catchUpPlan = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/plans/:planId/catch-up',
  summary: 'Spread what was missed over the instalments to come: a new version',
  tag: 'plans',
  permission: 'promises.make',
  params: planParams,
  body: because,
  answer: amended,
});

export const cancelPlan = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/plans/:planId/cancellation',
  summary: 'Cancel a plan; its debts are asked for as before',
  tag: 'plans',
  permission: 'promises.make',
  params: planParams,
  body: because,
  answer: z.object({ state: z.enum(planStates) }),
});
