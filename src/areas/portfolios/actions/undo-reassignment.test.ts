import { expect, test } from 'vitest';
import { assignOwner } from '#areas/customers/actions/assign-owner.ts';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { proveAccounts } from '#areas/customers/index.ts';
import { reassignAccounts } from './reassign-accounts.ts';
import { undoReassignment } from './undo-reassignment.ts';

test('what was moved again since stays; the rest goes back with its pin', async () => {
  await using desk = await portfolioDesk();
  const { ana, ben, companyId } = desk;
  const [first] = [await desk.open('FIRST'), await desk.open('SECOND')];
  const all = { companyId, filter: {}, memberIds: [ana], pin: true };
  const act = await desk.done((context) => reassignAccounts(context, all));
  await desk.done((context) => assignOwner(context, { accountId: first, memberId: ben }));
  const undo = (companies: 'all' | readonly (typeof companyId)[]) =>
    desk.act((context) => undoReassignment(context, act.reassignmentId, companies));
  expect(await undo([])).toMatchObject({ refusal: 'portfolios.no_such_reassignment' });
  expect(await undo('all')).toEqual({ ok: true, value: { restored: 1, leftAlone: 1 } });
  expect(await undo('all')).toMatchObject({ refusal: 'portfolios.undone_already' });
  expect(await desk.owners()).toEqual({ FIRST: 'ben', SECOND: 'nobody' });
  const { checks } = await proveAccounts(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});
