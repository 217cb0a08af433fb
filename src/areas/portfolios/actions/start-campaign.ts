/**
 * Makes the accounts that fit a filter into work: for their owners, or shared out in a team.
 *
 * The list is frozen now; of a live campaign it only grows. Whose the accounts are does not
 * change: who works one in a campaign only has it on their list as well.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { allMembers, companies } from '#areas/team/index.ts';
import type { AccountFilter } from '../rules/account-filter.ts';
import { type CampaignTerms, acceptTerms } from '../rules/campaign.ts';
import type { AccountFeatures } from '../rules/condition.ts';
import { mayHave } from '../rules/people.ts';
import type { CampaignRefusal } from '../rules/refusal.ts';
import { split } from '../rules/split.ts';
import { addAccounts, campaignProgress, insertCampaign, insertTerms } from '../store/campaigns.ts';
import { accountsFitting } from '../store/features.ts';

export type StartCampaign = {
  readonly companyId: Id;
  readonly terms: CampaignTerms;
  readonly filter: AccountFilter;
  readonly live: boolean;
  /** None: the owners work their own accounts. */
  readonly memberIds: readonly Id[];
};

export type Started = {
  readonly campaignId: Id;
  readonly accounts: number;
  readonly currency: string;
  readonly asked: string;
};

export async function startCampaign(
  context: Context,
  { companyId, terms, filter, live, memberIds }: StartCampaign,
): Promise<Outcome<Started, CampaignRefusal>> {
  const { tx, today, at, actor, reason } = context;
  const accepted = acceptTerms(terms, today);
  if (!accepted.ok) return accepted;
  const [company] = await companies(tx, [companyId]);
  if (!company) return refuse('portfolios.no_such_company');
  const people = mayHave(memberIds, await allMembers(tx), companyId);
  if (!people.ok) return people;
  const accounts = await accountsFitting(tx, companyId, filter, context);
  if (accounts.length === 0) return refuse('portfolios.campaign_without_accounts');
  const campaignId = context.newId();
  const currency = company.baseCurrency;
  const recorded = { at, actor: actor.ref, reason };
  const made = { campaignId, companyId, filter, live, memberIds, currency, startedOn: today };
  await insertCampaign(tx, made, recorded);
  await insertTerms(tx, campaignId, { ...terms, endedOn: null }, recorded);
  await addAccounts(tx, campaignId, withWorkers(accounts, memberIds), context);
  await tellCampaign(context, campaignId, accounts.length);
  const [progress] = await campaignProgress(tx, { companies: [companyId], campaignId });
  const asked = formatMoney(money(progress?.asked ?? 0n, currency));
  return accept({ campaignId, accounts: accounts.length, currency, asked });
}

/** Each account with who works it in the campaign; without a team that is its owner. */
export function withWorkers(accounts: readonly AccountFeatures[], memberIds: readonly Id[]) {
  const workers = memberIds.length === 0 ? new Map<Id, Id>() : split(accounts, memberIds);
  return accounts.map(({ accountId }) => ({
    accountId,
    workerId: workers.get(accountId) ?? null,
  }));
}

/** The lists of the campaign's people change. */
export async function tellCampaign(
  context: Context,
  campaignId: Id,
  accounts: number,
): Promise<void> {
  context.did({ what: 'campaign', id: campaignId, facts: { accounts } });
  await context.tell({
    name: 'portfolios.campaign_changed',
    accountId: null,
    payload: { campaignId },
  });
}
