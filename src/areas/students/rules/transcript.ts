/**
 * May a school hold back a transcript because the student owes?
 *
 *   state law first      California: never, as a means to collect (Civ. Code 1788.93);
 *                        Virginia: not for less than $500 (since 1 July 2024)
 *   then federal law     periods with Title IV aid whose charges are paid, or in an agreement
 *                        to pay, must be on it (34 CFR 668.14(b)(33), (34))
 *
 * Other states limit it too; where nobody has read their law, the rule has no answer.
 */
import { type Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type StudyPeriod = {
  readonly id: string;
  readonly hasTitleIv: boolean;
  /** All institutional charges paid, or in an agreement to pay. */
  readonly isSettled: boolean;
};

export type TranscriptAnswer = {
  readonly mayWithhold: boolean | 'partial';
  /** The law that decides. */
  readonly basis: string;
  readonly mustInclude: readonly string[];
  readonly mayExclude: readonly string[];
};

/** States known to forbid or limit it whose law has not been entered. */
const unread: ReadonlySet<string> = new Set([
  'CO',
  'CT',
  'IL',
  'IN',
  'ME',
  'MN',
  'NY',
  'OH',
  'OR',
  'WA',
]);
const virginiaMinor = 50_000n;

/** What may be held back; refused for a state whose law nobody has entered. */
export function mayWithholdTranscript(
  state: string,
  owed: Money,
  periods: readonly StudyPeriod[],
): Outcome<TranscriptAnswer, 'transcript.state_not_read'> {
  if (unread.has(state)) return refuse('transcript.state_not_read', { state });
  const all = periods.map(({ id }) => id);
  const never = { mayWithhold: false, mustInclude: all, mayExclude: [] } as const;
  if (state === 'CA') return accept({ ...never, basis: 'Cal. Civ. Code 1788.93' });
  if (state === 'VA' && owed.minor < virginiaMinor) {
    return accept({ ...never, basis: 'Va. Code, since 1 Jul 2024' });
  }
  const basis = '34 CFR 668.14(b)(33)-(34)';
  const must = periods.filter((period) => period.hasTitleIv && period.isSettled);
  const mustInclude = must.map(({ id }) => id);
  const mayExclude = all.filter((id) => !mustInclude.includes(id));
  if (mustInclude.length === 0)
    return accept({ mayWithhold: true, basis, mustInclude, mayExclude });
  const mayWithhold = mayExclude.length > 0 ? 'partial' : false;
  return accept({ mayWithhold, basis, mustInclude, mayExclude });
}
