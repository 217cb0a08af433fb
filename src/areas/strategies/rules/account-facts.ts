/**
 * What is known of one account on the day on which a strategy looks at it: what is open, what
 * is contested, promised or paid already, and which steps were really done.
 *
 * The rule a newcomer would break: a step counts as done when its notice went out, never when
 * it was proposed; and it counts for as long as an item that it named is open.
 */
import { type Day, day } from '#kernel/day.ts';
import type { Currency } from '#kernel/money.ts';
import type { BranchEvent, TextField } from './document.ts';

/** Promised until further notice: a plan in good standing or a settlement covers the item. */
export const onPlan = day('9999-12-31');

/** A debit that is open, in minor units of its currency. */
export type ItemFact = {
  readonly itemId: string;
  readonly currency: Currency;
  readonly dueOn: Day;
  readonly open: bigint;
  /** Of what is open: so much is contested. */
  readonly disputed: bigint;
  /** Promised by name: the last day on which the promise still counts; `onPlan` on a plan. */
  readonly promisedUntil: Day | null;
  /** Interest was booked up to this day. */
  readonly interestTo: Day | null;
};

/** A step that was done for an item that is still open. */
export type DoneStep = {
  readonly itemId: string;
  readonly step: string;
  /** The days of the step when it was done: its place, should a later version drop its key. */
  readonly days: number;
  readonly episode: string;
  readonly on: Day;
};

export type Sum = { readonly currency: Currency; readonly minor: bigint };

export type AccountFacts = {
  readonly texts: Readonly<Partial<Record<TextField, readonly string[]>>>;
  /** Percent of its ended promises that were kept, rounded down; null where none has ended. */
  readonly score: number | null;
  readonly brokenPromises: number;
  /** The longest overdue first; of one day in the order of their ids. */
  readonly items: readonly ItemFact[];
  /** Money and credits on account, as positive amounts. */
  readonly unapplied: readonly Sum[];
  /** What open promises without named items still owe, with the last day that counts. */
  readonly promised: readonly (Sum & { readonly until: Day })[];
  /** Money that was seen and is not posted yet. */
  readonly inFlight: readonly Sum[];
  readonly done: readonly DoneStep[];
  /** When anything last went out to the customer, whatever it named. */
  readonly lastNoticeOn: Day | null;
  readonly events: readonly { readonly event: BranchEvent; readonly on: Day }[];
  /** Stays and holds that stand: bankruptcy, attorney, hardship and the like. */
  readonly holds: readonly string[];
};

/** An account of which nothing is known. */
export const blankAccount: AccountFacts = {
  texts: {},
  score: null,
  brokenPromises: 0,
  items: [],
  unapplied: [],
  promised: [],
  inFlight: [],
  done: [],
  lastNoticeOn: null,
  events: [],
  holds: [],
};
