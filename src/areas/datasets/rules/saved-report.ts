/**
 * A saved report: a question with a name, an owner and a day on which somebody asks whether it is
 * still needed.
 *
 *   saved ──saved again──▶ next version ──retired──▶ runs no more
 *
 * It is private to its owner, open to the owner's team (whoever holds one of the owner's roles)
 * or to the company. Sharing shares the question, never the rows: each reader sees their own.
 */
import { type Day, plusMonths } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { RawQuestion } from './question.ts';
import type { ReportRefusal } from './refusal.ts';

export const sharings = ['private', 'team', 'company'] as const;
export type Sharing = (typeof sharings)[number];

export type SavedReport = {
  readonly reportId: Id;
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly note: string;
  readonly question: RawQuestion;
  readonly ownerId: Id;
  readonly owner: string;
  readonly shared: Sharing;
  readonly companyId: Id | null;
  readonly reviewOn: Day;
  readonly retiredOn: Day | null;
  readonly usedOn: Day | null;
  readonly usedBy: string | null;
  readonly uses: number;
};

/** Whoever does something with reports. */
export type Keeper = { readonly memberId: Id; readonly permissions: readonly string[] };

/** Is this a name that a command line takes as it is? */
export function isName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,59}$/u.test(name);
}

/** The name that a title makes: `Over 60 by segment` is `over-60-by-segment`. */
export function nameFrom(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60)
    .replace(/-+$/u, '');
}

/** May it be kept in this sharing? Private is everybody's own. */
export function acceptSharing(
  shared: Sharing,
  { permissions }: Pick<Keeper, 'permissions'>,
): Outcome<null, ReportRefusal> {
  const may = shared === 'private' || permissions.includes('datasets.share');
  return may ? accept(null) : refuse('datasets.may_not_share');
}

/** May it be changed or retired by them? */
export function acceptKeeper(
  { ownerId, owner, retiredOn, shared }: SavedReport,
  { memberId, permissions }: Keeper,
): Outcome<null, ReportRefusal> {
  const shares = shared !== 'private' && permissions.includes('datasets.share');
  if (ownerId !== memberId && !shares) return refuse('datasets.not_your_report', { owner });
  if (retiredOn !== null) return refuse('datasets.retired_already', { day: retiredOn });
  return accept(null);
}

/** A report that nobody names a day for is looked at again in half a year. */
export function usualReview(today: Day): Day {
  return plusMonths(today, 6);
}

/** Should its owner look at it: the day has come, or nobody used it for a quarter. */
export function needsReview(
  { reviewOn, usedOn, retiredOn }: Pick<SavedReport, 'reviewOn' | 'usedOn' | 'retiredOn'>,
  today: Day,
): boolean {
  if (retiredOn !== null) return false;
  return reviewOn <= today || (usedOn !== null && usedOn < plusMonths(today, -3));
}
