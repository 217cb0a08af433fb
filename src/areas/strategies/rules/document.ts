/**
 * A strategy: the policy by which a group of accounts is asked for its money, as it is judged.
 *
 *   YAML as written ──read──▶ ──judge──▶ StrategyDocument ──▶ examples, runs, simulation, replay
 *
 * A document says what to do on which day of being late; it never says what was done. Runs hold
 * today's facts against it, so nothing in here may name a moment at which something happens.
 */
import type { Day } from '#kernel/day.ts';
import type { Decimal } from '#kernel/decimal.ts';
import type { Currency, Money } from '#kernel/money.ts';
import type { Phrase } from '#kernel/words.ts';
import type { DayCount } from '#areas/ledger/rules/interest/accrual.ts';

/** Facts of an account that are words; several stand for one account only under `tag`. */
export const textFields = [
  'account',
  'kind',
  'company',
  'country',
  'state',
  'currency',
  'segment',
  'status',
  'language',
  'terms',
  'owner',
  'tag',
] as const;
/** Whole numbers: `days_past_due` is that of the oldest debt that may be asked for. */
export const numberFields = ['days_past_due', 'score', 'broken_promises'] as const;
/** Sums in one currency; an account in another currency does not meet the condition. */
export const amountFields = ['balance', 'overdue'] as const;

export type TextField = (typeof textFields)[number];
export type NumberField = (typeof numberFields)[number];
export type AmountField = (typeof amountFields)[number];

/** All conditions of a list must hold. A fact that is not known meets none of them. */
export type Condition =
  | {
      readonly field: TextField;
      /** `is` and `any_of` are read as `any_of`; `not` and `none_of` as `none_of`. */
      readonly test: 'any_of' | 'none_of';
      readonly values: readonly string[];
    }
  | {
      readonly field: NumberField;
      readonly test: 'at_least' | 'at_most';
      readonly value: number;
    }
  | {
      readonly field: AmountField;
      readonly test: 'at_least' | 'at_most';
      readonly value: Money;
    };

/** Who is dealt with by it: the first strategy whose conditions hold, in order. */
export type Segment = { readonly order: number; readonly where: readonly Condition[] };

export const stepActs = [
  'email',
  'letter',
  'sms',
  'call',
  'task',
  'escalate',
  'propose_hold',
  'propose_agency',
] as const;
export type StepAct = (typeof stepActs)[number];
/** Acts that say something to the customer; only these are notices. */
export const noticeActs = ['email', 'letter', 'sms', 'call'] as const satisfies readonly StepAct[];
/** Acts that only our own people see; a step may do some of them besides. */
export const innerActs = [
  'task',
  'escalate',
  'propose_hold',
  'propose_agency',
] as const satisfies readonly StepAct[];
export type InnerAct = (typeof innerActs)[number];

/** The contact of the account whom a notice is for; `billing` is who pays there. */
export const recipients = [
  'billing',
  'accounts_payable',
  'approver',
  'executive',
  'owner',
  'parent',
  'student',
  'guarantor',
  'adjuster',
] as const;
export type Recipient = (typeof recipients)[number];

/** Whom of ours a step goes to. */
export const helpers = ['collector', 'senior', 'manager', 'controller', 'cfo', 'sales'] as const;
export type Helper = (typeof helpers)[number];

/** When a person must approve a step before it is done. */
export type Approval =
  | { readonly kind: 'never' }
  | { readonly kind: 'always' }
  /** Above the amount of its currency; in a currency that is not named always. */
  | { readonly kind: 'above'; readonly amounts: readonly Money[] };

export type Step = {
  readonly key: string;
  readonly name: Phrase | null;
  /** Days past due; before the due day when negative. Never less than the step before. */
  readonly days: number;
  readonly act: StepAct;
  /** What else is done with it, inside the house. */
  readonly also: readonly InnerAct[];
  readonly template: string | null;
  readonly to: Recipient;
  readonly approval: Approval;
  readonly when: readonly Condition[];
  /** Least days after the step before was done; null: the document's `betweenNotices`. */
  readonly waitDays: number | null;
  /** Instead of the document's minimum; null: that one. */
  readonly minimum: readonly Money[] | null;
  /** To whom it goes up: at once for `escalate`, else when nobody did it for so many days. */
  readonly escalation: { readonly to: Helper; readonly afterDays: number } | null;
};

