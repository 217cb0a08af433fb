import { expect, test } from 'vitest';
import { unpinAccount } from '#areas/customers/actions/unpin-account.ts';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { applyRules } from './apply-rules.ts';
import { reassignAccounts } from './reassign-accounts.ts';
import { setRules } from './set-rules.ts';

test('all accounts that fit go to one person and are pinned there', async () => {
  await using desk = await portfolioDesk();
  const { ana, ben, companyId } = desk;
  const large = await desk.open('LARGE', { owes: '5000' });
  await desk.open('SMALL', { owes: '20' });
  await desk.open('NOTHING');
  const filter = { buckets: ['31-60'], overdueFrom: 100_00n } as const;
  const wish = { companyId, filter, memberIds: [ana], pin: true };
  const effect = await desk.done((context) => reassignAccounts(context, wish));
  expect(effect).toMatchObject({ accounts: 1, overdue: '5000.00' });

  const all = { name: 'all', when: {}, give: { to: 'member', memberIds: [ben] } } as const;
  await desk.done((context) => setRules(context, { companyId, rules: [all] }));
  await desk.done((context) => applyRules(context, { companyId, only: 'all' }));
  expect(await desk.owners()).toEqual({ LARGE: 'ana', NOTHING: 'ben', SMALL: 'ben' });
  await desk.done((context) => unpinAccount(context, large));
  await desk.done((context) => applyRules(context, { companyId, only: 'all' }));
  expect(await desk.owners()).toMatchObject({ LARGE: 'ben' });
});

test('shared out among several, each has some; to nobody empties the hands', async () => {
  await using desk = await portfolioDesk();
  const { ana, ben, companyId } = desk;
  for (const number of ['A', 'B', 'C', 'D']) await desk.open(number, { owes: '100' });
  const all = { companyId, filter: {}, pin: false };
  await desk.done((context) => reassignAccounts(context, { ...all, memberIds: [ana, ben] }));
  expect(Object.values(await desk.owners()).toSorted()).toEqual(['ana', 'ana', 'ben', 'ben']);
  const none = await desk.done((context) => reassignAccounts(context, { ...all, memberIds: [] }));
  expect(none.accounts).toBe(4);
  expect(new Set(Object.values(await desk.owners()))).toEqual(new Set(['nobody']));
});

test.each([
  [{ search: 'nor' }, ['NORTH']],
  [{ states: ['tx'] }, ['NORTH']],
  [{ languages: ['es'] }, ['SUR']],
  [{ overdueBelow: 50_00n }, ['SUR']],
  [{ hasPromise: true }, []],
  [{ untouchedDays: 30 }, ['NORTH', 'SUR']],
  [{ owner: 'nobody' as const, pinned: false }, ['NORTH', 'SUR']],
  [{ kinds: ['student'] }, []],
])('the filter %o finds %s', async (filter, found) => {
  await using desk = await portfolioDesk();
  await desk.open('NORTH', { state: 'TX', owes: '1000' });
  await desk.open('SUR', { state: 'NY', language: 'es' });
  const outcome = await desk.act((context) =>
    reassignAccounts(context, {
      companyId: desk.companyId,
      filter,
      memberIds: [desk.ana],
      pin: false,
    }),
  );
  expect(outcome.ok ? outcome.value.moves.map(({ account }) => account) : []).toEqual(found);
});
