/**
 * A line of an account's timeline: what happened, said by a phrase with its facts.
 *
 * A line is never changed or removed. What people did to or with the customer is a touch;
 * what a job or a file did is not, so that "last touch" means that somebody cared.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Facts } from '#kernel/outcome.ts';

export type ActivityKind =
  | 'note'
  | 'plan'
  | 'promise'
  | 'status'
  | 'owner'
  | 'contact'
  | 'account'
  | 'task'
  | 'work'
  | 'call'
  | 'message'
  | 'mail'
  | 'dispute';

export type Activity = {
  readonly accountId: Id;
  readonly kind: ActivityKind;
  /** `activity.…` in the customers' words. */
  readonly phrase: string;
  readonly facts?: Facts;
  /** What a person wrote, in their own words. */
  readonly text?: string | null;
  readonly touch: boolean;
  /** The business day; today unless stated. */
  readonly on?: Day;
};

/** Entries that have a sentence of their own; any other is said by its kind. */
const saidPostings: ReadonlySet<string> = new Set([
  'invoice',
  'debit_memo',
  'credit_memo',
  'receipt',
  'application',
  'application_reversal',
  'revaluation',
  'discount',
  'tolerance',
  'bank_fee',
  'import_undone',
  'adjustment',
  'write_off',
  'recovery',
  'refund',
  'return',
  'interest',
  'fee',
  'transfer',
  'reversal',
  'closed_at_source',
  'lowered_at_source',
  'raised_at_source',
  'reopened_at_source',
  'reposted_at_source',
  'confirmed_at_source',
]);

/** The phrase for a journal entry of a kind. */
export function postingPhrase(kind: string): string {
  return saidPostings.has(kind) ? `activity.posted_${kind}` : 'activity.posted';
}
