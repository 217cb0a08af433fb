/**
 * What is known of an account when somebody asks what a minute on it is worth.
 *
 * Only what a desk can see: amounts, ages, how it paid and answered. Why it does not pay is not
 * known, and nothing here may be computed from it.
 */

/** The ways in which somebody may be asked; `none` leaves the account alone. */
export const ways = ['call', 'email', 'letter', 'sms'] as const;
export type Way = (typeof ways)[number];

/** Horizon of everything here: what is paid within so many days. */
export const horizonDays = 30;

/** How an account, or a whole book, paid once it was due. */
export type LatePaying = {
  /** Invoices that were paid after their day. */
  readonly paid: number;
  /** Days that its invoices were late, those that are still open included. */
  readonly lateDays: number;
};

export type Standing = {
  readonly accountId: string;
  readonly segment: string | null;
  /** What may be asked for, in minor units of the company's currency. */
  readonly overdue: bigint;
  /** Of the oldest item. */
  readonly daysLate: number;
  readonly lateItems: number;
  readonly paying: LatePaying;
  /** Mean days late of the latest payments; null when it never paid. */
  readonly usualDays: number | null;
  /** Calls and mails to it in the last year. */
  readonly contacts: number;
  /** Of these, those after which something was paid within ten days. */
  readonly heeded: number;
  /** Contacts in the last thirty days: the next one says less. */
  readonly recentContacts: number;
  /** The share of what is overdue that stays unpaid, as forecast; null where none is made. */
  readonly staysOpen: number | null;
  /** Ways that consent, hours, caps and the address book leave open today. */
  readonly mayBe: readonly Way[];
};
