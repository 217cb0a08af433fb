/**
 * What a company's work added, as measured over the outcomes of a year: of all accounts, segment
 * by segment, and how well the order found those that answer.
 *
 * Summed once a night, when outcomes come in; nobody who looks reads a year of them.
 */
import { type Qini, qiniOf } from './qini.ts';
import { type Outcome, type Uplift, upliftOf } from './uplift.ts';

export type Gain = {
  readonly uplift: Uplift;
  /** The largest first; an empty name: accounts without a segment. */
  readonly segments: readonly (Uplift & { readonly segment: string })[];
  readonly qini: Qini | null;
};

export function gainOf(outcomes: readonly (Outcome & { readonly segment: string | null })[]): Gain {
  const segments = [...Map.groupBy(outcomes, ({ segment }) => segment ?? '')]
    .map(([segment, own]) => ({ segment, ...upliftOf(own) }))
    .toSorted((a, b) => b.open - a.open || (a.segment < b.segment ? -1 : 1));
  return { uplift: upliftOf(outcomes), segments, qini: qiniOf(outcomes) };
}
