/**
 * Adds to live campaigns the accounts that have come to fit since; nothing ever leaves one.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { accountsOf, addAccounts, lockCampaign, runningCampaigns } from '../store/campaigns.ts';
import type { Campaign } from '../store/campaigns.ts';
import { accountsFitting } from '../store/features.ts';
import { tellCampaign, withWorkers } from './start-campaign.ts';

/** Answers how many accounts came in. */
export async function growCampaigns(context: Context): Promise<Outcome<{ added: number }, never>> {
  let added = 0;
  for (const { campaignId, live } of await runningCampaigns(context.tx, context.today)) {
    if (!live) continue;
    const campaign = await lockCampaign(context.tx, campaignId);
    if (campaign) added += await grow(context, campaign);
  }
  return accept({ added });
}

async function grow(context: Context, campaign: Campaign): Promise<number> {
  const { tx } = context;
  const { campaignId, companyId, filter, memberIds } = campaign;
  const there = await accountsOf(tx, campaignId);
  const fitting = await accountsFitting(tx, companyId, filter, context);
  const fresh = fitting.filter(({ accountId }) => !there.has(accountId));
  if (fresh.length === 0) return 0;
  await addAccounts(tx, campaignId, withWorkers(fresh, memberIds), context);
  await tellCampaign(context, campaignId, fresh.length);
  return fresh.length;
}
