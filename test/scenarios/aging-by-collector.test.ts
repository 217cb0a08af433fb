import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { reassignAccounts } from '#areas/portfolios/actions/reassign-accounts.ts';
import { wholeAging } from '#areas/reports/answers/aging.ts';
import { agingLines } from '#areas/reports/store/aging.ts';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';

test('the aging of a past day stands under whose the accounts were on that day', async () => {
  await using desk = await portfolioDesk();
  const { companyId, ana, ben } = desk;
  await desk.open('NORTH', { owes: '1000' });
  const give = (memberId: typeof ana) =>
    desk.done((context) =>
      reassignAccounts(context, { companyId, filter: {}, memberIds: [memberId], pin: false }),
    );
  await give(ana);
  desk.on('2026-08-20');
  await give(ben);
  const collectorOn = async (asOf: string): Promise<(string | null)[]> => {
    const question = wholeAging(day(asOf), bucketSets.standard);
    const page = { sort: { column: 'name' }, descending: false, limit: 10, offset: 0 } as const;
    const ownersThen = day(asOf) < desk.clock.today();
    const { lines } = await agingLines(desk.db, { ...question, by: 'collector', ownersThen }, page);
    return lines.map(({ collector }) => collector);
  };
  expect(await collectorOn('2026-07-19')).toEqual([null]);
  expect(await collectorOn('2026-07-20')).toEqual(['collector']);
  expect(await collectorOn('2026-08-19')).toEqual(['collector']);
  expect(await collectorOn('2026-08-20')).toEqual(['senior']);
});
