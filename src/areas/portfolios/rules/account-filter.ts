/**
 * Which accounts: the question behind a bulk act and behind a campaign.
 *
 * One language for both, so that what somebody saw on a filtered list is what they change.
 * Every part that is given must hold.
 */
import type { Id } from '#kernel/ids.ts';

export const overdueBuckets = ['1-30', '31-60', '61-90', '91-120', '121+'] as const;
export type OverdueBucket = (typeof overdueBuckets)[number];

export type AccountFilter = {
  readonly owner?: Id | 'nobody' | undefined;
  readonly states?: readonly string[] | undefined;
  readonly segments?: readonly string[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** Something stands in one of these buckets. */
  readonly buckets?: readonly OverdueBucket[] | undefined;
  /** Overdue, in minor units of the company's currency; the upper bound is not included. */
  readonly overdueFrom?: bigint | undefined;
  readonly overdueBelow?: bigint | undefined;
  /** No contact for more than so many days; an account that was never touched counts. */
  readonly untouchedDays?: number | undefined;
  readonly hasPromise?: boolean | undefined;
  readonly pinned?: boolean | undefined;
  /** A part of the name or of the number. */
  readonly search?: string | undefined;
  readonly accountIds?: readonly Id[] | undefined;
};

/** The days late that a bucket takes in, both ends; `to` is null at the open end. */
export function daysOfBucket(bucket: OverdueBucket): { from: number; to: number | null } {
  const [from, to] = bucket.replace('+', '').split('-').map(Number);
  return { from: from ?? 1, to: to ?? null };
}
