/**
 * What is known of an account when its place in the day is decided, and what comes of it.
 *
 * Everything here is a fact of other areas, gathered as of a day; deciding asks nobody.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Currency, Money } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { ClockKind } from '#areas/clocks/rules/kinds.ts';
import type { Way } from './worth/standing.ts';

/** In the order in which a person would say them first. */
export const workKinds = [
  'clock_due',
  'promise_broken',
  'promise_due',
  'plan_breached',
  'plan_late',
  'plan_due',
  'callback',
  'reply_waiting',
  'dispute',
  'strategy_call',
  'follow_up',
  'task',
  'campaign',
  'overdue',
  'early_warning',
  'order_held',
  'unposted_cash',
  'unapplied_cash',
  'check_portal',
  'fix_contact',
  'incomplete_data',
] as const;
export type WorkKind = (typeof workKinds)[number];

/** What an account owes in one currency; amounts in minor units, `unapplied` below zero. */
export type Owed = {
  readonly currency: Currency;
  readonly owed: bigint;
  readonly unapplied: bigint;
  readonly balance: bigint;
  readonly overdue: bigint;
  /** In the company's currency, at the booked rates. */
  readonly overdueBase: bigint;
  /** Overdue for longer than the policy waits, without what is disputed or promised. */
  readonly chaseable: bigint;
  /** Overdue without what is disputed or promised. */
  readonly collectable: bigint;
  readonly oldestDueOn: Day | null;
  /** The number of the oldest item that is overdue; empty when none is. */
  readonly oldestDocument: string;
  /** The number of the item that the money on account would clear first; empty without money. */
  readonly clearsDocument: string;
  readonly buckets: readonly bigint[];
};

export type PromiseFact = {
  readonly amount: Money;
  readonly received: Money;
  readonly dueOn: Day;
  readonly lastDay: Day;
  readonly level: number;
};

export type TaskFact = { readonly title: string; readonly dueOn: Day | null };

export type BrokenPromise = PromiseFact & { readonly brokenOn: Day; readonly knownAt: Instant };

/** A call that a strategy asks for and that nobody has made. */
export type CallFact = { readonly step: string; readonly amount: Money; readonly daysLate: number };

/** The latest done or snooze that was not taken back. */
export type Answer = {
  readonly kind: 'done' | 'snoozed';
  readonly until: Instant;
  readonly at: Instant;
  readonly note: string;
  /** The reasons that stood when it was given. */
  readonly reasons: readonly WorkKind[];
};

/** A call that somebody asked for and nobody made yet. */
export type CallbackFact = {
  readonly person: string;
  readonly dueAt: Instant;
  /** Of whoever is called. */
  readonly zone: string;
  readonly note: string;
  /** Who was asked to call, when that is not the owner. */
  readonly memberId: Id | null;
};

/** Money that the bank has and nobody posted yet: who paid is not asked to pay. */
export type UnpostedFact = { readonly amount: Money; readonly since: Day };

/** Orders of the account that wait for somebody's word. */
export type HoldFact = { readonly orders: number; readonly alerts: number; readonly since: Day };

/** The forecast saw the account change before the aging shows it. */
export type WarningFact = {
  readonly kind: 'slower' | 'skipped' | 'silent' | 'breaks_promises';
  readonly facts: Readonly<Record<string, string | number>>;
};

/** A deadline whose day is near or has passed. */
export type ClockFact = {
  readonly kind: ClockKind;
  readonly dueOn: Day;
  /** Set by a law, a scheme or a contract. */
  readonly hard: boolean;
  /** Who was named for it. */
  readonly ownerId: Id | null;
};

/** A campaign that asks for the account and in which nobody is done with it yet. */
export type CampaignFact = {
  readonly name: string;
  readonly text: string;
  readonly endsOn: Day;
  /** Who works it there, when that is not the owner. */
  readonly workerId: Id | null;
};

/** Mail or a letter to this address has come back, and nobody mended it since. */
export type ReturnedFact = {
  readonly address: string;
  readonly since: Day;
  readonly by: 'email' | 'letter';
};

/** Open invoices in the customer's own portal: they are looked after there. */
export type PortalFact = {
  readonly portal: string;
  readonly invoices: readonly {
    readonly number: string;
    readonly state: string;
    /** The portal's day of the state, or the day of issue. */
    readonly since: Day;
    readonly dueOn: Day;
  }[];
};

