import { expect, test } from 'vitest';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { readPortfolio } from './read-portfolio.ts';

test('the portfolio has every account with what it owes, and who may have it', async () => {
  await using desk = await portfolioDesk();
  await desk.open('NORTH', { state: 'TX', owes: '1000' });
  await desk.open('CHILD', { parent: 'NORTH' });
  const moment = { today: desk.clock.today(), at: desk.clock.now() };
  const read = await readPortfolio(desk.db, desk.companyId, moment);
  if (!read.ok) throw new Error(read.refusal);
  const [child, north] = read.value.book;
  expect(north).toMatchObject({
    account: 'NORTH',
    overdue: 1000_00n,
    balance: 1000_00n,
    state: 'TX',
  });
  expect(child).toMatchObject({ account: 'CHILD', head: 'NORTH', headId: north?.customerId });
  expect(read.value.people.map(({ memberId }) => memberId)).toContain(desk.ana);
  const other = await readPortfolio(desk.db, desk.ana, moment);
  expect(other).toMatchObject({ refusal: 'portfolios.no_such_company' });
});