export const branchEvents = ['promise_broken', 'reply', 'bounce', 'dispute_closed'] as const;
export type BranchEvent = (typeof branchEvents)[number];
/** After the event the next step is this one; a level that was not sent is still not skipped. */
export type Branch = { readonly on: BranchEvent; readonly goTo: string };

export type Fee = { readonly step: string; readonly amount: Money; readonly once: boolean };
export type Charges = {
  /** Only named in the notice, or booked as one debit memo when the notice goes out. */
  readonly mode: 'quote' | 'book';
  /** Percent a year. */
  readonly interest: { readonly ratePct: Decimal; readonly dayCount: DayCount } | null;
  readonly fees: readonly Fee[];
};

/** Accounts that the strategy leaves alone for a while; never without a reason and an end. */
export type Exclusion = {
  readonly by: 'account' | 'tag' | 'segment';
  readonly value: string;
  readonly reason: string;
  /** The last day on which it holds. */
  readonly until: Day;
};

/** How accounts that matter most are treated; the first rule whose conditions hold. */
export type VipRule = {
  readonly where: readonly Condition[];
  /** Every notice waits for a person. */
  readonly approval: 'always';
  /** The owner of the account is asked to telephone in place of a letter, text or mail. */
  readonly callInstead: boolean;
};

export type Experiment = {
  readonly challenger: string;
  /** Percent of the accounts that go to the challenger. */
  readonly sharePct: Decimal;
  readonly from: Day;
  readonly to: Day;
};

/** What an example says is known of an account on its day. */
export type ExampleFacts = {
  readonly fields: readonly { readonly field: TextField; readonly values: readonly string[] }[];
  readonly numbers: readonly { readonly field: NumberField; readonly value: number }[];
  readonly items: readonly {
    readonly document: string;
    readonly dueOn: Day;
    readonly open: Money;
    readonly disputed: Money;
    /** Promised, and the last day on which the promise still counts. */
    readonly promisedUntil: Day | null;
  }[];
  readonly unapplied: readonly Money[];
  /** Steps that were done, with the day on which a notice was sent. */
  readonly done: readonly { readonly step: string; readonly on: Day }[];
  readonly events: readonly { readonly event: BranchEvent; readonly on: Day }[];
};

export type Example = {
  readonly name: string;
  readonly on: Day;
  readonly given: ExampleFacts;
  /** Null: nothing is to be done. Amounts are what the notice asks for, one a currency. */
  readonly expect: { readonly step: string | null; readonly amounts: readonly Money[] };
};

export type StrategyDocument = {
  /** Stable; later versions carry the same. */
  readonly key: string;
  readonly name: Phrase;
  /** The code of the one company it is for; null: any. */
  readonly company: string | null;
  /** What it inherits from, nearest first; already merged in. */
  readonly inherits: readonly string[];
  readonly segment: Segment;
  readonly level: 'account' | 'invoice';
  /** One a currency, never summed; a currency without one has none. */
  readonly minimum: readonly Money[];
  readonly betweenNotices: number;
  /** Unapplied credits are taken off what is asked for (P-23). */
  readonly netCredits: boolean;
  readonly charges: Charges | null;
  readonly steps: readonly Step[];
  readonly branches: readonly Branch[];
  readonly vip: readonly VipRule[];
  readonly exclusions: readonly Exclusion[];
  readonly experiment: Experiment | null;
  readonly examples: readonly Example[];
};

/** The minimum in a currency, of a step when it has its own. */
export function minimumIn(
  { minimum }: StrategyDocument,
  step: Step,
  currency: Currency,
): Money | undefined {
  return (step.minimum ?? minimum).find((each) => each.currency === currency);
}

/** Does the step say something to the customer? */
export function isNotice({ act }: Step): boolean {
  return noticeActs.some((each) => each === act);
}
