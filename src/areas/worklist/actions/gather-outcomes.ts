/**
 * What came of the accounts that were open or left alone thirty days ago, and what is learned of
 * it: how accounts answer, company by company.
 */
import { plusDays } from '#kernel/day.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { companies } from '#areas/team/index.ts';
import { episodeDays } from '../rules/worth/control.ts';
import { gainOf } from '../rules/worth/gain.ts';
import { bookRate } from '../rules/worth/rates.ts';
import { learn } from '../rules/worth/response.ts';
import { type Ended, endedEpisodes, gatherOutcomes } from '../store/episodes.ts';
import { insertLearned } from '../store/experiment.ts';
import { keepGain } from '../store/gain.ts';

export async function takeOutcomes(
  context: Context,
  zone: string,
): Promise<Outcome<{ gathered: number }, never>> {
  const { tx, today, at } = context;
  const gathered = await gatherOutcomes(tx, { zone, on: today, at });
  for (const company of await companies(tx, 'all')) {
    if (company.zone !== zone) continue;
    const { companyId } = company;
    const ended = await endedEpisodes(tx, companyId, plusDays(today, -episodeDays));
    // The year moves on, whether or not anything came in today.
    await keepGain(tx, { companyId, on: today, at }, gainOf(ended));
    if (gathered === 0) continue;
    const learned = learn(ended.map(episodeOf), bookOf(ended));
    if (learned) await insertLearned(tx, { companyId, on: today, at }, learned);
  }
  context.did({ what: 'outcomes gathered', facts: { gathered } });
  return accept({ gathered });
}

function episodeOf({ standing, leftAlone, share }: Ended) {
  return { standing, asked: !leftAlone, share };
}

/** As the accounts stood when they were drawn: features mean the same under the same rate. */
function bookOf(ended: readonly Ended[]): number {
  const sum = { paid: 0, lateDays: 0 };
  for (const { standing } of ended) {
    sum.paid += standing.paying.paid;
    sum.lateDays += standing.paying.lateDays;
  }
  return bookRate(sum);
}