/** A mail of the customer that nobody answered or closed yet. */
export type ReplyFact = {
  readonly mailId: Id;
  /** Who wrote it: the name, else the address. */
  readonly person: string;
  readonly subject: string;
  readonly since: Instant;
  readonly answerDueAt: Instant | null;
};

/** A case of a dispute that is not decided. */
export type CaseFact = {
  readonly caseId: Id;
  readonly amount: Money;
  /** Who must find out; empty while nobody is named. */
  readonly owner: string;
  /** An answer came back and waits for us since. */
  readonly answeredOn: Day | null;
  readonly answerBy: Day | null;
};

/** A payment plan that calls for somebody: broken, late, or its instalment is due today. */
export type PlanFact = {
  readonly state: 'breached' | 'late' | 'due';
  /** What is past due, or the instalment. */
  readonly amount: Money;
  readonly dueOn: Day;
  /** Of a broken one: the last day to mend it; null when that is over. */
  readonly cureUntil: Day | null;
};

/** What the morning found a contact with the account to be worth. */
export type WorthFact = {
  readonly way: Way;
  /** Parts of what is overdue: paid within the horizon if nobody asks, and what asking adds. */
  readonly alone: number;
  readonly adds: number;
  readonly minutes: number;
  /** Of a minute, in minor units of the company's currency. */
  readonly price: number;
  readonly basis: 'assumed' | 'learned';
  readonly usualDays: number | null;
  /** The last day on which it is left alone on purpose. */
  readonly leftAloneUntil: Day | null;
};

export type AccountFacts = {
  readonly accountId: Id;
  readonly status: string;
  readonly zone: string;
  readonly baseCurrency: Currency;
  /** Somebody has an e-mail address or a telephone number. */
  readonly reachable: boolean;
  readonly owed: readonly Owed[];
  /** Open promises whose day has come, the earliest first. */
  readonly due: readonly PromiseFact[];
  /** By currency. */
  readonly unposted: readonly UnpostedFact[];
  /** Orders that wait, or shipped and should not have. */
  readonly holds: HoldFact | null;
  /** Deadlines that call for work: hard ones first, then the earliest. */
  readonly clocks: readonly ClockFact[];
  /** The latest promise that was broken and not replaced by a newer one. */
  readonly broken: BrokenPromise | null;
  /** The one that is worst first. */
  readonly plans: readonly PlanFact[];
  /** Tasks of the account whose day has come or that are urgent; the most urgent first. */
  readonly tasks: readonly TaskFact[];
  /** The soonest call that was asked for, on its day. */
  readonly callback: CallbackFact | null;
  /** Calls of the strategies, the one for most first. */
  readonly calls: readonly CallFact[];
  /** The one that ends first. */
  readonly campaign: CampaignFact | null;
  /** Addresses from which mail came back, the latest first. */
  readonly returned: readonly ReturnedFact[];
  /** Null for accounts that get their papers from us. */
  readonly portal: PortalFact | null;
  /** Mails that wait for an answer, the longest first. */
  readonly replies: readonly ReplyFact[];
  /** Cases that are not decided, what came back first. */
  readonly cases: readonly CaseFact[];
  /** Early warnings that nobody answered, the latest first. */
  readonly warnings: readonly WarningFact[];
  readonly answer: Answer | null;
  /** Somebody was last in touch with it, either way. */
  readonly lastTouchOn: Day | null;
  /** Null where nothing is priced. */
  readonly worth: WorthFact | null;
};

export type Reason = { readonly kind: WorkKind; readonly phrase: string; readonly facts: Facts };
export type Part = { readonly phrase: string; readonly facts: Facts; readonly points: number };

/** An account's place in the day. */
export type Work = {
  readonly accountId: Id;
  /** Who has it on their list beside the owner. */
  readonly workerId: Id | null;
  readonly currency: Currency;
  /** The sum of the parts, exactly. */
  readonly score: number;
  /** Never empty; the first is the plain one. */
  readonly reasons: readonly Reason[];
  readonly parts: readonly Part[];
  readonly overdue: bigint;
  readonly overdueBase: bigint;
  readonly ask: bigint | null;
  readonly balance: bigint;
  readonly buckets: readonly bigint[];
  readonly oldestDueOn: Day | null;
  /** When the first reason became, or becomes, due. */
  readonly dueAt: Instant | null;
  /** Answered, and nothing new since. */
  readonly hidden: { readonly until: Instant; readonly as: 'done' | 'snoozed' } | null;
};
