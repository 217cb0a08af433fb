import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { usd } from '#test/support/builders.ts';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { makePromise } from '#areas/promises/actions/make-promise.ts';
import { standardPromisePolicy } from '#areas/promises/rules/promise.ts';
import { campaignProgress } from '../store/campaigns.ts';
import { startCampaign } from './start-campaign.ts';

const terms = {
  name: 'Old debts',
  text: 'Ask for a plan',
  goal: 500_00n,
  endsOn: day('2026-07-31'),
};

test('only money recorded after the start on its own items counts as collected', async () => {
  await using desk = await portfolioDesk();
  const { companyId } = desk;
  const accountId = await desk.open('NORTH', { owes: '1000' });
  await desk.open('SMALL', { owes: '10' });
  const before = await desk.invoice(accountId, {
    amount: '300',
    issued: '2026-05-01',
    number: 'I-2',
  });
  const paid = { amount: '100', on: '2026-07-20', pays: [[before, '100']] } as const;
  await desk.receipt(accountId, paid);
  const wish = { companyId, terms, filter: { overdueFrom: 100_00n }, live: false, memberIds: [] };
  const started = await desk.done((context) => startCampaign(context, wish));
  expect(started).toMatchObject({ accounts: 1, currency: 'USD', asked: '1200.00' });

  desk.on('2026-07-21');
  const later = await desk.invoice(accountId, {
    amount: '50',
    issued: '2026-07-21',
    number: 'I-3',
  });
  await desk.receipt(accountId, {
    amount: '90',
    on: '2026-07-21',
    pays: [
      [before, '40'],
      [later, '50'],
    ],
  });
  await desk.done((context) =>
    makePromise(
      context,
      {
        accountId,
        amount: usd('100'),
        dueOn: day('2026-07-27'),
        saidBy: 'Ms Orr',
        method: null,
        itemIds: [],
        supersedes: [],
        note: '',
      },
      standardPromisePolicy,
    ),
  );
  const [progress] = await campaignProgress(desk.db, { companies: [companyId] });
  expect(progress).toMatchObject({
    accounts: 1,
    asked: 1200_00n,
    collected: 40_00n,
    promised: 1,
    done: 0,
    goal: 500_00n,
  });
});

test('a campaign without accounts or with a day that has passed is refused', async () => {
  await using desk = await portfolioDesk();
  const { companyId } = desk;
  const start = (endsOn: string) =>
    desk.act((context) =>
      startCampaign(context, {
        companyId,
        terms: { ...terms, endsOn: day(endsOn) },
        filter: {},
        live: false,
        memberIds: [],
      }),
    );
  expect(await start('2026-07-19')).toMatchObject({ refusal: 'portfolios.campaign_day_passed' });
  expect(await start('2026-07-20')).toMatchObject({
    refusal: 'portfolios.campaign_without_accounts',
  });
});
