/**
 * A plan of action for a delinquent account: what the customer answered decides the steps.
 *
 *   open ── every step done or dropped, or a person says how it came out ──▶ ended
 *
 * The rule a newcomer would break: a plan ends with a result that a person states; steps that
 * are all done do not end it by themselves, for they say nothing of the money.
 */

/** What the customer answered when asked for the money. */
export const responseCodes = [
  'no_invoice',
  'reference_missing',
  'disputes',
  'cash_flow',
  'own_process',
  'refuses',
  'broke_promise',
  'no_answer',
  'wrong_contact',
  'other',
] as const;
export type ResponseCode = (typeof responseCodes)[number];

export const stepCodes = [
  'resend_invoice',
  'confirm_receipt',
  'ask_reference',
  'rebill_reference',
  'open_case',
  'answer_case',
  'learn_cash_flow',
  'offer_plan',
  'review_limit',
  'check_payment',
  'learn_pay_run',
  'agree_day',
  'escalate',
  'hold_orders',
  'final_demand',
  'decide_next',
  'call_anew',
  'find_contact',
  'write_letter',
  'ask_sales',
] as const;
export type StepCode = (typeof stepCodes)[number];

export const planResults = [
  'paid',
  'promised',
  'plan_agreed',
  'resolved',
  'escalated',
  'written_off',
  'given_up',
] as const;
export type PlanResult = (typeof planResults)[number];

export type TemplateStep = { readonly code: StepCode; readonly inBusinessDays: number };

const templates: Readonly<Record<ResponseCode, readonly (readonly [StepCode, number])[]>> = {
  no_invoice: [
    ['resend_invoice', 0],
    ['confirm_receipt', 2],
    ['agree_day', 3],
    ['check_payment', 10],
  ],
  reference_missing: [
    ['ask_reference', 0],
    ['rebill_reference', 2],
    ['agree_day', 4],
    ['check_payment', 10],
  ],
  disputes: [
    ['open_case', 0],
    ['answer_case', 7],
    ['agree_day', 8],
    ['check_payment', 15],
  ],
  cash_flow: [
    ['learn_cash_flow', 1],
    ['offer_plan', 3],
    ['review_limit', 5],
    ['check_payment', 15],
  ],
  own_process: [
    ['learn_pay_run', 1],
    ['agree_day', 2],
    ['check_payment', 10],
  ],
  refuses: [
    ['escalate', 1],
    ['hold_orders', 2],
    ['final_demand', 5],
    ['decide_next', 15],
  ],
  broke_promise: [
    ['call_anew', 0],
    ['offer_plan', 2],
    ['hold_orders', 3],
    ['escalate', 5],
  ],
  no_answer: [
    ['find_contact', 1],
    ['write_letter', 2],
    ['ask_sales', 5],
    ['escalate', 10],
  ],
  wrong_contact: [
    ['find_contact', 1],
    ['call_anew', 2],
    ['agree_day', 3],
  ],
  other: [
    ['call_anew', 1],
    ['agree_day', 3],
    ['check_payment', 10],
  ],
};

/** The steps that follow from an answer, in their order. */
export function stepsFor(response: ResponseCode): readonly TemplateStep[] {
  return templates[response].map(([code, inBusinessDays]) => ({ code, inBusinessDays }));
}

export const stepActs = ['done', 'dropped', 'moved'] as const;
export type StepAct = (typeof stepActs)[number];

export type ActionPlanRefusal =
  | 'action_plan.no_such_account'
  | 'action_plan.open_already'
  | 'action_plan.no_owner'
  | 'action_plan.no_such_person'
  | 'action_plan.no_such_plan'
  | 'action_plan.no_such_step'
  | 'action_plan.ended'
  | 'action_plan.step_closed'
  | 'action_plan.day_missing'
  | 'action_plan.day_has_passed';

/** The step that comes next: of those still to do the one that is due first. */
export function nextStep<S extends { state: string; dueOn: string; no: number }>(
  steps: readonly S[],
): S | undefined {
  return steps
    .filter(({ state }) => state === 'to_do')
    .toSorted((a, b) => (a.dueOn === b.dueOn ? a.no - b.no : a.dueOn < b.dueOn ? -1 : 1))[0];
}
