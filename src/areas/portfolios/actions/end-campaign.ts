/** Ends a campaign today; what it brought in stays on record. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CampaignRefusal } from '../rules/refusal.ts';
import { insertTerms, lockCampaign } from '../store/campaigns.ts';
import { tellCampaign } from './start-campaign.ts';

export async function endCampaign(
  context: Context,
  campaignId: Id,
): Promise<Outcome<{ endedOn: Day }, CampaignRefusal>> {
  const { tx, today, at, actor, reason } = context;
  const campaign = await lockCampaign(tx, campaignId);
  if (!campaign) return refuse('portfolios.no_such_campaign');
  if (campaign.endedOn !== null) return refuse('portfolios.campaign_ended');
  await insertTerms(
    tx,
    campaignId,
    { ...campaign, endedOn: today },
    { at, actor: actor.ref, reason },
  );
  await tellCampaign(context, campaignId, 0);
  return accept({ endedOn: today });
}
