import { expect, test } from 'vitest';
import { assignOwner } from '#areas/customers/actions/assign-owner.ts';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { applyRules } from './apply-rules.ts';
import { setRules } from './set-rules.ts';
import { undoReassignment } from './undo-reassignment.ts';

test('rules give each account to whom they say; taking it back restores everything', async () => {
  await using desk = await portfolioDesk();
  const { ana, ben, companyId } = desk;
  await desk.open('TEXAS', { state: 'TX', owes: '60000' });
  await desk.open('SMALL', { state: 'TX', owes: '10' });
  await desk.open('YORK', { state: 'NY' });
  const pinned = await desk.open('PINNED', { state: 'TX', owes: '90000' });
  await desk.done((context) => assignOwner(context, { accountId: pinned, memberId: ben }));
  await desk.done((context) =>
    setRules(context, {
      companyId,
      rules: [
        {
          name: 'Texas, over 50k',
          when: { states: ['TX'], overdue: { from: 50_000_00n } },
          give: { to: 'member', memberIds: [ana] },
        },
        { name: 'Texas', when: { states: ['TX'] }, give: { to: 'member', memberIds: [ben] } },
      ],
    }),
  );
  const effect = await desk.done((context) => applyRules(context, { companyId, only: 'all' }));
  expect(effect).toMatchObject({ accounts: 2, balance: '60010.00', overdue: '60010.00' });
  expect(effect.moves.map(({ account, rule }) => [account, rule])).toEqual([
    ['SMALL', 2],
    ['TEXAS', 1],
  ]);
  expect(await desk.owners()).toEqual({
    PINNED: 'ben',
    SMALL: 'ben',
    TEXAS: 'ana',
    YORK: 'nobody',
  });

  const again = await desk.act((context) => applyRules(context, { companyId, only: 'all' }));
  expect(again).toMatchObject({ refusal: 'portfolios.nothing_to_move' });

  const undone = await desk.done((context) =>
    undoReassignment(context, effect.reassignmentId, 'all'),
  );
  expect(undone).toEqual({ restored: 2, leftAlone: 0 });
  expect(await desk.owners()).toMatchObject({ PINNED: 'ben', SMALL: 'nobody', TEXAS: 'nobody' });
});

test('only accounts of nobody are given out when asked; a changed list is refused', async () => {
  await using desk = await portfolioDesk();
  const { ana, ben, companyId } = desk;
  const first = await desk.open('FIRST');
  await desk.open('SECOND');
  const everything = { when: {}, give: { to: 'member', memberIds: [ana] } } as const;
  await desk.done((context) =>
    setRules(context, { companyId, rules: [{ name: 'all', ...everything }] }),
  );
  await desk.done((context) => assignOwner(context, { accountId: first, memberId: ben }));
  const wish = { companyId, only: 'unassigned' } as const;
  const wrong = await desk.act((context) => applyRules(context, { ...wish, expected: 2 }));
  expect(wrong).toMatchObject({
    refusal: 'portfolios.list_changed',
    facts: { expected: 2, now: 1 },
  });
  await desk.done((context) => applyRules(context, { ...wish, expected: 1 }));
  expect(await desk.owners()).toEqual({ FIRST: 'ben', SECOND: 'ana' });
});
