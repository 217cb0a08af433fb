/** Campaigns over the wire: started, changed, ended, and what came of them. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { changeCampaign } from '../actions/change-campaign.ts';
import { endCampaign } from '../actions/end-campaign.ts';
import { startCampaign } from '../actions/start-campaign.ts';
import { wireCampaign } from '../answers/campaigns.ts';
import { readFilter } from '../answers/wire.ts';
import * as contract from '../contract.ts';
import { type CampaignTerms, isRunning } from '../rules/campaign.ts';
import { campaignProgress, ownProgress, type Progress } from '../store/campaigns.ts';
import { companyAsked } from './company.ts';

export const campaignRoutes: readonly Served[] = [
  serve(contract.campaigns, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const today = desk.clock.today();
    const runningOn = query.running === 'true' ? today : undefined;
    const found = await campaignProgress(desk.db, { companies, runningOn });
    const going = found.filter((each) => isRunning(each, today));
    const own = await ownPart(desk.db, going, session.memberId);
    const rows = found.map((each) => wireCampaign(each, today, own.get(each.campaignId)));
    return accept({ rows });
  }),
  serve(contract.startCampaign, async ({ body, desk, session, perform }) => {
    const company = companyAsked(session, body.company);
    if (!company.ok) return company;
    const { companyId, baseCurrency } = await company.value.details(desk.db);
    const terms = readTerms(body, baseCurrency);
    if (!terms.ok) return terms;
    const filter = readFilter(body.filter, baseCurrency);
    if (!filter.ok) return filter;
    const memberIds = body.memberIds.map(id);
    const wish = { companyId, terms: terms.value, filter: filter.value, memberIds };
    return perform('portfolios.start_campaign', `campaign: ${body.name}`, (context) =>
      startCampaign(context, { ...wish, live: body.live }),
    );
  }),
  serve(contract.changeCampaign, async ({ params, body, desk, session, perform }) => {
    const campaign = await oneSeen(params.campaignId, desk.db, session.companyIds);
    if (!campaign.ok) return campaign;
    const { campaignId, currency } = campaign.value;
    const terms = readTerms(body, currency);
    if (!terms.ok) return terms;
    return perform('portfolios.change_campaign', body.reason, (context) =>
      changeCampaign(context, campaignId, terms.value),
    );
  }),
  serve(contract.endCampaign, async ({ params, body, desk, session, perform }) => {
    const campaign = await oneSeen(params.campaignId, desk.db, session.companyIds);
    if (!campaign.ok) return campaign;
    return perform('portfolios.end_campaign', body.reason, (context) =>
      endCampaign(context, campaign.value.campaignId),
    );
  }),
];

type Seen = Parameters<typeof campaignProgress>;

function ownPart(db: Seen[0], going: readonly Progress[], memberId: Id) {
  const running = going.map(({ campaignId }) => campaignId);
  return ownProgress(db, running, memberId);
}

async function oneSeen(campaignId: string, db: Seen[0], companies: Seen[1]['companies']) {
  const [found] = await campaignProgress(db, { companies, campaignId: id(campaignId) });
  return found ? accept(found) : refuse('portfolios.no_such_campaign');
}

type WireTerms = {
  readonly name: string;
  readonly text: string;
  readonly goal?: string | undefined;
  readonly endsOn: string;
};

function readTerms(
  { name, text, goal, endsOn }: WireTerms,
  currency: Currency,
): Outcome<CampaignTerms, 'portfolios.amount_unreadable'> {
  const amount = goal === undefined ? null : parseMoney(goal, currency);
  if (amount === undefined) {
    return refuse('portfolios.amount_unreadable', { amount: goal ?? '', currency });
  }
  return accept({ name, text, goal: amount?.minor ?? null, endsOn: day(endsOn) });
}
