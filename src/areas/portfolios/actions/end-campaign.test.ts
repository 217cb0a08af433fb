import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { endCampaign } from './end-campaign.ts';
import { startCampaign } from './start-campaign.ts';

test('a campaign ends once, and one that is not there never', async () => {
  await using desk = await portfolioDesk();
  const { companyId } = desk;
  await desk.open('NORTH');
  const terms = { name: 'Old debts', text: '', goal: null, endsOn: day('2026-07-31') };
  const { campaignId } = await desk.done((context) =>
    startCampaign(context, { companyId, terms, filter: {}, live: false, memberIds: [] }),
  );
  const end = (which: typeof campaignId) => desk.act((context) => endCampaign(context, which));
  expect(await end(companyId)).toMatchObject({ refusal: 'portfolios.no_such_campaign' });
  expect(await end(campaignId)).toEqual({ ok: true, value: { endedOn: '2026-07-20' } });
  expect(await end(campaignId)).toMatchObject({ refusal: 'portfolios.campaign_ended' });
});
