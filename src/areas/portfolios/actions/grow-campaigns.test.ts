import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { campaignProgress } from '../store/campaigns.ts';
import { growCampaigns } from './grow-campaigns.ts';
import { startCampaign } from './start-campaign.ts';

test('a live campaign takes in what has come to fit; a frozen one does not', async () => {
  await using desk = await portfolioDesk();
  const { companyId, ana, ben } = desk;
  await desk.open('NORTH', { owes: '1000' });
  for (const live of [true, false]) {
    const terms = { name: String(live), text: '', goal: null, endsOn: day('2026-07-31') };
    const filter = { overdueFrom: 100_00n };
    const wish = { companyId, terms, filter, live, memberIds: [ana, ben] };
    await desk.done((context) => startCampaign(context, wish));
  }
  await desk.open('SOUTH', { owes: '2000' });
  expect(await desk.done(growCampaigns)).toEqual({ added: 1 });
  expect(await desk.done(growCampaigns)).toEqual({ added: 0 });
  const found = await campaignProgress(desk.db, { companies: 'all' });
  expect(found.map(({ name, accounts, asked }) => [name, accounts, asked])).toEqual([
    ['false', 1, 1000_00n],
    ['true', 2, 3000_00n],
  ]);
  desk.on('2026-08-01');
  await desk.open('LATE', { owes: '500' });
  expect(await desk.done(growCampaigns)).toEqual({ added: 0 });
});
