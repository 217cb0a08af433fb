import { expect, test } from 'vitest';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { reassignAccounts } from './reassign-accounts.ts';
import { rebalanceAccounts } from './rebalance-accounts.ts';

test('half of what one person has goes to the other; accounts that are to stay, stay', async () => {
  await using desk = await portfolioDesk();
  const { ana, companyId } = desk;
  const numbers = ['A', 'B', 'C', 'D', 'E', 'F'];
  for (const number of numbers) await desk.open(number, { owes: '100' });
  const all = { companyId, filter: {}, memberIds: [ana], pin: false };
  const given = await desk.done((context) => reassignAccounts(context, all));
  const wish = { companyId, measure: 'work', mostMoves: 100, leaveOut: [], keep: [] } as const;

  const proposed = await desk.done((context) => rebalanceAccounts(context, wish));
  expect(proposed.accounts).toBe(3);
  const shares = proposed.people.map(({ after }) => after.accounts).filter((count) => count > 0);
  expect(shares).toEqual([3, 3]);
  expect(given.accounts).toBe(6);
});

test('a proposal without one of its accounts is carried out without it', async () => {
  await using desk = await portfolioDesk();
  const { ana, ben, companyId } = desk;
  const ids: Awaited<ReturnType<typeof desk.open>>[] = [];
  for (const number of ['A', 'B', 'C', 'D']) ids.push(await desk.open(number, { owes: '100' }));
  const all = { companyId, filter: {}, memberIds: [ana], pin: false };
  await desk.done((context) => reassignAccounts(context, all));
  const wish = { companyId, measure: 'accounts', mostMoves: 100, leaveOut: [] } as const;
  const alone = await desk.act((context) =>
    rebalanceAccounts(context, { ...wish, keep: [], leaveOut: [ben] }),
  );
  expect(alone).toMatchObject({ refusal: 'portfolios.nothing_to_move' });
  const none = await desk.act((context) => rebalanceAccounts(context, { ...wish, keep: ids }));
  expect(none).toMatchObject({ refusal: 'portfolios.nothing_to_move' });
  await desk.done((context) => rebalanceAccounts(context, { ...wish, keep: ids.slice(0, 1) }));
  const owners = Object.values(await desk.owners());
  expect(owners).toContain('ben');
});
