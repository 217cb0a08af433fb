/**
 * The kinds of deadlines, one a line, sorted: who owns a rule adds its kind here and its words
 * in ../words/kinds.ts.
 *
 * `hard`: set by a law, a scheme or a contract, and what passes is lost or is a finding of an
 * audit; a soft one is our own promise of service. `pauses`: the rule itself lets it stand
 * still; a newcomer would pause a deadline of the law because the customer is on vacation.
 */
type KindRule = {
  readonly hard: boolean;
  readonly pauses: boolean;
  /** Calls for the account on the day's list; what waits for another desk does not. */
  readonly listed: boolean;
  /** From its start, not only on its day: somebody waits for somebody. */
  readonly atOnce?: true;
  /** Of no account: it is on the list of whoever holds this permission, from its start. */
  readonly duty?: 'cash.post' | 'cash.review';
};

const law: KindRule = { hard: true, pauses: false, listed: true };
/** The law lets it rest, as while an overpayment is being looked into. */
const restingLaw: KindRule = { hard: true, pauses: true, listed: true };
const service: KindRule = { hard: false, pauses: true, listed: true };
/** Somebody of ours waits for it. */
const waited: KindRule = { hard: false, pauses: false, listed: true, atOnce: true };
/** A day that was agreed or printed: it is moved, never paused. */
const fixed: KindRule = { hard: false, pauses: false, listed: true };
/** It waits for somebody else than who works the account. */
const elsewhere: KindRule = { hard: false, pauses: false, listed: false };
/** A case of its own stands on the list, with what is late of it. */
const asCase: KindRule = { hard: false, pauses: true, listed: false };

const rules = {
  /** It ends by itself: nobody is called to it. */
  account_hold_end: elsewhere,
  action_step: service,
  adverse_action: law,
  appeal: law,
  approval_expiry: elsewhere,
  billing_error_acknowledge: law,
  billing_error_resolve: law,
  bulk_details: { ...elsewhere, duty: 'cash.post' },
  cash_review: { ...elsewhere, duty: 'cash.review' },
  certificate_expiry: fixed,
  chargeback_answer: law,
  complaint_acknowledge: service,
  complaint_answer: service,
  credit_limit_expiry: fixed,
  credit_review: service,
  dispute_answer: asCase,
  dispute_research: asCase,
  escalation_answer: waited,
  escalation_back: waited,
  medicare_60d: restingLaw,
  order_review: service,
  plan_amount_notice: law,
  plan_copy: law,
  plan_cure: fixed,
  plan_instalment: fixed,
  r2t4_notice: law,
  r2t4_offer: law,
  r2t4_return: law,
  refund_card: law,
  refund_check_differs: waited,
  refund_good_faith: law,
  refund_stale: waited,
  refund_undelivered: law,
  refund_written_request: law,
  settlement_offer: fixed,
  title_iv_14d: law,
  title_iv_240d: law,
  unclaimed_dormant: law,
  unclaimed_notice: law,
  unclaimed_report: law,
} as const satisfies Readonly<Record<string, KindRule>>;

export type ClockKind = keyof typeof rules;

export const clockKinds: readonly ClockKind[] = Object.keys(rules).filter(isClockKind);

export function isClockKind(text: string): text is ClockKind {
  return Object.hasOwn(rules, text);
}

/** How a kind is treated. */
export function kindRule(kind: ClockKind): KindRule {
  return rules[kind];
}
