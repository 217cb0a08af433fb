/**
 * A campaign: a question asked once made into work for some days.
 *
 *   started ──▶ running ──its last day passes──▶ over
 *                  └──somebody ends it─────────▶ over
 *
 * The rule a newcomer would break: what it brought in is only what was recorded after its
 * start on items that were its own then; money that was on its way anyway counts only then.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type CampaignTerms = {
  readonly name: string;
  readonly text: string;
  /** In minor units of the company's currency. */
  readonly goal: bigint | null;
  readonly endsOn: Day;
};

type Standing = { readonly endsOn: Day; readonly endedOn: Day | null };

/** True while it puts its accounts on lists. */
export function isRunning({ endsOn, endedOn }: Standing, today: Day): boolean {
  return endedOn === null && endsOn >= today;
}

/** May these be its terms from today? Its last day may be today. */
export function acceptTerms(
  terms: CampaignTerms,
  today: Day,
): Outcome<CampaignTerms, 'portfolios.campaign_day_passed'> {
  if (terms.endsOn < today) {
    return refuse('portfolios.campaign_day_passed', { endsOn: terms.endsOn });
  }
  return accept(terms);
}
