/**
 * A finding: something in the book that is doubtful, found again from the book every time.
 *
 *   seen ─▶ open ⇄ in work ─────────────▶ gone, when the data are right
 *             ├─▶ accepted (why, until) ─▶ open again after its day
 *             └─▶ not a problem (why)
 *
 * Nobody closes a finding as fixed: it goes by itself when the book is right, and that is its
 * proof. What people say of it is a reason with their name.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

/** In the order in which a controller would ask. */
export const findingKinds = [
  'duplicate_number',
  'duplicate_content',
  'number_elsewhere',
  'duplicate_customer',
  'credit_unapplied',
  'credit_balance',
  'missing_contact',
  'missing_email',
  'missing_address',
  'missing_po',
  'due_before_issue',
  'long_terms',
  'other_terms',
  'tax_on_exempt',
  'never_taxed',
  'future_date',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export const findingStates = ['open', 'in_work', 'accepted', 'not_a_problem'] as const;
export type FindingState = (typeof findingStates)[number];

export type Verdict = {
  readonly state: FindingState;
  readonly note: string;
  /** Until when it is accepted as it is. */
  readonly until: Day | null;
};

export type VerdictRefusal = 'finding.needs_reason' | 'finding.needs_day' | 'finding.day_too_far';

/** So long may something doubtful stand as it is before somebody looks again. */
const longestDays = 366;

export function acceptVerdict(
  { state, note, until }: Verdict,
  today: Day,
): Outcome<Verdict, VerdictRefusal> {
  const answered = state === 'accepted' || state === 'not_a_problem';
  if (answered && note === '') return refuse('finding.needs_reason');
  if (state !== 'accepted') return accept({ state, note, until: null });
  if (until === null || until <= today) return refuse('finding.needs_day', { today });
  const furthest = plusDays(today, longestDays);
  if (until > furthest) return refuse('finding.day_too_far', { until, furthest });
  return accept({ state, note, until });
}
