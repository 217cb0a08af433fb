import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { campaignProgress } from '../store/campaigns.ts';
import { changeCampaign } from './change-campaign.ts';
import { endCampaign } from './end-campaign.ts';
import { startCampaign } from './start-campaign.ts';

const terms = { name: 'Old debts', text: '', goal: null, endsOn: day('2026-07-31') };

test('a campaign changes until it has ended', async () => {
  await using desk = await portfolioDesk();
  const { companyId } = desk;
  await desk.open('NORTH', { owes: '1000' });
  const { campaignId } = await desk.done((context) =>
    startCampaign(context, { companyId, terms, filter: {}, live: false, memberIds: [] }),
  );
  const change = (name: string, endsOn = '2026-08-31') =>
    desk.act((context) =>
      changeCampaign(context, campaignId, { ...terms, name, endsOn: day(endsOn) }),
    );
  expect(await change('Older debts')).toMatchObject({ ok: true });
  expect(await change('x', '2026-07-01')).toMatchObject({
    refusal: 'portfolios.campaign_day_passed',
  });
  await desk.done((context) => endCampaign(context, campaignId));
  expect(await change('Late')).toMatchObject({ refusal: 'portfolios.campaign_ended' });
  const [now] = await campaignProgress(desk.db, { companies: 'all' });
  expect(now).toMatchObject({ name: 'Older debts', endsOn: '2026-08-31', endedOn: '2026-07-20' });
});
