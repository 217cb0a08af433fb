/** Changes what a campaign is called, says, aims at, or how long it goes on. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type CampaignTerms, acceptTerms } from '../rules/campaign.ts';
import type { CampaignRefusal } from '../rules/refusal.ts';
import { insertTerms, lockCampaign } from '../store/campaigns.ts';
import { tellCampaign } from './start-campaign.ts';

export async function changeCampaign(
  context: Context,
  campaignId: Id,
  terms: CampaignTerms,
): Promise<Outcome<{ campaignId: Id }, CampaignRefusal>> {
  const { tx, today, at, actor, reason } = context;
  const campaign = await lockCampaign(tx, campaignId);
  if (!campaign) return refuse('portfolios.no_such_campaign');
  if (campaign.endedOn !== null) return refuse('portfolios.campaign_ended');
  const accepted = acceptTerms(terms, today);
  if (!accepted.ok) return accepted;
  await insertTerms(tx, campaignId, { ...terms, endedOn: null }, { at, actor: actor.ref, reason });
  await tellCampaign(context, campaignId, 0);
  return accept({ campaignId });
}
