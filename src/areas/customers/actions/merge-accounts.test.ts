import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { formatMoney } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { deskOn } from '#test/support/builders.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { bridges } from '../rules/bridge.ts';
import { readSearch } from '../rules/search-text.ts';
import { openItems } from '../store/owed.ts';
import { findAccounts } from '../store/search.ts';
import { ensureAccounts } from './ensure-accounts.ts';
import { mergeAccounts } from './merge-accounts.ts';

async function deskWithTwin() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH-OLD');
  const into = await desk.account('NORTH');
  await desk.invoice(accountId, { amount: '500', issued: '2026-09-01', due: '2026-10-01' });
  await desk.receipt(accountId, { amount: '80', on: '2026-11-02' });
  const merge = () => desk.act((context) => mergeAccounts(context, { accountId, into }));
  return { ...desk, accountId, into, merge };
}

test('what is open goes on over there, as old as it was', async () => {
  await using desk = await deskWithTwin();
  expect(await desk.merge()).toMatchObject({ value: { moved: 2 } });
  const when = { asOf: day('2026-11-20'), knownAt: desk.clock.now() };
  const claims = { disputes: [], promises: [], inFlight: [] };
  const items = await openItems(desk.db, desk.into, when);
  const [balance] = bridges(items, claims, when.asOf, bucketSets.standard);
  expect(balance?.buckets.map(formatMoney)).toEqual([
    '0.00',
    '0.00',
    '500.00',
    '0.00',
    '0.00',
    '0.00',
  ]);
  expect(balance && formatMoney(balance.unapplied)).toBe('-80.00');
  expect(await openItems(desk.db, desk.accountId, when)).toEqual([]);
});

test('the old number finds the account that went on, in the search and in files', async () => {
  await using desk = await deskWithTwin();
  await desk.merge();
  const page = { limit: 10, offset: 0 };
  const found = await findAccounts(desk.db, readSearch('north-old'), 'all', page);
  expect(found.rows).toMatchObject([{ accountId: desk.into, match: 'NORTH-OLD' }]);
  const stated = [{ customerNumber: 'NORTH-OLD', name: 'Renamed by an old file' }];
  const ensured = await desk.done(async (context) =>
    accept(await ensureAccounts(context, desk.companyId, stated, { source: 'story' })),
  );
  expect(ensured.get('NORTH-OLD')).toMatchObject({ accountId: desk.into, created: false });
});

test('an account is merged once, never into itself and never into another company', async () => {
  await using desk = await deskWithTwin();
  const { accountId } = desk;
  const other = await desk.account('ELSEWHERE', { company: await desk.company('OTHER') });
  const across = await desk.act((context) => mergeAccounts(context, { accountId, into: other }));
  expect(across).toMatchObject({ refusal: 'ledger.other_company' });
  const self = await desk.act((context) => mergeAccounts(context, { accountId, into: accountId }));
  expect(self).toMatchObject({ refusal: 'ledger.same_account' });
  await desk.merge();
  expect(await desk.merge()).toMatchObject({ refusal: 'customers.merged_already' });
});
