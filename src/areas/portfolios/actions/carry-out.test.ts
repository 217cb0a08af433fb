import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { latestReassignments } from '../store/reassignments.ts';
import { carryOut } from './carry-out.ts';
import { readPortfolio } from './read-portfolio.ts';

test('what is as wished already is not moved, and one act stands in the record', async () => {
  await using desk = await portfolioDesk();
  const { ana, companyId } = desk;
  await desk.open('A');
  await desk.open('B');
  const give = () =>
    desk.act(async (context) => {
      const portfolio = await readPortfolio(context.tx, companyId, context);
      if (!portfolio.ok) return portfolio;
      const { book } = portfolio.value;
      const moves = book.map((account) => ({ account, to: ana, rule: 1 }));
      const done = await carryOut(context, portfolio.value, moves, { kind: 'rules', pin: false });
      return done.ok ? accept(done.value.accounts) : done;
    });
  expect(await give()).toEqual({ ok: true, value: 2 });
  expect(await give()).toMatchObject({ refusal: 'portfolios.nothing_to_move' });
  const acts = await latestReassignments(desk.db, [companyId], 10);
  expect(acts).toMatchObject([{ kind: 'rules', accounts: 2, undone: false }]);
  expect(await latestReassignments(desk.db, [], 10)).toEqual([]);
});
